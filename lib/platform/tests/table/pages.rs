use platform::table::{Cursor, Item, Key, Query, Table};

use crate::support::{Note, note, put_all, table};

async fn with_25() -> Table {
    let table = table().await;
    put_all(&table, (0..25).map(|n| note("p", &format!("line#{n:02}"), "x"))).await;
    put_all(&table, [note("p", "meta", "x"), note("q", "line#00", "x")]).await;
    table
}

fn sort_keys(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.key.sk.as_str()).collect()
}

#[tokio::test]
async fn pages_go_through_a_partition_in_order_without_gaps() {
    let table = with_25().await;
    let mut query = Query::partition("p").sk_prefix("line#").limit(10);
    let mut seen = Vec::new();
    let mut pages = 0;
    loop {
        let page = table.query(&query).await.expect("a page");
        assert!(page.items.len() <= 10);
        seen.extend(page.items.iter().map(|item| item.key.sk.clone()));
        pages += 1;
        // The cursor survives a link.
        let Some(next) = page.next.map(|next| next.to_string()) else { break };
        query = query.after(next.parse().expect("a cursor"));
    }
    let expected: Vec<String> = (0..25).map(|n| format!("line#{n:02}")).collect();
    assert_eq!((seen, pages), (expected, 3));
}

#[tokio::test]
async fn the_last_come_first_when_asked_so() {
    let page = with_25().await.query(&Query::partition("p").descending().limit(2)).await.expect("a page");
    assert_eq!(sort_keys(&page.items), ["meta", "line#24"]);
}

#[tokio::test]
async fn a_range_holds_both_its_ends() {
    let query = Query::partition("p").sk_between("line#03", "line#05");
    let items = with_25().await.query_all(&query).await.expect("items");
    assert_eq!(sort_keys(&items), ["line#03", "line#04", "line#05"]);
}

#[tokio::test]
async fn more_than_one_megabyte_is_read_page_by_page() {
    let table = table().await;
    let large = "x".repeat(300 * 1024);
    put_all(&table, (0..8).map(|n| note("p", &n.to_string(), &large))).await;
    let first = table.query(&Query::partition("p")).await.expect("a page");
    assert!(first.next.is_some());
    assert_eq!(table.query_all(&Query::partition("p")).await.expect("all").len(), 8);
}

#[tokio::test]
async fn a_mixed_partition_is_told_apart_by_key_and_decoded_one_by_one() {
    let items = with_25().await.query_all(&Query::partition("p")).await.expect("items");
    let meta = items.into_iter().find(|item| item.key == Key::new("p", "meta")).expect("there");
    let record = meta.decode::<Note>().expect("a note");
    assert_eq!(record.body.amount, 7);
}

#[test]
fn a_damaged_cursor_is_refused() {
    for text in ["", "%%%", "bm90IGpzb24", "eyJwayI6"] {
        assert!(text.parse::<Cursor>().is_err(), "{text}");
    }
}

#[tokio::test]
async fn a_cursor_of_another_partition_shows_nothing_of_it() {
    let table = with_25().await;
    let elsewhere = table.query(&Query::partition("p").limit(1)).await.expect("a page").next;
    let query = Query::partition("q").after(elsewhere.expect("more"));
    if let Ok(page) = table.query(&query).await {
        assert!(page.items.iter().all(|item| item.key.pk == "q"));
    }
}
