//! **Messages** (R57): every document in and out, found by words; one of them masked, with what would come of it now.

use askama::Template;
use axum::extract::{Path, Query};
use platform::documents::Direction;
use platform::oversight::replay::{Replayed, Told};
use platform::store::KeptDocument;
use procurement::id::ConnectionId;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::head::{Head, Tab, load};
use crate::notice::{After, Done};
use crate::page::{Answer, show};
use crate::texts::messages::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::moment;

/// The most that one page lists; words find the others.
const LISTED: usize = 200;

#[derive(Template)]
#[template(path = "messages.html")]
struct MessagesPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    find: String,
    rows: Vec<Row>,
    more: bool,
}

#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    row: Row,
    text: String,
    replayed: Option<Compared>,
    may_run: bool,
}

/// A document in the list.
struct Row {
    id: String,
    incoming: bool,
    kind: String,
    at: String,
    payload_id: String,
    names: String,
    code: Option<u16>,
}

/// What came of a document then, and what would now.
struct Compared {
    then: Option<Told>,
    now: Told,
    differs: bool,
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub struct Find {
    #[serde(default)]
    find: String,
}

/// `GET /console/connections/{id}/messages`
pub async fn list(visitor: Visitor, Path(id): Path<ConnectionId>, Query(asked): Query<Find>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Messages).await?;
    let find: String = asked.find.trim().chars().take(200).collect();
    let words = Some(find.as_str()).filter(|words| !words.is_empty());
    let found = visitor.configuration().documents(&visitor.caller, id, words).await?;
    show(&MessagesPage {
        chrome: visitor.chrome(Place::Connections),
        t: visitor.words(&TEXTS),
        head,
        more: found.len() > LISTED,
        rows: found.iter().take(LISTED).map(|kept| Row::of(kept, &visitor)).collect(),
        find,
    })
}

/// `GET /console/connections/{id}/messages/{document}`
pub async fn view(
    visitor: Visitor,
    Path((id, document)): Path<(ConnectionId, String)>,
    Query(after): Query<After>,
) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Messages).await?;
    let (kept, text) = visitor.configuration().document(&visitor.caller, id, &document).await?;
    let replayed = replayed(&visitor, id, &kept).await?;
    let may_run = head.may_change && kept.about.kind == "OrderRequest";
    show(&MessagePage {
        chrome: visitor.chrome(Place::Connections).after(after.done, &visitor),
        t: visitor.words(&TEXTS),
        head,
        row: Row::of(&kept, &visitor),
        text,
        replayed,
        may_run,
    })
}

/// `POST /console/connections/{id}/messages/{document}/replay` (R34)
pub async fn replay(visitor: Visitor, Path((id, document)): Path<(ConnectionId, String)>) -> Answer {
    let replayed = visitor.configuration().replay(&visitor.caller, id, &document).await?;
    let done = if replayed.changed { Done::Replayed } else { Done::ReplayedUnchanged };
    Ok(visitor.go_to(&format!("/console/connections/{id}/messages/{document}?{}", done.in_address())))
}

/// Only what came in and asks for something can be run again.
async fn replayed(
    visitor: &Visitor,
    id: ConnectionId,
    kept: &KeptDocument,
) -> Result<Option<Compared>, Failure> {
    let asks = matches!(kept.about.kind.as_str(), "OrderRequest" | "PunchOutSetupRequest");
    if kept.about.direction == Direction::Out || !asks {
        return Ok(None);
    }
    let replayed = visitor.configuration().replay_dry(&visitor.caller, id, &kept.id).await?;
    let differs = replayed.differs();
    let Replayed { then, now, .. } = replayed;
    Ok(Some(Compared { then, now, differs }))
}

// === impl Row ===

impl Row {
    fn of(kept: &KeptDocument, visitor: &Visitor) -> Self {
        let about = &kept.about;
        Self {
            id: kept.id.clone(),
            incoming: about.direction == Direction::In,
            kind: about.kind.clone(),
            at: moment(visitor.language, about.at),
            payload_id: about.payload_id.clone(),
            names: procurement::inspector::masked(about.names.join(", ").as_bytes()),
            code: about.code,
        }
    }
}
