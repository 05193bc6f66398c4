package wire

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/view"
)

// Leaf shows that an entry is in the tree over everything to somebody who knows only the tree's size and root.
type Leaf struct {
	Entry string   `json:"entry" doc:"What the tree has of an input or a transaction: lines of text, see docs/security.md"`
	Index uint64   `json:"index" doc:"Number of the leaf, from 0"`
	Size  uint64   `json:"size" doc:"Of the tree, in leaves"`
	Path  []string `json:"path" doc:"From the leaf to the root, as RFC 6962 says"`
	Root  string   `json:"root" doc:"Of the tree"`
}

// LeafProof shows that an input or a transaction is in the books.
type LeafProof struct {
	Leaf
	Fresh
}

// LineProof shows that a posting is in the books to somebody who knows only the size and the root of the tree over everything.
type LineProof struct {
	Transaction Transaction `json:"transaction" doc:"Without its other postings"`
	Postings    uint32      `json:"postings" doc:"How many postings the transaction has"`
	Line        uint32      `json:"line" doc:"Which posting, from 0"`
	LinePath    []string    `json:"line_path" doc:"From the posting to the root of the transaction's postings"`
	Leaf        Leaf        `json:"leaf" doc:"That the transaction is in the tree over everything"`
	Fresh
}

// ConsistencyProof shows that a tree begins with a smaller one: nothing was changed, taken out or put in between.
type ConsistencyProof struct {
	From     uint64   `json:"from" doc:"Size of the smaller tree, in leaves"`
	To       uint64   `json:"to" doc:"Size of the larger tree, in leaves"`
	FromRoot string   `json:"from_root" doc:"Root of the smaller tree"`
	ToRoot   string   `json:"to_root" doc:"Root of the larger tree"`
	Path     []string `json:"path" doc:"The proof, as RFC 6962 says"`
	Fresh
}

// HashesOf are hashes as they go out.
func HashesOf(hashes []ledger.Hash) []string {
	out := []string{}
	for _, h := range hashes {
		out = append(out, h.String())
	}
	return out
}

func leafOf(p *ledger.LeafProof) Leaf {
	return Leaf{string(p.Entry), p.Index, p.Size, HashesOf(p.Path), p.Root.String()}
}

// LeafProofOf is a proof as it goes out.
func LeafProofOf(p *ledger.LeafProof, of view.AsOf) LeafProof {
	return LeafProof{leafOf(p), FreshOf(of)}
}

// LineProofOf is a proof as it goes out.
func LineProofOf(p *ledger.LineProof, of view.AsOf) LineProof {
	out := LineProof{
		Transaction: TransactionOf(&p.Transaction), Postings: p.Postings, Line: p.Line, LinePath: HashesOf(p.LinePath),
		Leaf: leafOf(&p.Leaf), Fresh: FreshOf(of),
	}
	out.Transaction.Postings = []Posting{{p.Posting.From.String(), p.Posting.To.String(), AmountOf(p.Posting.Amount)}}
	return out
}

// ConsistencyProofOf is a proof as it goes out.
func ConsistencyProofOf(p *ledger.ConsistencyProof, of view.AsOf) ConsistencyProof {
	return ConsistencyProof{p.From, p.To, p.FromRoot.String(), p.ToRoot.String(), HashesOf(p.Path), FreshOf(of)}
}

// Checkpoint is where the books are, to be kept elsewhere.
type Checkpoint struct {
	Origin string `json:"origin" doc:"Names the books"`
	Size   uint64 `json:"size" doc:"Of the tree over everything, in leaves"`
	Root   string `json:"root" doc:"Of the tree"`
	Note   string `json:"note" doc:"The checkpoint as C2SP's tlog-checkpoint describes it, with its signatures"`
	Fresh
}

// CheckpointOf is a checkpoint as it goes out.
func CheckpointOf(c *checkpoint.Checkpoint, signed []byte, of view.AsOf) Checkpoint {
	return Checkpoint{c.Origin, c.Size, c.Root.String(), string(signed), FreshOf(of)}
}

// BooksHead is the head of the books that a payout run came from: the tree over everything as it was then.
type BooksHead struct {
	Origin string `json:"origin" doc:"Names the books"`
	Size   uint64 `json:"size" doc:"Of the tree over everything, in leaves"`
	Root   string `json:"root" doc:"Of the tree: /api/v1/ledger/consistency shows that the books of now begin with it"`
}

// BooksHeadOf is a head as it goes out; nil where none is known.
func BooksHeadOf(b merkle.Books) *BooksHead {
	if b == (merkle.Books{}) {
		return nil
	}
	return &BooksHead{b.Origin, b.Head.Size, b.Head.Root.String()}
}

// CheckpointKey is the public half of a key that checkpoints are signed with.
type CheckpointKey struct {
	Key string `json:"key" doc:"Name, number and key, as signed notes write it"`
}
