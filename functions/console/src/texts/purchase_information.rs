//! **Purchase information**.

use super::In;

#[derive(Debug)]
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub punch_out_url: &'static str,
    pub order_url: &'static str,
    pub supplier_domain: &'static str,
    pub supplier_identity: &'static str,
    pub buyer_domain: &'static str,
    pub buyer_identity: &'static str,
    pub secret: &'static str,
    pub secret_once: &'static str,
    pub secret_kept: &'static str,
    pub logo: &'static str,
    pub logo_alt: &'static str,
    pub download_logo: &'static str,
}

pub static TEXTS: In<Words> = In {
    english: Words {
        title: "Purchase information",
        lead: "These values are all that the procurement system needs.",
        punch_out_url: "Punch-out URL",
        order_url: "Purchase order URL",
        supplier_domain: "Supplier domain",
        supplier_identity: "Supplier identity",
        buyer_domain: "Buyer domain",
        buyer_identity: "Buyer identity",
        secret: "Shared secret",
        secret_once: "Copy it now. It is shown this once and cannot be shown again, only replaced.",
        secret_kept: "It was shown when it was made. If it is lost, rotate it below.",
        logo: "Logo of the store",
        logo_alt: "The store's logo",
        download_logo: "Download the logo (150 × 50)",
    },
    german: Words {
        title: "Einkaufsinformationen",
        lead: "Mehr als diese Werte braucht das Beschaffungssystem nicht.",
        punch_out_url: "Punch-out-URL",
        order_url: "URL für Bestellungen",
        supplier_domain: "Domäne des Lieferanten",
        supplier_identity: "Kennung des Lieferanten",
        buyer_domain: "Domäne des Käufers",
        buyer_identity: "Kennung des Käufers",
        secret: "Gemeinsames Geheimnis (Shared Secret)",
        secret_once: "Kopieren Sie es jetzt. Es wird nur dieses eine Mal gezeigt; danach kann man es nur ersetzen.",
        secret_kept: "Es wurde gezeigt, als es entstand. Ging es verloren, erneuern Sie es weiter unten.",
        logo: "Logo des Geschäfts",
        logo_alt: "Das Logo des Geschäfts",
        download_logo: "Logo herunterladen (150 × 50)",
    },
};
