//! Starts the function in AWS Lambda, behind API Gateway.

use std::process::ExitCode;

use platform::environment::Environment;
use platform::lambda;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lambda::run(async {
        let core = Environment::of_process()?.core().await?;
        lambda::serve(open_buy::routes(core)).await
    })
    .await
}
