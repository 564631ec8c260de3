//! Who may sign requests in the demonstration: each account one user, with keys that are made at every start.

use platform::clock::Clock;
use platform::ids::Ids;

/// The account that runs the demonstration's marketplace.
pub const OPERATOR: &str = "999900001111";

/// An organisation's management account, a member, one that stands alone, and another organisation's management account.
pub(super) const USERS: [(&str, &str); 6] = [
    ("111122223333", "administrator"),
    ("111122220001", "researcher"),
    ("777788889999", "jane"),
    ("444455556666", "administrator"),
    ("444455550001", "engineer"),
    (OPERATOR, "operator"),
];

/// The accounts file with the operator and a key for each user.
pub(super) fn with_keys(accounts: &str) -> String {
    let ids = Ids::random(Clock::System);
    let mut text = format!(
        "operator = \"{OPERATOR}\"\n{accounts}\n[[account]]\nid = \"{OPERATOR}\"\nname = \"Marketplace\"\nemail = \"aws@marketplace.example\"\n"
    );
    for (position, (account, user)) in USERS.iter().enumerate() {
        text += &format!(
            "\n[[key]]\nid = \"AKIADEMONSTRATION{position:03}\"\nsecret = \"{}\"\naccount = \"{account}\"\nuser = \"{user}\"\n",
            ids.token()
        );
    }
    text
}
