//! What the marketplace supports, and where (R53).

use cxml::model::{Document, ProfileOption, ProfileResponse, ResponsePayload, Transaction};
use jiff::Timestamp;
use platform::core::Core;

/// Since when this profile holds; it changes with what is supported.
const EFFECTIVE: Timestamp = Timestamp::constant(1_767_225_600, 0);

pub(crate) fn answer(core: &Core) -> Document {
    let at = |name: &str, path: &str, options: Vec<ProfileOption>| Transaction {
        request_name: name.to_owned(),
        url: core.marketplace.url(path).into(),
        options,
    };
    let order_options = vec![ProfileOption::new("attachments", "Yes"), ProfileOption::new("changes", "Yes")];
    let profile = ProfileResponse {
        effective_date: EFFECTIVE.into(),
        transactions: vec![
            at("ProfileRequest", "cxml/setup", Vec::new()),
            at("PunchOutSetupRequest", "cxml/setup", Vec::new()),
            at("OrderRequest", "cxml/orders", order_options),
        ],
        ..ProfileResponse::default()
    };
    Document::response_with(core.payload_id(), core.clock.now(), ResponsePayload::from(profile))
}
