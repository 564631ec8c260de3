//! What the marketplace's "Purchase information" gives and an administrator types in here (R7).

use std::fmt;
use url::Url;

/// A party by domain and identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// `NetworkId`, `DUNS` or `AribaNetworkUserId`.
    pub domain: String,
    /// The identity in that domain.
    pub identity: String,
}

impl Credential {
    /// A party by domain and identity.
    pub fn new(domain: impl Into<String>, identity: impl Into<String>) -> Self {
        Self { domain: domain.into(), identity: identity.into() }
    }

    /// Whether both name the same party: domains without regard to case; identities too, except in
    /// `AribaNetworkUserId` (R8). A `-T` suffix means the same party's test account.
    #[must_use]
    pub fn names_the_same_party_as(&self, other: &Self) -> bool {
        if !self.domain.eq_ignore_ascii_case(&other.domain) {
            return false;
        }
        let (mine, theirs) = (without_test_suffix(self), without_test_suffix(other));
        if self.domain.eq_ignore_ascii_case("AribaNetworkUserId") {
            mine == theirs
        } else {
            mine.eq_ignore_ascii_case(theirs)
        }
    }
}

fn without_test_suffix(credential: &Credential) -> &str {
    let identity = credential.identity.trim();
    identity.strip_suffix("-T").unwrap_or(identity)
}

/// The values of one connection, all of them needed and together sufficient (R7).
#[derive(Clone, PartialEq, Eq)]
pub struct Connection {
    /// Where setup requests go.
    pub punch_out_url: Url,
    /// Where purchase orders go.
    pub order_url: Url,
    /// The marketplace.
    pub supplier: Credential,
    /// This buyer; in SAP Ariba its ANID.
    pub buyer: Credential,
    /// What proves the sender. In SAP Ariba it is the supplier's and known to the network, not to the buyer.
    pub shared_secret: String,
    /// SAP Ariba only: speak as the test account, with `-T` identities and `deploymentMode="test"` (R20).
    pub test_account: bool,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("punch_out_url", &self.punch_out_url.as_str())
            .field("order_url", &self.order_url.as_str())
            .field("supplier", &self.supplier)
            .field("buyer", &self.buyer)
            .field("test_account", &self.test_account)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: (&str, &str), other: (&str, &str)) -> bool {
        Credential::new(one.0, one.1).names_the_same_party_as(&Credential::new(other.0, other.1))
    }

    #[test]
    fn network_and_duns_identities_compare_without_case() {
        assert!(same(("NetworkId", "AN01x"), ("networkid", "an01X")));
        assert!(same(("duns", "buyer-a"), ("Duns", "BUYER-A")));
    }

    #[test]
    fn an_ariba_user_id_compares_with_case() {
        assert!(!same(("AribaNetworkUserId", "Ops@x"), ("AribaNetworkUserId", "ops@x")));
    }

    #[test]
    fn the_test_account_is_the_same_party() {
        assert!(same(("NetworkId", "AN01-T"), ("NetworkId", "AN01")));
    }

    #[test]
    fn another_domain_is_another_party() {
        assert!(!same(("DUNS", "1"), ("NetworkId", "1")));
    }

    #[test]
    fn the_secret_is_not_in_the_debug_form() {
        let url = |text| Url::parse(text).unwrap_or_else(|e| panic!("{e}"));
        let connection = Connection {
            punch_out_url: url("http://localhost/setup"),
            order_url: url("http://localhost/orders"),
            supplier: Credential::new("DUNS", "shop"),
            buyer: Credential::new("DUNS", "buyer"),
            shared_secret: "tell-nobody".into(),
            test_account: false,
        };
        assert!(!format!("{connection:?}").contains("tell-nobody"));
    }
}
