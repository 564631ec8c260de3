//! Which connection an account would use, and why (R3, R58).

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use procurement::account::AccountId;
use procurement::configuration::Problem;
use procurement::reason::Reason as _;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::form::{Field, Mistakes};
use crate::page::{Answer, show_as};
use crate::texts::which::{TEXTS, Words};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "which.html")]
struct WhichPage {
    chrome: Chrome,
    t: &'static Words,
    account: Field,
    /// None before somebody asked.
    found: Option<Found>,
}

/// The answer.
struct Found {
    /// Id and name.
    connections: Vec<(String, String)>,
    /// Why, a sentence for each step.
    reasons: Vec<String>,
}

/// The account that is asked about.
#[derive(Clone, Debug, Deserialize)]
pub struct Asked {
    account: Option<String>,
}

/// `GET /console/which`
pub async fn which(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let t = visitor.words(&TEXTS);
    let connections = visitor.configuration().connections(&visitor.caller).await?;
    let typed = asked.account.unwrap_or_default();
    let mut found = None;
    let mut mistakes = Mistakes::default();
    if !typed.is_empty() {
        match ask(&visitor, &typed).await {
            Ok(answer) => {
                let named = connections.iter().filter(|one| answer.connections.contains(&one.id));
                found = Some(Found {
                    connections: named.map(|one| (one.id.to_string(), one.name.clone())).collect(),
                    reasons: answer.reasons.iter().map(|why| why.words(visitor.language)).collect(),
                });
            }
            Err(config::Failure::Problem(Problem::NotFound(_))) => {
                mistakes = Mistakes::one("account", t.not_ours);
            }
            Err(failure) => mistakes = Mistakes::of(failure, visitor.language)?,
        }
    }
    let status = if mistakes.all().is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    let account = mistakes.field("account", &t.account, typed);
    show_as(status, &WhichPage { chrome: visitor.chrome(Place::Which), t, account, found })
}

async fn ask(
    visitor: &Visitor,
    typed: &str,
) -> Result<procurement::configuration::WhichConnection, config::Failure> {
    let account: AccountId =
        typed.trim().parse().map_err(|error| Problem::invalid("account", format!("{error}.")))?;
    visitor.configuration().which(&visitor.caller, account).await
}
