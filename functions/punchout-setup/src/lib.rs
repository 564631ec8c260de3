//! `POST /cxml/setup`: a PunchOutSetupRequest opens a shopping session (R21); a ProfileRequest is told what is supported
//! (R53).

mod profile;

use axum::body::Body;
use axum::extract::State;
use axum::http::Request as HttpRequest;
use axum::response::Response;
use axum::{Router, routing::get};
use cxml::model::{Body as DocumentBody, Document, Header, PunchOutSetupRequest, Request};
use cxml::{Status, StatusCode};
use platform::core::Core;
use platform::documents::Direction;
use platform::store::DocumentRef;
use platform::wire::{self, Failure, Inbound};
use procurement::connection::Connection;
use procurement::refusal::Refusal;
use procurement::sender::{self, Known};
use procurement::session::{Session, key_of};
use procurement::{deployment, setup};

/// Where punch-outs are POSTed.
pub const PATH: &str = "/cxml/setup";

/// The routes of this function.
pub fn routes(core: Core) -> Router {
    Router::new().route(PATH, get(ping).post(post).fallback(other_method)).with_state(core)
}

async fn ping(State(core): State<Core>) -> Response {
    wire::ping(&core)
}

async fn other_method(State(core): State<Core>) -> Response {
    wire::other_method(&core)
}

async fn post(State(core): State<Core>, request: HttpRequest<Body>) -> Response {
    let start_url = start_url(request.uri().query());
    let answer = async {
        let inbound = wire::receive(request).await?;
        answer(&core, &inbound, start_url.as_deref()).await
    };
    wire::answered(&core, answer.await)
}

/// The buyer's sign-on page, as the administrator wrote it behind the punch-out address (R26).
fn start_url(query: Option<&str>) -> Option<String> {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let named = pairs.into_iter().find(|(name, _)| name == "start_url");
    named.map(|(_, value)| value.into_owned()).filter(|value| !value.is_empty())
}

async fn answer(core: &Core, inbound: &Inbound, start_url: Option<&str>) -> Result<Document, Failure> {
    let document = &inbound.received.document;
    match (&document.body, &document.header) {
        (DocumentBody::Request { request: Request::PunchOutSetup(request), .. }, Some(header)) => {
            set_up(core, inbound, header, request, start_url).await
        }
        (DocumentBody::Request { request: Request::Profile, .. }, _) => Ok(profile::answer(core)),
        _ => Err(wire::not_supported(document.type_name(), "PunchOutSetupRequest or ProfileRequest")),
    }
}

/// Load, decide, commit, answer.
async fn set_up(
    core: &Core,
    inbound: &Inbound,
    header: &Header,
    request: &PunchOutSetupRequest,
    start_url: Option<&str>,
) -> Result<Document, Failure> {
    let now = core.clock.now();
    let connections = core.store.connections_by_buyer(&sender::buyers(header)?).await?;
    let known = core.authenticate(header, &connections).await?;
    let connection = known.connection;
    let judged = deployment::judge(&inbound.received.document, &known);
    let decided = setup::decide(&setup::Situation {
        connection,
        payload_id: &inbound.received.document.payload_id,
        request,
        start_url,
        references: &core.keys.reference_key(),
        now,
    });
    let decided = judged.and_then(|mark| Ok(Session { mark, ..decided? }));
    match decided {
        Ok(session) => open(core, inbound, &known, &session).await,
        Err(refusal) => refuse(core, inbound, &known, refusal).await,
    }
}

async fn open(
    core: &Core,
    inbound: &Inbound,
    known: &Known<'_>,
    session: &Session,
) -> Result<Document, Failure> {
    let connection = known.connection;
    let token = core.ids.token();
    let start_page = core.marketplace.url(&format!("start/{token}"));
    let answer = Document::punch_out_setup_response(core.payload_id(), session.created, start_page);
    // Who looks at documents must not find the way into somebody's session.
    let text = wire::text(&answer).replace(&token, "********");
    let names = session.requester.names();
    let documents = [
        asked(core, inbound, known, names.clone()),
        answered(core, inbound, connection, names, &answer, text.as_bytes()),
    ];
    let key = key_of(&token, &core.keys.secret_key());
    core.store.open_session(&key, session, &documents, session.created).await?;
    let marked = session.mark.is_some();
    tracing::info!(connection = %connection.id, outcome = "session_opened", marked, "punch-out");
    Ok(answer)
}

/// What a known sender is refused is kept like all that it sends (R57).
async fn refuse(
    core: &Core,
    inbound: &Inbound,
    known: &Known<'_>,
    refusal: Refusal,
) -> Result<Document, Failure> {
    let connection = known.connection;
    let now = core.clock.now();
    let status = Status::new(StatusCode(refusal.code), refusal.reason);
    let answer = Document::response(core.payload_id(), now, status);
    let text = wire::text(&answer);
    core.store.put_document(&asked(core, inbound, known, Vec::new()), now).await?;
    let kept = answered(core, inbound, connection, Vec::new(), &answer, text.as_bytes());
    core.store.put_document(&kept, now).await?;
    tracing::info!(connection = %connection.id, outcome = "refused", status = refusal.code, "punch-out");
    Ok(answer)
}

fn asked<'a>(core: &Core, inbound: &'a Inbound, known: &Known<'_>, names: Vec<String>) -> DocumentRef<'a> {
    DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: known.connection.id,
        direction: Direction::In,
        kind: "PunchOutSetupRequest",
        payload_id: &inbound.received.document.payload_id,
        names,
        code: None,
        proved_by: Some(known.secret.deployment),
        content: &inbound.raw,
    }
}

fn answered<'a>(
    core: &Core,
    inbound: &Inbound,
    connection: &Connection,
    mut names: Vec<String>,
    answer: &'a Document,
    content: &'a [u8],
) -> DocumentRef<'a> {
    names.push(inbound.received.document.payload_id.clone());
    let code = match &answer.body {
        DocumentBody::Response(response) => Some(response.status.code.0),
        _ => None,
    };
    DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: connection.id,
        direction: Direction::Out,
        kind: "Response",
        payload_id: &answer.payload_id,
        names,
        code,
        proved_by: None,
        content,
    }
}
