//! Who visits directly, and the session that is theirs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

use crate::account::{AccountId, Organisation};
use crate::configuration::{Caller, Problem, Standing};
use crate::connection::{Connection, Identity, Mode, ProcurementSystem, Settings};
use crate::id::ConnectionId;
use crate::session::{Operation, Requester, START_PAGE_LIFE, Session, SessionState};

/// The most characters of a visitor's name.
const LONGEST_NAME: usize = 200;

/// Who visits directly: as much as a signed request proved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectVisitor {
    /// The organisation, or the account that stands alone.
    pub organisation: Organisation,
    /// The account; what is bought is for it (R30).
    pub account: AccountId,
    /// The person or role in it.
    pub arn: String,
}

/// The session of a direct visit by this caller, any account of an organisation that the marketplace knows. It is opened once
/// and soon, like every other (R21). `store` is the marketplace's own address.
pub fn visit(caller: &Caller, store: &Url, now: Timestamp) -> Result<Session, Problem> {
    let organisation = match &caller.standing {
        Standing::Management(own) | Standing::Standalone(own) | Standing::Member(own) => own.clone(),
        Standing::Unknown => {
            return Err(Problem::NotAllowed(format!(
                "Account {} is not known to AWS Organizations as active. Use an account that is.",
                caller.account
            )));
        }
    };
    let name = name_of(&caller.arn);
    Ok(Session {
        version: 1,
        connection: own_id(organisation.management_account),
        operation: Operation::Create,
        requester: Requester {
            email: name.contains('@').then(|| name.clone()),
            key: name.clone(),
            name,
            language: None,
            account: Some(caller.account),
        },
        buyer_cookie: String::new(),
        form_post: store.clone(),
        setup_payload_id: String::new(),
        selected: None,
        cart: Vec::new(),
        former: Vec::new(),
        sign_on: None,
        direct: Some(DirectVisitor { organisation, account: caller.account, arn: caller.arn.clone() }),
        state: SessionState::Offered,
        mark: None,
        created: now,
        expires: now.saturating_add(START_PAGE_LIFE).unwrap_or(Timestamp::MAX),
    })
}

/// The person's name in an ARN: the user's, or that of a role's session, which is the person's where IAM Identity Center made
/// it.
fn name_of(arn: &str) -> String {
    arn.rsplit(['/', ':']).next().unwrap_or(arn).chars().take(LONGEST_NAME).collect()
}

/// The id under which an organisation's own purchases are kept, those that came over no connection. Ids of connections are made
/// of time and chance, so none of them is one of these.
pub fn own_id(organisation: AccountId) -> ConnectionId {
    ConnectionId::new(Uuid::from_u128(organisation.as_str().parse().unwrap_or_default()))
}

/// The organisation itself in the place of a connection: its purchases are real, and it has no procurement system to name. It is
/// stored nowhere, takes no document, and is no connection that anybody could configure.
pub fn own_connection(visitor: &DirectVisitor, marketplace: &Identity, now: Timestamp) -> Connection {
    Connection {
        id: own_id(visitor.organisation.management_account),
        version: 0,
        organisation: visitor.organisation.clone(),
        system: ProcurementSystem::Coupa,
        name: visitor.organisation.name.clone(),
        description: String::new(),
        enabled: true,
        mode: Mode::Live,
        supplier: marketplace.clone(),
        buyer: marketplace.clone(),
        secrets: Vec::new(),
        settings: Settings::default(),
        onboarding: None,
        created: now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::configuration::Permissions;

    fn caller(arn: &str, standing: Standing) -> Caller {
        let account = "111122220001".parse().expect("an account");
        let permissions = Permissions { put: false, describe: false };
        Caller { account, arn: arn.to_owned(), permissions, standing, operator: false }
    }

    fn organisation() -> Organisation {
        let management_account = "111122223333".parse().expect("an account");
        Organisation { management_account, name: "Acme".to_owned(), standalone: false }
    }

    fn store() -> Url {
        "https://market.example".parse().expect("a URL")
    }

    #[test]
    fn a_member_account_without_any_permission_to_configure_may_shop() {
        let arn = "arn:aws:sts::111122220001:assumed-role/Developer/ada@acme.example";
        let visit = visit(&caller(arn, Standing::Member(organisation())), &store(), Timestamp::UNIX_EPOCH);
        let session = visit.expect("a session");
        assert_eq!(session.requester.key, "ada@acme.example");
        assert_eq!(session.requester.email.as_deref(), Some("ada@acme.example"));
        assert_eq!(session.connection, own_id("111122223333".parse().expect("an account")));
        assert_eq!(session.state, SessionState::Offered);
    }

    #[test]
    fn a_users_name_is_no_mail_address() {
        let session = visit(
            &caller("arn:aws:iam::111122220001:user/team/ada", Standing::Standalone(organisation())),
            &store(),
            Timestamp::UNIX_EPOCH,
        );
        let requester = session.expect("a session").requester;
        assert_eq!((requester.key.as_str(), requester.email), ("ada", None));
    }

    #[test]
    fn an_account_that_nobody_knows_is_told_so() {
        let refused =
            visit(&caller("arn:aws:iam::1:root", Standing::Unknown), &store(), Timestamp::UNIX_EPOCH);
        assert_eq!(refused.map_err(|problem| problem.code()), Err("not_allowed"));
    }
}
