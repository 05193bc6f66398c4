package beaconchain

import (
	"encoding/binary"
	"math/big"

	bls "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/consensus"
)

// committee is a sync committee with its secret keys.
type committee struct {
	consensus.Committee

	secrets [consensus.Members]fr.Element
	root    common.Hash
}

// newCommittee makes the committee of a period.
func newCommittee(period uint64) *committee {
	c := new(committee)
	var sum bls.G1Jac
	for i := range c.secrets {
		var seed [16]byte
		binary.BigEndian.PutUint64(seed[:8], period)
		binary.BigEndian.PutUint64(seed[8:], uint64(i))
		c.secrets[i].SetBytes(crypto.Keccak256([]byte("sync committee"), seed[:]))
		var key bls.G1Affine
		key.ScalarMultiplicationBase(c.secrets[i].BigInt(new(big.Int)))
		c.Keys[i] = key.Bytes()
		sum.AddMixed(&key)
	}
	var all bls.G1Affine
	c.Committee.Aggregate = all.FromJacobian(&sum).Bytes()
	c.root = c.Committee.Root()
	return c
}

// sign signs with the first members. The sum of their signatures is the signature of the sum of their keys.
func (c *committee) sign(root common.Hash, members int) (a consensus.Aggregate) {
	var sum fr.Element
	for i := range members {
		sum.Add(&sum, &c.secrets[i])
		a.Signers[i/8] |= 1 << (i % 8)
	}
	at, err := bls.HashToG2(root[:], []byte("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_"))
	if err != nil {
		panic(err) // the tag is short enough
	}
	var signature bls.G2Affine
	a.Signature = signature.ScalarMultiplication(&at, sum.BigInt(new(big.Int))).Bytes()
	return a
}
