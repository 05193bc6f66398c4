package httpapi_test

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/wire"
)

// What a distributor holds for those who claim it is not asked of the treasury once more.
func TestTreasuryOwesWhatNoDistributorHolds(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5}, func(o *httpapi.Options) {
		o.Treasury = func(_ context.Context, a money.Asset) (money.Amount, error) {
			if a.Symbol() != "USDT" {
				return money.Amount{}, errors.New("not asked")
			}
			return money.ParseUnits(a, "200000000")
		}
	})
	is := func(when, claims, held, needed, short string) {
		t.Helper()
		var all wire.OperatorHealth
		d.look("/health", &all)
		for _, o := range all.Liabilities {
			if o.Asset != "USDT" {
				continue
			}
			lacks := ""
			if o.Short != nil {
				lacks = o.Short.Display
			}
			if o.Claims.Display != claims || o.Held.Display != held || o.Needed.Display != needed || lacks != short {
				t.Errorf("%s: claims %s, held %s, needed %s, short %s", when, o.Claims.Display, o.Held.Display, o.Needed.Display, lacks)
			}
		}
	}
	d.earned("10000")
	d.letOut("april", "claim")
	is("before it is funded", "2250 USDT", "0 USDT", "2250 USDT", "2050 USDT")
	fund := func(amount int64) {
		d.chain.Mine(d.chain.Transfer(common.HexToAddress(deskTether), common.HexToAddress(deskTreasury), common.HexToAddress(deskDistributor),
			big.NewInt(amount)))
		d.chain.Finalise(0)
		samplebooks.Settle(t, d.engine)
	}
	fund(2_000_000_000)
	is("partly funded", "2250 USDT", "2000 USDT", "250 USDT", "50 USDT")
	fund(600_000_000)
	is("funded, and more", "2250 USDT", "2600 USDT", "0 USDT", "")
	d.sees(true, map[ledger.Wallet]*big.Int{samplebooks.Person(2): big.NewInt(250_000_000)})
	is("one has claimed", "2000 USDT", "2350 USDT", "0 USDT", "")
}
