package program

// Chain says which chain is watched, from where, and how much of it is proven.
type Chain struct {
	ID         uint64
	StartBlock uint64
	Depth      uint64 // 0: the chain's own finalized tag; otherwise blocks below the head
	Proof      ProofLevel
	Agree      uint64 // endpoints that must list the same logs, 0: one is enough
}

// ProofLevel is how much the watcher demands before it believes a block.
type ProofLevel string

// The proof levels that a program file can ask for.
const (
	ProofFull   ProofLevel = "full"   // every header linked, every block that may hold events rebuilt from receipts
	ProofEvents ProofLevel = "events" // every block that returned logs rebuilt from receipts
	ProofNone   ProofLevel = "none"   // the endpoint's word
)
