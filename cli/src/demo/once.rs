//! `demo --once`: the whole way, unattended, by real HTTP on this machine.

use std::path::Path;
use std::process::ExitCode;

use buyer::Buyer;

use super::keep;
use super::purchase::{Purchase, Wanted};
use super::steps::Steps;
use super::world::{Ports, World, WorldError};

/// Goes the whole way for Coupa and then for SAP Ariba; success only if every step held.
pub(super) async fn run(keep: Option<&Path>) -> Result<ExitCode, WorldError> {
    let world = World::for_people(Ports::default()).await?;
    let mut steps = Steps::default();
    for wanted in [Wanted::LUMEN_LOGS, Wanted::TALLY_LEDGER] {
        buy(&world, "Coupa", &world.coupa, wanted, &mut steps).await?;
    }
    for wanted in [Wanted::LUMEN_LOGS, Wanted::HARBOR_SCAN] {
        buy(&world, "SAP Ariba", &world.ariba, wanted, &mut steps).await?;
    }
    if let Some(directory) = keep {
        keep::everything(&world, directory)?;
    }
    print!("{steps}");
    if let Some(median) = steps.median("purchase order") {
        println!("\npurchase order answered in {} ms at the median", median.as_millis());
    }
    let failed = steps.failed();
    println!("demo: {} passed, {failed} failed", steps.count() - failed);
    world.stop().await;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn buy(
    world: &World,
    system: &'static str,
    buyer: &Buyer,
    wanted: Wanted,
    steps: &mut Steps,
) -> Result<(), WorldError> {
    let mut purchase = Purchase::new(world, system, buyer, wanted)?;
    // A step that fails ends this purchase: what comes after it would fail for the same reason.
    purchase.go(steps).await;
    Ok(())
}
