//! Documents with files (R55).
