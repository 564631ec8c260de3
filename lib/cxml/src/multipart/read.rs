//! Taking a body apart.

use super::header::{Fields, parameter};
use super::{Multipart, Part, fault, transfer};
use crate::{AtFault, Fault, FaultKind, LimitKind, Limits, StatusCode};

/// Whether a Content-Type is one that [`read`] understands.
pub fn is_multipart(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    ["multipart/related", "multipart/mixed"].iter().any(|multipart| kind.eq_ignore_ascii_case(multipart))
}

/// Takes a body apart into its document and its files.
///
/// [`Limits::entries`] bounds the number of parts; the length of the body is the caller's to bound,
/// because files may be longer than documents.
///
/// # Errors
///
/// When there is no boundary, no part, a part that does not end or cannot be decoded, or two parts
/// with one Content-ID: each `cid` must name exactly one part.
pub fn read(content_type: &str, body: &[u8], limits: &Limits) -> Result<Multipart, Fault> {
    let boundary = parameter(content_type, "boundary")
        .filter(|boundary| is_multipart(content_type) && (1..=70).contains(&boundary.len()))
        .ok_or_else(|| {
            fault(
                "the Content-Type is not multipart/related or multipart/mixed with a boundary",
                "Write `multipart/related; boundary=\"…\"`, with at most 70 characters",
            )
        })?;
    let mut parts = Vec::new();
    let mut charsets = Vec::new();
    for section in sections(body, &boundary)? {
        if parts.len() >= limits.entries {
            return Err(too_many(limits.entries));
        }
        let (part, charset) = part(section)?;
        parts.push(part);
        charsets.push(charset);
    }
    check_ids(&parts)?;
    let root = root(content_type, &parts).ok_or_else(|| {
        fault("there is no part that is the document", "Let the document be the first part")
    })?;
    Ok(Multipart { document: parts.remove(root).bytes, charset: charsets.swap_remove(root), parts })
}

/// The part that `start` names, else the first.
fn root(content_type: &str, parts: &[Part]) -> Option<usize> {
    let start = parameter(content_type, "start");
    let named = start.and_then(|start| {
        let start = start.trim().trim_start_matches('<').trim_end_matches('>').to_owned();
        parts.iter().position(|part| part.content_id == start)
    });
    named.or(if parts.is_empty() { None } else { Some(0) })
}

/// What stands between the boundaries.
fn sections<'a>(body: &'a [u8], boundary: &str) -> Result<Vec<&'a [u8]>, Fault> {
    let mut found = Vec::new();
    let mut start = None;
    let mut at = 0;
    while at < body.len() {
        let end = line_end(body, at);
        let line = body[at..end].trim_ascii_end();
        match line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary.as_bytes())) {
            Some(b"") => found.extend(start.replace(end).map(|start| without_break(body, start, at))),
            Some(b"--") => {
                found.extend(start.take().map(|start| without_break(body, start, at)));
                return Ok(found);
            }
            _ => {}
        }
        at = end;
    }
    Err(fault(
        "the multipart body does not end with its closing boundary",
        "Send the whole body; it may have been cut off on the way",
    ))
}

fn line_end(body: &[u8], at: usize) -> usize {
    let length = body[at..].iter().position(|&byte| byte == b'\n');
    length.map_or(body.len(), |length| at + length + 1)
}

/// The line break before a boundary belongs to the boundary.
fn without_break(body: &[u8], start: usize, end: usize) -> &[u8] {
    let section = &body[start.min(end)..end];
    let section = section.strip_suffix(b"\n").unwrap_or(section);
    section.strip_suffix(b"\r").unwrap_or(section)
}

fn part(section: &[u8]) -> Result<(Part, Option<String>), Fault> {
    let (head, content) = head_and_content(section);
    let unreadable = || {
        fault(
            "a part of the multipart body cannot be decoded",
            "Send parts as binary, base64 or quoted-printable, and say which",
        )
    };
    let fields = Fields::parse(head).ok_or_else(unreadable)?;
    let bytes = transfer::decoded(content, fields.transfer_encoding).ok_or_else(unreadable)?;
    let file_name =
        parameter(fields.disposition, "filename").or_else(|| parameter(fields.content_type, "name"));
    let part = Part {
        content_id: fields.id().to_owned(),
        content_type: fields.content_type.to_owned(),
        file_name,
        bytes,
    };
    Ok((part, parameter(fields.content_type, "charset")))
}

/// Fields end with the first empty line; without fields a part begins with one.
fn head_and_content(section: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    while at < section.len() {
        let end = line_end(section, at);
        if section[at..end].trim_ascii().is_empty() {
            return (&section[..at], &section[end..]);
        }
        at = end;
    }
    (section, &[])
}

fn check_ids(parts: &[Part]) -> Result<(), Fault> {
    let mut ids: Vec<_> = parts.iter().map(|part| part.content_id.as_str()).collect();
    ids.retain(|id| !id.is_empty());
    ids.sort_unstable();
    match ids.windows(2).any(|pair| pair[0] == pair[1]) {
        true => Err(fault("two parts have the same Content-ID", "Give every part a Content-ID of its own")),
        false => Ok(()),
    }
}

fn too_many(most: usize) -> Fault {
    Fault {
        kind: FaultKind::Limit(LimitKind::Entries),
        at_fault: AtFault::Receiver,
        status: StatusCode::DOCUMENT_SIZE,
        ..fault(&format!("the body has more than the {most} parts that are accepted"), "Send fewer files")
    }
}
