//! A large catalogue, made up: names, sellers and descriptions of a few hundred words, the same every time.

use procurement::catalogue::{Audience, Listing, Offer, Pricing, Product, ProductType, Rate, Seller};

const FIRST: [&str; 24] = [
    "Cloud", "Network", "Data", "Secure", "Swift", "Blue", "North", "Open", "Prime", "Clear", "Iron",
    "Silver", "Quick", "Deep", "Bright", "Solid", "Lumen", "Harbor", "Summit", "River", "Stone", "Amber",
    "Cedar", "Falcon",
];
const SECOND: [&str; 28] = [
    "Backup",
    "Monitor",
    "Security",
    "Logs",
    "Vault",
    "Gateway",
    "Replication",
    "Database",
    "Scanner",
    "Pipeline",
    "Ledger",
    "Insight",
    "Firewall",
    "Cache",
    "Queue",
    "Search",
    "Billing",
    "Identity",
    "Archive",
    "Metrics",
    "Desk",
    "Mail",
    "Forms",
    "Deploy",
    "Notebook",
    "Stream",
    "Catalog",
    "Router",
];
const THIRD: [&str; 10] =
    ["Service", "Suite", "Pro", "Enterprise", "Edge", "Hub", "Studio", "Engine", "Platform", "Manager"];
const CATEGORIES: [&str; 12] = [
    "Security",
    "Observability",
    "Storage",
    "Databases",
    "Networking",
    "Developer tools",
    "Machine learning",
    "Finance",
    "Human resources",
    "Marketing",
    "Infrastructure",
    "Business applications",
];
const WORDS: [&str; 60] = [
    "collects",
    "keeps",
    "every",
    "application",
    "server",
    "container",
    "function",
    "alert",
    "query",
    "dashboard",
    "encrypts",
    "storage",
    "region",
    "account",
    "role",
    "policy",
    "audit",
    "trail",
    "report",
    "export",
    "schedule",
    "restore",
    "snapshot",
    "traffic",
    "latency",
    "cluster",
    "node",
    "token",
    "secret",
    "certificate",
    "compliance",
    "standard",
    "template",
    "workflow",
    "approval",
    "ticket",
    "customer",
    "invoice",
    "payment",
    "usage",
    "model",
    "training",
    "dataset",
    "feature",
    "pipeline",
    "stream",
    "event",
    "message",
    "broker",
    "schema",
    "index",
    "table",
    "document",
    "image",
    "package",
    "release",
    "deploy",
    "rollback",
    "test",
    "monitoring",
];

/// So many listings.
pub fn generate(count: usize) -> impl Iterator<Item = Listing> {
    (0..count).map(listing)
}

fn listing(number: usize) -> Listing {
    let id = format!("prod-measured-{number}");
    let name = format!(
        "{} {} {} {number}",
        pick(&FIRST, number, 1),
        pick(&SECOND, number, 2),
        pick(&THIRD, number, 3)
    );
    let seller = mixed(number, 4) % 800;
    let product = Product {
        id: id.parse().unwrap_or_else(|_| unreachable!("an id")),
        summary: text(number, 14),
        description: text(number + 1_000_000, 120),
        product_type: ProductType::ALL[mixed(number, 5) % ProductType::ALL.len()],
        category: pick(&CATEGORIES, number, 6).to_owned(),
        seller: Seller {
            id: format!("seller-{seller}").parse().unwrap_or_else(|_| unreachable!("an id")),
            name: format!("{} {} {seller} Ltd.", pick(&FIRST, seller, 7), pick(&THIRD, seller, 8)),
        },
        support: Some("support@seller.example".to_owned()),
        setup_url: "https://seller.example/start".parse().unwrap_or_else(|_| unreachable!("a URL")),
        withdrawn: false,
        name,
    };
    let offers = (0..1 + mixed(number, 9) % 3).map(|place| offer(&product, number, place)).collect();
    Listing { product, offers }
}

/// One in thirty is private.
fn offer(product: &Product, number: usize, place: usize) -> Offer {
    let private = mixed(number, 10 + place).is_multiple_of(30);
    let account = "111122223333".parse().unwrap_or_else(|_| unreachable!("an account"));
    Offer {
        id: format!("offer-measured-{number}-{place}").parse().unwrap_or_else(|_| unreachable!("an id")),
        product: product.id.clone(),
        revision: 1,
        name: format!("Offer {place} of {}", product.name),
        audience: if private { Audience::Private(vec![account]) } else { Audience::Public },
        pricing: pricing(mixed(number, 20 + place) % 3),
        expires: None,
        replaced_by: None,
    }
}

fn pricing(kind: usize) -> Pricing {
    match kind {
        0 => Pricing::Free,
        1 => Pricing::Byol,
        _ => Pricing::PayAsYouGo {
            currency: iso_currency::Currency::USD,
            rates: vec![Rate { name: "Hours".to_owned(), unit: "hour".to_owned(), price: 1.into() }],
        },
    }
}

fn text(seed: usize, words: usize) -> String {
    let words: Vec<String> = (0..words)
        // Some words are seldom, as in real texts.
        .map(|place| match mixed(seed, place + 30) {
            rare if rare % 20 == 0 => format!("{}{}", WORDS[rare % WORDS.len()], rare % 4_000),
            common => WORDS[common % WORDS.len()].to_owned(),
        })
        .collect();
    words.join(" ")
}

fn pick<'a>(words: &[&'a str], number: usize, salt: usize) -> &'a str {
    words[mixed(number, salt) % words.len()]
}

/// The same every time, and without a pattern that matters here.
fn mixed(number: usize, salt: usize) -> usize {
    let mut mixed = (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ (salt as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
    mixed ^= mixed >> 29;
    mixed = mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^= mixed >> 32;
    usize::try_from(mixed >> 8).unwrap_or_default()
}
