//! English and German, by the browser's preference.

use crate::world::{Browser, MANAGEMENT, MEMBER, OPERATOR, World};

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

/// That no text is missing the compiler knows; that none is still in the other language shows here.
#[tokio::test]
async fn no_page_says_the_same_in_both_languages() {
    let world = World::start().await;
    let (connection, _) = world.coupa().await;
    let of_connection = |page: &str| format!("/console/connections/{}{page}", connection.id);
    let mut pages: Vec<(&str, String)> = ["", "/guide", "/check", "/health", "/requests"]
        .iter()
        .map(|page| (MANAGEMENT, of_connection(page)))
        .collect();
    for page in
        ["connections", "connections/new/coupa", "connections/new/ariba", "organisation", "which", "nowhere"]
    {
        pages.push((MANAGEMENT, format!("/console/{page}")));
    }
    for page in ["customers", "onboarding", "audit"] {
        pages.push((OPERATOR, format!("/console/{page}")));
    }
    pages.push((OPERATOR, of_connection("/remove")));
    for (account, page) in pages {
        let browser = world.signed_in(account).await;
        let english = world.get(&browser, &page).await;
        let german = world.get(&browser.in_language("de"), &page).await;
        for words in ["title", "main p", "main label", "main button", "footer p"] {
            let (english, german) = (english.all(words), german.all(words));
            assert_eq!(english.len(), german.len(), "{page} {words}");
            let same = english.iter().zip(&german).filter(|(english, german)| english == german);
            let same: Vec<_> = same.map(|(text, _)| text.as_str()).filter(|text| !is_a_name(text)).collect();
            assert!(same.is_empty(), "{page} {words}: {same:?}");
        }
    }
}

/// What is called the same in both languages.
fn is_a_name(text: &str) -> bool {
    ["Name", "Ariba Network ID (ANID)", "Purchasing"].contains(&text)
        || text.is_empty()
        || text.starts_with("Test ")
}
