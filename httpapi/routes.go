package httpapi

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/httpapi/operators"
)

// The groups of operations.
const (
	tagServer  = "server"
	tagSale    = "sale"
	tagHolders = "holders"
	tagRewards = "rewards"
	tagPayouts = "payouts"
	tagLedger  = "ledger"
	tagSession = "session"
)

// The bounds of answers that take long.
var (
	scanning  = operation.Bounds{Answer: operation.Computing, Cost: operation.Scan}
	computing = operation.Bounds{Answer: operation.Computing, Cost: operation.Recompute}
	sending   = operation.Bounds{Answer: operation.Sending, Cost: operation.Export}
	writing   = operation.Bounds{Cost: operation.Export}
	paging    = operation.Bounds{Cost: operation.LongPage}
	lookup    = operation.Bounds{Cost: operation.Lookup}
)

// tags describes the groups.
var tags = []*huma.Tag{
	{Name: tagSale, Description: "The sale: tiers, prices, quotes, what nodes would earn, and who refers."},
	{Name: tagHolders, Description: "One wallet: nodes, statement, points and tokens, referral credits, payouts and claims."},
	{Name: tagRewards, Description: "Closed epochs and months: what they issued and paid, and how each number came about."},
	{Name: tagPayouts, Description: "Payout runs, their lines, and the files for a Safe, the distributor and people."},
	{Name: tagLedger, Description: "The journal: head, transactions, accounts, trial balance, proofs, and a stream of " +
		"what is booked."},
	{Name: tagServer, Description: "Whether the server runs and its answers can be relied on."},
	{Name: tagSession, Description: "Signing in with a wallet."},
	{Name: operators.Tag, Description: "What operators see and record. They use a token in the header Authorization, or a session."},
}

// register adds every operation that is for everybody.
func (a *api) register(h *operation.API) {
	h.OpenAPI().Tags = tags
	a.registerServer(h)
	a.registerSale(h)
	a.registerHolders(h)
	a.registerEpochs(h)
	a.registerMonths(h)
	a.registerFeed(h)
	a.registerPayouts(h)
	a.registerLedger(h)
	a.registerReports(h)
}

func (a *api) registerServer(h *operation.API) {
	operation.Register(h, operation.Operation{
		ID: "get-health", Tag: tagServer, Path: "/healthz", Summary: "Whether the process serves",
		Description: "It looks at nothing else; ask get-readiness whether the answers can be relied on.",
	}, a.health)
	operation.Register(h, operation.Operation{
		ID: "get-readiness", Tag: tagServer, Path: "/readyz", Refusals: []operation.Refusal{operation.NotReady},
		Summary:     "Whether the books are fresh and not frozen",
		Description: "A refusal names every reason at once.",
	}, a.readiness)
}

func (a *api) registerSale(h *operation.API) {
	operation.Register(h, operation.Operation{
		ID: "get-sale", Tag: tagSale, Path: "/api/v1/sale", Summary: "Tiers, prices, totals and terms of the sale",
		Description: "As the contract has them now, with what is left of every tier.",
	}, a.sale)
	operation.Register(h, operation.Operation{
		ID: "get-sale-fairness", Tag: tagSale, Path: "/api/v1/sale/fairness",
		Summary:     "How the sale went: nodes by wallet, first minutes, referrers, pairs of wallets, quotas",
		Description: "Facts of the purchases, no verdicts. Purchases of no nodes are left out. Lists are bounded; sums are of everything.",
	}, a.fairness)
	operation.Register(h, operation.Operation{
		ID: "get-quote", Tag: tagSale, Path: "/api/v1/quote", Summary: "What a purchase costs, and the transaction that pays it",
		Description: "With a wallet its quotas count; with a referral code its discount does. The transaction is ready to be signed.",
		Refusals: []operation.Refusal{
			operation.ZeroNodes, operation.NotEnough, operation.Quota, operation.UnknownCode, operation.SelfReferral, operation.NoLadder,
		},
	}, a.quote)
	operation.Register(h, operation.Operation{
		ID: "get-score", Tag: tagSale, Path: "/api/v1/score", Summary: "What numbers of nodes count under the rules in force",
		Description: "Each number is scored for itself, as one wallet that holds it.", Refusals: []operation.Refusal{operation.NotInProgram},
	}, a.score)
	operation.Register(h, operation.Operation{
		ID: "get-estimate", Tag: tagSale, Path: "/api/v1/estimate", Summary: "What nodes would earn, and everything that this assumes",
		Description: "Numbers are decimals, not amounts. Every assumption is in the answer with its source; what needs one that was not " +
			"given is empty.",
		Refusals: []operation.Refusal{operation.NotFound, operation.Conflict, operation.NotInProgram, operation.NoLadder, operation.NotEnough,
			operation.UnknownCode, operation.SelfReferral},
	}, a.estimate)
	operation.Register(h, operation.Operation{
		ID: "get-tge-readiness", Tag: tagSale, Path: "/api/v1/readiness",
		Summary: "How far the sale and the points are on the way to the TGE, or how it went",
		Description: "Rates are those of the last 7 and 30 days; dates follow from them. After the TGE there is a report, and no date is " +
			"projected.",
		Refusals: []operation.Refusal{operation.NothingBooked},
	}, a.generation)
	operation.Register(h, operation.Operation{
		ID: "get-leaderboard", Tag: tagSale, Path: "/api/v1/leaderboard", Summary: "Referrers by what they earned",
		Description: "Ties go by nodes, then by the earlier first referral, then by address.",
	}, a.leaderboard)
}

func (a *api) registerHolders(h *operation.API) {
	operation.Register(h, operation.Operation{
		ID: "list-holders", Tag: tagHolders, Path: "/api/v1/holders", Summary: "Who holds nodes, in order of wallet",
		Description: "A page at a time.", Bounds: paging,
	}, a.holders)
	operation.Register(h, operation.Operation{
		ID: "get-holder", Tag: tagHolders, Path: "/api/v1/holders/{wallet}",
		Summary:     "One wallet: nodes, payments, referral rewards, latest entries",
		Description: "A wallet that bought nothing is answered with zeros.", Bounds: lookup,
	}, a.holder)
	operation.Register(h, operation.Operation{
		ID: "get-holder-tokens", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/tokens",
		Summary:     "Points and tokens of a wallet, its grants, and when what is locked unlocks",
		Description: "What the program does not have is absent.", Bounds: lookup,
	}, a.tokens)
	operation.Register(h, operation.Operation{
		ID: "get-holder-earnings", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/earnings",
		Summary:     "What a wallet earned: today, in 1, 7 and 30 days, in all, by day, and by the purchases of its nodes",
		Description: "All of it is what the statement at accrual calls income. Days are UTC.", Bounds: lookup,
	}, a.earnings)
	operation.RegisterRaw(h, operation.Operation{
		ID: "download-holder-rewards", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/rewards.csv",
		Summary:   "What a wallet earned, entry by entry, as a file",
		Responses: fileResponses("text/csv", "A row for each entry, the oldest first"), Bounds: writing,
	}, a.rewards)
	operation.RegisterRaw(h, operation.Operation{
		ID: "get-holder-calendar", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/unlocks.ics",
		Summary:     "When tokens of a wallet unlock, as a calendar",
		Description: "iCalendar (RFC 5545): import it, or subscribe to its address.", Bounds: lookup,
		Responses: fileResponses("text/calendar", "The calendar"),
	}, a.calendar)
	operation.Register(h, operation.Operation{
		ID: "list-holder-referrals", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/referrals",
		Summary:     "The codes of a wallet, and what every purchase with them earned",
		Description: "A credit is pending until its purchase is final, then payable, then paid.", Bounds: lookup,
	}, a.referrals)
	operation.Register(h, operation.Operation{
		ID: "list-holder-payouts", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/payouts",
		Summary:     "What runs pay a wallet, what waits, and what it can claim",
		Description: "A claim comes with its Merkle proof and the transaction that takes it.",
	}, a.holderPayouts)
	operation.RegisterRaw(h, operation.Operation{
		ID: "get-holder-statement", Tag: tagHolders, Path: "/api/v1/holders/{wallet}/statement", Responses: statementResponses(h),
		Summary: "Every account of a wallet over a period: opening balance, entries with reason and source, closing balance",
		Description: "Opening and entries make closing, to the base unit. With format=csv it is a file; with koinly or cointracking a file " +
			"that this tax program imports, with income, purchases and refunds; what is not in it is counted in the header " + leftOutHeader + ".",
		Bounds: writing,
	}, a.statement)
}

func (a *api) registerEpochs(h *operation.API) {
	missing := []operation.Refusal{operation.NotFound}
	operation.Register(h, operation.Operation{
		ID: "list-epochs", Tag: tagRewards, Path: "/api/v1/epochs", Summary: "Closed epochs, the newest first", Description: "A page at a time.",
	}, a.listEpochs)
	operation.Register(h, operation.Operation{
		ID: "get-epoch", Tag: tagRewards, Path: "/api/v1/epochs/{job}/{slot}", Bounds: computing, Refusals: missing,
		Summary: "One closed epoch with its pools", Description: "It is computed again, and is what the journal has.",
	}, a.epoch)
	operation.Register(h, operation.Operation{
		ID: "explain-epoch", Tag: tagRewards, Path: "/api/v1/epochs/{job}/{slot}/holders/{wallet}", Bounds: computing, Refusals: missing,
		Summary: "How one wallet's number in an epoch came about", Description: "The whole computation, line by line.",
	}, a.epochHolder)
	operation.RegisterRaw(h, operation.Operation{
		ID: "download-epoch-file", Tag: tagRewards, Path: "/api/v1/epochs/{job}/{slot}/file", Refusals: missing,
		Bounds: sending, Responses: operation.JournalFile(),
		Summary:     "The file of an epoch, from which everybody can compute every number again",
		Description: "Its SHA-256 is the one in the journal.",
	}, a.epochFile)
}

func (a *api) registerMonths(h *operation.API) {
	missing := []operation.Refusal{operation.NotFound}
	operation.Register(h, operation.Operation{
		ID: "list-months", Tag: tagRewards, Path: "/api/v1/months", Summary: "Closed months of revenue, the newest first",
		Description: "carried_in + revenue = paid + carried_out + to_buyback.",
	}, a.listMonths)
	operation.Register(h, operation.Operation{
		ID: "get-month", Tag: tagRewards, Path: "/api/v1/months/{month}", Refusals: missing,
		Summary: "One closed month with its totals", Description: "It is computed again, and is what the journal has.",
		Bounds: computing,
	}, a.month)
	operation.Register(h, operation.Operation{
		ID: "explain-month", Tag: tagRewards, Path: "/api/v1/months/{month}/holders/{wallet}", Refusals: missing,
		Summary: "How one wallet's number of a month came about", Description: "The whole computation, line by line.",
		Bounds: computing,
	}, a.monthHolder)
	operation.Register(h, operation.Operation{
		ID: "get-quarter", Tag: tagRewards, Path: "/api/v1/quarters/{quarter}",
		Refusals: []operation.Refusal{operation.NotFound, operation.NotInProgram},
		Summary:  "Revenue, buybacks and emission of three months", Description: "A quarter that has not ended is as far as the books are.",
		Bounds: computing,
	}, a.quarter)
	operation.RegisterRaw(h, operation.Operation{
		ID: "download-month-file", Tag: tagRewards, Path: "/api/v1/months/{month}/file", Refusals: missing, Responses: operation.JournalFile(),
		Summary:     "The file of a month, from which everybody can compute every number again",
		Description: "Its SHA-256 is the one in the journal.",
		Bounds:      writing,
	}, a.monthFile)
}

func (a *api) registerPayouts(h *operation.API) {
	missing := []operation.Refusal{operation.NotFound}
	operation.Register(h, operation.Operation{
		ID: "list-payouts", Tag: tagPayouts, Path: "/api/v1/payouts", Summary: "Payout runs, the newest first",
		Description: "total = paid + open, unless a run was cancelled.",
	}, a.listPayouts)
	operation.Register(h, operation.Operation{
		ID: "list-payout-exceptions", Tag: tagPayouts, Path: "/api/v1/payouts/exceptions",
		Summary:     "Payments that no line of a run explains",
		Description: "They wait for an operator to say why; with all=true also those that are closed.",
	}, a.payoutExceptions)
	operation.Register(h, operation.Operation{
		ID: "list-liabilities", Tag: tagPayouts, Path: "/api/v1/liabilities",
		Summary: "What the books owe in each asset", Description: "Payable to wallets, gathered by runs and not paid, and both.",
	}, a.listLiabilities)
	operation.Register(h, operation.Operation{
		ID: "get-payout", Tag: tagPayouts, Path: "/api/v1/payouts/{run}", Refusals: missing,
		Summary:     "One payout run: its approvals, what is paid and what is open",
		Description: "exports names the forms that it can be had in now.",
	}, a.payout)
	operation.Register(h, operation.Operation{
		ID: "list-payout-lines", Tag: tagPayouts, Path: "/api/v1/payouts/{run}/lines", Refusals: missing,
		Summary: "What a run pays, in order of wallet", Description: "Each line with the accounts that it comes from.",
		Bounds: paging,
	}, a.payoutLines)
	operation.RegisterRaw(h, operation.Operation{
		ID: "download-payout", Tag: tagPayouts, Path: "/api/v1/payouts/{run}/export/{format}", Responses: exportResponses(),
		Refusals: []operation.Refusal{operation.NotFound, operation.Conflict, operation.NotApproved, operation.NotSound},
		Summary:  "A run as a file: for a Safe (safe, airdrop), for the distributor (propose, activate, merkle), for people (csv, hledger)",
		Description: "The same run gives the same bytes. A run of several batches says so in the header Nodeledger-Parts. What " +
			"money is moved with (all but csv and hledger) is there once the run is exported: until then one operator can cancel it.",
		Bounds: writing,
	}, a.payoutExport)
}

func (a *api) registerLedger(h *operation.API) {
	operation.Register(h, operation.Operation{
		ID: "get-ledger", Tag: tagLedger, Path: "/api/v1/ledger", Summary: "Where the books end: the head of the journal and the tree",
		Description: "The head's hash covers every transaction before it, the tree's root every input and every transaction.",
	}, a.ledger)
	operation.Register(h, operation.Operation{
		ID: "list-transactions", Tag: tagLedger, Path: "/api/v1/ledger/transactions", Summary: "The journal in order",
		Description: "Every transaction with its source, postings and hashes, a page at a time.",
		Bounds:      paging,
	}, a.transactions)
	operation.Register(h, operation.Operation{
		ID: "list-inputs", Tag: tagLedger, Path: "/api/v1/ledger/inputs", Summary: "What the journal follows from, in order",
		Description: "Blocks, facts, slots of the schedule and texts of the program, from which `nodeledger audit` makes the books again. " +
			"What is private in a fact is left out, and so is a signature that would let somebody guess it.",
		Bounds: paging,
	}, a.inputs)
	operation.Register(h, operation.Operation{
		ID: "get-account", Tag: tagLedger, Path: "/api/v1/ledger/accounts/{path}", Refusals: []operation.Refusal{operation.NotFound},
		Summary: "The balances and entries of one account", Description: "Now, or before an instant.",
		Bounds: paging,
	}, a.account)
	operation.Register(h, operation.Operation{
		ID: "get-trial-balance", Tag: tagLedger, Path: "/api/v1/ledger/trial", Summary: "The trial balance: every kind of account",
		Description: "Each asset sums to zero.",
		Bounds:      scanning,
	}, a.trial)
	operation.Register(h, operation.Operation{
		ID: "get-reconciliation", Tag: tagLedger, Path: "/api/v1/ledger/reconciliation", Refusals: []operation.Refusal{operation.NotFound},
		Summary:     "The project's wallets in the books and on the chain",
		Description: "Compared at a final block, again and again while the server runs; the chain's figures are proven where an endpoint can.",
	}, a.reconciliation)
	operation.Register(h, operation.Operation{
		ID: "list-program-texts", Tag: tagLedger, Path: "/api/v1/program/texts",
		Summary:     "The program files that the books have and had, and what changed",
		Description: "Who proposed and who agreed to each, when and why; the last one is in force.",
	}, a.texts)
	operation.Register(h, operation.Operation{
		ID: "get-program-text", Tag: tagLedger, Path: "/api/v1/program/texts/{sha256}", Refusals: []operation.Refusal{operation.NotFound},
		Summary: "A program file of the books", Description: "As canonical text, whose SHA-256 is its digest.",
	}, a.text)
	operation.Register(h, operation.Operation{
		ID: "prove-posting", Tag: tagLedger, Path: "/api/v1/ledger/proof/{sequence}/{line}", Refusals: []operation.Refusal{operation.NotFound},
		Summary:     "The proof that a posting is in the books",
		Description: "It convinces somebody who knows only the size and the root of the tree over everything.",
		Bounds:      writing,
	}, a.proveLine)
	operation.Register(h, operation.Operation{
		ID: "prove-transaction", Tag: tagLedger, Path: "/api/v1/ledger/proof/{sequence}", Refusals: []operation.Refusal{operation.NotFound},
		Summary: "The proof that a transaction is in the books", Description: "Of the transaction's hash, which covers all of it.",
		Bounds: writing,
	}, a.proveTransaction)
	operation.Register(h, operation.Operation{
		ID: "prove-input", Tag: tagLedger, Path: "/api/v1/ledger/inputs/{sequence}/proof", Refusals: []operation.Refusal{operation.NotFound},
		Summary:     "The proof that an input is in the books, and in which place",
		Description: "Of its digest: what operators keep private stays so.", Bounds: lookup,
	}, a.proveInput)
	operation.Register(h, operation.Operation{
		ID: "prove-consistency", Tag: tagLedger, Path: "/api/v1/ledger/consistency", Refusals: []operation.Refusal{operation.NotFound},
		Summary:     "The proof that the books begin with those of an earlier moment",
		Description: "It convinces somebody who knows the sizes and the roots of both trees that nothing was changed or taken out.",
		Bounds:      lookup,
	}, a.proveConsistency)
}

func (a *api) registerReports(h *operation.API) {
	operation.Register(h, operation.Operation{
		ID: "get-balance-sheet", Tag: tagLedger, Path: "/api/v1/ledger/balance-sheet", Bounds: scanning,
		Summary:     "What the project owns, what it owes, and what is left",
		Description: "Of every asset, assets = liabilities + equity. Income less expenses since the beginning is the result, a line of equity.",
	}, a.balanceSheet)
	operation.Register(h, operation.Operation{
		ID: "get-income-statement", Tag: tagLedger, Path: "/api/v1/ledger/income-statement", Bounds: scanning,
		Summary: "What was earned and spent in a period, and the result", Description: "By kind of account and asset.",
	}, a.incomeStatement)
	operation.Register(h, operation.Operation{
		ID: "get-cash-flow", Tag: tagLedger, Path: "/api/v1/ledger/cash-flow/{wallet}", Bounds: scanning,
		Refusals:    []operation.Refusal{operation.NotFound},
		Summary:     "What came into a wallet of the project and what left it, by the other side",
		Description: "Of every asset, opening + in - out = closing.",
	}, a.cashFlow)
}
