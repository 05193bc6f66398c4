package usage

import (
	"net"

	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/problem"
)

// Listening says where a command serves, and whether other machines may come there.
type Listening struct {
	Listen   string // host:port
	Metrics  string // host:port; empty: no metrics
	Origin   string // of the page in browsers; empty: this machine
	Insecure bool   // other machines may come unencrypted
}

// AddFlags adds the flags of every command that serves; preset is where it does without them.
func (l *Listening) AddFlags(f *pflag.FlagSet, preset string) {
	f.StringVar(&l.Listen, "listen", preset, "`address` to serve at, as host:port; port 0 takes a free one (NODELEDGER_LISTEN)")
	f.StringVar(&l.Origin, "origin", "", "`url` of the page in browsers, such as https://books.example.org; operators can sign in "+
		"there only (NODELEDGER_ORIGIN)")
	f.BoolVar(&l.Insecure, "insecure-listen", false,
		"serve other machines without --origin, and metrics to them: what they read, and tokens of operators, travel unencrypted unless a "+
			"proxy encrypts them")
}

// AddMetrics adds the flag of commands that serve metrics.
func (l *Listening) AddMetrics(f *pflag.FlagSet) {
	f.StringVar(&l.Metrics, "metrics-listen", "", "`address` to serve /metrics at, such as 127.0.0.1:9090; without it there are no metrics "+
		"(NODELEDGER_METRICS_LISTEN)")
}

// Check refuses an origin that is not one, and to serve other machines without a word: tokens would travel unencrypted, and metrics say how
// often operators work.
func (l *Listening) Check() error {
	if l.Origin != "" {
		if _, err := auth.ParseOrigin(l.Origin); err != nil {
			return problem.Invalidf("--origin %w", err)
		}
	}
	here, err := onThisMachine("--listen", l.Listen)
	if err != nil {
		return err
	}
	if !here && !l.Insecure && l.Origin == "" {
		return problem.Invalidf("--listen %s is open to other machines: name the page's address with --origin https://books.example.org, or say "+
			"--insecure-listen", l.Listen)
	}
	if l.Metrics == "" {
		return nil
	}
	if here, err = onThisMachine("--metrics-listen", l.Metrics); err == nil && !here && !l.Insecure {
		err = problem.Invalidf("--metrics-listen %s is open to other machines, and metrics say how often operators work: name an address of "+
			"this machine, such as 127.0.0.1:9090, or say --insecure-listen", l.Metrics)
	}
	return err
}

// onThisMachine says whether an address can be reached from this machine only.
func onThisMachine(flag, address string) (bool, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false, problem.Invalidf("%s %q is not a valid address: write it as 127.0.0.1:8080", flag, address)
	}
	return isHere(host), nil
}
