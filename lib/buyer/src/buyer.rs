//! A running simulated procurement system.

use crate::state::State;
use crate::{BuyerError, Clock, Config, Connection, Invoicing, Requester, System, pages};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A procurement system that listens on loopback until it is dropped. Clones are the same system.
#[derive(Clone, Debug)]
pub struct Buyer {
    core: Arc<Core>,
    /// Absent in the copy that the server itself holds, so that dropping all others stops it.
    _server: Option<Arc<Server>>,
}

#[derive(Debug)]
struct Core {
    config: Config,
    url: String,
    http: reqwest::Client,
    state: Mutex<State>,
    invoicing: Mutex<Invoicing>,
}

#[derive(Debug)]
struct Server(JoinHandle<()>);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Buyer {
    /// Starts on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start(config: Config) -> io::Result<Self> {
        Self::start_on(config, TcpListener::bind(("127.0.0.1", 0)).await?)
    }

    /// Starts on a listener that is already bound.
    ///
    /// # Errors
    /// When the listener has no address or the HTTP client cannot be set up.
    pub fn start_on(config: Config, listener: TcpListener) -> io::Result<Self> {
        let url = format!("http://{}", listener.local_addr()?);
        let core = Arc::new(Core::new(config, url)?);
        let inside = Self { core: Arc::clone(&core), _server: None };
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, pages::router(inside)).await {
                tracing::error!(%error, "the simulated procurement system stopped");
            }
        });
        Ok(Self { core, _server: Some(Arc::new(Server(server))) })
    }

    /// `http://127.0.0.1:PORT`, without a slash at its end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.core.url
    }

    /// Which system is played.
    #[must_use]
    pub fn system(&self) -> System {
        self.core.config.system
    }

    /// The buying company's name.
    #[must_use]
    pub fn company(&self) -> &str {
        &self.core.config.company
    }

    /// The time that this system goes by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.core.config.clock
    }

    /// Who can shop here.
    #[must_use]
    pub fn requesters(&self) -> &[Requester] {
        &self.core.config.requesters
    }

    /// A requester by `UniqueName`.
    ///
    /// # Errors
    /// When nobody is called so.
    pub fn requester(&self, unique_name: &str) -> Result<&Requester, BuyerError> {
        self.requesters()
            .iter()
            .find(|requester| requester.unique_name == unique_name)
            .ok_or_else(|| BuyerError::UnknownRequester(unique_name.to_owned()))
    }

    /// Types in what the marketplace's "Purchase information" gives (R7).
    pub fn connect(&self, connection: Connection) {
        self.state().connection = Some(connection);
    }

    /// What was typed in last.
    #[must_use]
    pub fn connection(&self) -> Option<Connection> {
        self.state().connection.clone()
    }

    /// The scheme, host and port of BrowserFormPost, for the marketplace's list of allowed hosts.
    #[must_use]
    pub fn form_post_host(&self) -> &str {
        self.url()
    }

    /// Where a session's cart is to be posted.
    #[must_use]
    pub fn form_post_url(&self, session: u32) -> String {
        format!("{}{}?id={session}", self.url(), self.system().checkout_path())
    }

    /// Where the marketplace posts invoices.
    #[must_use]
    pub fn invoice_url(&self) -> String {
        format!("{}/cxml/invoices", self.url())
    }

    /// Whether invoices are taken, and from whom.
    #[must_use]
    pub fn invoicing(&self) -> Invoicing {
        self.core.invoicing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes the invoice inbox's settings.
    pub fn set_invoicing(&self, invoicing: Invoicing) {
        *self.core.invoicing.lock().unwrap_or_else(PoisonError::into_inner) = invoicing;
    }

    pub(crate) fn config(&self) -> &Config {
        &self.core.config
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.core.http
    }

    /// Never held across an `await`.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.core.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Core {
    fn new(config: Config, url: String) -> io::Result<Self> {
        let state = State { connection: config.connection.clone(), ..State::default() };
        Ok(Self {
            http: http_client(&config).map_err(io::Error::other)?,
            invoicing: Mutex::new(config.invoicing.clone()),
            state: Mutex::new(state),
            config,
            url,
        })
    }
}

/// No redirects, no proxy: a document goes where it was addressed to, or nowhere.
fn http_client(config: &Config) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .timeout(config.answer_limit)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
}
