package engine_test

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// safe is a contract of two owners, whose code runs in a machine of its own.
type safe struct {
	t      *testing.T
	at     common.Address
	config *runtime.Config
	owners [2]wallet
	asked  int // how often it was
}

// newSafe makes a contract of two owners on a chain.
func newSafe(t *testing.T, w *world, chain int64) *safe {
	t.Helper()
	memory, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	config := *params.MergedTestChainConfig
	config.ChainID = big.NewInt(chain)
	s := &safe{t: t, config: &runtime.Config{ChainConfig: &config, State: memory, GasLimit: 10_000_000, Random: &common.Hash{}},
		owners: [2]wallet{newWallet(t, "first", 21), newWallet(t, "second", 22)}}
	arguments := testcontracts.NewTwoOwners().PackConstructor(common.HexToAddress(s.owners[0].address()),
		common.HexToAddress(s.owners[1].address()), new(big.Int))
	if _, s.at, _, err = runtime.Create(append(common.FromHex(testcontracts.TwoOwnersMetaData.Bin), arguments...), s.config); err != nil {
		t.Fatal(err)
	}
	w.Contracts = map[common.Address]fakechain.Says{s.at: s.says}
	return s
}

func (s *safe) call(data []byte) []byte {
	s.t.Helper()
	answer, _, err := runtime.Call(s.at, data, s.config)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer
}

func (s *safe) says(_ context.Context, _ engine.Header, hash common.Hash, signature []byte) (bool, error) {
	s.asked++
	answer := s.call(testcontracts.NewTwoOwners().PackIsValidSignature(hash, signature))
	return string(answer) == string(common.RightPadBytes(common.FromHex("1626ba7e"), 32)), nil
}

// signature is what its owners give for a text.
func (s *safe) signature(text string) (all []byte) {
	s.t.Helper()
	message := s.call(testcontracts.NewTwoOwners().PackMessageHash(operator.SignedHash(text)))
	for _, w := range s.owners {
		one, err := crypto.Sign(message, w.key)
		if err != nil {
			s.t.Fatal(err)
		}
		one[64] += 27
		all = append(all, one...)
	}
	return all
}

// sign asks for the text of something, has the owners sign it, and says it again with what they signed.
func (s *safe) sign(name string, say func(engine.By) (engine.Receipt, error)) (engine.Receipt, error) {
	s.t.Helper()
	_, err := say(engine.By{Name: name, StatementOnly: true})
	var unsigned *engine.Unsigned
	if !errors.As(err, &unsigned) {
		s.t.Fatalf("no text to sign: %v", err)
	}
	return say(engine.By{Name: name, Signature: s.signature(unsigned.Text), After: unsigned.After})
}

// board is a Safe that may approve, in books with a run that was proposed.
func board(t *testing.T, s engine.Store) (w *world, e *engine.Engine, carol wallet, b *safe) {
	t.Helper()
	w, e = fundedIn(t, s)
	b, carol = newSafe(t, w, 31337), newWallet(t, "carol", 1)
	hire(t, e, operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Approve}})
	hire(t, e, operator.Change{Name: "board", Label: "safe", Wallet: strings.ToLower(b.at.Hex()), Contract: true,
		Scopes: []operator.Scope{operator.Approve}})
	done(t)(e.CloseMonth(context.Background(), ann, "2024-04"))
	done(t)(e.PreparePayout(context.Background(), ann, "april", "USDT", "transfer"))
	done(t)(e.StepPayout(context.Background(), ann, "april", "propose", ""))
	return w, e, carol, b
}

// A Safe approves a run: both owners sign its text, and the word of the contract is in the books, which are made again without a node.
func TestASafeApproves(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e, carol, b := board(t, s)
		file := fileOf(e, "april")
		text := textFor(t, e, "board", "april", file)
		approve := func(name string, signature []byte, file ledger.Hash) (engine.Receipt, error) {
			return e.ApprovePayout(ctx, engine.By{Name: name, Signature: signature, After: afterOf(text)}, "april", file)
		}
		says := "no contract of board says that it signed"
		refusal(t, problem.NotAuthenticated, says)(approve("board", b.signature(text+"."), file))
		refusal(t, problem.NotAuthenticated, says)(approve("board", b.signature(strings.Replace(text, "chain 31337", "chain 1", 1)), file))
		refusal(t, problem.NotAuthenticated, says)(approve("board", b.signature(strings.Replace(text, "run april", "run may", 1)), file))
		refusal(t, problem.NotAuthenticated, says)(approve("board", append(b.signature(text), 0), file))
		refusal(t, problem.NotAuthenticated, says)(approve("board", b.signature(text)[:65], file))
		refusal(t, problem.NotAuthenticated, says)(approve("board", newSafe(t, newWorld(1), 1).signature(text), file)) // of another chain
		refusal(t, problem.NotAuthenticated, "4096 at most")(approve("board", make([]byte, 4097), file))
		refusal(t, problem.NotAuthenticated, says)(approve("board", b.signature(text), ledger.Hash{7})) // of other bytes
		asked := b.asked
		refusal(t, problem.NotAuthenticated, "")(approve("carol", b.signature(text), file))
		refusal(t, problem.NotAuthenticated, "")(approve("carol", carol.signature(text+"."), file))
		if b.asked != asked {
			t.Errorf("a contract was asked %d times for a wallet that is none", b.asked-asked)
		}
		done(t)(approve("board", b.signature(text), file))
		again, err := approve("board", b.signature(text), file)
		if err != nil || !again.AlreadyRecorded {
			t.Errorf("once more: %+v, %v", again, err)
		}
		words, err := engine.ContractWords(ctx, s)
		final, _ := w.Finalized(ctx)
		if err != nil || len(words) != 1 || words[0].Word.Block != final.Number || common.Hash(words[0].Word.Hash) != final.Hash ||
			words[0].Word.Wallet != ledger.Wallet(b.at) || words[0].Word.Signed != operator.SignedHash(text) {
			t.Errorf("the books stand on %+v, %v", words, err)
		}
		if unheld, _, err := engine.AskAgain(ctx, w, words); err != nil || len(unheld) > 0 {
			t.Errorf("asked again: %v, %v", unheld, err)
		}

		w.Contracts = nil // nobody is asked from here on
		livedOn(t, e, paying(t), s)
		rebuilt(t, s)
		verifiedWholly(t, s)
		if unheld, _, err := engine.AskAgain(ctx, w, words); err != nil || len(unheld) != 1 {
			t.Errorf("a word that was never said holds: %v, %v", unheld, err)
		}
		words[0].Word.Hash[0]++
		if unheld, _, err := engine.AskAgain(ctx, w, words); err != nil || len(unheld) != 1 || !strings.Contains(unheld[0], "on the chain") {
			t.Errorf("a word at another block: %v, %v", unheld, err)
		}
		words[0].Word.Block = 1 << 40
		if unheld, later, err := engine.AskAgain(ctx, w, words); err != nil || len(unheld) > 0 ||
			!strings.Contains(later, "past the last block") {
			t.Errorf("a word at a block that there is not yet: %v, %q, %v", unheld, later, err)
		}
	})
}

// Where nobody can be asked nothing is recorded, and nobody else waits while somebody is asked.
func TestAContractIsAskedBesideWriters(t *testing.T) {
	ctx := context.Background()
	w, e, _, b := board(t, open(t, "books.db"))
	file := fileOf(e, "april")
	text := textFor(t, e, "board", "april", file)
	by := engine.By{Name: "board", Signature: b.signature(text), After: afterOf(text)}
	w.Contracts[b.at] = func(context.Context, engine.Header, common.Hash, []byte) (bool, error) {
		_, err := e.Hold(ctx, ann, "beside", ledger.Wallet{19: 51}.String(), "a question") // deadlocks where writers wait
		return false, errors.Join(errors.New("the node is gone"), err)
	}
	refusal(t, problem.Unavailable, "no node answers whether the contract")(e.ApprovePayout(ctx, by, "april", file))
	again, err := e.Hold(ctx, ann, "beside", ledger.Wallet{19: 51}.String(), "a question")
	if err != nil || !again.AlreadyRecorded {
		t.Errorf("what was recorded beside it: %+v, %v", again, err)
	}
	w.Contracts[b.at] = func(context.Context, engine.Header, common.Hash, []byte) (bool, error) {
		return false, &engine.Disagreement{What: "a word", Answers: map[string]string{"one": "1", "two": "2"}}
	}
	refusal(t, problem.Unavailable, "the nodes disagree")(e.ApprovePayout(ctx, by, "april", file))
}

// A wallet that is given as a contract must be one, and what it is changes with another key only.
func TestAContractBecomesAKey(t *testing.T) {
	ctx := context.Background()
	w, e := fundedIn(t, open(t, "books.db"))
	b := newSafe(t, w, 31337)
	key := operator.Change{Name: "board", Label: "safe", Wallet: newWallet(t, "x", 9).address(), Contract: true,
		Scopes: []operator.Scope{operator.Record}}
	refusal(t, problem.Invalid, "there is no contract at")(e.RecordOperator(ctx, ann, "none", key))
	key.Wallet = strings.ToLower(b.at.Hex())
	done(t)(e.RecordOperator(ctx, ann, "one", key))
	key.Contract = false
	refusal(t, problem.Conflict, "was given as a contract: revoke it first")(e.RecordOperator(ctx, ann, "two", key))
}
