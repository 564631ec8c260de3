//! Content models of the DTDs, for the elements that a cart and an invoice consist of.
//!
//! From cXML.dtd 1.2.069 and InvoiceDetail.dtd 1.2.020. Elements that are not listed are not judged, so a
//! document can pass here and still fail `xmllint`; the other way round it cannot.

use super::tree::Element;

/// Children in their order: `A` once, `A?` at most once, `A*` any number, `A+` at least one, `A|B` either.
const MODELS: &[(&str, &str)] = &[
    ("Header", "From To Sender Path|OriginalDocument?"),
    ("From", "Credential+ Correspondent?"),
    ("To", "Credential+ Correspondent?"),
    ("Sender", "Credential+ UserAgent"),
    ("Credential", "Identity SharedSecret|DigitalSignature|CredentialMac?"),
    ("PunchOutOrderMessage", "BuyerCookie PunchOutOrderMessageHeader ItemIn*"),
    ("PunchOutOrderMessageHeader", "SourcingStatus? Total ShipTo? Shipping? Tax? SupplierOrderInfo?"),
    ("Total", "Money Modifications?"),
    (
        "ItemIn",
        "ItemID Path? ItemDetail SupplierID|SupplierList? ShipTo? Shipping? Tax? SpendDetail? Distribution* Contact* \
         Comments? ScheduleLine* BillTo? Batch? Period? DateInfo* Extrinsic*",
    ),
    ("ItemID", "SupplierPartID SupplierPartAuxiliaryID? BuyerPartID? IdReference*"),
    (
        "ItemDetail",
        "UnitPrice Description+ OverallLimit? ExpectedLimit? UnitOfMeasure PriceBasisQuantity? Classification+ \
         ManufacturerPartID? ManufacturerName? URL? LeadTime? Dimension* ItemDetailIndustry? AttachmentReference* \
         PlannedAcceptanceDays? Extrinsic*",
    ),
    ("UnitPrice", "Money Modifications? PricingConditions?"),
    (
        "InvoiceDetailRequest",
        "InvoiceDetailRequestHeader InvoiceDetailOrder+|InvoiceDetailHeaderOrder+ InvoiceDetailSummary",
    ),
    (
        "InvoiceDetailRequestHeader",
        "InvoiceDetailHeaderIndicator InvoiceDetailLineIndicator InvoicePartner* DocumentReference? InvoiceIDInfo? \
         InvoiceDetailShipping? InvoiceDetailPaymentTerm|PaymentTerm* Period? Comments? Extrinsic*",
    ),
    ("InvoiceDetailOrder", "InvoiceDetailOrderInfo InvoiceDetailItem|InvoiceDetailServiceItem+"),
    ("OrderReference", "DocumentReference"),
    (
        "InvoiceDetailItem",
        "UnitOfMeasure UnitPrice InvoiceDetailItemReference SubtotalAmount? Tax? InvoiceDetailLineSpecialHandling? \
         InvoiceDetailLineShipping? GrossAmount? InvoiceDetailDiscount? NetAmount? Distribution* Comments? Extrinsic*",
    ),
    (
        "InvoiceDetailItemReference",
        "ItemID? Description? ManufacturerPartID? ManufacturerName? Country? SerialNumber*",
    ),
    (
        "InvoiceDetailServiceItem",
        "InvoiceDetailServiceItemReference SubtotalAmount Period? UnitRate? UnitOfMeasure? UnitPrice? Tax? GrossAmount? \
         InvoiceDetailDiscount? NetAmount? Distribution* Comments? InvoiceLaborDetail? Extrinsic*",
    ),
    ("InvoiceDetailServiceItemReference", "Classification* ItemID? Description?"),
    ("SubtotalAmount", "Money"),
    ("NetAmount", "Money"),
    ("DueAmount", "Money"),
    ("Tax", "Money Description TaxDetail* Distribution* Extrinsic*"),
    (
        "InvoiceDetailSummary",
        "SubtotalAmount Tax SpecialHandlingAmount? ShippingAmount? GrossAmount? InvoiceDetailDiscount? NetAmount \
         DepositAmount? DueAmount?",
    ),
];

/// Attributes without which an element is not valid.
const REQUIRED: &[(&str, &[&str])] = &[
    ("cXML", &["payloadID", "timestamp"]),
    ("Credential", &["domain"]),
    ("Status", &["code", "text"]),
    ("PunchOutOrderMessageHeader", &["operationAllowed"]),
    ("ItemIn", &["quantity"]),
    ("Money", &["currency"]),
    ("Description", &["xml:lang"]),
    ("Classification", &["domain"]),
    ("Extrinsic", &["name"]),
    ("InvoiceDetailRequestHeader", &["invoiceID", "invoiceDate"]),
    ("InvoiceDetailItem", &["invoiceLineNumber", "quantity"]),
    ("InvoiceDetailItemReference", &["lineNumber"]),
    ("InvoiceDetailServiceItem", &["invoiceLineNumber"]),
    ("DocumentReference", &["payloadID"]),
];

/// Judges an element and all below it; the answer says where it is wrong.
pub(super) fn judge(element: &Element) -> Result<(), String> {
    judge_attributes(element)?;
    if let Some((_, model)) = MODELS.iter().find(|(name, _)| *name == element.name) {
        judge_children(element, model)?;
    }
    element.children.iter().try_for_each(judge)
}

fn judge_attributes(element: &Element) -> Result<(), String> {
    let required = REQUIRED.iter().find(|(name, _)| *name == element.name);
    let missing = required.and_then(|(_, names)| names.iter().find(|name| element.attribute(name).is_none()));
    missing.map_or(Ok(()), |attribute| Err(format!("{} needs the attribute {attribute}", element.name)))
}

fn judge_children(element: &Element, model: &str) -> Result<(), String> {
    let mut rest = element.children.as_slice();
    for particle in model.split_ascii_whitespace() {
        let Particle { names, least, most } = Particle::parse(particle);
        let found = rest.iter().take(most).take_while(|child| names.contains(&child.name.as_str())).count();
        if found < least {
            return Err(format!("{} needs {} {}", element.name, names.join(" or "), instead_of(rest)));
        }
        rest = &rest[found..];
    }
    match rest.first() {
        None => Ok(()),
        Some(stray) => Err(format!("{} is not allowed here in {}", stray.name, element.name)),
    }
}

fn instead_of(rest: &[Element]) -> String {
    rest.first().map_or_else(|| "at its end".to_owned(), |next| format!("where {} stands", next.name))
}

struct Particle<'a> {
    names: Vec<&'a str>,
    least: usize,
    most: usize,
}

impl<'a> Particle<'a> {
    fn parse(particle: &'a str) -> Self {
        let (least, most) = match particle.chars().last() {
            Some('?') => (0, 1),
            Some('*') => (0, usize::MAX),
            Some('+') => (1, usize::MAX),
            _ => (1, 1),
        };
        let names = particle.split('|').map(|name| name.trim_end_matches(['?', '*', '+'])).collect();
        Self { names, least, most }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::tree::read;

    fn judged(xml: &str) -> Result<(), String> {
        judge(&read(xml.as_bytes()).map_err(|error| error.to_string())?.root)
    }

    #[test]
    fn children_in_their_order_pass() {
        assert_eq!(
            judged("<ItemID><SupplierPartID>1</SupplierPartID><SupplierPartAuxiliaryID/></ItemID>"),
            Ok(())
        );
    }

    #[test]
    fn a_missing_child_is_named_with_its_place() {
        let verdict = judged("<ItemID><SupplierPartAuxiliaryID/></ItemID>");
        assert_eq!(verdict, Err("ItemID needs SupplierPartID where SupplierPartAuxiliaryID stands".into()));
    }

    #[test]
    fn a_stray_or_repeated_child_is_named() {
        let verdict = judged("<OrderReference><DocumentReference payloadID='1'/><X/></OrderReference>");
        assert_eq!(verdict, Err("X is not allowed here in OrderReference".into()));
    }

    #[test]
    fn a_missing_attribute_is_named() {
        assert_eq!(judged("<a><Money>1</Money></a>"), Err("Money needs the attribute currency".into()));
    }

    #[test]
    fn an_alternative_takes_either_but_not_a_mixture_beyond_its_number() {
        let credential = |inner: &str| {
            judged(&format!("<Credential domain='d'><Identity>i</Identity>{inner}</Credential>"))
        };
        assert_eq!(credential("<SharedSecret/>"), Ok(()));
        assert!(credential("<SharedSecret/><SharedSecret/>").is_err());
    }
}
