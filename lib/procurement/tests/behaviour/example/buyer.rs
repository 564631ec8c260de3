//! The buyer: its organisation, its connections, and a requester.

use procurement::account::{Account, AccountId, AccountState, Organisation};
use procurement::connection::{
    Connection, HashedSecret, Identity, InvoiceChannel, InvoiceDelivery, Mode, ProcurementSystem,
    SealedSecret, SecretKey, Settings,
};
use procurement::id::ConnectionId;
use procurement::session::Requester;

use super::{now, uuid};

pub const SECRET: &str = "correct horse battery staple";
pub const MANAGEMENT_ACCOUNT: &str = "111122223333";
pub const MEMBER_ACCOUNT: &str = "222233334444";

pub fn secret_key() -> SecretKey {
    SecretKey::new([9; 32])
}

pub fn account_id(digits: &str) -> AccountId {
    digits.parse().expect("an account")
}

/// A live connection to Coupa, with electronic invoicing.
pub fn connection() -> Connection {
    Connection {
        id: ConnectionId::new(uuid(0xc0)),
        version: 1,
        organisation: Organisation {
            management_account: account_id(MANAGEMENT_ACCOUNT),
            name: "Acme".into(),
            standalone: false,
        },
        system: ProcurementSystem::Coupa,
        name: "Acme Coupa".into(),
        description: String::new(),
        enabled: true,
        mode: Mode::Live,
        supplier: identity("DUNS", "123456789"),
        buyer: identity("DUNS", "987654321"),
        secrets: vec![HashedSecret::new(&secret_key(), SECRET, now())],
        settings: Settings {
            form_hosts: vec!["acme.coupahost.com".into()],
            invoicing: InvoiceChannel::Cxml(delivery()),
            ..Settings::default()
        },
        onboarding: None,
        created: now(),
    }
}

/// The same connection in test mode.
pub fn test_connection() -> Connection {
    Connection { mode: Mode::Test, ..connection() }
}

/// A live connection to SAP Ariba.
pub fn ariba_connection() -> Connection {
    Connection {
        system: ProcurementSystem::SapAriba,
        name: "Acme Ariba".into(),
        supplier: identity("NetworkId", "AN01000000001"),
        buyer: identity("NetworkId", "AN01000000002"),
        ..connection()
    }
}

/// Another buyer's connection.
pub fn strangers_connection() -> Connection {
    Connection { id: ConnectionId::new(uuid(0xc1)), buyer: identity("DUNS", "555555555"), ..connection() }
}

pub fn delivery() -> InvoiceDelivery {
    InvoiceDelivery {
        url: "https://acme.coupahost.com/cxml/invoices".parse().expect("a URL"),
        from: identity("DUNS", "123456789"),
        to: identity("DUNS", "987654321"),
        secret: SealedSecret("sealed".into()),
        version: "1.2.020".into(),
    }
}

pub fn identity(domain: &str, value: &str) -> Identity {
    Identity::new(domain, value).expect("an identity")
}

pub fn requester() -> Requester {
    Requester {
        key: "ada".into(),
        name: "Ada Lovelace".into(),
        email: Some("ada@acme.example".into()),
        language: None,
        account: None,
    }
}

pub fn account() -> Account {
    Account {
        id: account_id(MEMBER_ACCOUNT),
        name: "Research".into(),
        email: "research@acme.example".into(),
        state: AccountState::Active,
    }
}
