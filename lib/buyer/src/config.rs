//! How a simulated system is set up before it starts.

use crate::{Clock, Connection, Credential, System};
use std::time::Duration;

/// Somebody who shops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// `UniqueName` on the wire and the key in calls, e.g. `ada`.
    pub unique_name: String,
    /// `FirstName`.
    pub first_name: String,
    /// `LastName`.
    pub last_name: String,
    /// `UserEmail`.
    pub email: String,
    /// `BusinessUnit`.
    pub business_unit: String,
}

impl Requester {
    /// A requester whose address is `UNIQUE_NAME@buyer.example`.
    #[must_use]
    pub fn new(unique_name: &str, first_name: &str, last_name: &str, business_unit: &str) -> Self {
        Self {
            unique_name: unique_name.into(),
            first_name: first_name.into(),
            last_name: last_name.into(),
            email: format!("{unique_name}@buyer.example"),
            business_unit: business_unit.into(),
        }
    }

    /// First and last name.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// The system's own invoice inbox: what the marketplace has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoicing {
    /// Off: every invoice is answered 403.
    pub enabled: bool,
    /// Who the marketplace is in invoices it sends.
    pub credential: Credential,
    /// What proves it.
    pub shared_secret: String,
    /// Whether `operation="delete"` cancels an invoice; otherwise it is answered 450.
    pub takes_cancellations: bool,
    /// Answers as a bare `<Response>` without the `<cXML>` around it, as Coupa may.
    pub bare_response: bool,
}

/// Everything a simulated system needs to start; begin with [`Config::coupa`] or [`Config::ariba`].
#[derive(Clone, Debug)]
pub struct Config {
    /// Which system is played.
    pub system: System,
    /// The buying company's name.
    pub company: String,
    /// The host in payload ids, e.g. `example.coupahost.com`. Never contacted.
    pub host: String,
    /// The marketplace's values, when they are already known; they can be typed in later.
    pub connection: Option<Connection>,
    /// Who can shop; the first is chosen on the home page.
    pub requesters: Vec<Requester>,
    /// Units of measure this customer has enabled; any other loses the cart.
    pub units: Vec<String>,
    /// The invoice inbox.
    pub invoicing: Invoicing,
    /// UNSPSC codes (or their beginnings) whose lines become service lines, ordered by amount.
    pub amount_commodities: Vec<String>,
    /// The number of the first purchase order.
    pub first_order: u64,
    /// How long an answer is waited for: 60 s.
    pub answer_limit: Duration,
    /// The time.
    pub clock: Clock,
}

impl Config {
    /// A Coupa customer with two requesters, unit `EA`, and invoicing enabled.
    #[must_use]
    pub fn coupa(clock: Clock) -> Self {
        Self {
            system: System::Coupa,
            company: "Example Analytics".into(),
            host: "example-analytics.coupahost.com".into(),
            connection: None,
            requesters: default_requesters(),
            units: vec!["EA".into()],
            invoicing: Invoicing {
                enabled: true,
                credential: Credential::new("DUNS", "marketplace-invoices"),
                shared_secret: "coupa-invoice-secret".into(),
                takes_cancellations: true,
                bare_response: false,
            },
            amount_commodities: Vec::new(),
            first_order: 4_500_001,
            answer_limit: Duration::from_secs(60),
            clock,
        }
    }

    /// An SAP Ariba customer with two requesters and unit `EA`, without invoicing (R12).
    #[must_use]
    pub fn ariba(clock: Clock) -> Self {
        let coupa = Self::coupa(clock);
        Self {
            system: System::Ariba,
            company: "Example Industries".into(),
            host: "s1.example-industries.ariba.com".into(),
            invoicing: Invoicing { enabled: false, ..coupa.invoicing },
            first_order: 4_700_001,
            ..coupa
        }
    }
}

fn default_requesters() -> Vec<Requester> {
    vec![
        Requester::new("ada", "Ada", "Example", "Research"),
        Requester::new("ben", "Ben", "Example", "Operations"),
    ]
}
