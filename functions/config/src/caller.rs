//! Who asks (R1): from the gateway's verified context in AWS, from the request's own signature on one machine.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use lambda_http::request::RequestContext;
use platform::accounts::AccessKeys;
use platform::signature::verify;
use procurement::account::AccountId;
use procurement::configuration::{Caller, Permissions, Standing};

use crate::{Configuration, Failure};

/// The most bytes of a request's body.
const MAX_BODY: usize = 256 * 1024;
/// The same where the catalogue is imported; what a gateway passes on is no larger.
const MAX_CATALOGUE: usize = 4 * 1024 * 1024;
const CATALOGUE: &str = "/config/operator/catalogue";

/// How a request proves whose it is.
#[derive(Clone, Debug)]
pub enum Callers {
    /// API Gateway verified the signature, and IAM the permission, before the request came here.
    Gateway,
    /// The signature is verified here, against these keys.
    Signed(Arc<AccessKeys>),
}

/// What a request proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    pub account: AccountId,
    pub arn: String,
    pub permissions: Permissions,
}

/// The caller of a request whose identity is proved.
#[derive(Clone, Debug)]
pub(crate) struct Signed(pub Caller);

/// Lets only requests through that prove whose they are, with their caller.
pub(crate) async fn authenticate(
    State(configuration): State<Configuration>,
    request: Request,
    next: Next,
) -> Response {
    match identified(&configuration, request).await {
        Ok(request) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

async fn identified(configuration: &Configuration, request: Request) -> Result<Request, Failure> {
    let (mut parts, body) = request.into_parts();
    let most = if parts.uri.path() == CATALOGUE { MAX_CATALOGUE } else { MAX_BODY };
    let body = to_bytes(body, most).await.map_err(|_| Failure::TooLarge(most))?;
    let identity = match &configuration.callers {
        Callers::Gateway => of_gateway(&parts)?,
        Callers::Signed(keys) => of_signature(configuration, &parts, &body, keys)?,
    };
    let caller = configuration.caller(identity.account, identity.arn, identity.permissions).await?;
    parts.extensions.insert(Signed(caller));
    Ok(Request::from_parts(parts, Body::from(body)))
}

fn of_signature(
    configuration: &Configuration,
    parts: &Parts,
    body: &[u8],
    keys: &AccessKeys,
) -> Result<Identity, Failure> {
    let key = verify(parts, body, keys, configuration.core.clock.now())?;
    Ok(Identity { account: key.account, arn: key.arn(), permissions: key.permissions })
}

/// IAM has decided about the permission by the method and path that it let through.
fn of_gateway(parts: &Parts) -> Result<Identity, Failure> {
    let Some(RequestContext::ApiGatewayV1(context)) = parts.extensions.get::<RequestContext>() else {
        return Err(Failure::NoIdentity);
    };
    let account = context.identity.account_id.as_deref().and_then(|id| id.parse().ok());
    match (account, context.identity.user_arn.clone()) {
        (Some(account), Some(arn)) => Ok(Identity { account, arn, permissions: Permissions::ALL }),
        _ => Err(Failure::NoIdentity),
    }
}

// === impl Configuration ===

impl Configuration {
    /// The caller of this account, as what its account is in its organisation now (R1, R3).
    pub async fn caller(
        &self,
        account: AccountId,
        arn: String,
        permissions: Permissions,
    ) -> Result<Caller, Failure> {
        let organisation = self.accounts.organisation_of(account).await?;
        let standing = Standing::of(account, organisation);
        Ok(Caller { account, arn, permissions, standing, operator: self.operator == Some(account) })
    }
}

// === impl Signed ===

impl<S: Sync> FromRequestParts<S> for Signed {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::NoIdentity)
    }
}
