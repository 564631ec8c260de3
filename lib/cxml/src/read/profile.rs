//! What a party can do.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{ProfileOption, ProfileResponse, Transaction};

impl Reader<'_> {
    pub(super) fn profile_response(&mut self) -> Result<ProfileResponse, Fail> {
        let mut profile = ProfileResponse {
            effective_date: self.required_moment("effectiveDate"),
            last_refresh: self.moment("lastRefresh"),
            ..ProfileResponse::default()
        };
        self.children(&grammar::PROFILE_RESPONSE, |r, name| {
            match name {
                "Option" => profile.options.push(r.profile_option()?),
                "Transaction" => {
                    let transaction = r.transaction()?;
                    if transaction != Transaction::default() {
                        profile.transactions.push(transaction);
                    }
                }
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(profile)
    }

    fn transaction(&mut self) -> Result<Transaction, Fail> {
        let mut transaction =
            Transaction { request_name: self.required("requestName"), ..Transaction::default() };
        self.children(&grammar::TRANSACTION, |r, name| {
            match name {
                "URL" => transaction.url = r.string()?,
                "Option" => transaction.options.push(r.profile_option()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(transaction)
    }

    fn profile_option(&mut self) -> Result<ProfileOption, Fail> {
        Ok(ProfileOption { name: self.required("name"), value: self.string()? })
    }
}
