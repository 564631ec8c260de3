//! What requests carry.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use procurement::configuration::{Draft, OrganisationDraft, Problem, Step};
use procurement::connection::{Deployment, NewSystem};
use procurement::id::{ConnectionId, RequisitionId};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Failure;

/// A procurement system, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SystemName {
    Coupa,
    SapAriba,
}

/// A new connection.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConnectionBody {
    pub system: SystemName,
    /// The buyer's Ariba Network ID; SAP Ariba only.
    #[serde(default)]
    #[schema(example = "AN01000000001")]
    pub anid: Option<String>,
    #[serde(deserialize_with = "object")]
    pub connection: Draft,
}

/// A change, over the version that was read.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeBody {
    pub version: u64,
    #[serde(deserialize_with = "object")]
    pub change: Draft,
}

/// A change of the organisation's settings, over the version that was read; 0 before anything was set.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationBody {
    pub version: u64,
    #[serde(deserialize_with = "object")]
    pub change: OrganisationDraft,
}

/// The version that was read.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionBody {
    pub version: u64,
}

/// Another secret.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RotateBody {
    pub version: u64,
    /// How long the secrets that are valid now stay so, in hours; 0 ends them at once.
    #[schema(maximum = 2160)]
    pub overlap_hours: u32,
    /// Which of the two sets of credentials gets it: `production` unless `test` is said.
    #[serde(default)]
    pub deployment: Deployment,
}

/// A change of a subscription, over the version that was read; what is left out stays.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendBody {
    pub version: u64,
    /// The new last day.
    #[serde(default)]
    #[schema(format = Date)]
    pub last_day: Option<String>,
    /// What falls due by the schedule and is not invoiced yet.
    #[serde(default)]
    #[schema(max_items = 1000)]
    pub charges: Vec<ChargeBody>,
    /// Why; the requester reads it.
    #[schema(min_length = 1, max_length = 750)]
    pub reason: String,
}

/// Another amount.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChargeBody {
    /// Which charge, from 1.
    #[schema(minimum = 1)]
    pub number: usize,
    /// In the currency of the subscription; 0 waives it.
    #[schema(example = "1200.00")]
    pub amount: String,
}

/// The end of a subscription, over the version that was read.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndBody {
    pub version: u64,
    /// Why; the requester reads it.
    #[schema(min_length = 1, max_length = 750)]
    pub reason: String,
}

/// A measurement of usage.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UsageBody {
    /// Names the measurement: the same one is recorded once.
    #[schema(min_length = 1, max_length = 100)]
    pub id: String,
    /// What was used, by the rate's name.
    #[schema(example = "Host hours")]
    pub rate: String,
    #[schema(example = "12.5")]
    pub quantity: String,
    /// When; now unless it is said.
    #[serde(default)]
    #[schema(format = DateTime)]
    pub at: Option<String>,
}

/// A step of onboarding.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepBody {
    pub version: u64,
    pub step: Step,
}

/// The list of approved products, over the version that was read; 0 if there was none.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovedBody {
    pub version: u64,
    /// Whether the list is applied.
    pub applied: bool,
    #[schema(max_items = 5000)]
    pub products: Vec<String>,
}

/// A connection as it is exported: everything but its secrets.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// `punchgate-connection/1`
    pub format: String,
    pub system: SystemName,
    #[serde(default)]
    pub anid: Option<String>,
    #[serde(deserialize_with = "object")]
    pub connection: Draft,
    /// What is not in it, in sentences.
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// Where a list goes on.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AfterQuery {
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// The account that is asked about.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AccountQuery {
    /// 12 digits.
    #[param(pattern = "^[0-9]{12}$")]
    pub account: String,
}

/// The removal of a connection.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RemoveQuery {
    /// The version that was read.
    pub version: u64,
    /// Remove it also while requests are pending.
    #[serde(default)]
    pub force: bool,
}

/// The body as JSON; a failure is told as JSON as well.
pub(crate) struct Body<T>(pub T);

/// The query; a failure is told as JSON.
pub(crate) struct Asked<T>(pub T);

/// The connection that the path names.
pub(crate) struct Named(pub ConnectionId);

/// The connection and the request that the path names.
pub(crate) struct NamedRequest(pub ConnectionId, pub RequisitionId);

/// What is described as an object must be one: serde takes an array of a struct's fields as well.
fn object<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<T, D::Error> {
    let fields = serde_json::Map::deserialize(deserializer)?;
    T::deserialize(serde_json::Value::Object(fields)).map_err(D::Error::custom)
}

fn whole<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let body = object(&mut deserializer)?;
    deserializer.end()?;
    Ok(body)
}

// === impl NewConnectionBody ===

impl NewConnectionBody {
    pub(crate) fn new_system(&self) -> NewSystem {
        match self.system {
            SystemName::Coupa => NewSystem::Coupa,
            SystemName::SapAriba => NewSystem::SapAriba { anid: self.anid.clone().unwrap_or_default() },
        }
    }
}

// === impl Body, Asked, Named ===

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|_| unreadable("body", "The body cannot be read.".to_owned()))?;
        let body = whole(&bytes).map_err(|error| {
            unreadable("body", format!("The body is not the JSON that is wanted here: {error}."))
        })?;
        Ok(Self(body))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let read = Query::<T>::from_request_parts(parts, state).await;
        let Query(query) = read.map_err(|error| unreadable("query", format!("{error}.")))?;
        Ok(Self(query))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let read = Path::<String>::from_request_parts(parts, state).await;
        let id = read.ok().and_then(|Path(text)| text.parse().ok());
        id.map(Self).ok_or_else(|| Problem::NotFound("There is no such connection.".to_owned()).into())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for NamedRequest {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let read = Path::<(String, String)>::from_request_parts(parts, state).await;
        let ids = read.ok().and_then(|Path((id, request))| Some((id.parse().ok()?, request.parse().ok()?)));
        let none = || Problem::NotFound("There is no such request.".to_owned()).into();
        ids.map(|(id, request)| Self(id, request)).ok_or_else(none)
    }
}

pub(crate) fn unreadable(field: &str, message: String) -> Failure {
    Problem::invalid(field, message).into()
}
