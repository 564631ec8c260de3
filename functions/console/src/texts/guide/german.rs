//! The steps in German.

use super::{Step, Values, Words, step};

pub const WORDS: Words = Words {
    title: "Anleitung",
    lead: "Was ein Administrator Ihres Beschaffungssystems dort tut. Graue Werte werden kopiert, wie sie sind.",
    coupa,
    ariba,
};

fn coupa(v: &Values) -> Vec<Step> {
    let i = &v.information;
    vec![
        step(
            "Lieferant",
            "Setup › Suppliers › Create. Lieferant ist der Marktplatz, wer auch immer das einzelne Produkt verkauft.",
            vec![("Name", v.marketplace.clone()), ("PO method", "cXML".to_owned())],
        ),
        step(
            "Vertrag",
            "Suppliers › Contracts › Create. Wählen Sie den Lieferanten, heute als Beginn, und lassen Sie ihn für Punch-out zu. Positionen vom Marktplatz werden dann auf diesen Vertrag bestellt.",
            vec![("Supplier", v.marketplace.clone()), ("Status", "Published".to_owned())],
        ),
        step(
            "Punch-out-Katalog",
            "Setup › Suppliers › Punchouts › Create. Laden Sie das Logo von der Seite mit den Einstellungen hoch: Darauf drücken Ihre Leute.",
            vec![
                ("Supplier", v.marketplace.clone()),
                ("Protocol", "cXML".to_owned()),
                ("Punchout URL", i.punch_out_url.clone()),
                ("Buyer domain", i.buyer_domain.clone()),
                ("Buyer identity", i.buyer_identity.clone()),
                ("Supplier domain", i.supplier_domain.clone()),
                ("Supplier identity", i.supplier_identity.clone()),
            ],
        ),
        step(
            "Bestellungen über cXML",
            "Öffnen Sie den Lieferanten noch einmal, Abschnitt cXML. Bestellungen gehen hinaus, sobald sie genehmigt sind.",
            vec![
                ("cXML URL", i.order_url.clone()),
                ("cXML domain", i.buyer_domain.clone()),
                ("cXML identity", i.buyer_identity.clone()),
                ("cXML supplier domain", i.supplier_domain.clone()),
                ("cXML supplier identity", i.supplier_identity.clone()),
            ],
        ),
        step(
            "Gemeinsames Geheimnis",
            "Tragen Sie dasselbe Geheimnis in den Punch-out-Katalog und in den cXML-Abschnitt des Lieferanten ein. Es ist das, das einmal gezeigt wurde.",
            Vec::new(),
        ),
        step(
            "Einheiten und Warengruppen",
            "Die Mengeneinheit der Positionen muss zugelassen sein, sonst verwirft Coupa den Warenkorb. Ordnen Sie die UNSPSC-Codes Ihren Warengruppen zu.",
            vec![
                ("Unit of measure", v.unit.clone()),
                ("UNSPSC", "81162000, 43232701, 43230000".to_owned()),
                ("Warenkörbe kommen zurück an", v.hosts.clone()),
            ],
        ),
        step(
            "Ausprobieren",
            "Einkaufen, Genehmigung anfragen, genehmigen, bestellen. Im Testmodus wird nichts gekauft; die Anfrage steht hier unter Anfragen. Schalten Sie danach den Testmodus aus.",
            Vec::new(),
        ),
    ]
}

fn ariba(v: &Values) -> Vec<Step> {
    let i = &v.information;
    vec![
        step(
            "Handelsbeziehung",
            format!(
                "Schreiben Sie an {} mit Ihrer Ariba Network ID, und nehmen Sie die Handelsbeziehung an, die der Betreiber des Marktplatzes im SAP Business Network beginnt.",
                v.contact
            ),
            vec![("Ihre Ariba Network ID", i.buyer_identity.clone()), ("Lieferant", v.marketplace.clone())],
        ),
        step(
            "Lieferant",
            "Legen Sie den Marktplatz in SAP Ariba als Lieferanten an und lassen Sie ihn für Bestellungen über das Netzwerk zu.",
            vec![
                ("Name", v.marketplace.clone()),
                ("Supplier domain", i.supplier_domain.clone()),
                ("Supplier identity", i.supplier_identity.clone()),
            ],
        ),
        step(
            "Punch-out-Katalog",
            "Abonnieren Sie den Punch-out-Katalog, den der Betreiber veröffentlicht: Stufe 1, ein Link zum Geschäft.",
            vec![
                ("Punch-out URL", i.punch_out_url.clone()),
                ("Buyer domain", i.buyer_domain.clone()),
                ("Buyer identity", i.buyer_identity.clone()),
            ],
        ),
        step(
            "Bestellungen",
            "Bestellungen gehen über das SAP Business Network; der Betreiber trägt dort diese Adresse und das Geheimnis ein.",
            vec![("Order URL", i.order_url.clone())],
        ),
        step(
            "Einheiten und Warengruppen",
            "Lassen Sie die Mengeneinheit der Positionen zu, und ordnen Sie die UNSPSC-Codes Ihren Warengruppen zu.",
            vec![
                ("Unit of measure", v.unit.clone()),
                ("UNSPSC", "81162000, 43232701, 43230000".to_owned()),
                ("Warenkörbe kommen zurück an", v.hosts.clone()),
            ],
        ),
        step(
            "Ausprobieren und produktiv gehen",
            "Kaufen und bestellen Sie, solange die Verbindung im Test ist: Es wird nichts gekauft. Bitten Sie danach auf der Seite mit den Einstellungen um den Produktivbetrieb.",
            Vec::new(),
        ),
    ]
}
