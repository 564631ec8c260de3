//! Where the tools are: `AWS_TOOLS`, or `target/aws-tools`, as `.ci/aws-tools` fills it.

use std::path::{Path, PathBuf};

use support::tools::present;

/// Everything that is needed to run the functions' binaries as AWS does.
#[derive(Clone, Debug)]
pub struct Tools {
    /// Lambda's Runtime Interface Emulator.
    pub emulator: PathBuf,
    /// The directory of DynamoDB Local.
    pub dynamodb: PathBuf,
    /// moto's server.
    pub moto: PathBuf,
    /// A directory with a binary per function.
    binaries: PathBuf,
}

// === impl Tools ===

impl Tools {
    /// All tools, or nothing, and the test says what is missing.
    pub fn find() -> Option<Self> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
        let place = |variable: &str, usual: &str| {
            std::env::var_os(variable).map_or_else(|| root.join(usual), PathBuf::from)
        };
        let tools = place("AWS_TOOLS", "target/aws-tools");
        let found = Self {
            emulator: tools.join("aws-lambda-rie"),
            dynamodb: tools.join("dynamodb-local"),
            moto: tools.join("venv/bin/moto_server"),
            binaries: place("LAMBDA_BINARIES", "target/lambda"),
        };
        let what = "one of the tools that .ci/aws-tools fetches (AWS_TOOLS says where they are)";
        let here = found.emulator.exists()
            && found.dynamodb.join("DynamoDBLocal.jar").exists()
            && found.moto.exists();
        let built = found.binary("purchase-order").exists();
        let complete =
            present(here, what) && present(built, "the functions' binaries (infra/build; LAMBDA_BINARIES)");
        complete.then_some(found)
    }

    /// A function's binary, as cargo-lambda or as cargo leaves it.
    pub fn binary(&self, function: &str) -> PathBuf {
        let of_lambda = self.binaries.join(function).join("bootstrap");
        if of_lambda.exists() { of_lambda } else { self.binaries.join(function) }
    }

    /// The project's root.
    pub fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }
}
