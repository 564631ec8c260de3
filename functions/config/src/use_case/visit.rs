//! A direct visit to the store: a signed request gets a link, the link opens the store, once (R11).

use jiff::Timestamp;
use procurement::configuration::Caller;
use procurement::direct;
use procurement::session::key_of;
use url::Url;

use crate::{Configuration, Failure};

impl Configuration {
    /// A link that opens the store for this caller, any account of an organisation: once, within five minutes.
    pub async fn store_link(&self, caller: &Caller) -> Result<(Url, Timestamp), Failure> {
        let core = &self.core;
        let now = core.clock.now();
        let session = direct::visit(caller, &core.marketplace.base_url, now)?;
        let token = core.ids.token();
        let key = key_of(&token, &core.keys.secret_key());
        core.store.open_session(&key, &session, &[], now).await?;
        Ok((core.marketplace.url(&format!("start/{token}")), session.expires))
    }
}
