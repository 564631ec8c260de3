//! The catalogue by the operator's API (R24).

use crate::world::{MANAGEMENT, OPERATOR, World};

const LINE: &str = r#"{"product":{"id":"prod-a","name":"A","summary":"A product.","description":"Software.","type":"saas","category":"Security","seller":{"id":"seller-a","name":"Seller A"},"setup_url":"https://seller.example/set-up"},"offers":[{"id":"offer-a","revision":1,"name":"Free","pricing":{"model":"free"}}]}"#;
const PATH: &str = "/config/operator/catalogue";

#[tokio::test]
async fn the_operator_imports_lines_and_is_told_which_are_at_fault() {
    let world = World::start().await;
    let lines = format!("# a comment\n{LINE}\n{{}}\n");
    let answer = world.send(world.signed(OPERATOR, "POST", PATH, &lines)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!((answer.field("/written"), answer.field("/unchanged")), ("1".into(), "0".into()));
    assert_eq!(answer.field("/faults/0/line"), "3");
    let again = world.send(world.signed(OPERATOR, "POST", PATH, LINE)).await;
    assert_eq!((again.field("/written"), again.field("/unchanged")), ("0".into(), "1".into()));
}

#[tokio::test]
async fn what_is_exported_can_be_imported() {
    let world = World::start().await;
    world.send(world.signed(OPERATOR, "POST", PATH, LINE)).await;
    let mut lines = String::new();
    let mut part = 0;
    loop {
        let answer = world.ask(OPERATOR, "GET", &format!("{PATH}?part={part}"), None).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        lines += &answer.text;
        part += 1;
        let parts: u8 =
            answer.headers["x-catalogue-parts"].to_str().expect("text").parse().expect("a number");
        if part == parts {
            break;
        }
    }
    assert_eq!(lines.lines().count(), 1);
    let again = world.send(world.signed(OPERATOR, "POST", PATH, &lines)).await;
    assert_eq!(
        (again.field("/written"), again.field("/unchanged")),
        ("0".into(), "1".into()),
        "{}",
        again.text
    );
    let beyond = world.ask(OPERATOR, "GET", &format!("{PATH}?part={part}"), None).await;
    assert_eq!(beyond.status, 400);
}

#[tokio::test]
async fn nobody_else_reads_or_writes_it() {
    let world = World::start().await;
    for (method, body) in [("POST", LINE), ("GET", "")] {
        let answer = world.send(world.signed(MANAGEMENT, method, PATH, body)).await;
        assert_eq!(answer.status, 403, "{}", answer.text);
    }
}

#[tokio::test]
async fn nothing_is_no_catalogue() {
    let world = World::start().await;
    for body in ["", " \n"] {
        let answer = world.send(world.signed(OPERATOR, "POST", PATH, body)).await;
        assert_eq!((answer.status, answer.field("/field")), (400, "body".to_owned()), "{}", answer.text);
    }
}
