//! Starts the function in AWS Lambda, behind API Gateway.

use std::process::ExitCode;

use platform::environment::Environment;
use platform::lambda;
use storefront::Storefront;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lambda::run(async {
        let environment = Environment::of_process()?;
        let store = Storefront::new(environment.core().await?, environment.accounts());
        lambda::serve(storefront::routes(store)).await
    })
    .await
}
