//! `punchgate self-test`: plays Coupa or SAP Ariba against a supplier, this one or any other, and says how well it takes it
//! (R59).
//!
//! What is played is the simulated buyer of the demonstration: its documents with the oddities of the real systems, its way
//! with carts, orders and invoices. Each question has a weight; the report has a score, and what failed says why.

mod arguments;
mod cart;
mod clicks;
mod invoices;
mod orders;
mod report;
mod setup;

use std::process::ExitCode;
use std::time::Duration;

use buyer::{Buyer, PunchOut, SetupAnswer};
use tokio::net::TcpListener;
use url::Url;

pub use arguments::{Args, Played};
pub use clicks::{Clicks, NotAScript};
pub use report::{Check, Finding, Report, Weight};

/// What is asked of a supplier, beside the values that the buyer was given.
#[derive(Clone, Debug)]
pub struct Target {
    /// Who shops, by `UniqueName`.
    pub requester: String,
    /// BrowserFormPost, where the supplier takes no address on this machine.
    pub form_post: Option<Url>,
    /// How the store is shopped in.
    pub store: Store,
    /// How long an invoice is waited for, if one is expected.
    pub invoices: Option<Duration>,
}

/// How a cart comes about.
#[derive(Clone, Debug)]
pub enum Store {
    /// These clicks lead to a cart.
    Clicks(Clicks),
    /// A person shops, for so long at most.
    ByHand(Duration),
    /// Nobody shops: only what needs no cart is asked.
    Closed,
}

/// Why the supplier could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum SelfTestError {
    /// The script.
    #[error(transparent)]
    Script(#[from] NotAScript),
    /// A file, or a port.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// Nothing is given that could be asked.
    #[error(transparent)]
    Buyer(#[from] buyer::BuyerError),
}

/// Asks, prints the report, and ends with 0 if the supplier passes, with 2 if it does not, with 1 if it could not be asked.
pub async fn run(args: Args) -> ExitCode {
    match ask(&args).await {
        Ok(report) if report.passes(args.at_least) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(2),
        Err(error) => {
            eprintln!("punchgate: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn ask(args: &Args) -> Result<Report, SelfTestError> {
    let target = args.target()?;
    let port = |error| SelfTestError::Io(format!("port {} on 127.0.0.1 cannot be used", args.port), error);
    let listener = TcpListener::bind(("127.0.0.1", args.port)).await.map_err(port)?;
    let buyer = Buyer::start_on(args.config(), listener).map_err(port)?;
    buyer.connect(args.connection());
    if target.invoices.is_some() {
        println!("Invoices are taken at {}", buyer.invoice_url());
    }
    let report = examine(&buyer, &target).await?;
    print!("{report}");
    if let Some(path) = &args.json {
        let written = std::fs::write(path, format!("{:#}\n", report.to_json()));
        written.map_err(|error| SelfTestError::Io(path.display().to_string(), error))?;
    }
    Ok(report)
}

/// Asks everything that a connected buyer can ask this supplier.
pub async fn examine(buyer: &Buyer, target: &Target) -> Result<Report, SelfTestError> {
    let mut report = Report::new(buyer.system());
    setup::ask(buyer, target, &mut report).await?;
    let requisition = cart::ask(buyer, target, &mut report).await?;
    let order = match requisition {
        Some(requisition) => orders::ask(buyer, requisition, &mut report).await?,
        None => {
            report.skip("purchase order", "an approved order is accepted", "there is no cart to order");
            None
        }
    };
    match (order, target.invoices) {
        (Some(order), Some(patience)) => invoices::ask(buyer, &order, patience, &mut report).await,
        (None, Some(_)) => report.skip("invoice", "an invoice arrives", "there is no order to invoice"),
        (_, None) => {}
    }
    Ok(report)
}

// === impl Target ===

impl Target {
    /// Punches out, with BrowserFormPost as the supplier takes it.
    async fn punch_out(&self, buyer: &Buyer, wish: PunchOut) -> Result<SetupAnswer, SelfTestError> {
        let wish = match &self.form_post {
            Some(url) => wish.with(buyer::Fault::FormPost(url.to_string())),
            None => wish,
        };
        Ok(buyer.punch_out(wish).await?)
    }
}
