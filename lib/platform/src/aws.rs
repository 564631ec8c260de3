//! How AWS is reached from within a Lambda function: region, credentials and, in tests, other endpoints.
//!
//! Lambda puts all of it into the environment, so the long search of `aws-config` (profiles, instance metadata, single
//! sign-on) would only make the functions larger and slower to start.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::SdkConfig;
use aws_types::region::Region;

use crate::environment::{Reading, Variables};

/// The services that functions talk to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    DynamoDb,
    EventBridge,
    Kms,
    Organizations,
    Ses,
    Sts,
}

/// Region, credentials, and endpoints where they are not AWS's own.
#[derive(Clone, Debug)]
pub struct Aws {
    region: Region,
    credentials: SharedCredentialsProvider,
    endpoints: Vec<(Service, String)>,
    /// In place of HTTP, in tests.
    #[cfg(test)]
    http: Option<crate::scripted::Scripted>,
}

// === impl Aws ===

impl Aws {
    pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Self> {
        let region = reading.required("AWS_REGION", "Lambda sets it");
        let id = reading.required("AWS_ACCESS_KEY_ID", "Lambda sets it from the function's role");
        let secret = reading.required("AWS_SECRET_ACCESS_KEY", "Lambda sets it from the function's role");
        let session = reading.optional("AWS_SESSION_TOKEN");
        let endpoints = Service::ALL
            .into_iter()
            .filter_map(|service| Some((service, endpoint(reading.variables, service)?)));
        let endpoints = endpoints.collect();
        let credentials = Credentials::new(id?, secret?, session, None, "environment");
        Some(Self {
            region: Region::new(region?),
            credentials: SharedCredentialsProvider::new(credentials),
            endpoints,
            #[cfg(test)]
            http: None,
        })
    }

    /// Everything is answered by a script.
    #[cfg(test)]
    pub(crate) fn scripted(http: crate::scripted::Scripted) -> Self {
        let credentials = SharedCredentialsProvider::new(Credentials::new("a", "b", None, None, "test"));
        Self {
            region: Region::from_static("eu-west-1"),
            credentials,
            endpoints: Vec::new(),
            http: Some(http),
        }
    }

    /// What a client of this service is made from.
    pub fn config(&self, service: Service) -> SdkConfig {
        self.config_as(service, self.credentials.clone())
    }

    /// The same for a client that acts as somebody else.
    pub fn config_as(&self, service: Service, credentials: SharedCredentialsProvider) -> SdkConfig {
        let endpoint = self.endpoints.iter().find(|(of, _)| *of == service).map(|(_, url)| url.clone());
        let mut builder = SdkConfig::builder()
            .region(service.region().unwrap_or_else(|| self.region.clone()))
            .credentials_provider(credentials);
        builder.set_endpoint_url(endpoint);
        #[cfg(test)]
        if let Some(http) = &self.http {
            builder.set_http_client(Some(aws_sdk_dynamodb::config::SharedHttpClient::new(http.clone())));
        }
        builder.build()
    }
}

fn endpoint(variables: &Variables, service: Service) -> Option<String> {
    let own = variables.get(service.endpoint_variable());
    own.or_else(|| variables.get("AWS_ENDPOINT_URL")).filter(|url| !url.is_empty()).cloned()
}

// === impl Service ===

impl Service {
    const ALL: [Self; 6] =
        [Self::DynamoDb, Self::EventBridge, Self::Kms, Self::Organizations, Self::Ses, Self::Sts];

    /// The API of AWS Organizations is in one region only (R4).
    fn region(self) -> Option<Region> {
        (self == Self::Organizations).then(|| Region::from_static("us-east-1"))
    }

    /// The names that all AWS SDKs share.
    const fn endpoint_variable(self) -> &'static str {
        match self {
            Self::DynamoDb => "AWS_ENDPOINT_URL_DYNAMODB",
            Self::EventBridge => "AWS_ENDPOINT_URL_EVENTBRIDGE",
            Self::Kms => "AWS_ENDPOINT_URL_KMS",
            Self::Organizations => "AWS_ENDPOINT_URL_ORGANIZATIONS",
            Self::Ses => "AWS_ENDPOINT_URL_SES",
            Self::Sts => "AWS_ENDPOINT_URL_STS",
        }
    }
}
