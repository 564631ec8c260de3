//! Starts the function in AWS Lambda, behind the REST API that verifies its callers.

use std::process::ExitCode;

use config::Configuration;
use platform::environment::Environment;
use platform::lambda;
use platform::outbound::Outbound;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lambda::run(async {
        let environment = Environment::of_process()?;
        let operator = environment
            .operator
            .ok_or("OPERATOR_ACCOUNT is missing: the account that runs the marketplace")?;
        let (accounts, outbound) = (environment.accounts(), Outbound::new(environment.reach())?);
        let core = environment.core().await?;
        let configuration = Configuration::behind_gateway(core, accounts, outbound, operator);
        lambda::serve(config::routes(configuration.sending_by(environment.mail()))).await
    })
    .await
}
