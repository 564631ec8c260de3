//! One try at delivering one invoice.

use cxml::model::{Body, Document};
use cxml::{ReadOptions, Secret, WriteOptions};
use platform::core::Core;
use platform::documents::Direction;
use platform::keys::Sealed;
use platform::outbound::{Answer, Outbound, OutboundError};
use platform::store::{DocumentRef, InvoiceWork};
use procurement::connection::InvoiceDelivery;
use procurement::invoice::{self, DeliveryAnswer, Invoice};
use secrecy::ExposeSecret as _;

const CONTENT_TYPE: &str = "text/xml; charset=UTF-8";

/// Sends the invoice and reads what came back. Every way in which it can fail is an answer too.
pub(crate) async fn deliver(
    core: &Core,
    outbound: &Outbound,
    work: &InvoiceWork,
    invoice: &Invoice,
) -> DeliveryAnswer {
    let Some(delivery) = invoice::channel(&work.connection) else {
        return DeliveryAnswer::Refused { reason: "the connection has no electronic invoicing".to_owned() };
    };
    let secret = match open(core, work, delivery) {
        Ok(secret) => secret,
        Err(reason) => return DeliveryAnswer::Refused { reason },
    };
    let document = invoice::build(invoice, &work.agreement, delivery, secret, &core.marketplace);
    let options = WriteOptions::version(&delivery.version);
    keep(core, invoice, cxml::write(&without_secret(document.clone()), &options)).await;
    answer(outbound.post(&delivery.url, CONTENT_TYPE, cxml::write(&document, &options)).await)
}

fn open(core: &Core, work: &InvoiceWork, delivery: &InvoiceDelivery) -> Result<Secret, String> {
    let sealed = Sealed::from(&delivery.secret);
    let opened =
        core.keys.open(&sealed, &work.connection.id.to_string()).map_err(|error| error.to_string())?;
    Ok(Secret::from(opened.expose_secret()))
}

/// What is kept for the inspector has no secret in it. That it cannot be kept does not hold the invoice up.
async fn keep(core: &Core, invoice: &Invoice, text: String) {
    let document = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: invoice.connection,
        direction: Direction::Out,
        kind: "InvoiceDetailRequest",
        payload_id: &invoice.payload_id,
        content: text.as_bytes(),
    };
    if let Err(error) = core.store.put_document(&document, core.clock.now()).await {
        tracing::warn!(%error, invoice = invoice.number, "the invoice's document was not kept");
    }
}

fn without_secret(mut document: Document) -> Document {
    for credential in document.header.iter_mut().flat_map(|header| &mut header.sender.credentials) {
        credential.secret = credential.secret.as_ref().map(|_| Secret::from("********"));
    }
    document
}

/// The Status in the body is believed, whatever HTTP says (R48).
fn answer(answer: Result<Answer, OutboundError>) -> DeliveryAnswer {
    let answer = match answer {
        Ok(answer) => answer,
        Err(OutboundError::Refused(reason)) => return DeliveryAnswer::Refused { reason },
        Err(error) => return DeliveryAnswer::Unreachable { reason: error.to_string() },
    };
    let not_cxml = DeliveryAnswer::NotCxml { http: answer.status };
    match cxml::read(&answer.body, &ReadOptions::default()) {
        Ok(received) => match received.document.body {
            Body::Response(response) => DeliveryAnswer::Status {
                code: response.status.code,
                text: format!("{} {}", response.status.text, response.status.message).trim().to_owned(),
            },
            _ => not_cxml,
        },
        Err(_) => not_cxml,
    }
}
