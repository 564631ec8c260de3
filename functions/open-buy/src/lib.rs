//! Open Buy: the marketplace searched from within Coupa (R22).
//!
//! Four calls, JSON by POST, each also under `/v1.0.0`: `authentication` gives a token for a connection's identity and
//! secret; `search` and `detail` show what that organisation may buy; `checkout` says how an item comes into a cart: by
//! punch-out with the item selected, because length, quantity and account are chosen on its page. `docs/open-buy.md`
//! shows each of them.

mod authentication;
mod caller;
mod checkout;
mod detail;
mod fault;
mod item;
mod price;
mod search;
mod token;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, post};
use platform::core::Core;

use ::search::Shelf;

/// Under which the four calls are.
pub const PATH: &str = "/open-buy";

/// No request comes near it.
const LARGEST_REQUEST: usize = 64 * 1024;

/// What the calls stand on.
#[derive(Clone, Debug)]
struct OpenBuy {
    core: Core,
    shelf: Shelf,
}

/// The routes of this function.
pub fn routes(core: Core) -> Router {
    let shelf = Shelf::new(core.store.clone(), core.clock.clone());
    let calls: [(&str, MethodRouter<OpenBuy>); 4] = [
        ("authentication", post(authentication::authenticate)),
        ("search", post(search::search)),
        ("detail", post(detail::detail)),
        ("checkout", post(checkout::checkout)),
    ];
    let mut router = Router::new();
    for (name, call) in calls {
        let call = call.fallback(fault::not_posted);
        router = router
            .route(&format!("{PATH}/{name}"), call.clone())
            .route(&format!("{PATH}/{name}/v1.0.0"), call);
    }
    router.layer(DefaultBodyLimit::max(LARGEST_REQUEST)).with_state(OpenBuy { core, shelf })
}
