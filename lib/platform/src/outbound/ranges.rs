//! The addresses that are not on the public Internet, after the special-purpose registries of IANA.
//! (iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry)

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

const V4: [(Ipv4Net, &str); 17] = [
    (v4(0, 0, 0, 0, 8), "this network (RFC 791)"),
    (v4(10, 0, 0, 0, 8), "a private network (RFC 1918)"),
    (v4(100, 64, 0, 0, 10), "a provider's shared network (RFC 6598)"),
    (v4(127, 0, 0, 0, 8), "this machine (RFC 1122)"),
    (v4(169, 254, 0, 0, 16), "a link-local address (RFC 3927), where clouds keep credentials"),
    (v4(172, 16, 0, 0, 12), "a private network (RFC 1918)"),
    (v4(192, 0, 0, 0, 24), "kept for protocols (RFC 6890)"),
    (v4(192, 0, 2, 0, 24), "kept for documentation (RFC 5737)"),
    (v4(192, 31, 196, 0, 24), "kept for AS112 (RFC 7535)"),
    (v4(192, 52, 193, 0, 24), "kept for multicast tunnels (RFC 7450)"),
    (v4(192, 88, 99, 0, 24), "a 6to4 relay (RFC 7526)"),
    (v4(192, 168, 0, 0, 16), "a private network (RFC 1918)"),
    (v4(198, 18, 0, 0, 15), "kept for benchmarks (RFC 2544)"),
    (v4(198, 51, 100, 0, 24), "kept for documentation (RFC 5737)"),
    (v4(203, 0, 113, 0, 24), "kept for documentation (RFC 5737)"),
    (v4(224, 0, 0, 0, 4), "multicast (RFC 5771)"),
    (v4(240, 0, 0, 0, 4), "reserved, or broadcast (RFC 1112)"),
];

/// All that is public lies in here; outside are loopback, link-local, unique local, multicast, v4-mapped and NAT64.
const V6_PUBLIC: Ipv6Net = v6(0x2000, 0, 0, 3);

/// The parts of the public range that are not, or that carry an IPv4 address inside.
const V6: [(Ipv6Net, &str); 7] = [
    (v6(0x2001, 0, 0, 32), "Teredo (RFC 4380)"),
    (v6(0x2001, 0, 0, 23), "kept for protocols (RFC 2928)"),
    (v6(0x2001, 0x0db8, 0, 32), "kept for documentation (RFC 3849)"),
    (v6(0x2002, 0, 0, 16), "6to4 (RFC 3056)"),
    (v6(0x2620, 0x004f, 0x8000, 48), "kept for AS112 (RFC 7534)"),
    (v6(0x3fff, 0, 0, 20), "kept for documentation (RFC 9637)"),
    (v6(0x3ffe, 0, 0, 16), "the former 6bone (RFC 3701)"),
];

/// What the address is, unless it is on the public Internet.
pub fn internal_range(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => internal_v4(address),
        IpAddr::V6(address) => internal_v6(address),
    }
}

fn internal_v4(address: Ipv4Addr) -> Option<&'static str> {
    V4.iter().find(|(net, _)| net.contains(&address)).map(|(_, range)| *range)
}

fn internal_v6(address: Ipv6Addr) -> Option<&'static str> {
    if !V6_PUBLIC.contains(&address) {
        return Some("no public IPv6 address (RFC 4291)");
    }
    V6.iter().find(|(net, _)| net.contains(&address)).map(|(_, range)| *range)
}

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn v6(a: u16, b: u16, c: u16, prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0), prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn internal(text: &str) -> bool {
        internal_range(text.parse().expect("an address")).is_some()
    }

    #[test]
    fn every_range_holds_its_first_and_last_address() {
        for (net, range) in V4 {
            assert!(internal_v4(net.network()).is_some(), "{range}");
            assert!(internal_v4(net.broadcast()).is_some(), "{range}");
        }
        for (net, range) in V6 {
            assert!(internal_v6(net.network()).is_some(), "{range}");
            assert!(internal_v6(net.broadcast()).is_some(), "{range}");
        }
    }

    #[test]
    fn internal_addresses_are_known_as_such() {
        for text in [
            "0.0.0.0",
            "0.1.2.3",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.254",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.168.1.1",
            "198.19.0.1",
            "224.0.0.1",
            "239.255.255.250",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:8.8.8.8",
            "::7f00:1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:a00:1::",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "5f00::1",
        ] {
            assert!(internal(text), "{text}");
        }
    }

    #[test]
    fn public_addresses_just_beside_the_ranges_pass() {
        for text in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700::1111",
            "2a00:1450::1",
            "2001:4860::8888",
            "2003::1",
        ] {
            assert!(!internal(text), "{text}");
        }
    }
}
