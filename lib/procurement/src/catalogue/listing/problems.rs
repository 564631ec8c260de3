//! Everything that is wrong with a line is told at once, so that a file is set right in one go.

/// What is wrong, each with what to do.
pub(super) type Problems = Vec<String>;

/// What these checks have found.
pub(super) fn each<const N: usize>(checks: [Result<(), String>; N]) -> Problems {
    checks.into_iter().filter_map(Result::err).collect()
}

/// The same, with the place where it is wrong.
pub(super) fn within(place: &str, problems: Problems) -> Problems {
    problems.into_iter().map(|problem| format!("{place}: {problem}")).collect()
}
