//! A Coupa and an SAP Ariba that are connected to a marketplace of Lambda functions.

use std::sync::Arc;

use buyer::Buyer;
use config::Configuration;
use platform::accounts::Accounts;
use platform::clock::Clock;
use platform::core::Core;
use platform::ids::Ids;
use platform::outbound::{Outbound, Reach};
use procurement::catalogue::parse_lines;
use procurement::connection::{Connection, Mode};
use punchgate::catalogue;
use punchgate::demo::connect;
use punchgate::place::marketplace_at;
use tokio::net::TcpListener;

use crate::aws::emulated::Function;
use crate::aws::gateway::{self, Routes};
use crate::aws::services::Services;
use crate::aws::tools::Tools;

/// Everything that is running.
#[derive(Debug)]
pub struct Connected {
    pub core: Core,
    pub services: Services,
    pub routes: Arc<Routes>,
    pub notify: Function,
    pub invoices: Function,
    pub coupa: Buyer,
    pub ariba: Buyer,
    pub coupa_connection: Connection,
    pub ariba_connection: Connection,
    /// What must not be found in any log.
    pub secrets: Vec<String>,
    /// What Coupa's search sends to prove who it is.
    pub open_buy_credentials: String,
}

// === impl Connected ===

impl Connected {
    pub async fn start(tools: &Tools) -> Self {
        let services = Services::start(tools).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base_url = format!("http://{}/", listener.local_addr().expect("an address"));
        let function = |name| Function::start(name, tools, &services, &base_url);
        let routes = Arc::new(Routes {
            setup: function("punchout-setup").await,
            orders: function("purchase-order").await,
            cart: function("cart-return").await,
            pages: function("storefront").await,
            subscribe: function("subscribe").await,
            open_buy: function("open-buy").await,
            config: function("config").await,
            console: function("console").await,
        });
        gateway::serve(listener, routes.clone());
        let (notify, invoices) = (function("notify").await, function("invoice-push").await);
        let core = core(&services, &base_url);
        fill(&core).await;
        let coupa = Buyer::start(buyer::Config::coupa(buyer::Clock::system())).await.expect("a Coupa");
        let ariba = Buyer::start(buyer::Config::ariba(buyer::Clock::system())).await.expect("an SAP Ariba");
        let configuration = configuration(&core);
        let coupa_connection =
            connect::coupa(&configuration, &coupa, Mode::Live).await.expect("a connection");
        let ariba_connection =
            connect::ariba(&configuration, &ariba, Mode::Live).await.expect("a connection");
        let secret = |buyer: &Buyer| buyer.connection().expect("a connection").shared_secret;
        let (first, second) = (secret(&coupa), secret(&ariba));
        let open_buy_credentials = format!("{}:{first}", coupa_connection.buyer.value);
        let secrets = vec![first, second, coupa.invoicing().shared_secret.clone()];
        Self {
            core,
            services,
            routes,
            notify,
            invoices,
            coupa,
            ariba,
            coupa_connection,
            ariba_connection,
            secrets,
            open_buy_credentials,
        }
    }

    /// All functions.
    pub fn functions(&self) -> [&Function; 10] {
        let Routes { setup, orders, cart, pages, subscribe, open_buy, config, console } = &*self.routes;
        [setup, orders, cart, pages, subscribe, open_buy, config, console, &self.notify, &self.invoices]
    }
}

fn core(services: &Services, base_url: &str) -> Core {
    let clock = Clock::System;
    Core {
        store: services.store.clone(),
        ids: Ids::random(clock.clone()),
        clock,
        keys: services.keys.clone(),
        marketplace: Arc::new(marketplace_at(base_url.parse().expect("an address"))),
    }
}

/// What whoever deployed the stack may do: everything (R1, R13).
fn configuration(core: &Core) -> Configuration {
    let accounts = Accounts::from_file(&Tools::root().join("cli/sample/accounts.toml")).expect("accounts");
    let outbound = Outbound::new(Reach::PublicAndLoopback).expect("a client");
    Configuration::on_one_machine(core.clone(), accounts, outbound)
}

async fn fill(core: &Core) {
    let now = core.clock.now();
    let (listings, _) = parse_lines(catalogue::SAMPLE, now);
    catalogue::import(core, &listings).await.expect("a catalogue");
}
