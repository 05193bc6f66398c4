package usage

import (
	"net/netip"
	"net/url"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// CheckPublicNode refuses the URL of a node that wallets could not use, or that holds a secret: it is shown to everybody.
func CheckPublicNode(flag, text string) error {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && !(u.Scheme == "http" && isHere(u.Hostname())) {
		return problem.Invalidf("%s is not a URL that wallets can use: write one such as https://node.example.org, or http:// for a node of "+
			"this machine", flag)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return problem.Invalidf("%s has a user, a query or a fragment: everybody sees the URL, so name a node without a key in it", flag)
	}
	return nil
}

func isHere(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.Unmap().IsLoopback()
}

// Registry is the address of a registry of names in lower case; empty for none. It is an error when the text is not an address.
func Registry(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	w, err := ledger.ParseWallet(text)
	if err != nil {
		return "", problem.Invalidf("--ens-registry %q is not an address: write 0x and 40 hexadecimal digits", text)
	}
	return w.String(), nil
}
