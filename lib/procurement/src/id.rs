//! One newtype per kind of id. Ids that the marketplace makes are a prefix and a UUID v7.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why a text is not an id of the wanted kind.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("\"{text}\" is not a {kind} (expected {expected})")]
pub struct NotAnId {
    kind: &'static str,
    expected: &'static str,
    text: String,
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// The id made of this UUID.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID without its prefix.
            pub const fn uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "-{}"), self.0.as_simple())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.strip_prefix(concat!($prefix, "-"))
                    .and_then(|rest| Uuid::try_parse(rest).ok())
                    .map(Self)
                    .ok_or_else(|| NotAnId {
                        kind: stringify!($name),
                        expected: concat!($prefix, "-<uuid>"),
                        text: text.chars().take(60).collect(),
                    })
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}

macro_rules! name_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The whole id.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let fits = text.strip_prefix(concat!($prefix, "-")).is_some_and(is_name);
                if fits {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(NotAnId {
                        kind: stringify!($name),
                        expected: concat!($prefix, "- and 1 to 60 of a-z, 0-9 and -"),
                        text: text.chars().take(60).collect(),
                    })
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

uuid_id!(
    /// One configured integration between a buyer organisation and a procurement system.
    ConnectionId, "conn"
);
uuid_id!(
    /// What a requester asked to buy; it outlives the shopping session.
    RequisitionId, "req"
);
uuid_id!(
    /// The subscription that a purchase order creates.
    AgreementId, "agmt"
);
uuid_id!(
    /// A demand for payment.
    InvoiceId, "inv"
);
name_id!(
    /// A product in the catalogue; the `SupplierPartID` of cXML.
    ProductId, "prod"
);
name_id!(
    /// An offer of a product, public or private.
    OfferId, "offer"
);
name_id!(
    /// Who sells.
    SellerId, "seller"
);

fn is_name(text: &str) -> bool {
    (1..=60).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let id = RequisitionId::new(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_of_one_kind_is_not_an_id_of_another() {
        let text = RequisitionId::new(Uuid::from_u128(7)).to_string();
        assert!(text.parse::<AgreementId>().is_err());
        assert!("prod-".parse::<ProductId>().is_err());
        assert!("prod-Über".parse::<ProductId>().is_err());
        assert!("offer-a1".parse::<ProductId>().is_err());
    }
}
