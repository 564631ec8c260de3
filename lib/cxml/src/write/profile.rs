//! What a party can do.

use super::output::Output;
use crate::{ProfileOption, ProfileResponse, Transaction};

impl Output {
    pub(super) fn profile_response(&mut self, profile: &ProfileResponse) {
        self.element("ProfileResponse", |o| {
            o.moment("effectiveDate", &profile.effective_date);
            o.optional_moment("lastRefresh", profile.last_refresh.as_ref());
            o.each(&profile.options, Output::profile_option);
            o.some(&profile.transactions, Output::transaction);
        });
    }

    fn transaction(&mut self, transaction: &Transaction) {
        self.element("Transaction", |o| {
            o.attribute("requestName", &transaction.request_name);
            o.text_element("URL", &transaction.url);
            o.each(&transaction.options, Output::profile_option);
        });
    }

    fn profile_option(&mut self, option: &ProfileOption) {
        self.element("Option", |o| {
            o.attribute("name", &option.name);
            o.xml.text(&option.value);
        });
    }
}
