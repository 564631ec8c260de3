//! What an administrator does by hand: types the values of one side into the other.

use buyer::Buyer;
use config::Configuration;
use procurement::configuration::Draft;
use procurement::connection::{Connection, Identity, Mode, NewSystem};

use crate::provision::{self, ProvisionError, PurchaseInformation};

/// A connection to this Coupa, with electronic invoicing.
pub async fn coupa(
    configuration: &Configuration,
    coupa: &Buyer,
    mode: Mode,
) -> Result<Connection, ProvisionError> {
    let invoicing = coupa.invoicing();
    let draft = Draft {
        name: Some("Coupa".to_owned()),
        invoice_channel: Some("cxml".to_owned()),
        invoice_url: Some(coupa.invoice_url()),
        invoice_domain: Some(invoicing.credential.domain),
        invoice_identity: Some(invoicing.credential.identity),
        invoice_secret: Some(invoicing.shared_secret),
        ..typed_in(coupa)
    };
    connect(configuration, coupa, ("111122223333", NewSystem::Coupa), draft, mode).await
}

/// The same for SAP Ariba, where the operator has a part (R13).
pub async fn ariba(
    configuration: &Configuration,
    ariba: &Buyer,
    mode: Mode,
) -> Result<Connection, ProvisionError> {
    let draft = Draft { name: Some("SAP Ariba".to_owned()), ..typed_in(ariba) };
    let system = NewSystem::SapAriba { anid: "AN01000000001".to_owned() };
    connect(configuration, ariba, ("444455556666", system), draft, mode).await
}

fn typed_in(buyer: &Buyer) -> Draft {
    let host = buyer.form_post_host().trim_start_matches("http://").to_owned();
    let description = format!("{} buys through {}", buyer.company(), buyer.system().name());
    Draft { description: Some(description), form_hosts: Some(vec![host]), ..Draft::default() }
}

async fn connect(
    configuration: &Configuration,
    buyer: &Buyer,
    (account, system): (&str, NewSystem),
    draft: Draft,
    mode: Mode,
) -> Result<Connection, ProvisionError> {
    let account = account.parse().unwrap_or_else(|_| unreachable!("twelve digits"));
    let caller = provision::local_caller(configuration, account).await?;
    Ok(type_in(buyer, provision::connection(configuration, &caller, system, &draft, mode).await?))
}

/// The values of Purchase information are all that a procurement system needs (R7).
pub fn type_in(buyer: &Buyer, information: PurchaseInformation) -> Connection {
    let credential = |identity: &Identity| buyer::Credential::new(identity.domain.as_str(), &identity.value);
    let connection = information.connection;
    buyer.connect(buyer::Connection {
        punch_out_url: information.punch_out_url,
        order_url: information.order_url,
        supplier: credential(&connection.supplier),
        buyer: credential(&connection.buyer),
        shared_secret: information.secret,
        test_account: false,
    });
    connection
}
