//! The accounts file as it is written, before anything in it is understood.

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub operator: Option<Spanned<String>>,
    #[serde(default)]
    pub key: Vec<WrittenKey>,
    #[serde(default)]
    pub organisation: Vec<WrittenOrganisation>,
    #[serde(default)]
    pub account: Vec<WrittenAccount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenOrganisation {
    pub management_account: Spanned<String>,
    pub name: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenAccount {
    pub id: Spanned<String>,
    pub name: Spanned<String>,
    pub email: Spanned<String>,
    pub state: Option<Spanned<String>>,
    pub organisation: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenKey {
    pub id: Spanned<String>,
    pub secret: Spanned<String>,
    pub account: Spanned<String>,
    pub user: Spanned<String>,
    pub permissions: Option<Spanned<Vec<String>>>,
}
