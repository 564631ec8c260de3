//! `POST /cxml/setup`: a PunchOutSetupRequest opens a shopping session (R21); a ProfileRequest is told what is supported
//! (R53).

mod profile;

use axum::body::Body;
use axum::extract::State;
use axum::http::Request as HttpRequest;
use axum::response::Response;
use axum::{Router, routing::get};
use cxml::model::{Body as DocumentBody, Document, Header, PunchOutSetupRequest, Request};
use platform::core::Core;
use platform::documents::Direction;
use platform::store::DocumentRef;
use platform::wire::{self, Failure, Inbound};
use procurement::connection::Connection;
use procurement::session::{Session, key_of};
use procurement::{sender, setup};

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
    let answer = async {
        let inbound = wire::receive(request).await?;
        answer(&core, &inbound).await
    };
    wire::answered(&core, answer.await)
}

async fn answer(core: &Core, inbound: &Inbound) -> Result<Document, Failure> {
    let document = &inbound.received.document;
    match (&document.body, &document.header) {
        (DocumentBody::Request { request: Request::PunchOutSetup(request), .. }, Some(header)) => {
            set_up(core, inbound, header, request).await
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
) -> Result<Document, Failure> {
    let now = core.clock.now();
    let connections = core.store.connections_by_buyer(&sender::buyers(header)?).await?;
    let connection = sender::authenticate(header, &connections, &core.keys.secret_key(), now)?;
    let session = setup::decide(&setup::Situation {
        connection,
        payload_id: &inbound.received.document.payload_id,
        request,
        references: &core.keys.reference_key(),
        now,
    })?;
    let token = core.ids.token();
    commit(core, inbound, connection, &session, &token).await?;
    tracing::info!(connection = %connection.id, outcome = "session_opened", "punch-out");
    let start_page = core.marketplace.url(&format!("start/{token}"));
    Ok(Document::punch_out_setup_response(core.payload_id(), now, start_page))
}

async fn commit(
    core: &Core,
    inbound: &Inbound,
    connection: &Connection,
    session: &Session,
    token: &str,
) -> Result<(), Failure> {
    let document = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: connection.id,
        direction: Direction::In,
        kind: "PunchOutSetupRequest",
        payload_id: &inbound.received.document.payload_id,
        content: &inbound.raw,
    };
    let key = key_of(token, &core.keys.secret_key());
    Ok(core.store.open_session(&key, session, &document, session.created).await?)
}
