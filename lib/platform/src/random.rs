//! Random bytes of the operating system.

/// Fresh bytes that nobody can guess.
///
/// # Panics
/// Where the operating system has none to give: nothing that is secret could be made then, so nothing is.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Err(error) = getrandom::fill(&mut bytes) {
        panic!("the operating system gives no random bytes: {error}");
    }
    bytes
}
