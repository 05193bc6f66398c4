package usage

import (
	"net/url"
	"regexp"

	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/problem"
)

// Pairing is what the page needs to be paired with wallets on other devices.
type Pairing struct {
	Project string   // at whoever runs the relay; empty: there is no pairing
	Relay   string   // wss://host
	Nodes   []string // for wallets; the page reads from the first one
}

var projects = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// AddFlags adds the flags of commands that serve the page.
func (p *Pairing) AddFlags(f *pflag.FlagSet) {
	f.StringVar(&p.Project, "walletconnect", "", "`id` of your project at WalletConnect: the page can be paired with wallets on other "+
		"devices; needs --wallet-rpc, which the page reads from then")
	f.StringVar(&p.Relay, "walletconnect-relay", "wss://relay.walletconnect.org", "`url` of the relay between the page and such wallets")
}

// Read gives what the flags say. It is an error when one is not valid or missing.
func (p *Pairing) Read() (httpapi.Pairing, error) {
	if p.Project == "" {
		return httpapi.Pairing{}, nil
	}
	if !projects.MatchString(p.Project) {
		return httpapi.Pairing{}, problem.Invalidf("--walletconnect %q is not a project id: it has letters and digits only", p.Project)
	}
	u, err := url.Parse(p.Relay)
	if err != nil || u.Host == "" || u.Scheme != "wss" && !(u.Scheme == "ws" && isHere(u.Hostname())) || u.User != nil ||
		u.RequestURI() != "/" || u.Fragment != "" || u.Path != "" {
		return httpapi.Pairing{}, problem.Invalidf("--walletconnect-relay %s is not the URL of a relay: write one such as "+
			"wss://relay.example.org, without a path", p.Relay)
	}
	if len(p.Nodes) == 0 {
		return httpapi.Pairing{}, problem.Invalidf("--walletconnect needs --wallet-rpc: the page reads the chain from that node, since a " +
			"wallet on another device does not read for it")
	}
	return httpapi.Pairing{Project: p.Project, Relay: p.Relay, Node: p.Nodes[0]}, nil
}
