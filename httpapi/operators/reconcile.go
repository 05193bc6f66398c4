package operators

import (
	"context"
	"net/http"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// registerReconciliation adds the comparison with the chain. It writes nothing into the books.
func (a *handlers) registerReconciliation(h *operation.API) {
	o := seen("compare-with-chain", "/reconciliation", "Compare the project's wallets with the chain now",
		"At the last final block of the books, as the server does by itself now and then; get-reconciliation shows it afterwards. One at a "+
			"time.")
	o.Method, o.Scope = http.MethodPost, operator.Record
	o.Refusals = []operation.Refusal{operation.NotFound, operation.Conflict, operation.NoNode, operation.Busy}
	operation.Register(h, bounded(o, operation.Bounds{Answer: 2 * time.Minute}), a.compareNow)
}

func (a *handlers) compareNow(ctx context.Context, _ *nothing) (out wire.Reconciliation, err error) {
	if a.Compare == nil {
		return out, problem.NotFoundf("this server follows no chain: start it with --rpc URL to compare")
	}
	r, err := a.Compare(ctx)
	if err != nil {
		return out, err
	}
	return wire.ReconciliationOf(r, view.OpenExceptions(a.Engine)), nil
}
