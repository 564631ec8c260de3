//! Message authentication: what was made matches, what was changed does not.
#![no_main]

use cxml::{Credential, Secret, Timestamp, auth};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (identity, secret) = text.split_once('\n').unwrap_or((&text, "s"));
    let party = Credential::new("NetworkId", identity);
    let (from, until): (Timestamp, Timestamp) =
        ("2003-01-15T08:42:46-08:00".into(), "2003-01-15T11:42:46-08:00".into());
    let now = from.instant().unwrap();
    let secret = Secret::from(secret);
    let mut mac = auth::mac(&party, &party, &from, &until, &secret);
    let matches = auth::mac_matches(&party, &party, &mac, &secret, now).is_ok();
    assert_eq!(matches, !secret.is_empty());
    mac.value.replace_range(..1, if mac.value.starts_with('A') { "B" } else { "A" });
    assert!(auth::mac_matches(&party, &party, &mac, &secret, now).is_err());
    mac.expiration_date = Timestamp::parse(&*text);
    let _ = auth::mac_matches(&party, &party, &mac, &secret, now);
});
