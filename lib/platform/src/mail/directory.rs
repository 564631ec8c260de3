//! A message per file, named after its id, complete or not there.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::{MailError, Sent};
use crate::durable::{self, Readers};

const LONGEST_NAME: usize = 120;

pub(super) async fn write(directory: &Path, message: &[u8], message_id: &str) -> Result<Sent, MailError> {
    let name = file_name(message_id);
    let path = directory.join(&name);
    let message = message.to_vec();
    let writing = tokio::task::spawn_blocking(move || durable::write(&path, &message, Readers::AsUsual));
    let written = writing.await.map_err(|error| MailError::Temporary(error.to_string()))?;
    written.map_err(|error| {
        MailError::Temporary(format!("{} cannot be written in {}: {error}", name, directory.display()))
    })?;
    Ok(Sent { reference: name })
}

/// The id where it may stand as a file name, else its digest.
fn file_name(message_id: &str) -> String {
    let id = message_id.trim().trim_start_matches('<').trim_end_matches('>');
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"@._+-".contains(&byte);
    let begins_well = id.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric());
    if begins_well && id.len() <= LONGEST_NAME && id.bytes().all(plain) {
        return format!("{id}.eml");
    }
    let digest: [u8; 32] = Sha256::digest(id).into();
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("id-{hex}.eml")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::mail::{Envelope, Mail};

    fn envelope() -> Envelope {
        Envelope { from: "shop@example.com".into(), to: vec!["me@example.org".into()] }
    }

    #[tokio::test]
    async fn a_message_sent_twice_is_one_file() {
        let dir = tempfile::tempdir().expect("a directory");
        let mail = Mail::Directory(dir.path().to_owned());
        for _ in 0..2 {
            let sent = mail.send(&envelope(), b"Subject: hello\r\n\r\n", "<agmt-1@example.com>").await;
            assert_eq!(sent.expect("sent").reference, "agmt-1@example.com.eml");
        }
        let names: Vec<_> = fs::read_dir(dir.path()).expect("listed").collect();
        assert_eq!(names.len(), 1);
        let content = fs::read(dir.path().join("agmt-1@example.com.eml")).expect("read");
        assert_eq!(content, b"Subject: hello\r\n\r\n");
    }

    #[tokio::test]
    async fn a_directory_that_cannot_be_written_is_a_temporary_failure() {
        let dir = tempfile::tempdir().expect("a directory");
        let mail = Mail::Directory(dir.path().join("gone"));
        let failed = mail.send(&envelope(), b"x", "id").await;
        assert!(matches!(failed, Err(MailError::Temporary(_))), "{failed:?}");
    }

    #[tokio::test]
    async fn a_message_to_nobody_is_refused_for_good() {
        let dir = tempfile::tempdir().expect("a directory");
        let nobody = Envelope { to: Vec::new(), ..envelope() };
        let refused = Mail::Directory(dir.path().to_owned()).send(&nobody, b"x", "id").await;
        assert!(matches!(refused, Err(MailError::Permanent(_))));
    }

    #[test]
    fn no_id_leads_out_of_the_directory() {
        let long = "x".repeat(300);
        for id in ["../../etc/passwd", "/etc/passwd", "", ".", "..", ".hidden", "a\\b", "a\0b", "ü", &long] {
            let name = file_name(id);
            assert!(name.starts_with("id-") && name.len() == 71, "{id} → {name}");
        }
        assert_ne!(file_name("a/b"), file_name("a/c"));
    }
}
