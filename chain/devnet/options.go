package devnet

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"net"
	"strconv"
	"time"
)

// NoQuota as PerWallet lets a wallet take as much of the tier as there is.
const NoQuota = math.MaxUint64

// Tier is a tier of the sale as it is deployed.
type Tier struct {
	Price     *big.Int // wei for one node
	Size      uint64   // nodes
	PerWallet uint64   // nodes for one wallet; 0 closes the tier to the public
}

// Options says what chain to start. The zero value is a parallel sale of 15,000 nodes in 15 tiers for 60 wallets.
type Options struct {
	Seed       uint64    // of the keys and of the crowd
	Start      time.Time // of the genesis block, in whole seconds; 5 January 2026, 00:00 UTC when zero
	Listen     string    // loopback host:port of the server; 127.0.0.1 and a free port when empty
	Wallets    int       // funded wallets; 60 when zero
	Sequential bool      // one tier after the other instead of all of them at once
	Tiers      []Tier    // of the sale; LadderOf15 when nil
	MaxNodes   uint64    // of the whole sale; the sum of the tiers when zero
}

// LadderOf15 has 15 tiers of 1,000 nodes. The first costs 0.1 ether, each next one 12% more, floored to the wei, so
// that the higher prices are not round. In a sequential sale there are no quotas. Otherwise tier i allows i nodes to a
// wallet and tier 5 none, 115 in all.
func LadderOf15(sequential bool) []Tier {
	tiers := make([]Tier, 15)
	price := big.NewInt(100_000_000_000_000_000)
	for i := range tiers {
		quota := uint64(i + 1)
		switch {
		case sequential:
			quota = NoQuota
		case quota == 5:
			quota = 0
		}
		tiers[i] = Tier{Price: price, Size: 1000, PerWallet: quota}
		price = new(big.Int).Div(new(big.Int).Mul(price, big.NewInt(112)), big.NewInt(100))
	}
	return tiers
}

func (o Options) withDefaults() (Options, error) {
	if o.Start.IsZero() {
		o.Start = time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)
	}
	if o.Start.Unix() < 0 {
		return o, fmt.Errorf("start %s: a block cannot be older than 1970", o.Start)
	}
	if o.Listen == "" {
		o.Listen = "127.0.0.1:0"
	}
	if o.Wallets < 0 {
		return o, fmt.Errorf("%d wallets: name a number above zero, or none for 60", o.Wallets)
	}
	if o.Wallets == 0 {
		o.Wallets = 60
	}
	if o.Tiers == nil {
		o.Tiers = LadderOf15(o.Sequential)
	}
	for i, tier := range o.Tiers {
		if tier.Price == nil || tier.Price.Sign() < 0 || tier.Price.BitLen() > 128 {
			return o, fmt.Errorf("tier %d: a price is 0 to 2^128-1 wei", i+1)
		}
		if o.MaxNodes == 0 && tier.Size > math.MaxUint64-sizeOf(o.Tiers[:i]) {
			return o, errors.New("the tiers hold more nodes than a uint64 counts: set MaxNodes")
		}
	}
	if o.MaxNodes == 0 {
		o.MaxNodes = sizeOf(o.Tiers)
	}
	return o, nil
}

func sizeOf(tiers []Tier) (nodes uint64) {
	for _, tier := range tiers {
		nodes += tier.Size
	}
	return nodes
}

// loopback splits a listen address and refuses one that other machines could reach.
func loopback(listen string) (host string, port int, err error) {
	host, service, err := net.SplitHostPort(listen)
	if err != nil {
		return "", 0, fmt.Errorf("listen address: %w; write it as 127.0.0.1:8545", err)
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return "", 0, fmt.Errorf("listen address %s: a development chain listens on a loopback address only, such as 127.0.0.1", listen)
	}
	port, err = strconv.Atoi(service)
	if err != nil || port < 0 || port > math.MaxUint16 {
		return "", 0, fmt.Errorf("listen address %s: the port is a number up to 65535, 0 for a free one", listen)
	}
	return host, port, nil
}
