//! The steps in English.

use super::{Step, Values, Words, step};

pub const WORDS: Words = Words {
    title: "Setup guide",
    lead: "What an administrator of your procurement system does there. Values in grey are copied as they are.",
    coupa,
    ariba,
};

fn coupa(v: &Values) -> Vec<Step> {
    let i = &v.information;
    vec![
        step(
            "Supplier",
            "Setup › Suppliers › Create. The supplier is the marketplace, whoever sells the single product.",
            vec![("Name", v.marketplace.clone()), ("PO method", "cXML".to_owned())],
        ),
        step(
            "Contract",
            "Suppliers › Contracts › Create. Choose the supplier, today as the start, and allow it for punch-out. Lines that come from the marketplace are then ordered on this contract.",
            vec![("Supplier", v.marketplace.clone()), ("Status", "Published".to_owned())],
        ),
        step(
            "Punch-out catalogue",
            "Setup › Suppliers › Punchouts › Create. Upload the logo from the settings page: it is what your people press.",
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
            "cXML purchase orders",
            "Open the supplier again, section cXML. Purchase orders go out as soon as they are approved.",
            vec![
                ("cXML URL", i.order_url.clone()),
                ("cXML domain", i.buyer_domain.clone()),
                ("cXML identity", i.buyer_identity.clone()),
                ("cXML supplier domain", i.supplier_domain.clone()),
                ("cXML supplier identity", i.supplier_identity.clone()),
            ],
        ),
        step(
            "Shared secret",
            "Type the same secret into the punch-out catalogue and the supplier's cXML section. It is the one that was shown once.",
            Vec::new(),
        ),
        step(
            "Units and commodities",
            "The unit of measure of the lines must be enabled, or Coupa drops the cart. Map the UNSPSC codes to your commodities.",
            vec![
                ("Unit of measure", v.unit.clone()),
                ("UNSPSC", "81162000, 43232701, 43230000".to_owned()),
                ("Carts come back to", v.hosts.clone()),
            ],
        ),
        step(
            "Try it",
            "Shop, request approval, approve and order. In test mode nothing is bought; the request shows here under Requests. Then switch test mode off.",
            Vec::new(),
        ),
    ]
}

fn ariba(v: &Values) -> Vec<Step> {
    let i = &v.information;
    vec![
        step(
            "Relationship",
            format!(
                "Write to {} with your Ariba Network ID, and accept the trading relationship that the operator of the marketplace starts in the SAP Business Network.",
                v.contact
            ),
            vec![("Your Ariba Network ID", i.buyer_identity.clone()), ("Supplier", v.marketplace.clone())],
        ),
        step(
            "Supplier",
            "Create the marketplace as a supplier in SAP Ariba, and enable it for orders over the network.",
            vec![
                ("Name", v.marketplace.clone()),
                ("Supplier domain", i.supplier_domain.clone()),
                ("Supplier identity", i.supplier_identity.clone()),
            ],
        ),
        step(
            "Punch-out catalogue",
            "Subscribe to the punch-out catalogue that the operator publishes: level 1, one link to the store.",
            vec![
                ("Punch-out URL", i.punch_out_url.clone()),
                ("Buyer domain", i.buyer_domain.clone()),
                ("Buyer identity", i.buyer_identity.clone()),
            ],
        ),
        step(
            "Purchase orders",
            "Orders go over the SAP Business Network; the operator sets this address and the secret there.",
            vec![("Order URL", i.order_url.clone())],
        ),
        step(
            "Units and commodities",
            "Allow the unit of measure of the lines, and map the UNSPSC codes to your commodities.",
            vec![
                ("Unit of measure", v.unit.clone()),
                ("UNSPSC", "81162000, 43232701, 43230000".to_owned()),
                ("Carts come back to", v.hosts.clone()),
            ],
        ),
        step(
            "Try it, and go live",
            "Shop and order while the connection is in testing: nothing is bought. Then ask to go live on the settings page.",
            Vec::new(),
        ),
    ]
}
