//! What stands around every page.

/// What stands around every page.
#[derive(Debug)]
pub struct Texts {
    pub skip: &'static str,
    pub test_banner: &'static str,
    pub test_foot: &'static str,
    pub navigation: &'static str,
    pub search: &'static str,
    pub requests: &'static str,
    pub subscriptions: &'static str,
    pub cart: &'static str,
    pub items: fn(usize) -> &'static str,
    pub looking: fn(&str) -> String,
    pub editing: fn(&str) -> String,
    pub shopping_as: fn(&str, &str) -> String,
    pub your_system: &'static str,
    /// When the session ends (R25).
    pub ends_at: fn(&str) -> String,
    /// Five minutes before.
    pub ends_soon: &'static str,
    pub ended: &'static str,
    pub extend: &'static str,
    pub extended: &'static str,
}

pub const ENGLISH: Texts = Texts {
    skip: "Skip to the content",
    test_banner: "Nothing will be bought or charged.",
    test_foot: "Nothing will be bought.",
    navigation: "Marketplace",
    search: "Search",
    requests: "Requests",
    subscriptions: "Subscriptions",
    cart: "Cart",
    items: |count| if count == 1 { "item" } else { "items" },
    looking: |system| {
        format!("You are looking at a cart from {system}. It can be looked at, but not changed.")
    },
    editing: |system| {
        format!(
            "You are changing a cart that came from {system}. It stays as it was there until you send it again."
        )
    },
    shopping_as: |requester, system| format!("Shopping as {requester}, connected to {system}."),
    your_system: "your procurement system",
    ends_at: |time| format!("This session ends at {time} unless a page is opened before."),
    ends_soon: "This session ends in less than 5 minutes. Extend it, or open any page.",
    ended: "This session has ended. Go back to your procurement system and open the marketplace there again.",
    extend: "Extend the session",
    extended: "The session goes on for another 60 minutes.",
};

pub const GERMAN: Texts = Texts {
    skip: "Zum Inhalt springen",
    test_banner: "Es wird nichts gekauft und nichts berechnet.",
    test_foot: "Es wird nichts gekauft.",
    navigation: "Marktplatz",
    search: "Suche",
    requests: "Anfragen",
    subscriptions: "Abonnements",
    cart: "Warenkorb",
    items: |count| if count == 1 { "Position" } else { "Positionen" },
    looking: |system| {
        format!("Sie sehen einen Warenkorb aus {system}. Er kann angesehen, aber nicht geändert werden.")
    },
    editing: |system| {
        format!(
            "Sie ändern einen Warenkorb aus {system}. Dort bleibt er, wie er war, bis Sie ihn wieder senden."
        )
    },
    shopping_as: |requester, system| format!("Sie kaufen als {requester} ein, verbunden mit {system}."),
    your_system: "Ihrem Beschaffungssystem",
    ends_at: |time| format!("Diese Sitzung endet um {time}, wenn vorher keine Seite geöffnet wird."),
    ends_soon: "Diese Sitzung endet in weniger als 5 Minuten. Verlängern Sie sie, oder öffnen Sie irgendeine Seite.",
    ended: "Diese Sitzung ist beendet. Gehen Sie zurück zu Ihrem Beschaffungssystem und öffnen Sie den Marktplatz dort erneut.",
    extend: "Sitzung verlängern",
    extended: "Die Sitzung läuft weitere 60 Minuten.",
};
