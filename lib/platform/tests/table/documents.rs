use jiff::Timestamp;
use platform::documents::{Document, DocumentError};
use platform::table::{Key, Transaction};

use crate::support::{note, stored, table};

fn now() -> Timestamp {
    Timestamp::from_second(1_900_000_000).expect("in range")
}

/// Bytes that do not compress (a linear congruential generator).
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u64;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    })
    .take(length)
    .collect()
}

#[tokio::test]
async fn a_document_is_stored_with_the_record_it_belongs_to_and_read_back() {
    let table = table().await;
    let key = Key::new("doc", "po");
    for content in [Vec::new(), b"<cXML/>".to_vec(), noise(1_500_000), vec![b' '; 5_000_000]] {
        let document = Document::new(&key, &content, now()).expect("small enough");
        let transaction = document.put_into(Transaction::new().put(&note("a", "1", "x")));
        table.commit(&transaction).await.expect("stored");
        let read = Document::read(&table, &key).await.expect("an answer");
        assert!(read == Some(content), "changed on its way");
    }
    assert!(stored(&table, "a", "1").await.is_some());
}

#[tokio::test]
async fn a_shorter_document_replaces_a_longer_one() {
    let table = table().await;
    let key = Key::new("doc", "po");
    for content in [noise(900_000), b"short".to_vec()] {
        let document = Document::new(&key, &content, now()).expect("small enough");
        table.commit(&document.put_into(Transaction::new())).await.expect("stored");
    }
    let read = Document::read(&table, &key).await.expect("an answer");
    assert_eq!(read.as_deref(), Some(b"short".as_slice()));
}

#[tokio::test]
async fn a_document_beside_one_with_a_longer_name_is_not_mixed_with_it() {
    let table = table().await;
    for (name, content) in [("po", "one"), ("po2", "two")] {
        let document = Document::new(&Key::new("doc", name), content.as_bytes(), now());
        let transaction = document.expect("small").put_into(Transaction::new());
        table.commit(&transaction).await.expect("stored");
    }
    let read = Document::read(&table, &Key::new("doc", "po")).await.expect("an answer");
    assert_eq!(read.as_deref(), Some(b"one".as_slice()));
}

#[tokio::test]
async fn a_document_lives_ninety_days() {
    let table = table().await;
    let document = Document::new(&Key::new("doc", "po"), b"x", now()).expect("small");
    table.commit(&document.put_into(Transaction::new())).await.expect("stored");
    let piece = table.get_item(&Key::new("doc", "po#000")).await.expect("an answer");
    let record = piece.expect("there").decode::<serde::de::IgnoredAny>().expect("anything");
    assert_eq!(record.ttl.expect("a lifetime").as_second(), 1_900_000_000 + 90 * 86_400);
}

#[tokio::test]
async fn a_document_that_was_never_stored_is_none() {
    let read = Document::read(&table().await, &Key::new("doc", "po")).await;
    assert_eq!(read.expect("an answer"), None);
}

#[test]
fn a_document_too_large_for_a_transaction_is_refused() {
    let refused = Document::new(&Key::new("doc", "po"), &noise(4_000_000), now());
    assert!(matches!(refused, Err(DocumentError::TooLarge(_))));
}
