package wire

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// BookSummary is what the books hold after a sync, a rebuild or a demonstration.
type BookSummary struct {
	Purchases    uint64            `json:"purchases"`
	Nodes        uint64            `json:"nodes"`
	List         Amount            `json:"list"`
	Gross        Amount            `json:"gross"`
	Discount     Amount            `json:"discount"`
	Referral     Amount            `json:"referral"`
	Treasury     Amount            `json:"treasury"`
	Dust         Amount            `json:"dust"`
	Assets       []AssetTotals     `json:"assets"`          // the sale's first
	Unresolved   uint64            `json:"dust_unresolved"` // base units at most
	Blocks       uint64            `json:"blocks"`          // covered
	Events       uint64            `json:"events"`
	Proof        string            `json:"proof"`
	Finality     []Stretch         `json:"finality,omitempty"` // on whose word blocks are final; absent where no chain was asked
	LedgerHead   string            `json:"ledger_head"`
	BalancesRoot string            `json:"balances_root"`
	Pending      int               `json:"pending_blocks"` // blocks with purchases that are not final
	Flags        map[string]uint64 `json:"flags"`          // how many purchases carry each mark
	Faults       []string          `json:"faults"`         // wrong answers of endpoints
	Seconds      json.Number       `json:"seconds"`
}

// Stretch is blocks whose finality is on one word.
type Stretch struct {
	From  uint64 `json:"from"`
	To    uint64 `json:"to"`
	Level string `json:"level"` // consensus, agreed, told
}

// StretchesOf are stretches as they go out.
func StretchesOf(list []engine.Stretch) (out []Stretch) {
	for _, s := range list {
		out = append(out, Stretch{s.From, s.To, string(s.Level)})
	}
	return out
}

// InWords are stretches for people.
func InWords(list []Stretch) string {
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = fmt.Sprintf("%s from block %d to %d", s.Level, s.From, s.To)
	}
	return strings.Join(texts, ", ")
}

// BookedOf is a report as it goes out, with the root of all balances and what it took.
func BookedOf(r *engine.Report, root ledger.Hash, pending int, took time.Duration) BookSummary {
	t := TotalsOf(&r.Totals, r.Owed)
	return BookSummary{
		Purchases: t.Purchases, Nodes: t.Nodes, List: t.List, Gross: t.Gross, Discount: t.Discount, Referral: t.Referral, Treasury: t.Treasury,
		Dust: t.Dust, Assets: t.Assets, Unresolved: t.Unresolved, Flags: t.Flags, Blocks: r.Blocks, Events: r.Events, Proof: string(r.Proof),
		LedgerHead: r.State.Ledger.Hash.String(), BalancesRoot: root.String(), Pending: pending, Faults: []string{}, Seconds: seconds(took),
	}
}

func seconds(d time.Duration) json.Number {
	d = max(d, 0)
	return json.Number(fmt.Sprintf("%d.%03d", d/time.Second, d%time.Second/time.Millisecond))
}

// Rebuilt is what rebuilt books hold, and whether every transaction and balance is that of the old ones. Those of an older chart
// of accounts have another head, so that is not compared; what must be the same in both is.
type Rebuilt struct {
	BookSummary
	Equal      *bool       `json:"equal,omitempty"`
	Difference *Difference `json:"first_difference,omitempty"`
	Older      *OlderBooks `json:"older_books,omitempty"`
	NewBranch  *NewBranch  `json:"new_branch,omitempty"`
}

// NewBranch is what books of the chain's present branch took over of old ones, whose final blocks were replaced.
type NewBranch struct {
	From       string        `json:"from"`        // the old books
	LedgerHead string        `json:"ledger_head"` // of the old books
	Shared     uint64        `json:"shared"`      // the newest recorded final block of the old books that is on the chain
	Facts      uint64        `json:"facts"`       // that were recorded after it, and taken over
	LeftOut    []LeftOutFact `json:"left_out"`
}

// LeftOutFact is a fact of the old books that does not fit into the new ones.
type LeftOutFact struct {
	Input     uint64 `json:"input"`
	Time      string `json:"time"`
	Kind      string `json:"kind"`
	Operator  string `json:"operator"`
	Reference string `json:"reference"`
	Why       string `json:"why"`
}

// NewBranchOf is what was taken over from old books with a head.
func NewBranchOf(from string, head ledger.Hash, n *engine.NewBranch) *NewBranch {
	w := &NewBranch{From: from, LedgerHead: head.String(), Shared: n.Shared.Number, Facts: n.Facts, LeftOut: []LeftOutFact{}}
	for i := range n.LeftOut {
		l := &n.LeftOut[i]
		w.LeftOut = append(w.LeftOut, LeftOutFact{l.Input, Instant(l.Time), l.Kind, l.Operator, l.Reference, l.Why})
	}
	return w
}

// OlderBooks are books of an older chart of accounts that others were rebuilt from.
type OlderBooks struct {
	Chart      int64          `json:"chart"`
	LedgerHead string         `json:"ledger_head"`
	Compared   []ComparedSame `json:"compared"`
	BelowZero  []Below        `json:"below_zero"` // accounts of wallets from which more went than the old books saw come
}

// Below is an account that is below zero, and by how much.
type Below struct {
	Account string `json:"account"`
	Balance Amount `json:"balance"`
}

// ComparedSame is a sort of balances that must be the same by both charts.
type ComparedSame struct {
	What      string   `json:"what"`
	Balances  int      `json:"balances"` // how many were compared
	Different []string `json:"different"`
}

// OlderBooksOf says what came of comparing books with those of an older chart that they were rebuilt from.
func OlderBooksOf(chart int64, head ledger.Hash, compared []engine.ComparedOlder, below []ledger.PlaceBalance) *OlderBooks {
	older := OlderBooks{Chart: chart, LedgerHead: head.String(), Compared: []ComparedSame{}, BelowZero: []Below{}}
	for _, b := range below {
		older.BelowZero = append(older.BelowZero, Below{b.Account.String(), NetOf(b.Balance)})
	}
	for _, c := range compared {
		older.Compared = append(older.Compared, ComparedSame{What: c.What, Balances: c.Balances, Different: append([]string{}, c.Different...)})
	}
	return &older
}

// Demonstration is what a finished demonstration must show.
type Demonstration struct {
	BookSummary
	Verified  bool                 `json:"verified"` // the ledger is sound, the quote was the charge, the contract counts as the books do
	Holders   int                  `json:"holders"`
	Codes     int                  `json:"codes"`
	Contract  string               `json:"contract"`
	ChainID   uint64               `json:"chain_id"`
	Seed      uint64               `json:"seed"`
	Rewards   DemonstrationRewards `json:"rewards"`
	Payouts   DemonstrationPayouts `json:"payouts"`
	Operators map[string]string    `json:"operators"` // and the tokens that they prove themselves with, of no value
}

// DemonstrationRewards is what holders got.
type DemonstrationRewards struct {
	Epochs    int    `json:"epochs"` // of points and of the token
	Points    Amount `json:"points_issued"`
	Converted Amount `json:"points_converted"`
	Tokens    Amount `json:"tokens_issued"` // the TGE airdrop, converted points, and the emission
	Locked    Amount `json:"tokens_locked"`
	Available Amount `json:"tokens_available"`
	Carried   Amount `json:"tokens_carried"` // by pools; locked, available and carried sum to the tokens issued
}

// DemonstrationPayouts is what the months brought and what was paid of it.
type DemonstrationPayouts struct {
	Months     int    `json:"months"`
	Runs       int    `json:"runs"`
	Gathered   Amount `json:"gathered"` // by runs
	Paid       Amount `json:"paid"`
	Open       Amount `json:"open"`
	Exceptions int    `json:"exceptions"` // payments that no line explains
}

// Backup is a copy of books that was made.
type Backup struct {
	File         string `json:"file"`
	Bytes        int64  `json:"bytes"`
	Block        uint64 `json:"block"` // the last one that is booked in it
	Transactions uint64 `json:"transactions"`
	Head         string `json:"ledger_head"`
}
