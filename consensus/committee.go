package consensus

import (
	"crypto/sha256"
	"fmt"
	"math/bits"

	bls "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/ethereum/go-ethereum/common"
)

const (
	// Members is how many validators a sync committee has.
	Members = 512
	// Quorum is how many of them must have signed: two thirds, rounded up.
	Quorum = (2*Members + 2) / 3
	// KeyBytes is the length of a public key.
	KeyBytes = 48
	// SignatureBytes is the length of a signature.
	SignatureBytes = 96
)

// Key is a member's public key, compressed.
type Key [KeyBytes]byte

// Committee is a sync committee as the specification has it: the keys, one after another, and their sum.
type Committee struct {
	Keys      [Members]Key
	Aggregate Key
}

// Root is the committee's hash tree root.
func (c *Committee) Root() common.Hash {
	leaves := make([]common.Hash, Members)
	for i := range c.Keys {
		leaves[i] = keyRoot(&c.Keys[i])
	}
	return pair(treeRoot(leaves, Members), keyRoot(&c.Aggregate))
}

func keyRoot(k *Key) common.Hash {
	var padded [64]byte
	copy(padded[:], k[:])
	return sha256.Sum256(padded[:])
}

// points are the keys as points of the curve, checked to be in its subgroup and none of them zero.
type points [Members]bls.G1Affine

func (c *Committee) points() (*points, error) {
	p := new(points)
	for i := range c.Keys {
		if _, err := p[i].SetBytes(c.Keys[i][:]); err != nil || p[i].IsInfinity() {
			return nil, refuse(BadCommittee, "key %d of the committee is not a valid public key", i)
		}
	}
	return p, nil
}

// Aggregate is a signature of several members and which they are: bit i%8 of byte i/8 is member i.
type Aggregate struct {
	Signers   [Members / 8]byte
	Signature [SignatureBytes]byte
}

// Count is how many members signed.
func (a *Aggregate) Count() (n int) {
	for _, b := range a.Signers {
		n += bits.OnesCount8(b)
	}
	return n
}

// signatures is the domain separation tag of Ethereum's signatures, hashed to the curve's second group.
var signatures = []byte("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_")

// signed says whether those that an aggregate names have all signed a root.
func (p *points) signed(root common.Hash, a *Aggregate) (bool, error) {
	var sum bls.G1Jac
	for i := range p {
		if a.Signers[i/8]>>(i%8)&1 == 1 {
			sum.AddMixed(&p[i])
		}
	}
	var key, minus bls.G1Affine
	key.FromJacobian(&sum)
	_, _, base, _ := bls.Generators()
	minus.Neg(&base)
	var signature bls.G2Affine
	if _, err := signature.SetBytes(a.Signature[:]); err != nil || signature.IsInfinity() || key.IsInfinity() {
		return false, nil //nolint:nilerr // bytes that are no signature have not signed anything
	}
	hashed, err := bls.HashToG2(root[:], signatures)
	if err != nil {
		return false, fmt.Errorf("the root cannot be hashed to the curve: %w", err)
	}
	return bls.PairingCheck([]bls.G1Affine{key, minus}, []bls.G2Affine{hashed, signature}) //nolint:wrapcheck // lengths that are equal
}

// SigningRoot is what members sign for a header's root at a slot: the fork is the one of the slot before.
func (n *Network) SigningRoot(root common.Hash, signatureSlot uint64) common.Hash {
	const syncCommittee = 7 // DOMAIN_SYNC_COMMITTEE
	f := n.fork(max(signatureSlot, 1) - 1)
	var version, domain common.Hash
	copy(version[:], f.Version[:])
	data := pair(version, n.GenesisRoot)
	domain[0] = syncCommittee
	copy(domain[4:], data[:28])
	return pair(root, domain)
}
