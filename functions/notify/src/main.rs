//! Starts the function in AWS Lambda, behind the table's stream, a schedule and Amazon SES's events.

use std::process::ExitCode;

use platform::environment::Environment;
use platform::lambda;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lambda::run(async {
        let environment = Environment::of_process()?;
        let (core, mail, events) = (environment.core().await?, environment.mail(), environment.events());
        lambda::work(|wake| notify::lambda::handle(&core, &mail, &events, wake)).await
    })
    .await
}
