//! English and German, by the browser's preference.

use crate::world::{Browser, MANAGEMENT, MEMBER, World};

#[tokio::test]
async fn the_browsers_preference_decides_about_the_language() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let english = world.get(&browser, "/console/connections").await;
    assert_eq!(english.heading(), "Manage procurement systems");
    assert_eq!(english.attribute("html", "lang").as_deref(), Some("en"));
    let german = world.get(&browser.in_language("de-AT,de;q=0.9,en;q=0.5"), "/console/connections").await;
    assert_eq!(german.heading(), "Beschaffungssysteme verwalten");
    assert_eq!(german.attribute("html", "lang").as_deref(), Some("de"));
}

#[tokio::test]
async fn refusals_are_told_in_both_languages() {
    let world = World::start().await;
    let member = world.signed_in(MEMBER).await;
    let english = world.get(&member, "/console/connections").await;
    assert!(english.text.contains("Its management account 111122223333 may configure"), "{}", english.text);
    let german = world.get(&member.in_language("de"), "/console/connections").await;
    assert!(
        german.text.contains("Konfigurieren darf deren Verwaltungskonto 111122223333"),
        "{}",
        german.text
    );
    let stranger = world.get(&Browser::stranger().in_language("de"), "/console/sign-in").await;
    assert_eq!(stranger.heading(), "An der Konsole anmelden");
}
