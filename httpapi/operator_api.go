package httpapi

import (
	"net/http"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/operator"
)

const operatorPath = "/api/v1/operator"

// registerOperators adds what operators do and see.
func (a *api) registerOperators(h *operation.API) {
	const at = operatorPath
	conflict, missing := http.StatusConflict, http.StatusNotFound

	operation.Register(h, operation.Operation{ID: "operator-health", Path: at + "/health", Summary: "Lag, proof, jobs, what is owed against what the treasury holds", Guarded: true}, a.operatorHealth)
	operation.Register(h, operation.Operation{ID: "operator-audit", Path: at + "/audit", Summary: "Everything that operators recorded, the newest first", Guarded: true}, a.operatorAudit)
	operation.Register(h, operation.Operation{ID: "operators", Path: at + "/operators", Summary: "Who may do what", Guarded: true}, a.listOperators)
	operation.Register(h, operation.Operation{ID: "holds", Path: at + "/holds", Summary: "Wallets that are held back, and why", Guarded: true}, a.listHolds)
	operation.Register(h, operation.Operation{ID: "operator-exceptions", Path: at + "/exceptions", Summary: "Payments that no line explains, with what operators said", Guarded: true}, a.operatorExceptions)
	operation.Register(h, operation.Operation{ID: "payout-waiting", Path: at + "/payouts/{run}/waiting", Summary: "Who a run leaves waiting, and why", Guarded: true, Statuses: []int{missing}}, a.payoutWaiting)
	a.registerRunFile(h)

	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "record-revenue", Path: at + "/revenue", Summary: "Record income", Guarded: true, Scope: operator.Record, Statuses: []int{conflict}}, a.recordRevenue)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "import-revenue", Path: at + "/revenue/import", Summary: "Record the income in a file, all rows or none", Guarded: true, Scope: operator.Record, Bounds: operation.FileBounds, Statuses: []int{conflict}}, a.importRevenue)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "record-buyback", Path: at + "/buybacks", Summary: "Record a buyback", Guarded: true, Scope: operator.Record, Statuses: []int{conflict}}, a.recordBuyback)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "import-scores", Path: at + "/scores/import", Summary: "Record a score file, all rows or none", Guarded: true, Scope: operator.Record, Bounds: operation.FileBounds, Statuses: []int{conflict}}, a.importScores)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "record-grant", Path: at + "/grants", Summary: "Record a vesting grant", Guarded: true, Scope: operator.Record, Statuses: []int{conflict}}, a.recordGrant)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "revoke-grant", Path: at + "/grants/{grant}/revoke", Summary: "End a vesting grant", Guarded: true, Scope: operator.Record, Statuses: []int{conflict}}, a.revokeGrant)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "release-grant", Path: at + "/grants/{grant}/release", Summary: "Record that a holder took vested tokens", Guarded: true, Scope: operator.Record, Statuses: []int{conflict}}, a.releaseGrant)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "record-generation", Path: at + "/generation", Summary: "Record when the token is generated", Guarded: true, Scope: operator.Record, Statuses: []int{conflict}}, a.recordGeneration)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "resolve-exception", Path: at + "/exceptions/resolve", Summary: "Say why a payment is all right", Guarded: true, Scope: operator.Prepare, Statuses: []int{conflict}}, a.resolveException)

	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "close-month", Path: at + "/months/{month}/close", Summary: "Close a month: what it gives becomes payable", Guarded: true, Scope: operator.Prepare, Bounds: long, Statuses: []int{conflict}}, a.closeMonth)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "prepare-payout", Path: at + "/payouts", Summary: "Gather everything payable in an asset into a run", Guarded: true, Scope: operator.Prepare, Bounds: long, Statuses: []int{conflict}}, a.preparePayout)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "propose-payout", Path: at + "/payouts/{run}/propose", Summary: "Propose a run", Guarded: true, Scope: operator.Prepare, Bounds: long, Statuses: []int{missing, conflict}}, a.proposePayout)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "approve-payout", Path: at + "/payouts/{run}/approve", Summary: "Approve a run that somebody else proposed", Guarded: true, Scope: operator.Approve, Bounds: long, Statuses: []int{missing, conflict}}, a.approvePayout)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "export-payout", Path: at + "/payouts/{run}/export", Summary: "Take note that a run's files are given out; of a run for claims this fixes the tree", Guarded: true, Scope: operator.Prepare, Bounds: long, Statuses: []int{missing, conflict}}, a.exportPayout)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "cancel-payout", Path: at + "/payouts/{run}/cancel", Summary: "Cancel a run that paid nothing", Guarded: true, Scope: operator.Prepare, Bounds: long, Statuses: []int{missing, conflict}}, a.cancelPayout)

	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "thaw", Path: at + "/thaw", Summary: "Let frozen books go on", Guarded: true, Scope: operator.Admin, Statuses: []int{conflict}}, a.thaw)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "hold", Path: at + "/holds", Summary: "Hold a wallet back from the next runs, or let it in again", Guarded: true, Scope: operator.Admin, Statuses: []int{conflict}}, a.hold)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "record-sanctions", Path: at + "/sanctions", Summary: "Replace the list of wallets that are never paid", Guarded: true, Scope: operator.Admin, Bounds: operation.FileBounds, Statuses: []int{conflict}}, a.recordSanctions)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "add-key", Path: at + "/operators", Summary: "Give an operator a key", Guarded: true, Scope: operator.Admin, Statuses: []int{conflict}}, a.addKey)
	operation.Register(h, operation.Operation{Method: http.MethodPost, ID: "revoke-key", Path: at + "/operators/revoke", Summary: "Take a key, or all keys, from an operator", Guarded: true, Scope: operator.Admin, Statuses: []int{conflict}}, a.revokeKey)
}

// long are the bounds of what may take as long as a large program needs.
var long = operation.Bounds{Body: operation.MaxBody, Answer: 2 * time.Minute}

// Done says that something is recorded.
type Done struct {
	Reference string `json:"reference" doc:"What the operator called it"`
	Again     bool   `json:"again" doc:"It had been recorded before, and nothing was written"`
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

// done is the answer to a fact that is in the books.
func done(r engine.Receipt) Done {
	return Done{Reference: r.Reference, Sequence: r.Sequence, Again: r.AlreadyRecorded}
}
