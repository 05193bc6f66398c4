package program

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Program is one node sale's rules, read and validated. Values of this type come from Read and Load only; they are
// never changed afterwards and may be shared between goroutines.
type Program struct {
	Name      string            // such as "gpunet": lower-case letters, digits and dashes
	Title     map[string]string // by language: en, zh
	Assets    []AssetUse        // in the file's order; the sale's asset is among them
	Chain     Chain
	Sale      Sale
	Holdings  Holdings
	Referral  Referral
	Score     Dated[[]Bracket] // empty: every node scores 1
	Points    *Points          // nil: the program has no points
	Token     *Token           // nil: no token
	Contracts []StakeContract  // that hold stakes of the token, in order of their beginnings
	Unbonding Dated[Duration]  // how long what was staked is not available yet; empty: at once
	Revenue   *Revenue         // nil: no revenue share
	Payout    Payout
	Wallets   []NamedWallet // of the project besides the treasury and the receiver, in the file's order
	Campaigns []Campaign    // in the file's order
	// Recovery are the wallets that may give somebody a key when nobody is left who could: the owner's alone, or three of which two
	// sign; in the file's order. Empty: nobody may. RecoveryContracts are those of them that are contracts, such as a Safe: their own word
	// counts (ERC-1271), and no private key.
	Recovery, RecoveryContracts []common.Address

	Sources    []Source    // where the numbers are from, in the file's order
	Valuations []Valuation // implied valuations that were published, in the file's order
}

// AssetUse is an asset and what it is in this program.
type AssetUse struct {
	Asset   money.Asset
	Kind    AssetKind
	Address common.Address // of an erc20, or of a token once it is deployed; otherwise zero
	Supply  money.Amount   // of a token with a fixed supply, otherwise zero

	// Balances is where the token's contract keeps what each wallet holds; zero when the file does not say.
	Balances Mapping
}

// Contract is the ERC-20 contract that keeps the asset: an erc20's, or a token's once it is deployed. False for all others.
func (a AssetUse) Contract() (common.Address, bool) {
	if a.Kind != ERC20 && a.Kind != Coin || a.Address == (common.Address{}) {
		return common.Address{}, false
	}
	return a.Address, true
}

// AssetKind is what an asset is made of.
type AssetKind string

// The kinds of assets.
const (
	Native AssetKind = "native"
	ERC20  AssetKind = "erc20"
	Credit AssetKind = "points"
	Coin   AssetKind = "token"
)

// AssetUse finds an asset of the program by its symbol, such as "ETH".
func (p *Program) AssetUse(symbol string) (AssetUse, bool) {
	for _, a := range p.Assets {
		if a.Asset.Symbol() == symbol {
			return a, true
		}
	}
	return AssetUse{}, false
}

// Lacks refuses what needs a section of the program file that it does not have.
func (p *Program) Lacks(what string) error {
	return problem.New(problem.Conflict, problem.NotInProgram, "the program %s has no %s: add it to the program file", p.Name, what)
}

// Holdings says which events make a holder's nodes: one source, never two.
type Holdings string

// The sources of holdings.
const (
	FromPurchases Holdings = "purchases"
	FromLicence   Holdings = "licence"
)

// Chain says which chain is watched, from where, and how much of it is proven.
type Chain struct {
	ID         uint64
	StartBlock uint64
	Depth      uint64 // 0: the chain's own finalized tag; otherwise blocks below the head
	Proof      ProofLevel
	Agree      uint64 // endpoints that must list the same logs, 0: one is enough
	Consensus  Consensus
}

// Consensus is how the consensus of the chain is followed, where a beacon node is named and no flag says otherwise.
type Consensus struct {
	Checkpoint common.Hash // root of a finalised beacon block; zero: a flag names one
	MaxAge     Duration    // of the checkpoint, or of what was followed since, exact; zero: what the network allows
	GoesOn     bool        // while the consensus is silent the books go on at the endpoints' word
}

// ProofLevel is how much the watcher demands before it believes a block.
type ProofLevel string

// The proof levels that a program file can ask for.
const (
	ProofFull   ProofLevel = "full"   // every header linked, every block that may hold events rebuilt from receipts
	ProofEvents ProofLevel = "events" // every block that returned logs rebuilt from receipts
	ProofNone   ProofLevel = "none"   // the endpoint's word
)
