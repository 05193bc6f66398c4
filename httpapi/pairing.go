package httpapi

import (
	"fmt"
	"net/url"
	"strings"
)

// Pairing lets the page talk to wallets on other devices, through a relay of WalletConnect. The zero value does not: then nothing of it is
// in the document, and the page may connect to this server alone.
type Pairing struct {
	Project string // the deployment's id at whoever runs the relay; empty: there is no pairing
	Relay   string // such as wss://relay.example.org
	Node    string // what the page reads the chain from then
}

// policy is what browsers let the page do.
func (p Pairing) policy() (string, error) {
	if p.Project == "" {
		return fmt.Sprintf(pagePolicy, ""), nil
	}
	var more strings.Builder
	for _, place := range []string{p.Relay, p.Node} {
		u, err := url.Parse(place)
		if err != nil || u.Host == "" || strings.ContainsAny(u.Host, " ;,'\"") {
			return "", fmt.Errorf("%q is not an address that the page can connect to", place)
		}
		more.WriteString(" " + u.Scheme + "://" + u.Host)
	}
	return fmt.Sprintf(pagePolicy, more.String()), nil
}

// says is what the page's script needs for it; nil without a project.
func (p Pairing) says() url.Values {
	if p.Project == "" {
		return nil
	}
	return url.Values{"project": {p.Project}, "relay": {p.Relay}, "node": {p.Node}}
}
