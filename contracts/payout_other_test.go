package contracts_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// packClaimTo is the call by which an account has what the tree grants it paid to somebody else.
func packClaimTo(t tester, tree payoutTree, account, to common.Address) []byte {
	t.Helper()
	g, proof := tree.of(t, account)
	return bindPayout.PackClaimTo(to, g.cumulative, proof)
}

// signedClaim is a claim that an account signed, for anybody to bring.
type signedClaim struct {
	account, to common.Address
	cumulative  *big.Int
	proof       [][32]byte
	deadline    uint64
	signature   []byte
}

func (s signedClaim) pack() []byte {
	return bindPayout.PackClaimWith(s.account, s.to, s.cumulative, s.proof, new(big.Int).SetUint64(s.deadline), s.signature)
}

// refused is how a signature is answered that is not the account's.
func (s signedClaim) refused() string {
	return fmt.Sprintf("BadSignature(account=%s, to=%s, cumulative=%s, deadline=%d)", s.account, s.to, s.cumulative, s.deadline)
}

// claimDigest is what is signed, as a wallet makes it of the typed data that it shows.
func claimDigest(t tester, chain int64, at common.Address, s signedClaim) []byte {
	t.Helper()
	digest, _, err := apitypes.TypedDataAndHash(apitypes.TypedData{
		Types: apitypes.Types{
			"EIP712Domain": {{Name: "name", Type: "string"}, {Name: "version", Type: "string"},
				{Name: "chainId", Type: "uint256"}, {Name: "verifyingContract", Type: "address"}},
			"Claim": {{Name: "account", Type: "address"}, {Name: "to", Type: "address"},
				{Name: "cumulative", Type: "uint256"}, {Name: "deadline", Type: "uint256"}},
		},
		PrimaryType: "Claim",
		Domain: apitypes.TypedDataDomain{Name: "PayoutDistributor", Version: "1", ChainId: math.NewHexOrDecimal256(chain),
			VerifyingContract: at.Hex()},
		Message: apitypes.TypedDataMessage{"account": s.account.Hex(), "to": s.to.Hex(), "cumulative": s.cumulative.String(),
			"deadline": fmt.Sprint(s.deadline)},
	})
	must(t, err)
	return digest
}

// sign signs a digest as wallets do: v is 27 or 28.
func (a account) sign(t tester, digest []byte) []byte {
	t.Helper()
	signature, err := crypto.Sign(digest, a.key)
	must(t, err)
	signature[64] += 27
	return signature
}

// signed has an account sign for an hour that what the tree grants it goes to somebody else.
func (d *distributor) signed(t tester, by account, tree payoutTree, to common.Address) signedClaim {
	t.Helper()
	g, proof := tree.of(t, by.Address)
	s := signedClaim{by.Address, to, g.cumulative, proof, d.now(t) + 3600, nil}
	s.signature = by.sign(t, claimDigest(t, 1337, d.at, s))
	return s
}

// twoGet is a tree of alice and bob.
func twoGet(alices, bobs int64) payoutTree {
	return newPayoutTree(grant{alice.Address, n(alices)}, grant{bob.Address, n(bobs)})
}

func TestClaimTo(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := twoGet(100, 200)
	d.publish(t, tree)
	d.refuses(t, alice, packClaimTo(t, tree, alice.Address, common.Address{}), "ZeroAddress()")
	d.refuses(t, dave, packClaimTo(t, tree, alice.Address, dave.Address), // somebody else's leaf
		fmt.Sprintf("InvalidProof(account=%s, cumulative=100, root=%s)", dave.Address, tree.root()))
	receipt := d.call(t, alice, packClaimTo(t, tree, alice.Address, vault))
	checkPaidTo(t, d, receipt, tree, vault)
	if a, v := d.held(t, alice.Address), d.held(t, vault); a.Sign() != 0 || v.Int64() != 100 {
		t.Errorf("alice holds %s and the vault %s, want 0 and 100", a, v)
	}
	nothing := fmt.Sprintf("NothingToClaim(account=%s, claimed=100)", alice.Address)
	d.refuses(t, alice, packClaimTo(t, tree, alice.Address, vault), nothing)
	d.refuses(t, bob, packClaim(t, tree, alice.Address), nothing)
	receipt = d.call(t, bob, packClaimTo(t, tree, bob.Address, bob.Address))
	if len(receipt.Logs) != 2 {
		t.Errorf("%d events of a claim to the account itself, want those of a claim", len(receipt.Logs))
	}
}

// checkPaidTo checks what a claim of alice's 100 for somebody else announces: the claim as any other, and who got it.
func checkPaidTo(t *testing.T, d *distributor, receipt *types.Receipt, tree payoutTree, to common.Address) {
	t.Helper()
	want := []string{
		fmt.Sprintf("Claimed(account=%s, amount=100, cumulative=100, root=%s)", alice.Address, tree.root()),
		fmt.Sprintf("ClaimedTo(account=%s, to=%s, amount=100)", alice.Address, to),
	}
	if len(receipt.Logs) != 3 || receipt.Logs[2].Address != d.token {
		t.Fatalf("%d events, want %d and the token's", len(receipt.Logs), len(want))
	}
	for i := range want {
		if got := describeLog(t, receipt.Logs[i]); got != want[i] {
			t.Errorf("announced %s, want %s", got, want[i])
		}
	}
}

// TestClaimWith has carol bring what alice signed.
func TestClaimWith(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := twoGet(100, 200)
	d.publish(t, tree)
	s := d.signed(t, alice, tree, vault)
	checkPaidTo(t, d, d.call(t, carol, s.pack()), tree, vault)
	if v, c := d.held(t, vault), d.held(t, carol.Address); v.Int64() != 100 || c.Sign() != 0 {
		t.Errorf("the vault holds %s and carol, who brought it, %s", v, c)
	}
}

// TestSignatureOfSomethingElse has every value of a signed claim changed, by whoever brings it or by where it is brought.
func TestSignatureOfSomethingElse(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := twoGet(100, 100)
	d.publish(t, tree)
	other := d.distributeAfter(t, d.token, common.Address{})
	good := d.signed(t, alice, tree, vault)
	bobs, bobsProof := tree.of(t, bob.Address)
	for name, change := range map[string]func(s *signedClaim){
		"to":         func(s *signedClaim) { s.to = carol.Address },
		"account":    func(s *signedClaim) { s.account, s.cumulative, s.proof = bob.Address, bobs.cumulative, bobsProof },
		"cumulative": func(s *signedClaim) { s.cumulative = n(101) },
		"deadline":   func(s *signedClaim) { s.deadline++ },
		"by another": func(s *signedClaim) { s.signature = carol.sign(t, claimDigest(t, 1337, d.at, *s)) },
		"chain":      func(s *signedClaim) { s.signature = alice.sign(t, claimDigest(t, 1, d.at, *s)) },
		"contract":   func(s *signedClaim) { s.signature = alice.sign(t, claimDigest(t, 1337, other.at, *s)) },
		"none":       func(s *signedClaim) { s.signature = nil },
		"cut off":    func(s *signedClaim) { s.signature = s.signature[:64] },
		"mirrored":   func(s *signedClaim) { s.signature = mirrored(s.signature) },
		"of nobody":  func(s *signedClaim) { s.signature = make([]byte, 65) },
	} {
		s := good
		change(&s)
		t.Log(name)
		d.refuses(t, carol, s.pack(), s.refused())
	}
	zero := good
	zero.to = common.Address{}
	zero.signature = alice.sign(t, claimDigest(t, 1337, d.at, zero))
	d.refuses(t, carol, zero.pack(), "ZeroAddress()")
	d.call(t, carol, good.pack())
}

// mirrored is the second signature over the same that follows from one, which others can make.
func mirrored(signature []byte) []byte {
	s := new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(signature[32:64]))
	out := append([]byte{}, signature[:32]...)
	out = append(out, common.LeftPadBytes(s.Bytes(), 32)...)
	return append(out, 27+28-signature[64])
}

func TestSignatureExpires(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := twoGet(100, 200)
	d.publish(t, tree)
	s := d.signed(t, alice, tree, vault)
	d.wait(t, s.deadline-d.now(t))
	if _, err := d.try(carol.Address, d.at, nil, s.pack()); err != nil {
		t.Errorf("refused in its last second: %v", err)
	}
	d.wait(t, 1)
	d.refuses(t, carol, s.pack(), fmt.Sprintf("SignatureExpired(deadline=%d, time=%d)", s.deadline, s.deadline+1))
}

// TestSignatureIsGoodOnce brings a signature again: after its claim, and under a root that grants more.
func TestSignatureIsGoodOnce(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	first, second := twoGet(100, 200), twoGet(250, 200)
	d.publish(t, first)
	s := d.signed(t, alice, first, vault)
	s.deadline += 1_000_000
	s.signature = alice.sign(t, claimDigest(t, 1337, d.at, s))
	d.call(t, carol, s.pack())
	d.refuses(t, carol, s.pack(), fmt.Sprintf("NothingToClaim(account=%s, claimed=100)", alice.Address))
	d.publish(t, second)
	d.refuses(t, carol, s.pack(), fmt.Sprintf("InvalidProof(account=%s, cumulative=100, root=%s)", alice.Address, second.root()))
	again := s
	again.cumulative = n(250)
	_, again.proof = second.of(t, alice.Address)
	d.refuses(t, carol, again.pack(), again.refused())
	if paid := d.claim(t, alice, second, alice.Address); paid != 150 || d.held(t, vault).Int64() != 100 {
		t.Errorf("paid %d to alice and %s to the vault, want 150 and 100", paid, d.held(t, vault))
	}
}

// TestContractSigns has two owners sign for the contract that the leaf is of (ERC-1271).
func TestContractSigns(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	b := testcontracts.NewTwoOwners()
	safe, _ := d.deploy(t, testcontracts.TwoOwnersMetaData.Bin, b.PackConstructor(alice.Address, bob.Address, n(0)))
	tree := newPayoutTree(grant{safe, n(100)}, grant{carol.Address, n(5)})
	d.publish(t, tree)
	g, proof := tree.of(t, safe)
	s := signedClaim{safe, vault, g.cumulative, proof, d.now(t) + 3600, nil}
	signed := ask(t, d.chain, safe, b.PackMessageHash([32]byte(claimDigest(t, 1337, d.at, s))), b.UnpackMessageHash)
	both := func(first, second account) []byte {
		return append(first.sign(t, signed[:]), second.sign(t, signed[:])...)
	}
	for name, signature := range map[string][]byte{
		"one owner": alice.sign(t, signed[:]), "an owner and a stranger": both(alice, carol), "none": nil,
		"the digest of a private key's": alice.sign(t, claimDigest(t, 1337, d.at, s)),
	} {
		s.signature = signature
		t.Log(name)
		d.refuses(t, carol, s.pack(), s.refused())
	}
	s.signature = both(alice, bob)
	d.do(t, owner, safe, nil, b.PackReplace(carol.Address, dave.Address)) // what counts is what it says now
	d.refuses(t, carol, s.pack(), s.refused())
	d.do(t, owner, safe, nil, b.PackReplace(alice.Address, bob.Address))
	d.call(t, carol, s.pack())
	if v := d.held(t, vault); v.Int64() != 100 {
		t.Errorf("the vault holds %s, want 100", v)
	}
}

// TestSignatureIsTakenFromThePool has dave bring carol's transaction as his own, and then claim for alice before it.
func TestSignatureIsTakenFromThePool(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	first, second := twoGet(100, 200), twoGet(150, 200)
	d.publish(t, first)
	s := d.signed(t, alice, first, vault)
	receipts := d.race(t, &d.at, order{carol, nil, s.pack(), 1}, order{dave, nil, s.pack(), 9})
	if receipts[0].Status != types.ReceiptStatusFailed || receipts[1].Status != types.ReceiptStatusSuccessful {
		t.Fatalf("carol's came to %d and dave's to %d", receipts[0].Status, receipts[1].Status)
	}
	if v, x := d.held(t, vault), d.held(t, dave.Address); v.Int64() != 100 || x.Sign() != 0 {
		t.Errorf("the vault holds %s and dave %s, want 100 and 0", v, x)
	}
	// Anybody may claim for alice: then she is paid herself, and nobody else is.
	d.publish(t, second)
	s = d.signed(t, alice, second, vault)
	receipts = d.race(t, &d.at, order{carol, nil, s.pack(), 1}, order{dave, nil, packClaim(t, second, alice.Address), 9})
	if receipts[0].Status != types.ReceiptStatusFailed || d.held(t, alice.Address).Int64() != 50 || d.held(t, vault).Int64() != 100 {
		t.Errorf("status %d, alice holds %s and the vault %s", receipts[0].Status, d.held(t, alice.Address), d.held(t, vault))
	}
}

// TestBarredByTheToken has a token bar alice: others go on claiming, and she names another receiver herself or by a signature.
func TestBarredByTheToken(t *testing.T) {
	t.Parallel()
	b := testcontracts.NewListToken()
	barring := func(t *testing.T, bothSides bool) *distributor {
		t.Helper()
		c := newChain(t)
		token, _ := c.deploy(t, testcontracts.ListTokenMetaData.Bin, b.PackConstructor(bothSides))
		d := c.distributeAfter(t, token, common.Address{})
		d.mint(t, d.at, 1000)
		d.do(t, owner, token, nil, b.PackBar(alice.Address, true))
		return d
	}
	t.Run("receivers, as USDC does", func(t *testing.T) {
		d := barring(t, true)
		tree := twoGet(100, 200)
		d.publish(t, tree)
		d.refuses(t, alice, packClaim(t, tree, alice.Address), fmt.Sprintf("Barred(account=%s)", alice.Address))
		d.claim(t, bob, tree, bob.Address)
		if most := d.sweepable(t); most != 700 {
			t.Errorf("%d can be swept, want 700: alice's 100 stay hers", most)
		}
		d.call(t, alice, packClaimTo(t, tree, alice.Address, vault))
		d.publish(t, twoGet(250, 200))
		d.call(t, carol, d.signed(t, alice, twoGet(250, 200), vault).pack())
		if v := d.held(t, vault); v.Int64() != 250 {
			t.Errorf("the vault holds %s, want 250", v)
		}
	})
	// The token pays a barred account, whose tokens then stay: she has to be there before somebody claims for her.
	t.Run("senders, as USDT does", func(t *testing.T) {
		d := barring(t, false)
		tree := twoGet(100, 200)
		d.publish(t, tree)
		d.call(t, alice, packClaimTo(t, tree, alice.Address, vault))
		d.publish(t, twoGet(250, 200))
		d.claim(t, dave, twoGet(250, 200), alice.Address)
		if v, a := d.held(t, vault), d.held(t, alice.Address); v.Int64() != 100 || a.Int64() != 150 {
			t.Errorf("the vault holds %s and alice %s, want 100 and 150", v, a)
		}
		d.refuses(t, alice, packClaimTo(t, twoGet(250, 200), alice.Address, vault),
			fmt.Sprintf("NothingToClaim(account=%s, claimed=250)", alice.Address))
	})
}
