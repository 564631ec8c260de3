//! A limit on everything.

/// What a document may be at most. Each limit has its own [`LimitKind`] when it is passed.
///
/// The defaults hold an order of some 2,500 lines, and keep what 1 MB of hostile input can cost under
/// 16 MB and 100 ms: an empty element of a few bytes becomes a value of some hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the document as it arrived: 4 MiB.
    pub bytes: usize,
    /// Elements inside each other: 64.
    pub depth: usize,
    /// Attributes of one element: 64.
    pub attributes: usize,
    /// Bytes of one text, attribute value, comment or processing instruction: 1 MiB.
    pub text: usize,
    /// Lines of an order, a cart, an invoice or a confirmation, together: 4,000.
    pub items: usize,
    /// Entries of all other lists together (contacts, extrinsics, descriptions, …): 25,000.
    pub entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 4 << 20, depth: 64, attributes: 64, text: 1 << 20, items: 4_000, entries: 16_000 }
    }
}

/// Which limit was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LimitKind {
    /// [`Limits::bytes`]
    Bytes,
    /// [`Limits::depth`]
    Depth,
    /// [`Limits::attributes`]
    Attributes,
    /// [`Limits::text`]
    Text,
    /// [`Limits::items`]
    Items,
    /// [`Limits::entries`]
    Entries,
}

impl LimitKind {
    /// The name of the setting.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Depth => "depth",
            Self::Attributes => "attributes",
            Self::Text => "text",
            Self::Items => "items",
            Self::Entries => "entries",
        }
    }
}
