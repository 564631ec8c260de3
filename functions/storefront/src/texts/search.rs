//! Search.

/// Search.
#[derive(Debug)]
pub struct Texts {
    pub title: &'static str,
    pub title_of: fn(&str) -> String,
    pub heading: &'static str,
    pub missing: fn(&str) -> String,
    pub what: &'static str,
    pub placeholder: &'static str,
    pub search: &'static str,
    pub product_type: &'static str,
    pub all_types: &'static str,
    pub pricing: &'static str,
    pub all_pricings: &'static str,
    pub seller: &'static str,
    pub all_sellers: &'static str,
    pub category: &'static str,
    pub all_categories: &'static str,
    pub apply: &'static str,
    pub clear_all: &'static str,
    pub found: fn(usize) -> String,
    pub found_for: fn(&str) -> String,
    pub similar: &'static str,
    pub try_others: &'static str,
    pub clear_filters: &'static str,
    pub private: &'static str,
    pub no_approval: fn(&str) -> String,
    pub pages: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub page: fn(usize, usize) -> String,
}

pub const ENGLISH: Texts = Texts {
    title: "Search",
    title_of: |words| format!("{words} – search"),
    heading: "Search the marketplace",
    missing: |system| {
        format!(
            "The product that {system} asked for is not in this marketplace. Here is what comes close; or search for something like it."
        )
    },
    what: "What do you need?",
    placeholder: "Product, seller or purpose",
    search: "Search",
    product_type: "Product type",
    all_types: "All types",
    pricing: "Pricing",
    all_pricings: "All pricing",
    seller: "Seller",
    all_sellers: "All sellers",
    category: "Category",
    all_categories: "All categories",
    apply: "Apply",
    clear_all: "Clear all",
    found: |count| match count {
        0 => "Nothing found".to_owned(),
        1 => "1 product".to_owned(),
        more => format!("{more} products"),
    },
    found_for: |words| format!(" for “{words}”"),
    similar: "Nothing has exactly these words. Here is what has similar ones.",
    try_others: "Try fewer or other words.",
    clear_filters: "Clear the filters",
    private: "Private offer for you",
    no_approval: |system| format!("No approval through {system}."),
    pages: "Pages of results",
    previous: "Previous",
    next: "Next",
    page: |page, pages| format!("Page {page} of {pages}"),
};

pub const GERMAN: Texts = Texts {
    title: "Suche",
    title_of: |words| format!("{words} – Suche"),
    heading: "Den Marktplatz durchsuchen",
    missing: |system| {
        format!(
            "Das Produkt, nach dem {system} gefragt hat, gibt es in diesem Marktplatz nicht. Hier ist, was ihm nahe kommt; oder suchen Sie etwas Ähnliches."
        )
    },
    what: "Was brauchen Sie?",
    placeholder: "Produkt, Anbieter oder Zweck",
    search: "Suchen",
    product_type: "Produktart",
    all_types: "Alle Arten",
    pricing: "Preismodell",
    all_pricings: "Alle Preismodelle",
    seller: "Anbieter",
    all_sellers: "Alle Anbieter",
    category: "Kategorie",
    all_categories: "Alle Kategorien",
    apply: "Anwenden",
    clear_all: "Alles zurücksetzen",
    found: |count| match count {
        0 => "Nichts gefunden".to_owned(),
        1 => "1 Produkt".to_owned(),
        more => format!("{more} Produkte"),
    },
    found_for: |words| format!(" für „{words}“"),
    similar: "Nichts enthält genau diese Wörter. Hier ist, was ähnliche enthält.",
    try_others: "Versuchen Sie weniger oder andere Wörter.",
    clear_filters: "Filter zurücksetzen",
    private: "Privates Angebot für Sie",
    no_approval: |system| format!("Keine Genehmigung über {system}."),
    pages: "Seiten der Ergebnisse",
    previous: "Zurück",
    next: "Weiter",
    page: |page, pages| format!("Seite {page} von {pages}"),
};
