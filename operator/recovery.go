package operator

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Recovery is what recovery wallets sign: to give somebody a key when nobody is left who could. It names how far the books and their
// operators are, so that it cannot be used later, again, or in other books.
type Recovery struct {
	Program string
	Chain   uint64
	Change  Change // the key, which may administer
	After   After
	Changes uint64 // of administrators' keys, see [Registry.AdminChanges]
}

// ErrNoRecovery is the refusal of a recovery where the program file names nobody for it.
var ErrNoRecovery error = problem.New(problem.Conflict, problem.NotInProgram,
	"the program file names no recovery wallets (operators.recovery): nobody can recover a key")

// Text is what is signed:
//
//	nodeledger gpunet on chain 1
//	recover
//	key laptop of erin wallet 0x…
//	scopes admin, private
//	end 2027-01-01T00:00:00Z
//	after 7 changes of administrators
//	after 17 facts 0x…
//
// without a new line at the end. A token is named by its public key, and a key without an end has "end none".
func (r *Recovery) Text() (string, error) {
	k, err := r.Change.key()
	switch {
	case err != nil:
		return "", err
	case r.Change.Revoke || r.Change.Pending || !slices.Contains(k.scopes, Admin),
		slices.Contains(k.scopes, Prepare), slices.Contains(k.scopes, Approve):
		return "", problem.Invalidf("a recovery gives a key with the scope %s and neither %s nor %s: two people give those", Admin, Prepare,
			Approve)
	case !nameForm.MatchString(r.Program) || r.Chain == 0:
		return "", problem.Invalidf("the program %q on chain %d cannot be named in a statement", r.Program, r.Chain)
	}
	about, err := r.Change.Lines()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("nodeledger %s on chain %d\nrecover\n%s\nafter %d changes of administrators\n%s", r.Program, r.Chain,
		strings.Join(about, "\n"), r.Changes, r.After.line()), nil
}

// Recoverer is a wallet that the program file names for recoveries.
type Recoverer struct {
	Wallet   ledger.Wallet
	Contract bool // its own word counts (ERC-1271), and no private key
}

// Signed is a signature and, where a contract made it, the contract's word. Whether it said so is not asked
// here.
type Signed struct {
	Signature []byte
	Word      Word
}

// signer is who of the wallets made the signature.
func (s *Signed) signer(text string, wallets []Recoverer) (wallet ledger.Wallet, err error) {
	by := Recoverer{Wallet: s.Word.Wallet, Contract: true}
	if s.Word.IsZero() {
		by.Contract = false
		by.Wallet, err = Signer(text, s.Signature)
	} else {
		err = CheckSignatureLength(s.Signature)
	}
	stranger := !slices.Contains(wallets, by) || by.Contract && s.Word.Signed != SignedHash(text)
	if err != nil && !by.Contract && slices.ContainsFunc(wallets, func(w Recoverer) bool { return w.Contract }) {
		err, stranger = nil, true // no private key made it, and no contract says that it did
	}
	if err == nil && stranger {
		err = problem.New(problem.NotAuthenticated, "",
			"a signature is not that of a recovery wallet over the text as it is now: print it "+
				"again, since keys may have changed, and sign that")
	}
	return by.Wallet, err
}

// Signers are the recovery wallets that signed, in order of address. It is an error when too few did: one, where there is one wallet,
// otherwise two.
func (r *Recovery) Signers(wallets []Recoverer, signatures []Signed) (signers []ledger.Wallet, err error) {
	if len(wallets) == 0 {
		return nil, ErrNoRecovery
	}
	text, err := r.Text()
	if err != nil {
		return nil, err
	}
	for i := range signatures {
		wallet, err := signatures[i].signer(text, wallets)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(signers, wallet) {
			signers = append(signers, wallet)
		}
	}
	if need := min(2, len(wallets)); len(signers) < need {
		return nil, problem.New(problem.NotAuthenticated, "", "%d of the %d recovery wallets signed, and %d must", len(signers),
			len(wallets), need)
	}
	slices.SortFunc(signers, ledger.Wallet.Compare)
	return signers, nil
}

// CheckRecovery says in one line why the registry cannot take a recovery; nil when it can. Whether it is signed is for Signers to say.
func (r *Registry) CheckRecovery(x *Recovery, at time.Time) error {
	switch {
	case r.Empty():
		return problem.Conflictf("the books have no operators: `nodeledger operator add` adds the first, and needs no recovery")
	case x.Changes != r.adminChanges:
		return problem.Conflictf("there were %d changes of administrators and not %d: print the text again, and sign that", r.adminChanges,
			x.Changes)
	case len(r.Administrators(at)) > 1:
		return problem.New(problem.Forbidden, "", "%s may administer: a recovery is for when two of them are not there any more",
			strings.Join(r.Administrators(at), " and "))
	case r.isLive(x.Change.Name, at):
		return problem.New(problem.Forbidden, "", "%s has a key: a recovery gives a key to somebody who has none, under another name",
			x.Change.Name)
	}
	if err := x.Change.Check(); err != nil {
		return err
	}
	return r.Check(x.Change, at)
}

// HowRecovered is how a recovery was proven, as [Actor.How] says it of others: "recovery:" and the wallets that signed.
func HowRecovered(signers []ledger.Wallet) string {
	texts := make([]string, len(signers))
	for i, w := range signers {
		texts[i] = w.String()
	}
	return "recovery:" + strings.Join(texts, ",")
}

// Administrators are the names with a key that counts and may administer, in order.
func (r *Registry) Administrators(at time.Time) (names []string) {
	for i := range r.keys {
		if k := &r.keys[i]; k.live(at) && slices.Contains(k.scopes, Admin) && !slices.Contains(names, k.operator) {
			names = append(names, k.operator)
		}
	}
	return names
}
