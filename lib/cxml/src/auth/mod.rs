//! Who sent it (R8, R13, R15, R54).
