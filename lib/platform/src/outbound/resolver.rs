//! Resolves names and refuses those that lead to internal addresses, at the moment of connecting.

use std::fmt::Debug;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Reach;
use super::ranges::internal_range;

/// An address that nothing is sent to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("it leads to {address}, which is {range}; configure a public address")]
pub(super) struct Forbidden {
    address: IpAddr,
    range: &'static str,
}

/// Who knows the addresses of names, in place of the system.
pub trait Names: Debug + Send + Sync {
    /// All addresses of this name; none if it has none.
    fn addresses(&self, name: &str) -> Vec<IpAddr>;
}

#[derive(Debug)]
pub(super) struct CheckedResolver {
    reach: Reach,
    names: Option<Arc<dyn Names>>,
}

// === impl CheckedResolver ===

impl CheckedResolver {
    pub(super) fn new(reach: Reach) -> Self {
        Self { reach, names: None }
    }

    pub(super) fn asking(names: Arc<dyn Names>, reach: Reach) -> Self {
        Self { reach, names: Some(names) }
    }
}

impl Resolve for CheckedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (reach, names) = (self.reach, self.names.clone());
        Box::pin(async move {
            let found: Vec<SocketAddr> = match names {
                None => tokio::net::lookup_host((name.as_str(), 0)).await?.collect(),
                Some(names) => {
                    let addresses = names.addresses(name.as_str());
                    addresses.into_iter().map(|address| SocketAddr::new(address, 0)).collect()
                }
            };
            public_only(found, reach)
        })
    }
}

/// One internal address among several is enough to refuse them all: an honest receiver has none.
fn public_only(
    found: Vec<SocketAddr>,
    reach: Reach,
) -> Result<Addrs, Box<dyn std::error::Error + Send + Sync>> {
    for address in &found {
        allowed(address.ip(), reach)?;
    }
    if found.is_empty() {
        return Err(io::Error::other("the name has no address").into());
    }
    Ok(Box::new(found.into_iter()))
}

pub(super) fn allowed(address: IpAddr, reach: Reach) -> Result<(), Forbidden> {
    if reach == Reach::PublicAndLoopback && address.is_loopback() {
        return Ok(());
    }
    match internal_range(address) {
        None => Ok(()),
        Some(range) => Err(Forbidden { address, range }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(texts: &[&str]) -> Vec<SocketAddr> {
        let address = |text: &&str| SocketAddr::new(text.parse().expect("an address"), 0);
        texts.iter().map(address).collect()
    }

    #[test]
    fn a_name_with_public_addresses_passes_with_all_of_them() {
        let found = public_only(addresses(&["93.184.216.34", "2606:2800:220:1::1"]), Reach::Public);
        assert_eq!(found.map(Iterator::count).ok(), Some(2));
    }

    #[test]
    fn one_internal_address_among_public_ones_refuses_the_name() {
        let found = public_only(addresses(&["93.184.216.34", "10.0.0.1"]), Reach::Public);
        let error = found.err().expect("refused");
        assert!(error.downcast_ref::<Forbidden>().is_some());
    }

    #[test]
    fn a_name_without_an_address_is_an_error() {
        assert!(public_only(Vec::new(), Reach::Public).is_err());
    }

    #[test]
    fn loopback_passes_only_where_it_is_allowed_and_nothing_else_with_it() {
        let loopback = addresses(&["127.0.0.1", "::1"]);
        assert!(public_only(loopback.clone(), Reach::Public).is_err());
        assert!(public_only(loopback, Reach::PublicAndLoopback).is_ok());
        for other in ["10.0.0.1", "169.254.169.254", "0.0.0.0", "::ffff:127.0.0.1"] {
            assert!(public_only(addresses(&[other]), Reach::PublicAndLoopback).is_err(), "{other}");
        }
    }
}
