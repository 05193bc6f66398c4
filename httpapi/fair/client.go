package fair

import (
	"crypto/sha256"
	"net/netip"
)

// Client is who has an address: of IPv6 the network of 64 bits counts, since one client has all addresses in it. It is the zero
// prefix when there is no address.
func Client(at netip.Addr) netip.Prefix {
	return prefix(at.Unmap().WithZone(""), 32, 64)
}

// Named is who has a name and is known by it, not by an address: a client of a network of its own.
func Named(name string) netip.Prefix {
	sum := sha256.Sum256([]byte(name))
	return prefix(netip.AddrFrom16([16]byte(sum[:16])), 32, 64)
}

// network is what a client's addresses are given out from: a customer of a provider has as many clients as fit in it.
func network(client netip.Prefix) netip.Prefix { return prefix(client.Addr(), 24, 48) }

func prefix(at netip.Addr, v4, v6 int) netip.Prefix {
	bits := v6
	if at.Is4() {
		bits = v4
	}
	p, err := at.Prefix(bits)
	if err != nil {
		return netip.Prefix{} // no address, as in tests
	}
	return p
}
