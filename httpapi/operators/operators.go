// Package operators registers what operators see and record: revenue, scores, grants, months, payout runs, holds, keys, and the
// health of the books.
//
// Guarantees:
//   - Every operation is guarded: who asks is known before the body is read, and what records something names the scope that its
//     caller needs. What recovers a key is for everybody instead: it goes by the signatures of the recovery wallets, one request at a
//     time, and keeps nobody from writing before they are found to be good.
//   - A refusal changes nothing. An import records all rows or none.
package operators

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/httpapi/runfile"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/sentence"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// Tag is the group of these operations in the description of the API.
const Tag = "operators"

const prefix = "/api/v1/operator"

// Options are what the operations work with. All but Treasury, Endpoints, Compare and Notices are required.
type Options struct {
	Engine *engine.Engine
	Clock  engine.Clock
	Facts  *period.Facts
	Months *period.Months
	Runs   *payoutview.Runs
	// Liabilities are what the books owe.
	Liabilities *payoutview.Liabilities
	// Files sends the files of runs.
	Files *runfile.Sender
	// Treasury tells what the treasury holds of an asset on the chain; nil: nobody asks.
	Treasury func(context.Context, money.Asset) (money.Amount, error)
	// Endpoints tell how the nodes are that the chain is asked from; nil: they are not shown.
	Endpoints func() []wire.Endpoint
	// Warnings are what somebody should look at, as readiness says it.
	Warnings func(context.Context) []sentence.Sentence
	// Compare compares the project's wallets with the chain now; nil: the server follows no chain.
	Compare func(context.Context) (*engine.Reconciliation, error)
	// Notices is the log of webhooks and mails; nil: the server sends none.
	Notices Notices
}

// handlers are the operations.
type handlers struct {
	Options
	exporting sync.Mutex // a tree contains those that were exported before it, so they go out one by one

	recovering sync.Mutex // held by whoever uses what recovers a key: nobody is signed in for it
}

// Register adds what operators do and see.
func Register(h *operation.API, o Options) {
	a := &handlers{Options: o}
	a.registerViews(h)
	a.registerReconciliation(h)
	a.registerRecords(h)
	a.registerRuns(h)
	a.registerAdmin(h)
	a.registerRecovery(h)
	a.registerNotices(h)
}

type nothing struct{}

// long are the bounds of what may take as long as a large program needs.
var long = operation.Bounds{Body: operation.MaxBody, Answer: 2 * time.Minute}

// paging are the bounds of long pages.
var paging = operation.Bounds{Cost: operation.Cost{Rows: 50, Turn: true}}

// seen is an operation that shows something to operators.
func seen(id, path, summary, description string) operation.Operation {
	return operation.Operation{ID: id, Tag: Tag, Path: prefix + path, Summary: summary, Description: description, Guarded: true}
}

// private is seen by operators with the scope private alone: it names wallets and says why.
func private(id, path, summary, description string) operation.Operation {
	o := seen(id, path, summary, description)
	o.Scope, o.Refusals = operator.Private, []operation.Refusal{operation.Forbidden}
	return o
}

// recorded is an operation that records something, with the scope that it needs.
func recorded(scope operator.Scope, id, path, summary, description string) operation.Operation {
	o := seen(id, path, summary, description)
	o.Method, o.Scope, o.Refusals = http.MethodPost, scope, operation.Writing
	return o
}

// bounded gives an operation bounds of its own.
func bounded(o operation.Operation, b operation.Bounds) operation.Operation {
	o.Bounds = b
	return o
}

func (a *handlers) registerViews(h *operation.API) {
	operation.Register(h, seen("get-operator-inbox", "/inbox", "What waits for an operator",
		"Approvals and consents, months and runs that can go on, and what nobody has explained; yours says what the key that asks may do."),
		a.inbox)
	operation.Register(h, seen("get-operator-health", "/health", "Lag, proof, jobs, what is owed against what the treasury holds",
		"Everything that may need somebody."), a.health)
	operation.Register(h, bounded(private("list-audit-entries", "/audit", "Everything that operators recorded, the newest first",
		"Who, with which key, and where it is in the journal."), paging), a.audit)
	operation.Register(h, seen("list-operators", "/operators", "Who may do what",
		"Operators with their keys; of a token only the label is known."), a.listOperators)
	operation.Register(h, private("list-holds", "/holds", "Wallets that are held back, and why", "And how many are on the sanctions list."),
		a.listHolds)
	operation.Register(h, private("get-wallet-bar", "/holds/{wallet}", "Whether a wallet is held back or on the sanctions list",
		"And why it is held back."), a.walletBar)
	operation.Register(h, seen("get-revenue-check", "/revenue/check", "What is known before revenue is recorded",
		"The sources of the program file, and revenue whose reference is almost the same."), a.checkRevenue)
	operation.Register(h, seen("list-operator-exceptions", "/exceptions", "Payments that no line explains, with what operators said",
		"As list-payout-exceptions; a key with the scope private reads the reasons for which they were closed as well."), a.exceptions)
	waiting := private("list-payout-waiting", "/payouts/{run}/waiting", "Who a run leaves waiting, and why",
		"Small amounts, holds and sanctions.")
	waiting.Refusals, waiting.Bounds = append(waiting.Refusals, operation.NotFound), paging
	operation.Register(h, waiting, a.payoutWaiting)
	file := private("download-payout-file", "/payouts/{run}/file", "The file of a run, byte for byte",
		"Its SHA-256 is the one in the journal. It names wallets that are held back.")
	file.Refusals, file.Responses = append(file.Refusals, operation.NotFound), operation.JournalFile()
	file.Bounds.Cost = operation.Export
	operation.RegisterRaw(h, file, a.payoutFile)
}

func (a *handlers) registerRecords(h *operation.API) {
	operation.Register(h, recorded(operator.Record, "record-revenue", "/revenue", "Record revenue",
		"It goes to the funds that the program file names."), a.recordRevenue)
	operation.Register(h, bounded(recorded(operator.Record, "import-revenue", "/revenue/import",
		"Record the revenue in a file, all rows or none",
		"A refusal names every row that is wrong."), operation.FileBounds), a.importRevenue)
	operation.Register(h, recorded(operator.Record, "record-buyback", "/buybacks", "Record a buyback",
		"What was spent leaves the buyback fund."), a.recordBuyback)
	operation.Register(h, bounded(recorded(operator.Record, "import-scores", "/scores/import", "Record a score file, all rows or none",
		"Work of providers, and queens, by wallet and instant."), operation.FileBounds), a.importScores)
	operation.Register(h, recorded(operator.Record, "record-points-sold", "/points/sold", "Record points that somebody bought",
		"At the program's price in force, unless another price is given. They count against the cap."), a.recordPointsSold)
	operation.Register(h, recorded(operator.Record, "record-points-spent", "/points/spent", "Record points that somebody spent",
		"They are burnt: at most what the wallet has and has not staked."), a.recordPointsSpent)
	operation.Register(h, recorded(operator.Record, "record-stake", "/stakes", "Record that a holder stakes points or tokens",
		"At most what the holder can have; epochs count what is staked at their end."), a.recordStake)
	operation.Register(h, recorded(operator.Record, "record-unstake", "/stakes/end", "Record that a holder stakes points or tokens no longer",
		"They are available when the program's time of unbonding is over."), a.recordUnstake)
	operation.Register(h, recorded(operator.Record, "revoke-move", "/moves/revoke", "Take back points or a stake recorded by mistake",
		"Points that were sold or spent, or a stake, by the reference; in effect when this is recorded."), a.reverseMove)
	operation.Register(h, recorded(operator.Record, "record-grant", "/grants", "Record a vesting grant",
		"By a schedule of the program file, or with terms of its own."), a.recordGrant)
	operation.Register(h, recorded(operator.Record, "revoke-grant", "/grants/{grant}/revoke", "End a vesting grant",
		"What is not vested by then goes back."), a.revokeGrant)
	operation.Register(h, recorded(operator.Record, "release-grant", "/grants/{grant}/release", "Record that a holder withdrew vested tokens",
		"At most what is available."), a.releaseGrant)
	operation.Register(h, recorded(operator.Approve, "record-tge", "/generation", "Record the time of the TGE (token generation event)",
		"It counts once a second operator records the same time, up to which the chain is final; then points become tokens and the "+
			"emission begins. It is permanent."), a.recordTGE)
	operation.Register(h, recorded(operator.Approve, "record-tge-plan", "/generation/plan",
		"Plan the TGE (token generation event), or move the plan",
		"It counts once a second operator records the same time. When that has come, epochs of points wait until the TGE is recorded, or "+
			"planned for later."), a.planTGE)
	operation.Register(h, recorded(operator.Prepare, "resolve-exception", "/exceptions/resolve", "Say why a payment is all right",
		"It stays in the journal permanently."), a.resolveException)
}

func (a *handlers) registerRuns(h *operation.API) {
	a.registerMonths(h)
	operation.Register(h, bounded(recorded(operator.Prepare, "prepare-payout", "/payouts", "Gather everything payable in an asset into a run",
		"The run is a draft until it is proposed."), long), a.preparePayout)
	operation.Register(h, bounded(recorded(operator.Prepare, "propose-payout", "/payouts/{run}/propose", "Propose a run",
		"Somebody else approves it."), long), a.proposePayout)
	approve := bounded(recorded(operator.Approve, "approve-payout", "/payouts/{run}/approve",
		"Approve a run that somebody else proposed",
		"The header If-Match names the file that is approved, and binds the approval to its bytes and to the run's total. Its amounts are "+
			"computed again from the postings first. A key that was made after the run was prepared cannot approve it."), long)
	approve.Refusals = append(slices.Clone(approve.Refusals), operation.Barred, operation.Changed, operation.Unconditional)
	operation.Register(h, approve, a.approvePayout)
	export := bounded(recorded(operator.Prepare, "export-payout", "/payouts/{run}/export", "Mark a run as exported",
		"Of a run for claims this fixes the Merkle tree. The files are at download-payout."), long)
	export.Refusals = append(slices.Clone(export.Refusals), operation.Barred)
	operation.Register(h, export, a.exportPayout)
	operation.Register(h, bounded(recorded(operator.Prepare, "cancel-payout", "/payouts/{run}/cancel", "Cancel a run that paid nothing",
		"What it gathered is payable again. Of a run that was exported, say what rejected its transactions in the Safe: with a node it is asked "+
			"whether the nonce was used. Such a run is cancelled once another operator consents."), long), a.cancelPayout)
	consent := bounded(recorded(operator.Approve, "consent-to-cancel-payout", "/payouts/{run}/cancel/consent",
		"Consent to cancel a run that was exported", "To the reason and the evidence that another operator gave, by their SHA-256."), long)
	consent.Refusals = append(slices.Clone(consent.Refusals), operation.Changed)
	operation.Register(h, consent, a.consentToCancel)
}

func (a *handlers) registerMonths(h *operation.API) {
	preview := bounded(seen("preview-month", "/months/{month}/preview", "What closing a month would book now",
		"What everybody would get, and what differs from the last month, by the same computation as its closing. Nothing is booked."), long)
	preview.Refusals = operation.Writing
	operation.Register(h, preview, a.previewMonth)
	operation.Register(h, bounded(recorded(operator.Prepare, "close-month", "/months/{month}/close",
		"Close a month: what it gives becomes payable",
		"Once the chain is final past its end, and no earlier month is open that has revenue, costs or holders. Where the program asks for two "+
			"operators this proposes it, and another one approves it."), long), a.closeMonth)
	approve := bounded(recorded(operator.Approve, "approve-month", "/months/{month}/approve", "Close a month that somebody else proposed",
		"The header If-Match names the file that is approved: when the month would come to anything else by now, it stays open. A key that was "+
			"made after the proposal cannot approve it."), long)
	approve.Refusals = append(slices.Clone(approve.Refusals), operation.Changed, operation.Unconditional)
	operation.Register(h, approve, a.approveMonth)
}

func (a *handlers) registerAdmin(h *operation.API) {
	propose := bounded(recorded(operator.Admin, "propose-program", "/program", "Propose a program file as the books' next rules",
		"It may change nothing that was in force at a moment that is booked: entries are added with a later from. It comes into force when "+
			"another operator agrees. One that amends may change the rules by which closed periods were computed: these are corrected then."),
		operation.FileBounds)
	consent := recorded(operator.Approve, "consent-to-program", "/program/consent", "Agree to the program file that somebody else proposed",
		"It is in force from then on. Where it amends, the header If-Match names what it corrects: when that would be anything else by now, "+
			"nothing is booked.")
	preview := bounded(seen("preview-amendment", "/program/amendment", "What the text that waits would correct",
		"Every closed period that comes to something else by it, and what holders keep. Nothing is booked."), long)
	preview.Refusals = operation.Writing
	operation.Register(h, preview, a.previewAmendment)
	propose.Refusals = append(slices.Clone(propose.Refusals), operation.RuleInForce, operation.BadProgram)
	consent.Refusals = append(slices.Clone(consent.Refusals), operation.RuleInForce, operation.Changed, operation.Unconditional)
	operation.Register(h, propose, a.proposeText)
	operation.Register(h, consent, a.consentToText)
	operation.Register(h, recorded(operator.Admin, "thaw-books", "/thaw", "Let frozen books continue",
		"After somebody looked at the evidence."), a.thaw)
	operation.Register(h, recorded(operator.Admin, "hold-wallet", "/holds", "Hold a wallet back from the next runs, or resume its payouts",
		"An empty reason resumes them."), a.hold)
	operation.Register(h, bounded(recorded(operator.Admin, "replace-sanctions", "/sanctions",
		"Replace the list of wallets that are never paid",
		"All rows or none."), operation.FileBounds), a.recordSanctions)
	operation.Register(h, recorded("", "add-operator-key", "/operators", "Give an operator a key",
		"A wallet that signs in, or a token (its public key). Others' keys need the scope admin; another key for somebody who has one is added "+
			"by themselves. A key that may prepare, approve or administer waits for the consent of another operator."), a.addKey)
	operation.Register(h, recorded("", "consent-to-operator-key", "/operators/consent", "Consent to a key that somebody was given",
		"Not by whoever gave it nor by whose it is. With the scope admin where another operator has it, otherwise with the highest one that "+
			"another has."), a.consentToKey)
	operation.Register(h, recorded("", "revoke-operator-key", "/operators/revoke", "Take a key, or all keys, from an operator",
		"It counts no more from then on. Others' keys need the scope admin. The last administrator's key stays."), a.revokeKey)
}

// receipted answers with the receipt of what somebody records.
func receipted(ctx context.Context, record func(engine.By) (engine.Receipt, error)) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := record(who)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
