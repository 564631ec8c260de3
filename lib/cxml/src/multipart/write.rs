//! Putting a body together.

use super::Part;

/// Puts a document and files into one body: its Content-Type and its bytes.
///
/// The boundary is one that stands in none of them. Line breaks and quotes in names are left out.
pub fn write(xml: &str, parts: &[Part]) -> (String, Vec<u8>) {
    let boundary = boundary(xml, parts);
    let mut body = Vec::new();
    let mut add = |head: String, content: &[u8]| {
        body.extend_from_slice(format!("--{boundary}\r\n{head}\r\n").as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    let head = "Content-Type: text/xml; charset=UTF-8\r\nContent-ID: <document>\r\n";
    add(head.to_owned(), xml.as_bytes());
    for part in parts {
        add(head_of(part), &part.bytes);
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    let content_type =
        format!("multipart/related; boundary=\"{boundary}\"; type=\"text/xml\"; start=\"<document>\"");
    (content_type, body)
}

fn head_of(part: &Part) -> String {
    let mut head = format!(
        "Content-Type: {}\r\nContent-ID: <{}>\r\nContent-Transfer-Encoding: binary\r\n",
        plain(&part.content_type),
        plain(&part.content_id)
    );
    if let Some(name) = &part.file_name {
        let name = plain(name).replace(['"', '\\'], "");
        head.push_str(&format!("Content-Disposition: attachment; filename=\"{name}\"\r\n"));
    }
    head
}

fn plain(value: &str) -> String {
    value.replace(['\r', '\n'], "")
}

fn boundary(xml: &str, parts: &[Part]) -> String {
    let contents = || std::iter::once(xml.as_bytes()).chain(parts.iter().map(|p| p.bytes.as_slice()));
    let mut number = 0_u64;
    loop {
        let boundary = format!("cxml-part-{number}");
        let is_inside =
            |content: &[u8]| content.windows(boundary.len()).any(|window| window == boundary.as_bytes());
        if !contents().any(is_inside) {
            return boundary;
        }
        number += 1;
    }
}
