//! The key file: three lines `name = base64`, and a fourth that tells damage from a wrong key.

use std::fs;
use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::KeyBytes;
use crate::durable::{self, Readers};

const HEAD: &str = "# The marketplace's keys. Keep this file secret, and keep a copy of it: without it the store's references and secrets\n# are worthless.\n";

#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("the key file {file} cannot be read: {reason}")]
    Unreadable { file: String, reason: io::Error },
    #[error("the key file {file} cannot be made: {reason}")]
    NotMade { file: String, reason: io::Error },
    #[error("the key file {file} is damaged: {reason}; put back the copy that belongs to this store")]
    Damaged { file: String, reason: String },
    #[error(
        "the key file {file} can be read by others (mode {mode:03o}); make it yours alone: chmod 600 {file}"
    )]
    Open { file: String, mode: u32 },
}

pub(super) fn read_or_create(path: &Path) -> Result<KeyBytes, KeyFileError> {
    match fs::read_to_string(path) {
        Ok(text) => {
            refuse_other_readers(path)?;
            parse(&Zeroizing::new(text))
                .map_err(|reason| KeyFileError::Damaged { file: path.display().to_string(), reason })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(path),
        Err(reason) => Err(KeyFileError::Unreadable { file: path.display().to_string(), reason }),
    }
}

fn create(path: &Path) -> Result<KeyBytes, KeyFileError> {
    let keys = KeyBytes::random();
    durable::write(path, write(&keys).as_bytes(), Readers::OwnerOnly)
        .map_err(|reason| KeyFileError::NotMade { file: path.display().to_string(), reason })?;
    Ok(keys)
}

#[cfg(unix)]
fn refuse_other_readers(path: &Path) -> Result<(), KeyFileError> {
    use std::os::unix::fs::PermissionsExt;
    let file = path.display().to_string();
    match fs::metadata(path) {
        Err(reason) => Err(KeyFileError::Unreadable { file, reason }),
        Ok(metadata) => match metadata.permissions().mode() & 0o777 {
            mode if mode & 0o077 == 0 => Ok(()),
            mode => Err(KeyFileError::Open { file, mode }),
        },
    }
}

#[cfg(not(unix))]
fn refuse_other_readers(_: &Path) -> Result<(), KeyFileError> {
    Ok(())
}

fn write(keys: &KeyBytes) -> Zeroizing<String> {
    let line = |name: &str, bytes: &[u8]| format!("{name} = {}\n", STANDARD.encode(bytes));
    Zeroizing::new(
        [
            HEAD.to_owned(),
            line("reference", keys.reference.as_slice()),
            line("secret-hash", keys.secret_hash.as_slice()),
            line("data", keys.data.as_slice()),
            line("check", &check(keys)),
        ]
        .concat(),
    )
}

fn parse(text: &str) -> Result<KeyBytes, String> {
    let keys = KeyBytes {
        reference: Zeroizing::new(value(text, "reference")?),
        secret_hash: Zeroizing::new(value(text, "secret-hash")?),
        data: Zeroizing::new(value(text, "data")?),
    };
    if value(text, "check")? == check(&keys) {
        Ok(keys)
    } else {
        Err("its last line does not fit the others".to_owned())
    }
}

fn value<const N: usize>(text: &str, name: &str) -> Result<[u8; N], String> {
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    let mut values = pairs.filter(|(key, _)| key.trim() == name).map(|(_, value)| value.trim());
    let encoded = values.next().ok_or_else(|| format!("it has no line \"{name} = …\""))?;
    let bytes = STANDARD.decode(encoded).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| format!("the value of \"{name}\" is not {N} bytes in base64"))
}

fn check(keys: &KeyBytes) -> [u8; 8] {
    let mut digest = Sha256::new();
    for key in [&keys.reference, &keys.secret_hash, &keys.data] {
        digest.update(key.as_slice());
    }
    let digest: [u8; 32] = digest.finalize().into();
    let mut short = [0; 8];
    short.copy_from_slice(&digest[..8]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keys;

    #[test]
    fn keys_are_made_once_and_read_again() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("keys");
        let sealed = Keys::from_file(&path).expect("made").seal("secret", "a");
        let again = Keys::from_file(&path).expect("read");
        assert!(again.open(&sealed, "a").is_ok());
        let other = Keys::from_file(&dir.path().join("other")).expect("made");
        assert!(other.open(&sealed, "a").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_its_owners_alone_and_refused_when_it_is_not() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("keys");
        Keys::from_file(&path).expect("made");
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);

        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("changed");
        let message = Keys::from_file(&path).expect_err("refused").to_string();
        assert!(message.contains("640") && message.contains("chmod 600"), "{message}");
    }

    #[test]
    fn a_damaged_file_is_refused_whatever_the_damage_and_never_replaced() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("keys");
        Keys::from_file(&path).expect("made");
        let good = fs::read_to_string(&path).expect("read");
        let keys_begin = good.find("\nreference").expect("there") + 1;
        for position in keys_begin..good.len() - 1 {
            let mut damaged = good.clone().into_bytes();
            damaged[position] = if damaged[position] == b'Q' { b'R' } else { b'Q' };
            fs::write(&path, &damaged).expect("written");
            let refused = Keys::from_file(&path);
            assert!(matches!(refused, Err(KeyFileError::Damaged { .. })), "position {position}");
            assert_eq!(fs::read(&path).expect("read"), damaged);
        }
        for cut in 0..good.len() - 1 {
            fs::write(&path, &good[..cut]).expect("written");
            assert!(Keys::from_file(&path).is_err(), "cut at {cut}");
        }
    }

    #[test]
    fn a_file_that_is_a_directory_is_named() {
        let dir = tempfile::tempdir().expect("a directory");
        let message = Keys::from_file(dir.path()).expect_err("refused").to_string();
        assert!(message.contains(&dir.path().display().to_string()), "{message}");
    }
}
