//! Documents as they are kept, without secrets, and as people may see them, without mail addresses as well (R57).

mod encoding;

use encoding::Encoding;

const MASK: &str = "********";
/// Elements whose content proves who somebody is.
const SECRET: [&str; 3] = ["SharedSecret", "CredentialMac", "DigitalSignature"];
/// What stands before a value that looks like a mail address and is none.
const IDS: [&str; 3] = ["payloadID=", "inReplyTo=", "Content-ID:"];

/// The document as it is kept: to the letter, but without secrets (R15).
pub fn without_secrets(document: &[u8]) -> Vec<u8> {
    let encoding = Encoding::of(document);
    match encoding {
        Encoding::AsciiLike => mask_secrets(document),
        wide => wide.write(&mask_secrets(wide.read(document).as_bytes())),
    }
}

/// The document with secrets and mail addresses masked, as a text.
pub fn masked(document: &[u8]) -> String {
    without_addresses(&text(document))
}

/// What a document is searched in: its text, without its secrets, in lower case.
pub fn searchable(document: &[u8]) -> String {
    text(document).to_lowercase()
}

fn text(document: &[u8]) -> String {
    let text = Encoding::of(document).read(document);
    String::from_utf8_lossy(&mask_secrets(text.as_bytes())).into_owned()
}

/// Over bytes, so that attachments beside the document stay what they are.
fn mask_secrets(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.iter().position(|byte| *byte == b'<') {
        let (before, tag) = rest.split_at(open);
        out.extend_from_slice(before);
        let Some(end) = tag.iter().position(|byte| *byte == b'>') else {
            rest = tag;
            break;
        };
        let (head, after) = tag.split_at(end + 1);
        out.extend_from_slice(head);
        rest = after;
        if is_secret(head) {
            out.extend_from_slice(MASK.as_bytes());
            // What does not end is masked to its end.
            rest = closing(after, name(head)).map_or(b"".as_slice(), |place| &after[place..]);
        }
    }
    out.extend_from_slice(rest);
    out
}

fn is_secret(head: &[u8]) -> bool {
    let opens = !head.starts_with(b"</") && !head.ends_with(b"/>");
    opens && SECRET.iter().any(|secret| name(head).eq_ignore_ascii_case(secret.as_bytes()))
}

/// `SharedSecret` of `<x:SharedSecret a="b">`.
fn name(head: &[u8]) -> &[u8] {
    let inner = head.strip_prefix(b"<").unwrap_or(head);
    let inner = inner.strip_prefix(b"/").unwrap_or(inner);
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let whole = inner.split(ends).next().unwrap_or_default();
    whole.rsplit(|byte| *byte == b':').next().unwrap_or(whole)
}

fn closing(text: &[u8], of: &[u8]) -> Option<usize> {
    let mut places = text.windows(2).enumerate().filter(|(_, pair)| *pair == b"</");
    places.find(|(place, _)| name(&text[*place..]).eq_ignore_ascii_case(of)).map(|(place, _)| place)
}

/// `ada@acme.example` as `a…@acme.example`. Ids such as payloadID look the same and are left.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, after) = rest.split_at(at);
        let context = before.trim_end_matches(is_local);
        let local = &before[context.len()..];
        out.push_str(context);
        let is_address = !local.is_empty() && after[1..].starts_with(|c: char| c.is_alphanumeric());
        if is_address && !is_id(context) {
            out.extend(local.chars().take(1));
            out.push('…');
        } else {
            out.push_str(local);
        }
        out.push('@');
        rest = &after[1..];
    }
    out.push_str(rest);
    out
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%')
}

fn is_id(context: &str) -> bool {
    let context = context.trim_end_matches(['"', '\'', '<', ' ']);
    IDS.iter().any(|id| context.ends_with(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_kept_however_it_is_written() {
        for written in [
            "<SharedSecret>hush</SharedSecret>",
            "<x:SharedSecret lang='a'> hush\n</x:SharedSecret >",
            "<sharedsecret>hush</sharedsecret>",
            "<SharedSecret><![CDATA[hush]]></SharedSecret>",
            "<SharedSecret>hush",
            "<CredentialMac type=\"FromSenderCredentials\">hush</CredentialMac>",
        ] {
            let kept = without_secrets(format!("<Sender>{written}</Sender>").as_bytes());
            let text = String::from_utf8(kept).expect("a text");
            assert!(!text.contains("hush") && text.contains(MASK), "{written}: {text}");
        }
        let empty = b"<SharedSecret/><Identity>me</Identity>";
        assert_eq!(without_secrets(empty), empty);
    }

    #[test]
    fn what_is_no_secret_is_kept_to_the_letter() {
        let attached = b"--b\r\n\r\n<cXML payloadID='1@x'/>\r\n--b\r\n\r\n\x00\xff<\xfe>\x80\r\n--b--";
        assert_eq!(without_secrets(attached), attached);
        let wide = wide("<A>\u{fc}</A>", true);
        assert_eq!(without_secrets(&wide), wide);
    }

    fn wide(text: &str, marked: bool) -> Vec<u8> {
        let mark = if marked { "\u{feff}" } else { "" };
        format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn a_secret_in_utf_16_is_masked_with_a_mark_and_without() {
        for marked in [true, false] {
            let document = wide("<SharedSecret>hush</SharedSecret>", marked);
            let kept = without_secrets(&document);
            let text = masked(&kept);
            assert!(!text.contains("hush") && text.contains(MASK), "{text}");
            assert!(!masked(&document).contains("hush"));
        }
    }

    #[test]
    fn a_mail_address_is_masked_and_a_payload_id_is_not() {
        let text = masked(b"<cXML payloadID=\"1.2@host.example\"><Email>ada.l@acme.example</Email>");
        assert_eq!(text, "<cXML payloadID=\"1.2@host.example\"><Email>a…@acme.example</Email>");
        assert_eq!(masked(b"a @ b, @c, d@"), "a @ b, @c, d@");
        assert!(searchable(b"<Email>Ada.L@acme.example</Email>").contains("ada.l@acme.example"));
    }
}
