//! Confirmations of orders, line by line, as they are received (R43).

use crate::law::{Element, Tree, is_the_suppliers, read, status};
use crate::{About, Buyer, BuyerError, Direction, Status, wire};

/// A confirmation that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The order's number.
    pub order: String,
    /// `ConfirmationHeader/@type`.
    pub kind: String,
    /// The document's payloadID.
    pub payload_id: String,
    /// Its lines.
    pub lines: Vec<ConfirmedLine>,
}

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmedLine {
    /// The line of the order.
    pub number: String,
    /// `ConfirmationStatus/@type`.
    pub status: String,
    /// Why, in words.
    pub comments: String,
}

impl Buyer {
    /// Where confirmations are POSTed.
    pub fn confirmation_url(&self) -> String {
        format!("{}/cxml/confirmations", self.url())
    }

    /// Every confirmation that was taken.
    pub fn received_confirmations(&self) -> Vec<Confirmation> {
        self.state().confirmations.clone()
    }

    pub(crate) fn take_confirmation(&self, body: &[u8]) -> Result<String, BuyerError> {
        let text = String::from_utf8_lossy(body).into_owned();
        let status = match self.judge_confirmation(body) {
            Err(refusal) => refusal,
            Ok(confirmation) => {
                let about = About::Order(confirmation.order.clone());
                self.keep(Direction::Received, "ConfirmationRequest".into(), &about, text);
                let taken = status(200, format!("The confirmation of {} is taken", confirmation.order));
                let mut state = self.state();
                // The same document again is the same confirmation.
                if !state.confirmations.iter().any(|other| other.payload_id == confirmation.payload_id) {
                    state.confirmations.push(confirmation);
                }
                taken
            }
        };
        let now = self.clock().now();
        let payload_id = self.state().ids.payload_id(now, &self.config().host);
        Ok(wire::response(&status, false, payload_id, now)?)
    }

    fn judge_confirmation(&self, body: &[u8]) -> Result<Confirmation, Status> {
        let tree =
            read(body).map_err(|fault| status(406, format!("The document does not parse: {fault}")))?;
        if !is_the_suppliers(&tree.root, &self.invoicing()) {
            return Err(status(401, "The Sender is not known here, or its shared secret is wrong"));
        }
        let confirmation = read_confirmation(&tree)
            .ok_or_else(|| status(406, "There is no ConfirmationRequest with an OrderReference"))?;
        let orders = self.orders();
        let Some(order) = orders.iter().find(|order| order.number == confirmation.order) else {
            return Err(status(417, format!("There is no order {}", confirmation.order)));
        };
        let strange = confirmation.lines.iter().find(|line| {
            line.number.parse::<usize>().map_or(true, |number| number == 0 || number > order.lines.len())
        });
        match strange {
            Some(line) => Err(status(417, format!("The order has no line {}", line.number))),
            None => Ok(confirmation),
        }
    }
}

fn read_confirmation(tree: &Tree) -> Option<Confirmation> {
    let request = tree.root.at("Request/ConfirmationRequest")?;
    let header = request.child("ConfirmationHeader")?;
    let reference = request.child("OrderReference")?;
    reference.child("DocumentReference")?.attribute("payloadID")?;
    Some(Confirmation {
        order: reference.attribute("orderID")?.to_owned(),
        kind: header.attribute("type")?.to_owned(),
        payload_id: tree.root.attribute("payloadID")?.to_owned(),
        lines: request.children_named("ConfirmationItem").filter_map(line).collect(),
    })
}

fn line(item: &Element) -> Option<ConfirmedLine> {
    let status = item.child("ConfirmationStatus")?;
    Some(ConfirmedLine {
        number: item.attribute("lineNumber")?.to_owned(),
        status: status.attribute("type")?.to_owned(),
        comments: status.text_at("Comments").to_owned(),
    })
}
