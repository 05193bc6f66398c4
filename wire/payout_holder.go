package wire

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

// HolderPayout is what a run means for one wallet.
type HolderPayout struct {
	Run      string       `json:"run" doc:"Name of the payout run"`
	Asset    string       `json:"asset" doc:"Symbol of the asset"`
	Method   string       `json:"method" enum:"transfer,claim" doc:"How it is paid: transfer or claim"`
	RunState string       `json:"run_state" enum:"draft,proposed,approved,exported,settled,cancelled" doc:"How far the run is"`
	At       string       `json:"prepared_at" format:"date-time" doc:"When what is owed was looked at"`
	State    string       `json:"state" enum:"open,partly_paid,paid,cancelled,waiting" doc:"How far it is"`
	Amount   Amount       `json:"amount" doc:"What the run pays or, when it waits, what is owed"`
	Paid     Amount       `json:"paid" doc:"What was paid"`
	Reason   *Sentence    `json:"reason,omitempty" doc:"Why it waits, as far as everybody may know"`
	Parts    []PayoutPart `json:"parts" doc:"What it is made of"`
}

// Claimable is what a wallet can take from a distributor. It can once the distributor's active root is the one named here.
type Claimable struct {
	Run         string           `json:"run" doc:"Whose tree it is"`
	Distributor string           `json:"distributor" doc:"Address of the contract that pays claims"`
	ChainID     uint64           `json:"chain_id" doc:"Of the chain, as EIP-155 numbers them"`
	Cumulative  Amount           `json:"cumulative" doc:"Granted since the beginning"`
	Claimed     Amount           `json:"claimed" doc:"Of it, as far as final blocks show"`
	Claimable   Amount           `json:"claimable" doc:"What a claim pays now"`
	Root        string           `json:"root" doc:"Of the Merkle tree"`
	TreeFile    string           `json:"tree_file,omitempty" doc:"SHA-256 of the tree's file, which RootProposed of the distributor names"`
	Books       *BooksHead       `json:"books,omitempty" doc:"Head of the books that the tree came from, as its file names it"`
	Proof       []string         `json:"proof" doc:"From the leaf to the root"`
	Transaction QuoteTransaction `json:"transaction" doc:"Takes it; anybody may send it, the wallet gets it"`
}

// HolderPayouts is what runs pay a wallet.
type HolderPayouts struct {
	Wallet  string         `json:"wallet" doc:"Address, in lower case"`
	Payouts []HolderPayout `json:"payouts" doc:"Newest first"`
	Claims  []Claimable    `json:"claims" doc:"One for each asset of which there is something in a tree"`
	Many    string         `json:"many_claims,omitempty" doc:"The contract that makes several claims in one transaction; absent where the program names none"`
	Fresh
}

// HolderPayoutOf leaves out why somebody is held back: that is between them and the operators.
func HolderPayoutOf(w *payoutview.WalletRun) HolderPayout {
	r := &w.Run
	out := HolderPayout{
		Run: r.Name, Asset: r.Asset.Symbol(), Method: string(r.Method), RunState: string(r.State), At: Instant(r.At), Parts: []PayoutPart{},
	}
	if w.Line != nil {
		line := PayoutLineOf(r.Name, w.Line, r.State)
		out.State, out.Amount, out.Paid, out.Parts = line.State, line.Amount, line.Paid, line.Parts
		return out
	}
	out.State, out.Amount, out.Paid = "waiting", AmountOf(w.Waiting.Amount), AmountOf(money.Zero(r.Asset))
	out.Reason = OptionalSentence(w.Reason())
	return out
}

// ClaimableOf is what a wallet can take, on a chain.
func ClaimableOf(c *payoutview.Claim, chain uint64) Claimable {
	out := Claimable{
		c.Run, c.Distributor.Hex(), chain, AmountOf(c.Cumulative), AmountOf(c.Claimed), AmountOf(c.Claimable), c.Root.String(), "",
		BooksHeadOf(c.Books), []string{},
		QuoteTransaction{To: c.Distributor.Hex(), Data: fmt.Sprintf("0x%x", c.Data), Value: "0", ChainID: chain},
	}
	if c.TreeFile != (ledger.Hash{}) {
		out.TreeFile = c.TreeFile.String()
	}
	for _, h := range c.Proof {
		out.Proof = append(out.Proof, h.String())
	}
	return out
}

// HolderPayoutsOf is what runs pay a wallet, what waits, and what it can claim.
func HolderPayoutsOf(w ledger.Wallet, runs []payoutview.WalletRun, claims []payoutview.Claim, p *program.Program,
	of view.AsOf) HolderPayouts {
	out := HolderPayouts{Wallet: w.String(), Payouts: []HolderPayout{}, Claims: []Claimable{}, Fresh: FreshOf(of)}
	if p.Payout.ManyClaims != (common.Address{}) {
		out.Many = p.Payout.ManyClaims.Hex()
	}
	for i := range runs {
		out.Payouts = append(out.Payouts, HolderPayoutOf(&runs[i]))
	}
	for i := range claims {
		out.Claims = append(out.Claims, ClaimableOf(&claims[i], p.Chain.ID))
	}
	return out
}

// PayoutWaiting is a wallet that is owed something and not paid by a run.
type PayoutWaiting struct {
	Wallet string   `json:"wallet" doc:"Address, in lower case"`
	Amount Amount   `json:"amount" doc:"How much"`
	Reason Sentence `json:"reason" doc:"Why it waits; of one that is held back, what operators say of it now"`
}

// PayoutWaitings are the wallets that a run leaves waiting.
type PayoutWaitings struct {
	Waiting []PayoutWaiting `json:"waiting" doc:"In order of wallet"`
	Next    string          `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// PayoutWaitingsOf are those whom a run leaves waiting, and where the next page begins.
func PayoutWaitingsOf(list []payoutview.Waiting, next string, of view.AsOf) PayoutWaitings {
	out := PayoutWaitings{Waiting: []PayoutWaiting{}, Next: next, Fresh: FreshOf(of)}
	for _, w := range list {
		out.Waiting = append(out.Waiting, PayoutWaiting{w.Wallet.String(), AmountOf(w.Amount), SentenceOf(w.Reason)})
	}
	return out
}
