//! What the DTD allows where: the children of each element in their order.
//!
//! The reader uses it to say what was odd; it does not insist. A test compares it with the DTD
//! 1.2.069.

mod confirmation;
mod invoice;
mod order;

pub(crate) use confirmation::*;
pub(crate) use invoice::*;
pub(crate) use order::*;

/// An element and what it may hold.
pub(crate) struct Content {
    pub(crate) name: &'static str,
    pub(crate) children: &'static [Child],
}

/// A child and how often it may stand there.
#[derive(Clone, Copy)]
pub(crate) struct Child {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
    pub(crate) repeats: Repeats,
}

/// How often a child may stand, and which limit counts it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeats {
    Once,
    /// Any number, counted as [`Limits::entries`](crate::Limits::entries).
    Entries,
    /// Any number, counted as [`Limits::items`](crate::Limits::items).
    Items,
}

/// Tables in the words of a DTD: `NAME = Element: [Child, Child?, Child*, Child+];`, with `**` and
/// `++` for the lines of a document.
macro_rules! content {
    ($($table:ident = $name:ident: [$($children:tt)*];)*) => {
        $(pub(crate) static $table: $crate::grammar::Content = $crate::grammar::Content {
            name: stringify!($name),
            children: $crate::grammar::children!([] $($children)*,),
        };)*

        /// Every table above.
        #[cfg(test)]
        pub(super) static ALL: &[&$crate::grammar::Content] = &[$(&$table),*];
    };
}

/// The children of one element, one after the other.
macro_rules! children {
    ([$($done:expr,)*]) => { &[$($done,)*] };
    ([$($done:expr,)*] ,) => { &[$($done,)*] };
    ([$($done:expr,)*] $name:ident * *, $($rest:tt)*) => {
        $crate::grammar::children!([$($done,)* $crate::grammar::child(stringify!($name), false, $crate::grammar::Repeats::Items),] $($rest)*)
    };
    ([$($done:expr,)*] $name:ident + +, $($rest:tt)*) => {
        $crate::grammar::children!([$($done,)* $crate::grammar::child(stringify!($name), true, $crate::grammar::Repeats::Items),] $($rest)*)
    };
    ([$($done:expr,)*] $name:ident *, $($rest:tt)*) => {
        $crate::grammar::children!([$($done,)* $crate::grammar::child(stringify!($name), false, $crate::grammar::Repeats::Entries),] $($rest)*)
    };
    ([$($done:expr,)*] $name:ident +, $($rest:tt)*) => {
        $crate::grammar::children!([$($done,)* $crate::grammar::child(stringify!($name), true, $crate::grammar::Repeats::Entries),] $($rest)*)
    };
    ([$($done:expr,)*] $name:ident ?, $($rest:tt)*) => {
        $crate::grammar::children!([$($done,)* $crate::grammar::child(stringify!($name), false, $crate::grammar::Repeats::Once),] $($rest)*)
    };
    ([$($done:expr,)*] $name:ident, $($rest:tt)*) => {
        $crate::grammar::children!([$($done,)* $crate::grammar::child(stringify!($name), true, $crate::grammar::Repeats::Once),] $($rest)*)
    };
}

pub(crate) use {children, content};

const fn child(name: &'static str, is_required: bool, repeats: Repeats) -> Child {
    Child { name, is_required, repeats }
}

#[cfg(test)]
mod tests;
