//! The steps on the procurement system's own side, with the values filled in (R7).

use askama::Template;
use axum::extract::Path;
use procurement::connection::ProcurementSystem;
use procurement::id::ConnectionId;

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::page::{Answer, show};
use crate::texts::guide::{Step, TEXTS, Values, Words};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    steps: Vec<Step>,
}

/// `GET /console/connections/{id}/guide`
pub async fn guide(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    let (connection, head) = load(&visitor, id, Tab::Guide).await?;
    let information = visitor.configuration().purchase_information(&visitor.caller, id).await?;
    let values = Values {
        marketplace: visitor.configuration().core.marketplace.name.clone(),
        unit: connection.settings.unit_of_measure.clone(),
        hosts: connection.settings.form_hosts.join(", "),
        contact: visitor.configuration().operator_contact().await?,
        information,
    };
    let t = visitor.words(&TEXTS);
    let steps = match connection.system {
        ProcurementSystem::Coupa => (t.coupa)(&values),
        ProcurementSystem::SapAriba => (t.ariba)(&values),
    };
    show(&GuidePage { chrome: visitor.chrome(Place::Connections), t, head, steps })
}
