//! Who is there: the marketplace, its buyer organisation, and the connection between them.

use std::sync::Arc;

use jiff::Timestamp;
use platform::accounts::{Accounts, AccountsFile};
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::account::Organisation;
use procurement::connection::{Connection, Identity, Mode, ProcurementSystem, Settings};
use procurement::id::ConnectionId;
use procurement::marketplace::Marketplace;
use uuid::Uuid;

const ACCOUNTS: &str = r#"
[[organisation]]
management_account = "111122223333"
name = "Acme"

[[account]]
id = "111122223333"
name = "Acme management"
email = "aws@acme.example"
organisation = "111122223333"

[[account]]
id = "222233334444"
name = "Acme data"
email = "data@acme.example"
organisation = "111122223333"

[[account]]
id = "333344445555"
name = "Acme closed"
email = "closed@acme.example"
state = "SUSPENDED"
organisation = "111122223333"
"#;

/// The organisation's management account.
pub const MANAGEMENT: &str = "111122223333";
/// Another active account of the organisation.
pub const MEMBER: &str = "222233334444";
/// An account of the organisation that AWS suspended.
pub const SUSPENDED: &str = "333344445555";

pub fn core(engine: &Embedded, clock: &ManualClock) -> Core {
    let clock = Clock::from(clock);
    Core {
        store: Store::new(engine.table()),
        ids: Ids::seeded(clock.clone(), 7),
        clock,
        keys: Keys::from_bytes([1; 32], [2; 32], [3; 32]),
        marketplace: Arc::new(Marketplace {
            name: "Example Marketplace".to_owned(),
            base_url: "https://market.example".parse().expect("a URL"),
            mail_from: "market@market.example".to_owned(),
            supplier: Identity::new("DUNS", "079928354").expect("an identity"),
        }),
    }
}

pub fn connection(mode: Mode, now: Timestamp) -> Connection {
    Connection {
        id: ConnectionId::new(Uuid::from_u128(11)),
        version: 1,
        organisation: Organisation {
            management_account: MANAGEMENT.parse().expect("an account"),
            name: "Acme".to_owned(),
            standalone: false,
        },
        system: ProcurementSystem::Coupa,
        name: "Coupa".to_owned(),
        description: String::new(),
        enabled: true,
        mode,
        supplier: Identity::new("DUNS", "079928354").expect("an identity"),
        buyer: Identity::new("DUNS", "123456789").expect("an identity"),
        secrets: Vec::new(),
        settings: Settings { form_hosts: vec!["acme.coupahost.com".to_owned()], ..Settings::default() },
        onboarding: None,
        created: now,
    }
}

pub fn accounts() -> Accounts {
    Accounts::File(Arc::new(AccountsFile::parse(ACCOUNTS, "accounts.toml").expect("accounts")))
}
