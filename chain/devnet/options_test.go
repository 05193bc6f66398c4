package devnet_test

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain/devnet"
)

func TestLadderOf15(t *testing.T) {
	var nodes, quota uint64
	for i, tier := range devnet.LadderOf15(false) {
		nodes += tier.Size
		quota += tier.PerWallet
		if (tier.PerWallet == 0) != (i+1 == 5) {
			t.Errorf("tier %d allows %d; only tier 5 is closed", i+1, tier.PerWallet)
		}
	}
	if nodes != 15_000 || quota != 115 {
		t.Fatalf("%d nodes and %d for one wallet, want 15000 and 115", nodes, quota)
	}
	for i, tier := range devnet.LadderOf15(true) {
		if tier.PerWallet != devnet.NoQuota {
			t.Errorf("tier %d of the sequential ladder has a quota of %d", i+1, tier.PerWallet)
		}
	}
}

func TestStartRefuses(t *testing.T) {
	huge := devnet.Tier{Price: big.NewInt(1), Size: devnet.NoQuota}
	for name, test := range map[string]struct {
		options devnet.Options
		says    string
	}{
		"an address others can reach": {devnet.Options{Listen: "0.0.0.0:0"}, "loopback"},
		"a host name":                 {devnet.Options{Listen: "localhost:0"}, "loopback"},
		"no port":                     {devnet.Options{Listen: "127.0.0.1"}, "127.0.0.1:8545"},
		"a port that is none":         {devnet.Options{Listen: "127.0.0.1:99999"}, "65535"},
		"fewer than no wallets":       {devnet.Options{Wallets: -1}, "wallets"},
		"a time before 1970":          {devnet.Options{Start: time.Unix(-1, 0)}, "1970"},
		"a tier without a price":      {devnet.Options{Tiers: []devnet.Tier{{Size: 1}}}, "tier 1"},
		"a negative price":            {devnet.Options{Tiers: []devnet.Tier{{Price: big.NewInt(-1)}}}, "tier 1"},
		"too many nodes to count":     {devnet.Options{Tiers: []devnet.Tier{huge, huge}}, "MaxNodes"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := devnet.Start(t.Context(), test.options)
			if err == nil {
				t.Fatal("it started", c.Close())
			}
			if !strings.Contains(err.Error(), test.says) {
				t.Fatalf("%q does not say %q", err, test.says)
			}
		})
	}
}
