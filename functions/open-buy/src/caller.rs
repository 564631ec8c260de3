//! Who asks: the connection of the token, and what its organisation may see.

use axum::http::{HeaderMap, header};
use procurement::account::AccountId;
use procurement::approved_products::ApprovedProducts;
use procurement::catalogue::Listing;
use procurement::connection::Connection;

use ::search::Viewer;

use crate::OpenBuy;
use crate::authentication::may_search;
use crate::fault::Fault;
use crate::token::{self, NotAToken};

const NO_TOKEN: &str =
    "Send the token that authentication gave, as \"Authorization: Bearer …\" or in the field \"token\".";
const EXPIRED: &str = "The token has expired. Ask for another one by authentication.";

/// Who asks.
#[derive(Debug)]
pub struct Caller {
    pub connection: Connection,
    accounts: [AccountId; 1],
    approved: Option<ApprovedProducts>,
}

// === impl Caller ===

impl Caller {
    /// The caller of a request with these headers, or this `token` field.
    pub async fn of(open_buy: &OpenBuy, headers: &HeaderMap, field: Option<&str>) -> Result<Self, Fault> {
        let core = &open_buy.core;
        let text = bearer(headers).or(field).ok_or(Fault::Unauthorized(NO_TOKEN))?;
        let id = token::verify(text.trim(), &core.keys.secret_key(), core.clock.now())?;
        let connection = core.store.connection(id).await?.ok_or(Fault::Unauthorized(NO_TOKEN))?;
        may_search(&connection)?;
        let organisation = connection.organisation.management_account;
        let approved = core.store.approved_products(organisation).await?;
        Ok(Self { connection, accounts: [organisation], approved })
    }

    /// What may be seen.
    pub fn viewer(&self) -> Viewer<'_> {
        Viewer { accounts: &self.accounts, approved: self.approved.as_ref() }
    }

    /// Whether this organisation may see a listing: it is for sale, approved, and has an offer that is open to it.
    pub fn sees(&self, listing: &Listing) -> bool {
        let product = &listing.product;
        !product.withdrawn
            && self.viewer().may_buy(&product.id)
            && listing.offers.iter().any(|offer| offer.is_for(&self.accounts))
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

impl From<NotAToken> for Fault {
    fn from(why: NotAToken) -> Self {
        match why {
            NotAToken::Unknown => Self::Unauthorized(NO_TOKEN),
            NotAToken::Expired => Self::Unauthorized(EXPIRED),
        }
    }
}
