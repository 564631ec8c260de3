//! Connections: list, show, create, change, enable, disable, rotate, request live.

use jiff::{SignedDuration, Timestamp};
use platform::store::SecretUse;
use procurement::configuration::{
    Caller, Changed, Creation, Draft, Health, NewSecret, change, create, disable, enable, health,
    request_live, rotate,
};
use procurement::connection::{Connection, Deployment, NewSystem, SealedSecret};
use procurement::id::ConnectionId;
use procurement::language::Language;

use crate::view::{HealthView, PurchaseInformation};
use crate::{Configuration, Failure};

impl Configuration {
    /// The connections of the caller's organisation, the newest last.
    pub async fn connections(&self, caller: &Caller) -> Result<Vec<Connection>, Failure> {
        let owner = caller.may_describe()?.management_account;
        let mut connections = self.core.store.connections_of(owner).await?;
        connections.sort_by_key(|connection| (connection.created, connection.id));
        Ok(connections)
    }

    /// A connection.
    pub async fn connection(&self, caller: &Caller, id: ConnectionId) -> Result<Connection, Failure> {
        self.readable(caller, id).await
    }

    /// What the procurement system needs, without the secret (R7).
    pub async fn purchase_information(
        &self,
        caller: &Caller,
        id: ConnectionId,
    ) -> Result<PurchaseInformation, Failure> {
        let connection = self.readable(caller, id).await?;
        Ok(PurchaseInformation::of(&self.core.marketplace, &connection, None))
    }

    /// Makes a connection; its secret is shown this once (R7, R15).
    pub async fn create(
        &self,
        caller: &Caller,
        system: NewSystem,
        draft: &Draft,
    ) -> Result<(Connection, PurchaseInformation), Failure> {
        let owner = caller.may_put()?;
        let organisation = self.core.store.organisation_settings(owner).await?;
        let existing = self.core.store.connections_of(owner.management_account).await?.len();
        let (id, secret) = (ConnectionId::new(self.core.ids.uuid()), self.core.ids.token());
        let creation = Creation {
            id,
            secret: &secret,
            key: &self.core.keys.secret_key(),
            supplier: &self.core.marketplace.supplier,
            organisation: &organisation,
            existing,
        };
        let made = create(&self.acting(caller), system, draft, &creation, &|text| self.seal(id, text))?;
        self.identity_is_free(&made.after).await?;
        let made = self.commit(made).await?;
        let information = PurchaseInformation::of(&self.core.marketplace, &made, Some(secret));
        Ok((made, information))
    }

    /// Changes what was typed in, over the version that was read.
    pub async fn change(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
        draft: &Draft,
    ) -> Result<Connection, Failure> {
        let before = self.existing(id).await?;
        let changed = change(&self.acting(caller), &before, version, draft, &|text| self.seal(id, text))?;
        self.commit(changed).await
    }

    /// Enables a connection (R14).
    pub async fn enable(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
    ) -> Result<Connection, Failure> {
        let before = self.existing(id).await?;
        let organisation = self.core.store.organisation_settings(&before.organisation).await?;
        self.commit(enable(&self.acting(caller), &before, version, &organisation)?).await
    }

    /// Disables a connection (R14).
    pub async fn disable(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
    ) -> Result<Connection, Failure> {
        let before = self.existing(id).await?;
        let organisation = self.core.store.organisation_settings(&before.organisation).await?;
        self.commit(disable(&self.acting(caller), &before, version, &organisation)?).await
    }

    /// Gives a connection another secret for production, which is shown this once; the old one stays valid for the overlap
    /// (R15).
    pub async fn rotate(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
        overlap: SignedDuration,
    ) -> Result<(Connection, PurchaseInformation), Failure> {
        self.rotate_in(caller, id, version, (overlap, Deployment::Production)).await
    }

    /// The same in one of the two sets of credentials (R20).
    pub async fn rotate_in(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
        (overlap, set): (SignedDuration, Deployment),
    ) -> Result<(Connection, PurchaseInformation), Failure> {
        let before = self.existing(id).await?;
        let (secret, key) = (self.core.ids.token(), self.core.keys.secret_key());
        let changed = {
            let new = NewSecret { text: &secret, key: &key, seal: &|text| self.seal(id, text) };
            rotate(&self.acting(caller), &before, version, (overlap, set), &new)?
        };
        let after = self.commit(changed).await?;
        let information = PurchaseInformation::of(&self.core.marketplace, &after, Some(secret));
        let information = match set {
            Deployment::Production => information,
            Deployment::Test => information.for_test(&after),
        };
        Ok((after, information))
    }

    /// When each secret of a connection was used last, to the hour (R15).
    pub async fn secret_uses(&self, caller: &Caller, id: ConnectionId) -> Result<Vec<SecretUse>, Failure> {
        self.readable(caller, id).await?;
        Ok(self.core.store.secret_uses(id).await?)
    }

    /// Asks the operator to take an SAP Ariba connection live (R13).
    pub async fn request_live(
        &self,
        caller: &Caller,
        id: ConnectionId,
        version: u64,
    ) -> Result<Connection, Failure> {
        let before = self.existing(id).await?;
        self.commit(request_live(&self.acting(caller), &before, version)?).await
    }

    /// How a connection is doing (R10, R58).
    pub async fn health(&self, caller: &Caller, id: ConnectionId) -> Result<HealthView, Failure> {
        let (health, last_traffic) = self.condition(caller, id, Language::English).await?;
        Ok(HealthView::of(&health, last_traffic))
    }

    /// The same as values, told in a language, and when the last document came or went.
    pub async fn condition(
        &self,
        caller: &Caller,
        id: ConnectionId,
        language: Language,
    ) -> Result<(Health, Option<Timestamp>), Failure> {
        let connection = self.readable(caller, id).await?;
        let store = &self.core.store;
        let requisitions = store.all_requisitions_of(id).await?;
        let invoices = store.invoices_of(id).await?;
        let documents = store.last_documents(id).await?;
        let health = health(&connection, &requisitions, &invoices, language);
        Ok((health, platform::store::last_traffic(&documents)))
    }

    pub(super) async fn commit(&self, changed: Changed) -> Result<Connection, Failure> {
        let read = changed.before.as_ref().map_or(0, |before| before.version);
        let committed = self.core.store.commit_connection(&changed, self.core.ids.uuid()).await;
        committed.map_err(|error| Failure::of_commit(error, read))?;
        let audit = &changed.audit;
        tracing::info!(connection = %changed.after.id, action = ?audit.action, who = audit.who, "configuration");
        Ok(changed.after)
    }

    /// An identity belongs to one connection; the store would refuse another one, and this says why.
    async fn identity_is_free(&self, made: &Connection) -> Result<(), Failure> {
        let others = self.core.store.connections_by_buyer(std::slice::from_ref(&made.buyer)).await?;
        if others.iter().all(|other| other.id == made.id) {
            return Ok(());
        }
        Err(procurement::configuration::Problem::conflict(
            "anid",
            "This Ariba Network ID belongs to a connection already. Change that one, or ask the operator whose it is.",
        )
        .into())
    }

    fn seal(&self, id: ConnectionId, text: &str) -> SealedSecret {
        self.core.keys.seal(text, &id.to_string()).into()
    }
}
