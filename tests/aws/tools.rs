//! What is needed to run the functions' binaries as AWS does. `.ci/aws` fetches the tools, builds the binaries and says
//! with `PUNCHGATE_LAMBDA_BIN` where they are; without that variable these tests are skipped.

use std::path::{Path, PathBuf};

use support::tools::present;

/// Where everything is.
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
    /// All tools; nothing where nobody says that the binaries were built.
    pub fn find() -> Option<Self> {
        let binaries = std::env::var_os("PUNCHGATE_LAMBDA_BIN");
        present(
            binaries.is_some(),
            "PUNCHGATE_LAMBDA_BIN, which says where the functions' binaries are (.ci/aws),",
        );
        let binaries = binaries?;
        let usual = || Self::root().join("target/aws-tools");
        let tools = std::env::var_os("AWS_TOOLS").map_or_else(usual, PathBuf::from);
        let tools = Self {
            emulator: tools.join("aws-lambda-rie"),
            dynamodb: tools.join("dynamodb-local"),
            moto: tools.join("venv/bin/moto_server"),
            binaries: Self::root().join(binaries),
        };
        let needed = [&tools.emulator, &tools.dynamodb.join("DynamoDBLocal.jar"), &tools.moto];
        for needed in needed {
            assert!(needed.exists(), "{} is missing; .ci/aws-tools fetches it", needed.display());
        }
        Some(tools)
    }

    /// A function's binary, as cargo-lambda or as cargo leaves it.
    pub fn binary(&self, function: &str) -> PathBuf {
        let of_lambda = self.binaries.join(function).join("bootstrap");
        let found = if of_lambda.exists() { of_lambda } else { self.binaries.join(function) };
        assert!(found.exists(), "{} is missing; infra/build makes it", found.display());
        found
    }

    /// The project's root.
    pub fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    /// An event of events/, by its name.
    pub fn event(name: &str) -> serde_json::Value {
        let path = Self::root().join(format!("events/{name}.json"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        serde_json::from_str(&text).expect("JSON")
    }
}
