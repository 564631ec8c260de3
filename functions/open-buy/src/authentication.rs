//! `POST /open-buy/authentication`: a token for a connection's identity and secret.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use procurement::connection::{Connection, Identity, ProcurementSystem};
use serde::{Deserialize, Serialize};

use crate::OpenBuy;
use crate::fault::{Fault, read};
use crate::token;

/// The domains in which an identity without one is looked for.
const DOMAINS: [&str; 2] = ["NetworkId", "DUNS"];
const UNKNOWN: &str = "The credentials are not known here. Send the buyer identity and the shared secret of the \
                       connection's Purchase information as \"identity:secret\".";

#[derive(Deserialize)]
pub struct Request {
    credentials: Credentials,
    /// Whose search it is; all of an organisation's people see the same.
    #[serde(default, rename = "email")]
    _email: Option<String>,
}

/// The connection's buyer identity and its secret.
#[derive(Deserialize)]
#[serde(untagged)]
enum Credentials {
    /// `identity:secret`
    Text(String),
    /// Both apart, with the identity's domain where it is not one of [`DOMAINS`].
    Parts {
        identity: String,
        #[serde(alias = "shared_secret")]
        secret: String,
        #[serde(default)]
        domain: Option<String>,
    },
}

#[derive(Serialize)]
pub struct Answer {
    token: String,
    /// In seconds.
    expires_in: i64,
}

/// The token.
pub async fn authenticate(State(open_buy): State<OpenBuy>, body: Bytes) -> Result<Json<Answer>, Fault> {
    let request: Request = read(&body)?;
    let (identities, secret) = request.credentials.parts().ok_or(Fault::Unauthorized(UNKNOWN))?;
    let core = &open_buy.core;
    let (key, now) = (core.keys.secret_key(), core.clock.now());
    let connections = core.store.connections_by_buyer(&identities).await?;
    let presented = |connection| Connection::secret_presented(connection, &key, &secret, now);
    let (connection, secret) = connections
        .iter()
        .find_map(|connection| Some((connection, presented(connection)?)))
        .ok_or(Fault::Unauthorized(UNKNOWN))?;
    may_search(connection)?;
    core.store.secret_used(connection.id, secret.id(), now).await;
    tracing::info!(connection = %connection.id, "open buy token");
    let token = token::issue(connection.id, &key, now);
    Ok(Json(Answer { token, expires_in: token::LIFE.as_secs() }))
}

/// Open Buy is Coupa's, and only while the connection is enabled (R14).
pub fn may_search(connection: &Connection) -> Result<(), Fault> {
    match (connection.system, connection.enabled) {
        (ProcurementSystem::Coupa, true) => Ok(()),
        (ProcurementSystem::Coupa, false) => Err(Fault::Unauthorized(
            "The connection is disabled. An administrator can enable it in the marketplace's console.",
        )),
        (ProcurementSystem::SapAriba, _) => Err(Fault::Unauthorized(
            "Open Buy is for connections to Coupa. SAP Ariba opens the store by punch-out.",
        )),
    }
}

// === impl Credentials ===

impl Credentials {
    fn parts(self) -> Option<(Vec<Identity>, String)> {
        let (identity, secret, domain) = match self {
            Self::Text(text) => {
                let (identity, secret) = text.split_once(':')?;
                (identity.to_owned(), secret.to_owned(), None)
            }
            Self::Parts { identity, secret, domain } => (identity, secret, domain),
        };
        let domains = domain.as_deref().map_or(DOMAINS.to_vec(), |domain| vec![domain]);
        let identities = domains
            .iter()
            .filter_map(|domain| Identity::new(domain, &identity).ok())
            .map(|one| one.account().0)
            .collect();
        Some((identities, secret))
    }
}
