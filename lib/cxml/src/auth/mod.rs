//! Who sent a document, and who the buyer is (R8, R13, R15, R54).
//!
//! Three questions, in this order: does the Sender prove who it is ([`secret_matches`],
//! [`mac_matches`]); does each party mean one organisation ([`identities`]); and who is the buyer,
//! when a network stands between ([`buyer`]).
//!
//! ```
//! use cxml::{Credential, Header, Secret, auth};
//!
//! let header = Header::new(
//!     Credential::new("NetworkId", "AN01000002779-T"),
//!     Credential::new("DUNS", "123456789"),
//!     Credential::new("NetworkId", "AN01000000001").with_secret("welcome"),
//!     "Ariba SN",
//! );
//! let offered = header.sender.credentials[0].secret.as_ref();
//! assert!(auth::secret_matches(offered, &Secret::from("welcome")));
//! assert_eq!(auth::buyer(&header)?.identity, "AN01000002779-T");
//! # Ok::<(), cxml::Fault>(())
//! ```

mod identity;
mod mac;

pub use identity::{buyer, identities, same_identity};
pub use mac::{ALGORITHM, KIND, mac, mac_matches};

use subtle::ConstantTimeEq;

use crate::{AtFault, Fault, FaultKind, Secret, StatusCode};

/// Whether a secret that was offered is the expected one, in constant time.
///
/// An absent or an empty secret never matches, not even an empty one: a registry that has no secret
/// for a party must not let everybody in.
pub fn secret_matches(offered: Option<&Secret>, expected: &Secret) -> bool {
    let Some(offered) = offered else {
        return false;
    };
    let is_equal = offered.expose().as_bytes().ct_eq(expected.expose().as_bytes());
    bool::from(is_equal) && !expected.is_empty()
}

fn unauthorized(message: impl Into<String>, advice: &'static str) -> Fault {
    Fault {
        kind: FaultKind::Authentication,
        at_fault: AtFault::Sender,
        line: 0,
        column: 0,
        message: message.into(),
        status: StatusCode::UNAUTHORIZED,
        advice,
    }
}
