//! One try at delivering one document.

use cxml::model::Body;
use cxml::{ReadOptions, Secret, StatusCode};
use platform::core::Core;
use platform::documents::Direction;
use platform::keys::Sealed;
use platform::outbound::{Answer, Outbound, OutboundError};
use platform::store::DocumentRef;
use procurement::connection::{Connection, InvoiceDelivery};
use procurement::invoice::DeliveryAnswer;
use procurement::trouble::Trouble;
use secrecy::ExposeSecret as _;

use crate::parcel::Parcel;

/// Sends the document and reads what came back. Every way in which it can fail is an answer too.
pub(crate) async fn deliver(
    core: &Core,
    outbound: &Outbound,
    connection: &Connection,
    delivery: &InvoiceDelivery,
    parcel: &Parcel,
) -> DeliveryAnswer {
    let (kind, payload_id) = (parcel.document.type_name(), parcel.document.payload_id.as_str());
    let names = parcel.names();
    let sent = Kept { direction: Direction::Out, kind, payload_id, names: &names, code: None };
    keep(core, connection, &sent, parcel.without_secret().as_bytes()).await;
    let message = parcel.message();
    let answer = outbound.post(&delivery.url, &message.content_type, message.body).await;
    if let Ok(answer) = &answer {
        let answered = read_status(&answer.body).map(|(code, _)| code.0);
        let received =
            Kept { direction: Direction::In, kind: "Response", payload_id, names: &names, code: answered };
        keep(core, connection, &received, &answer.body).await;
    }
    read(answer)
}

/// The secret that the connection sends with, opened.
pub(crate) fn secret(
    core: &Core,
    connection: &Connection,
    delivery: &InvoiceDelivery,
) -> Result<Secret, Trouble> {
    let sealed = Sealed::from(&delivery.secret);
    let opened = core.keys.open(&sealed, &connection.id.to_string());
    let opened = opened.map_err(|error| Trouble::Secret { detail: error.to_string() })?;
    Ok(Secret::from(opened.expose_secret()))
}

struct Kept<'a> {
    direction: Direction,
    kind: &'a str,
    payload_id: &'a str,
    names: &'a [String],
    code: Option<u16>,
}

/// Kept for the inspector (R57). That it cannot be kept does not hold the delivery up.
async fn keep(core: &Core, connection: &Connection, what: &Kept<'_>, content: &[u8]) {
    let document = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: connection.id,
        direction: what.direction,
        kind: what.kind,
        payload_id: what.payload_id,
        names: what.names.to_vec(),
        code: what.code,
        proved_by: None,
        content,
    };
    if let Err(error) = core.store.put_document(&document, core.clock.now()).await {
        tracing::warn!(%error, kind = what.kind, "a document was not kept");
    }
}

/// The Status in the body is believed, whatever HTTP says (R48).
fn read(answer: Result<Answer, OutboundError>) -> DeliveryAnswer {
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => return unanswered(error),
    };
    match read_status(&answer.body) {
        Some((code, text)) => DeliveryAnswer::Status { code, text },
        None => DeliveryAnswer::NotCxml { http: answer.status },
    }
}

fn unanswered(error: OutboundError) -> DeliveryAnswer {
    let reason = match error {
        OutboundError::Refused(detail) => {
            return DeliveryAnswer::Refused { reason: Trouble::Address { detail } };
        }
        OutboundError::Transport(detail) => Trouble::Unreachable { detail },
        OutboundError::TooLarge => Trouble::LongAnswer,
        OutboundError::Timeout => Trouble::Silent,
    };
    DeliveryAnswer::Unreachable { reason }
}

fn read_status(body: &[u8]) -> Option<(StatusCode, String)> {
    let received = cxml::read(body, &ReadOptions::default()).ok()?;
    let Body::Response(response) = received.document.body else { return None };
    let status = response.status;
    let words = [status.text.trim(), status.message.trim()].into_iter().filter(|words| !words.is_empty());
    Some((status.code, words.collect::<Vec<_>>().join(": ")))
}
