//! What the operator may change about an agreement that goes on (`docs/adr/0009`): its last day, and what is not invoiced yet,
//! within what the purchase order commits to. More than that is requested and ordered anew.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::change::reason_of;
use super::{Agreement, Alteration, Alterations, CannotChange, Changed, ScheduledAmount};
use crate::catalogue::date_of;
use crate::event;
use crate::job::{Job, Task};
use crate::mail::Language;
use crate::money::Money;
use crate::reason::{Quoted, Reason as _, Telling};
use crate::requisition::{Happened, Requisition};

/// The most changes of one agreement that are kept with it, and so the most that there are.
const MAX_AMENDED: usize = 50;

/// What is to be another; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amendment {
    /// The last day.
    pub last_day: Option<Date>,
    /// What falls due by the schedule, by its place from 0. Zero is a charge that is waived.
    pub charges: BTreeMap<usize, Money>,
}

/// A change of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What was changed, and why.
    pub change: String,
    /// What was changed, by its cause; empty in records from before it was kept.
    #[serde(default, skip_serializing_if = "Alterations::is_empty")]
    pub changes: Alterations,
    /// Why, as somebody typed it; kept together with the causes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What the agreement comes to since then, where that was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Money>,
}

/// Changes an agreement. `invoiced` are the parts of its schedule that have an invoice.
pub fn amend(
    agreement: &Agreement,
    requisition: Requisition,
    (amendment, invoiced): (&Amendment, &[usize]),
    by: &str,
    reason: &str,
    now: Timestamp,
) -> Result<Changed, CannotChange> {
    let reason = reason_of(agreement, reason, now)?;
    if agreement.amended.len() >= MAX_AMENDED {
        return Err(CannotChange::TooOften(MAX_AMENDED));
    }
    let mut after = agreement.clone();
    let mut changes: Vec<Alteration> =
        move_last_day(&mut after, amendment.last_day, now)?.into_iter().collect();
    let changed = charge(&mut after, amendment, invoiced, &mut changes)?;
    if changes.is_empty() {
        return Err(CannotChange::Nothing);
    }
    let changes = Alterations(changes);
    let told = Happened::Amended { changes: changes.clone(), reason: reason.to_owned() };
    let change = told.to_string();
    let total = (!changed.is_empty()).then_some(after.quote.total);
    after.version += 1;
    after.amended.push(Amended {
        at: now,
        by: by.to_owned(),
        change: change.clone(),
        changes,
        reason: reason.to_owned(),
        total,
    });
    let (request, id, version) = (after.requisition, after.id, after.version);
    let mail = Task::AmendedMail { requisition: request, change: change.clone() };
    let jobs = vec![
        Job::new(format!("mail-amended-{id}-{version}"), mail, now, now),
        event::amended(&after, &change, now),
    ];
    Ok(Changed { agreement: after, requisition: requisition.noted(told, now), uninvoiced: changed, jobs })
}

fn move_last_day(
    after: &mut Agreement,
    last_day: Option<Date>,
    now: Timestamp,
) -> Result<Option<Alteration>, CannotChange> {
    let Some(last_day) = last_day else { return Ok(None) };
    let before = after.end.ok_or(CannotChange::NoEnd)?;
    if last_day == before {
        return Ok(None);
    }
    if last_day <= date_of(now) {
        return Err(CannotChange::Past(last_day));
    }
    after.end = Some(last_day);
    Ok(Some(Alteration::LastDay { now: last_day, before }))
}

/// Puts the other amounts in, and says what was changed; gives back which parts.
fn charge(
    after: &mut Agreement,
    amendment: &Amendment,
    invoiced: &[usize],
    changes: &mut Vec<Alteration>,
) -> Result<Vec<usize>, CannotChange> {
    let mut changed = Vec::new();
    for (place, amount) in &amendment.charges {
        let part = after.schedule.get_mut(*place).ok_or(CannotChange::NoCharge(place + 1))?;
        if part.amount == *amount {
            continue;
        }
        may_charge(*place, part, *amount, invoiced)?;
        changes.push(Alteration::Charge { date: part.date, now: *amount, before: part.amount });
        part.amount = *amount;
        changed.push(*place);
    }
    if !changed.is_empty() {
        after.quote.total = within_the_order(after)?;
    }
    Ok(changed)
}

fn may_charge(
    place: usize,
    part: &ScheduledAmount,
    amount: Money,
    invoiced: &[usize],
) -> Result<(), CannotChange> {
    if invoiced.contains(&place) {
        return Err(CannotChange::Invoiced(place + 1));
    }
    let fits = amount.currency == part.amount.currency && amount.is_payable();
    if fits { Ok(()) } else { Err(CannotChange::Amount(place + 1, part.amount.currency.code())) }
}

/// The procurement system takes no invoice beyond its order (R49).
fn within_the_order(after: &Agreement) -> Result<Money, CannotChange> {
    let charged = Money::sum(after.schedule.iter().map(|part| part.amount))?;
    let ordered = after.order.unit_price.times(after.order.quantity)?;
    if charged.currency == ordered.currency && charged.amount <= ordered.amount {
        return Ok(charged);
    }
    Err(CannotChange::Beyond { charged: charged.grouped(), ordered: ordered.grouped() })
}

// === impl Amended ===

impl Amended {
    /// What was changed and why, in this language where it is known by its cause.
    pub fn told(&self, language: Language) -> Telling {
        if self.changes.is_empty() || language == Language::English {
            return Telling::in_english(&self.change);
        }
        Telling::ending(self.changes.words(language), language, Some(Quoted::somebodys(&self.reason)))
    }
}
