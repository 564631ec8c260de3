//! A document that came in is run again: dry, to see what would come of it now beside what came of it then, or for real,
//! which is safe because an order that was answered is answered the same (R34, R57).

use cxml::model::{Body, Document, OrderRequest, PunchOutSetupRequest, Request, Response};
use cxml::{Limits, ReadOptions};
use procurement::connection::{Connection, Deployment};
use procurement::deployment;
use procurement::order::{self, Answer, Outcome};
use procurement::refusal::Refusal;
use procurement::sender::Known;
use procurement::setup;

use crate::core::Core;
use crate::documents::{About, Direction};
use crate::ordering::{self, Judged};
use crate::store::KeptDocument;
use crate::table::ReadError;
use crate::wire::Failure;

/// What came of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The Status code.
    pub code: u16,
    /// The Status' content.
    pub text: String,
}

/// A document that was run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// What it is.
    pub kind: String,
    /// What was answered then; nothing where the answer is not kept any more.
    pub then: Option<Told>,
    /// What is answered now.
    pub now: Told,
    /// Whether something was changed by running it again.
    pub changed: bool,
}

/// Why a document is not run again.
#[derive(Debug, thiserror::Error)]
pub enum CannotReplay {
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// There is none.
    #[error("the connection has no document {0}; documents are kept for 90 days")]
    None(String),
    /// It is an answer, or went out.
    #[error("a {0} cannot be run again; only an OrderRequest or a PunchOutSetupRequest that came in can")]
    Kind(String),
    /// It would open somebody's session.
    #[error("a PunchOutSetupRequest is run again dry only: nobody waits for its answer")]
    DryOnly,
    /// It is not what it was.
    #[error("the document cannot be read: {0}")]
    Unreadable(String),
    /// Something is not to be reached.
    #[error("nothing was changed: {0}")]
    Failed(String),
}

/// A document that asks for something, and whether it may mean this connection's mode (R20).
struct Arrived {
    asks: Asks,
    judged: Judged,
}

enum Asks {
    Order(Box<OrderRequest>),
    Setup(Box<PunchOutSetupRequest>),
}

/// What would come of a document now; nothing is written.
pub async fn dry(core: &Core, connection: &Connection, id: &str) -> Result<Replayed, CannotReplay> {
    let (about, arrived) = load(core, connection, id).await?;
    let now = match &arrived.asks {
        Asks::Order(order) => preview(core, connection, &about, order, &arrived.judged).await?,
        Asks::Setup(request) => set_up(core, connection, &about, request, &arrived.judged),
    };
    let then = answered(core, connection, &about).await?;
    Ok(Replayed { kind: about.kind, then, now, changed: false })
}

/// Runs an order again. The connection is the one that it came over: who sent it was proved then.
pub async fn for_real(core: &Core, connection: &Connection, id: &str) -> Result<Replayed, CannotReplay> {
    let (about, arrived) = load(core, connection, id).await?;
    let Arrived { asks: Asks::Order(order), judged } = arrived else { return Err(CannotReplay::DryOnly) };
    let then = answered(core, connection, &about).await?;
    let (now, changed) = match order::read(&about.payload_id, &order) {
        Err(refusal) => (Told::from(&refusal), false),
        Ok(order) => {
            let buyers = std::slice::from_ref(&connection.buyer);
            let loaded = ordering::load(core, buyers, Some(&order)).await?;
            let outcome = ordering::settle_judged(core, connection, &order, loaded, &judged).await?;
            (Told::from(outcome.answer()), !matches!(outcome, Outcome::AlreadyAnswered(_)))
        }
    };
    tracing::info!(connection = %connection.id, document = id, status = now.code, changed, "replay");
    Ok(Replayed { kind: about.kind, then, now, changed })
}

async fn load(core: &Core, connection: &Connection, id: &str) -> Result<(About, Arrived), CannotReplay> {
    let none = || CannotReplay::None(id.to_owned());
    let KeptDocument { about, .. } = find(core, connection, id).await?.ok_or_else(none)?;
    let content = core.store.document(id).await?.ok_or_else(none)?;
    if about.direction == Direction::Out {
        return Err(CannotReplay::Kind(format!("{} that went out", about.kind)));
    }
    let document = read(&content)?;
    let judged = judge(&document, connection, about.proved_by);
    let asks = match document.body {
        Body::Request { request: Request::Order(order), .. } => Asks::Order(order),
        Body::Request { request: Request::PunchOutSetup(setup), .. } => Asks::Setup(setup),
        _ => return Err(CannotReplay::Kind(about.kind)),
    };
    Ok((about, Arrived { asks, judged }))
}

/// Its secret is not kept, but which set of credentials it was of (R20). Where that is not known, what the document says of
/// itself is all that is held against the connection's mode.
fn judge(document: &Document, connection: &Connection, proved_by: Option<Deployment>) -> Judged {
    let set = proved_by.unwrap_or_else(|| Deployment::from(connection.mode));
    let secret = connection.secrets.iter().find(|secret| secret.deployment == set);
    secret.map_or(Ok(None), |secret| deployment::judge(document, &Known { connection, secret }))
}

/// Only among the connection's own documents: who may see one connection need not see another.
async fn find(core: &Core, connection: &Connection, id: &str) -> Result<Option<KeptDocument>, CannotReplay> {
    let all = core.store.documents_of(connection.id).await?;
    Ok(all.into_iter().find(|kept| kept.id == id))
}

/// The headers of the request are not kept, but a body in parts begins with its boundary.
fn read(content: &[u8]) -> Result<Document, CannotReplay> {
    let limits = Limits::default();
    let unreadable = |fault: cxml::Fault| CannotReplay::Unreadable(fault.to_string());
    let read = match boundary(content) {
        None => cxml::read(content, &ReadOptions { limits, charset: None }),
        Some(boundary) => {
            let content_type = format!("multipart/related; boundary=\"{boundary}\"");
            let parts = cxml::multipart::read(&content_type, content, &limits).map_err(unreadable)?;
            cxml::read(&parts.document, &ReadOptions { limits, charset: parts.charset })
        }
    };
    Ok(read.map_err(unreadable)?.document)
}

fn boundary(content: &[u8]) -> Option<String> {
    let rest = content.trim_ascii_start().strip_prefix(b"--")?;
    let line = rest.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    let boundary = std::str::from_utf8(line).ok()?.trim();
    let fits = (1..=70).contains(&boundary.len()) && !boundary.contains('"');
    fits.then(|| boundary.to_owned())
}

async fn preview(
    core: &Core,
    connection: &Connection,
    about: &About,
    order: &OrderRequest,
    judged: &Judged,
) -> Result<Told, CannotReplay> {
    match order::read(&about.payload_id, order) {
        Err(refusal) => Ok(Told::from(&refusal)),
        Ok(order) => Ok(Told::from(ordering::preview(core, connection, &order, judged).await?.answer())),
    }
}

fn set_up(
    core: &Core,
    connection: &Connection,
    about: &About,
    request: &PunchOutSetupRequest,
    judged: &Judged,
) -> Told {
    if let Err(refusal) = judged {
        return Told::from(refusal);
    }
    let decided = setup::decide(&setup::Situation {
        connection,
        payload_id: &about.payload_id,
        request,
        // The query of the request's address is not kept.
        start_url: None,
        references: &core.keys.reference_key(),
        now: core.clock.now(),
    });
    match decided {
        Ok(_) => Told { code: 200, text: "A shopping session is opened.".to_owned() },
        Err(refusal) => Told::from(&refusal),
    }
}

/// The first answer to a document of this payloadID since it came.
async fn answered(core: &Core, connection: &Connection, about: &About) -> Result<Option<Told>, CannotReplay> {
    let all = core.store.documents_of(connection.id).await?;
    let answers = all.into_iter().filter(|kept| {
        kept.about.direction == Direction::Out
            && kept.about.code.is_some()
            && kept.about.names.contains(&about.payload_id)
    });
    let (later, earlier): (Vec<_>, Vec<_>) = answers.partition(|kept| kept.about.at >= about.at);
    // A repeat is answered by what was answered before.
    let Some(answer) = later.last().or(earlier.first()) else { return Ok(None) };
    let Some(content) = core.store.document(&answer.id).await? else { return Ok(None) };
    let Ok(Document { body: Body::Response(Response { status, .. }), .. }) = read(&content) else {
        return Ok(None);
    };
    let text = match status.message.trim() {
        "" if status.code.is_success() => "A shopping session is opened.",
        "" => status.text.as_str(),
        message => message,
    };
    Ok(Some(Told { code: status.code.0, text: text.to_owned() }))
}

// === impl Replayed ===

impl Replayed {
    /// Whether something else comes of it now than then.
    pub fn differs(&self) -> bool {
        self.then.as_ref().is_some_and(|then| *then != self.now)
    }
}

// === impl Told ===

impl From<&Answer> for Told {
    fn from(answer: &Answer) -> Self {
        Self { code: answer.code, text: answer.text.clone() }
    }
}

impl From<&Refusal> for Told {
    fn from(refusal: &Refusal) -> Self {
        Self { code: refusal.code, text: refusal.reason.clone() }
    }
}

impl From<Failure> for CannotReplay {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(status) => Self::Failed(status.message),
            Failure::Temporary(reason) | Failure::Internal(reason) => Self::Failed(reason),
        }
    }
}
