//! The calls themselves.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_organizations::Client;
use aws_sdk_organizations::config::retry::RetryConfig;
use aws_sdk_organizations::config::timeout::TimeoutConfig;
use aws_sdk_organizations::config::{BehaviorVersion, Builder};
use aws_sdk_organizations::error::{ProvideErrorMetadata, SdkError};
use procurement::account::{Account, AccountId, AccountState};

use super::read;
use crate::accounts::AccountsUnavailable;
use crate::aws::{Aws, Service};
use crate::environment::BuyersRole;

const ATTEMPT: Duration = Duration::from_secs(5);
const OPERATION: Duration = Duration::from_secs(20);
/// Organizations throttles early; the client waits longer from try to try.
const ATTEMPTS: u32 = 4;
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// An organisation of 20,000 accounts; more pages mean that something goes round in circles.
const MOST_PAGES: usize = 1_000;
const SESSION_NAME: &str = "punchgate";

pub(super) type Asked<T> = Result<T, AccountsUnavailable>;

/// To which organisation an account belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Membership {
    pub(super) management_account: AccountId,
    /// In no organisation: its own management account.
    pub(super) standalone: bool,
}

#[derive(Debug)]
pub(super) struct Ask {
    aws: Aws,
    own: Client,
    role: Option<BuyersRole>,
}

/// Why a call came to nothing.
enum Refused {
    /// `AWSOrganizationsNotInUseException`: the account stands alone (R4).
    NotInUse,
    /// Nobody granted it, or nobody knows the account.
    NotForUs,
    Unavailable(AccountsUnavailable),
}

// === impl Ask ===

impl Ask {
    pub(super) fn new(aws: Aws, role: Option<BuyersRole>) -> Self {
        let own = Client::from_conf(patient(Builder::from(&aws.config(Service::Organizations))).build());
        Self { aws, own, role }
    }

    /// Where an account belongs; none if it is not ours and granted us nothing.
    pub(super) async fn membership(&self, id: AccountId) -> Asked<Option<Membership>> {
        if self.is_of_our_organisation(id).await? {
            return self.membership_by(&self.own, id).await;
        }
        match self.client_in(id).await? {
            Some(client) => self.membership_by(&client, id).await,
            None => Ok(None),
        }
    }

    async fn membership_by(&self, client: &Client, id: AccountId) -> Asked<Option<Membership>> {
        let described = client.describe_organization().send().await.map_err(|error| refused(&error));
        match described {
            Ok(described) => {
                let management = described.organization().and_then(|found| found.master_account_id());
                let management_account = management.and_then(|id| id.parse().ok()).unwrap_or(id);
                Ok(Some(Membership { management_account, standalone: false }))
            }
            Err(Refused::NotInUse) => Ok(Some(Membership { management_account: id, standalone: true })),
            Err(Refused::NotForUs) => Ok(None),
            Err(Refused::Unavailable(error)) => Err(error),
        }
    }

    /// `DescribeAccount` works for the members of our own organisation, from its management or delegated account.
    async fn is_of_our_organisation(&self, id: AccountId) -> Asked<bool> {
        match self
            .own
            .describe_account()
            .account_id(id.as_str())
            .send()
            .await
            .map_err(|error| refused(&error))
        {
            Ok(_) => Ok(true),
            Err(Refused::NotInUse | Refused::NotForUs) => Ok(false),
            Err(Refused::Unavailable(error)) => Err(error),
        }
    }

    /// All accounts of an organisation, in whatever state; for an account that stands alone, itself.
    pub(super) async fn accounts(&self, of: AccountId) -> Asked<Vec<Account>> {
        let client = match self.is_of_our_organisation(of).await? {
            true => self.own.clone(),
            false => self.client_in(of).await?.ok_or_else(|| not_granted(of))?,
        };
        match list(&client).await {
            Ok(accounts) => Ok(accounts),
            Err(Refused::NotInUse) => Ok(vec![standalone(of)]),
            Err(Refused::NotForUs) => Err(not_granted(of)),
            Err(Refused::Unavailable(error)) => Err(error),
        }
    }

    /// A client that acts by the role that this account granted us; none if it granted none.
    async fn client_in(&self, id: AccountId) -> Asked<Option<Client>> {
        let Some(role) = &self.role else { return Ok(None) };
        let sts = aws_sdk_sts::config::Builder::from(&self.aws.config(Service::Sts))
            .behavior_version(aws_sdk_sts::config::BehaviorVersion::latest())
            .timeout_config(timeouts())
            .retry_config(retries());
        let assumed = aws_sdk_sts::Client::from_conf(sts.build())
            .assume_role()
            .role_arn(format!("arn:aws:iam::{id}:role/{}", role.name))
            .role_session_name(SESSION_NAME)
            .external_id(&role.external_id)
            .send()
            .await;
        match assumed.map_err(|error| refused(&error)) {
            Ok(assumed) => Ok(assumed.credentials().map(|granted| self.client_with(granted))),
            Err(Refused::NotInUse | Refused::NotForUs) => Ok(None),
            Err(Refused::Unavailable(error)) => Err(error),
        }
    }

    fn client_with(&self, granted: &aws_sdk_sts::types::Credentials) -> Client {
        let (id, secret) = (granted.access_key_id(), granted.secret_access_key());
        let session = Some(granted.session_token().to_owned());
        let credentials = SharedCredentialsProvider::new(Credentials::new(id, secret, session, None, "role"));
        let config = self.aws.config_as(Service::Organizations, credentials);
        Client::from_conf(patient(Builder::from(&config)).build())
    }
}

/// Pages hold 20 accounts, and may be empty before the last: only an absent token ends the list (R4).
async fn list(client: &Client) -> Result<Vec<Account>, Refused> {
    let (mut accounts, mut token) = (Vec::new(), None);
    for _ in 0..MOST_PAGES {
        let page =
            client.list_accounts().set_next_token(token).send().await.map_err(|error| refused(&error))?;
        accounts.extend(page.accounts().iter().filter_map(read::account));
        token = page.next_token;
        if token.is_none() {
            return Ok(accounts);
        }
    }
    Err(Refused::Unavailable(AccountsUnavailable(format!(
        "the list of accounts has more than {MOST_PAGES} pages"
    ))))
}

/// Organizations does not know it, so neither its name nor its mail address.
fn standalone(id: AccountId) -> Account {
    Account { id, name: id.to_string(), email: String::new(), state: AccountState::Active }
}

fn not_granted(id: AccountId) -> AccountsUnavailable {
    AccountsUnavailable(format!(
        "the account {id} did not grant the role that lists its organisation's accounts"
    ))
}

fn patient(config: Builder) -> Builder {
    config.behavior_version(BehaviorVersion::latest()).timeout_config(timeouts()).retry_config(retries())
}

fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT).operation_timeout(OPERATION).build()
}

fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(FIRST_PAUSE)
}

fn refused<E: ProvideErrorMetadata>(error: &SdkError<E>) -> Refused {
    let SdkError::ServiceError(answered) = error else {
        return Refused::Unavailable(AccountsUnavailable("AWS did not answer".to_owned()));
    };
    match answered.err().code().unwrap_or("no error code") {
        "AWSOrganizationsNotInUseException" => Refused::NotInUse,
        "AccessDenied" | "AccessDeniedException" | "AccountNotFoundException" => Refused::NotForUs,
        code => Refused::Unavailable(AccountsUnavailable(format!("AWS answered {code}"))),
    }
}
