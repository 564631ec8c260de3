//! A Coupa and an SAP Ariba that are connected to a marketplace of Lambda functions.

use std::sync::Arc;

use buyer::Buyer;
use platform::clock::Clock;
use platform::core::Core;
use platform::ids::Ids;
use procurement::account::Organisation;
use procurement::catalogue::parse_lines;
use procurement::connection::{
    Connection, Identity, InvoiceChannel, InvoiceDelivery, Mode, NewConnection, NewSystem, Settings,
};
use punchgate::catalogue;
use punchgate::demo::world::type_in;
use punchgate::place::marketplace_at;
use punchgate::provision;
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
        let (coupa_connection, first) = connect(&core, &coupa, "111122223333", NewSystem::Coupa).await;
        let anid = NewSystem::SapAriba { anid: "AN01000000001".to_owned() };
        let (_, second) = connect(&core, &ariba, "444455556666", anid).await;
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

async fn fill(core: &Core) {
    let now = core.clock.now();
    let (listings, _) = parse_lines(catalogue::SAMPLE, now);
    catalogue::import(core, &listings).await.expect("a catalogue");
}

async fn connect(core: &Core, buyer: &Buyer, management: &str, system: NewSystem) -> (Connection, String) {
    let host = buyer.form_post_host().trim_start_matches("http://").to_owned();
    let is_coupa = matches!(system, NewSystem::Coupa);
    let new = NewConnection {
        organisation: Organisation {
            management_account: management.parse().expect("an id"),
            name: buyer.company().to_owned(),
            standalone: false,
        },
        name: "Trial".to_owned(),
        description: String::new(),
        system,
        supplier: core.marketplace.supplier.clone(),
        settings: Settings { form_hosts: vec![host], ..Settings::default() },
    };
    let invoicing = buyer.invoicing();
    let information = provision::connection(core, new, |connection| {
        connection.mode = Mode::Live;
        if is_coupa {
            let credential = &invoicing.credential;
            connection.settings.invoicing = InvoiceChannel::Cxml(InvoiceDelivery {
                url: buyer.invoice_url().parse().expect("an address"),
                from: Identity::new(&credential.domain, &credential.identity).expect("an identity"),
                to: connection.buyer.clone(),
                secret: core.keys.seal(&invoicing.shared_secret, &connection.id.to_string()).into(),
                version: "1.2.020".to_owned(),
            });
        }
    })
    .await
    .expect("a connection");
    let secret = information.secret.clone();
    (type_in(buyer, information), secret)
}
