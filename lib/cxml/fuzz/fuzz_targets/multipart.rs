//! Bodies with files; the first line is the Content-Type.
#![no_main]

use cxml::{Limits, multipart};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let split = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(0);
    let (content_type, body) = bytes.split_at(split);
    let content_type = String::from_utf8_lossy(content_type);
    if let Ok(received) = multipart::read(&content_type, body, &Limits::default()) {
        for part in &received.parts {
            let _ = received.part(&format!("cid:{}", part.content_id));
        }
    }
    let _ = multipart::read("multipart/mixed; boundary=x", bytes, &Limits::default());
});
