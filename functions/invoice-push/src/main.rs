//! Starts the function in AWS Lambda, behind the table's stream and a schedule.

use std::process::ExitCode;

use platform::environment::Environment;
use platform::lambda;
use platform::outbound::Outbound;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lambda::run(async {
        let environment = Environment::of_process()?;
        let (core, outbound) = (environment.core().await?, Outbound::new(environment.reach())?);
        lambda::work(|wake| invoice_push::lambda::handle(&core, &outbound, wake)).await
    })
    .await
}
