package engine_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// recoverable is the program of paying with recovery wallets.
func recoverable(t *testing.T, wallets ...wallet) *program.Program {
	t.Helper()
	return recoverableBy(t, nil, wallets...)
}

// recoverableBy is recoverable with a contract among the wallets, unless that is nil.
func recoverableBy(t *testing.T, contract *safe, wallets ...wallet) *program.Program {
	t.Helper()
	var list []string
	for _, w := range wallets {
		list = append(list, fmt.Sprintf("%q", w.address()))
	}
	contracts := ""
	if contract != nil {
		list = append(list, fmt.Sprintf("%q", contract.at))
		contracts = fmt.Sprintf(", contracts: [%q]", contract.at)
	}
	return payingBut(t, "campaigns:\n", "operators: { recovery: ["+strings.Join(list, ", ")+"]"+contracts+" }\ncampaigns:\n")
}

// lost is books of a program whose only administrator is ann, and her key is lost.
func lost(t *testing.T, s engine.Store, p *program.Program) *engine.Engine {
	t.Helper()
	return lostIn(t, newWorld(1), s, p)
}

func lostIn(t *testing.T, w *world, s engine.Store, p *program.Program) *engine.Engine {
	t.Helper()
	e, err := engine.Open(context.Background(), p, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	done(t)(e.RecordOperator(context.Background(), engine.By{Name: "root"}, "ann",
		operator.Change{Name: "ann", Label: "laptop", Token: operator.TokenKey(ann.Token), Scopes: operator.Scopes()}))
	return e
}

// recovered is the signatures of wallets over the text that gives somebody a key now, and the transaction that it names.
func recovered(t *testing.T, e *engine.Engine, change operator.Change, wallets ...wallet) (after uint64, signatures [][]byte) {
	t.Helper()
	text, after, err := e.RecoveryText(change)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wallets {
		signatures = append(signatures, w.signature(text))
	}
	return after, signatures
}

// The last administrator's key is lost. Two of the three recovery wallets give another one, once, here, and to whom they said.
func TestTwoOfThreeWalletsRecoverTheBooks(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		one, two, three, other := newWallet(t, "one", 11), newWallet(t, "two", 12), newWallet(t, "three", 13), newWallet(t, "other", 14)
		p := recoverable(t, one, two, three)
		e := lost(t, s, p)
		erin := keyOf("erin", "E", operator.Admin, operator.Private)
		try := func(e *engine.Engine, change operator.Change, after uint64, signatures [][]byte) (engine.Receipt, error) {
			return e.RecoverOperator(ctx, change, after, signatures)
		}
		asked := func(change operator.Change, wallets ...wallet) (engine.Receipt, error) {
			after, signatures := recovered(t, e, change, wallets...)
			return try(e, change, after, signatures)
		}
		refusal(t, problem.NotAuthenticated, "0 of the 3 recovery wallets signed, and 2 must")(asked(erin))
		refusal(t, problem.NotAuthenticated, "1 of the 3 recovery wallets signed, and 2 must")(asked(erin, one))
		refusal(t, problem.NotAuthenticated, "1 of the 3 recovery wallets signed, and 2 must")(asked(erin, two, two))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(asked(erin, one, other))

		after, signatures := recovered(t, e, erin, one, three)
		frank := keyOf("frank", "F", operator.Admin)
		more := erin
		more.Scopes = []operator.Scope{operator.Admin, operator.Record}
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(e, frank, after, signatures))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(e, more, after, signatures))
		refusal(t, problem.NotAuthenticated, "and not 99")(try(e, erin, 99, signatures))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(e, erin, 0, signatures))
		for _, text := range []string{"chain 31337", "nodeledger world", "erin", "after 1 changes"} { // of another chain, program, name, time
			statement, _, err := e.RecoveryText(erin)
			if err != nil || !strings.Contains(statement, text) {
				t.Fatalf("%q (%v) has no %q", statement, err, text)
			}
			statement = strings.Replace(statement, text, text+"0", 1)
			refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(e, erin, after,
				[][]byte{one.signature(statement), three.signature(statement)}))
		}
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(lost(t, open(t, "copy.db"), payingOf(t, p, "elsewhere")), erin,
			after, signatures))

		done(t)(try(e, erin, after, signatures))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(e, erin, after, signatures)) // once more
		byErin := engine.By{Token: tokenOf("E")}
		done(t)(e.RecordOperator(ctx, byErin, "ann-goes", operatorGoes("ann")))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(e, erin, after, signatures)) // and after other changes
		_, _, err := e.RecoveryText(erin)
		refusal(t, problem.Forbidden, "erin has a key")(engine.Receipt{}, err)
		livedOn(t, e, p, s)
		verified(t, s)
		head, err := engine.Rebuild(ctx, p, s, open(t, "again.db"), nil)
		if err != nil {
			t.Fatal(err)
		}
		state, err := s.State(ctx)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "rebuilt head", head.String(), state.Ledger.String())
	})
}

// payingOf is a program under another name.
func payingOf(t *testing.T, p *program.Program, name string) *program.Program {
	t.Helper()
	other := *p
	other.Name = name
	return &other
}

// The owner alone recovers where the file names one wallet, and nobody where it names none.
func TestTheOwnerRecoversTheBooks(t *testing.T) {
	ctx := context.Background()
	owner := newWallet(t, "owner", 11)
	erin := keyOf("erin", "E", operator.Admin)
	e := lost(t, open(t, "books.db"), recoverable(t, owner))
	_, _, err := e.RecoveryText(keyOf("erin", "E", operator.Record))
	refusal(t, problem.Invalid, "a key with the scope admin")(engine.Receipt{}, err)
	_, _, err = e.RecoveryText(keyOf("ann", "E", operator.Admin))
	refusal(t, problem.Forbidden, "ann has a key")(engine.Receipt{}, err)
	after, signatures := recovered(t, e, erin, owner)
	done(t)(e.RecoverOperator(ctx, erin, after, signatures))
	nobody := lost(t, open(t, "nobody.db"), paying(t))
	_, _, err = nobody.RecoveryText(erin)
	refusal(t, problem.Conflict, "names no recovery wallets")(engine.Receipt{}, err)
	refusal(t, problem.Conflict, "names no recovery wallets")(nobody.RecoverOperator(ctx, erin, 1, signatures))
}

// One of three recovery wallets is a Safe: its own word counts beside another wallet's key, stands in the books, and is made again without
// a node. A wallet's key does not speak for it, and its word not for a wallet.
func TestASafeRecoversTheBooks(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		b, one, two := newSafe(t, w, 31337), newWallet(t, "one", 11), newWallet(t, "two", 12)
		p := recoverableBy(t, b, one, two)
		e := lostIn(t, w, s, p)
		erin := keyOf("erin", "E", operator.Admin)
		text, after, err := e.RecoveryText(erin)
		fatal(t, err)
		try := func(signatures ...[]byte) (engine.Receipt, error) {
			return e.RecoverOperator(ctx, erin, after, signatures)
		}
		refusal(t, problem.NotAuthenticated, "1 of the 3 recovery wallets signed, and 2 must")(try(b.signature(text)))
		refusal(t, problem.NotAuthenticated, "1 of the 3 recovery wallets signed, and 2 must")(try(b.signature(text), b.signature(text)))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(one.signature(text), b.signature(text+".")))
		refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(try(one.signature(text), b.signature(text)[:65]))
		refusal(t, problem.NotAuthenticated, "4096 at most")(try(one.signature(text), make([]byte, 4097)))
		asked := b.asked
		refusal(t, problem.NotAuthenticated, "1 of the 3 recovery wallets signed, and 2 must")(try(one.signature(text)))
		if b.asked != asked {
			t.Error("the contract was asked about a signature of another wallet's key")
		}
		says := w.Contracts[b.at]
		w.Contracts[b.at] = func(context.Context, engine.Header, common.Hash, []byte) (bool, error) {
			// deadlocks where writers wait
			_, err := e.RecordOperator(ctx, engine.By{Token: ann.Token}, "beside", keyOf("gus", "G", operator.Record))
			return false, errors.Join(errors.New("the node is gone"), err)
		}
		refusal(t, problem.Unavailable, "no node answers whether the contract")(try(one.signature(text), b.signature(text)))
		w.Contracts[b.at] = says
		done(t)(try(one.signature(text), b.signature(text))) // the key that only records, which was given meanwhile, is in nobody's way
		words, err := engine.ContractWords(ctx, s)
		if err != nil || len(words) != 1 || words[0].Word.Wallet != ledger.Wallet(b.at) || words[0].Word.Signed != operator.SignedHash(text) {
			t.Errorf("the books stand on %+v, %v", words, err)
		}
		if unheld, _, err := engine.AskAgain(ctx, w, words); err != nil || len(unheld) > 0 {
			t.Errorf("asked again: %v, %v", unheld, err)
		}
		w.Contracts = nil // nobody is asked from here on
		done(t)(e.RecordOperator(ctx, engine.By{Token: tokenOf("E")}, "ann-goes", operatorGoes("ann")))
		livedOn(t, e, p, s)
		rebuiltBy(t, s, p)
		verifiedWholly(t, s)
		if unheld, _, err := engine.AskAgain(ctx, w, words); err != nil || len(unheld) != 1 {
			t.Errorf("a word that was never said holds: %v, %v", unheld, err)
		}
	})
}

// While two may administer nobody else makes a third: the owner of the wallet and one operator would be two people for everything.
func TestNothingIsRecoveredWhileTwoAdminister(t *testing.T) {
	ctx := context.Background()
	owner := newWallet(t, "owner", 11)
	e := lost(t, open(t, "books.db"), recoverable(t, owner))
	erin := keyOf("erin", "E", operator.Admin)
	after, signatures := recovered(t, e, erin, owner)
	done(t)(e.RecordOperator(ctx, engine.By{Token: ann.Token}, "bob", keyOf("bob", "B", operator.Admin)))
	_, _, err := e.RecoveryText(erin)
	refusal(t, problem.NotAuthenticated, "not that of a recovery wallet")(e.RecoverOperator(ctx, erin, after, signatures))
	refusal(t, problem.Forbidden, "ann and bob may administer")(engine.Receipt{}, err)
}
