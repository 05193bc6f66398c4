package httpapi_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// An operator has the wallets compared with the chain, and everybody sees what was found.
func TestOperatorsCompareNow(t *testing.T) {
	t.Parallel()
	var compare func(context.Context) (*engine.Reconciliation, error)
	d := newDesk(t, []int64{20, 5}, func(o *httpapi.Options) {
		o.Compare = func(ctx context.Context) (*engine.Reconciliation, error) { return compare(ctx) }
	})
	compare = func(ctx context.Context) (*engine.Reconciliation, error) {
		_, err := d.engine.Reconcile(ctx, d.chain)
		return d.engine.LastReconciliation(), err
	}
	const path = "/reconciliation"
	d.refuses("", path, nil, http.StatusUnauthorized, "not-authenticated", "for operators")
	d.refuses(d.bob, path, nil, http.StatusForbidden, "forbidden", "scope record")
	token, treasury := common.HexToAddress(deskTether), common.HexToAddress(deskTreasury)
	d.chain.Hold(token, treasury, uint256.NewInt(0))
	d.chain.Until(time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC))
	samplebooks.Settle(t, d.engine)
	if w := d.ask(http.MethodGet, "/api/v1/ledger/reconciliation"); w.Code != http.StatusNotFound {
		t.Errorf("nothing is compared yet, and the answer is %d", w.Code)
	}
	var before, after, shown wire.Reconciliation
	d.did(d.ann, path, nil, &before)
	if before.Differences != 0 || before.Compared == 0 || len(before.Rows) < before.Compared {
		t.Errorf("%+v", before)
	}
	d.get("/api/v1/ledger/reconciliation", &shown)
	if shown.At != before.At || len(shown.Rows) != len(before.Rows) {
		t.Errorf("shown is %+v", shown)
	}
	// Somebody sends the treasury what the books do not know of.
	d.chain.Hold(token, treasury, uint256.NewInt(7))
	d.chain.Until(time.Date(2024, 5, 4, 0, 0, 0, 0, time.UTC))
	samplebooks.Settle(t, d.engine)
	d.did(d.ann, path, nil, &after)
	if after.Differences != 1 {
		t.Errorf("%+v", after)
	}
	compare = func(context.Context) (*engine.Reconciliation, error) {
		return nil, problem.New(problem.Busy, "", "they are being compared already")
	}
	d.refuses(d.ann, path, nil, problem.Busy.Status(), "busy", "already")
}

func TestServersThatFollowNoChainCompareNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{5})
	d.refuses(d.ann, "/reconciliation", nil, http.StatusNotFound, "not-found", "start it with --rpc URL")
}
