package engine_test

import (
	"context"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// Whatever becomes of keys, ann's run is approved by a person who could approve it when it was prepared, with a key that could. Bytes,
// statements, chains and replays are in TestAnApprovalIsOfTheseBytes, races in TestOneOfTwoApprovalsCounts, and one person with every
// scope in TestOnePersonWithEveryScopeCannotPay.
func TestChangedKeysApproveNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e, carol := proposed(t, s)
		byCarol := func() (engine.Receipt, error) {
			return carol.sign(func(by engine.By) (engine.Receipt, error) { return approve(e, by, "april") })
		}
		by := func(letter string) func() (engine.Receipt, error) {
			return func() (engine.Receipt, error) { return approve(e, engine.By{Token: tokenOf(letter)}, "april") }
		}
		key := func(reference string, change operator.Change) func() (engine.Receipt, error) {
			return func() (engine.Receipt, error) { return e.RecordOperator(ctx, ann, reference, change) }
		}
		less := operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Record}}
		more := less
		more.Scopes = []operator.Scope{operator.Approve, operator.Record}
		bobs := func(name, label string) operator.Change {
			return operator.Change{Name: name, Label: label, Token: operator.TokenKey(bob.Token), Scopes: operator.Scopes()}
		}
		anns := func(name, label string) operator.Change {
			return operator.Change{Name: name, Label: label, Token: operator.TokenKey(ann.Token), Scopes: operator.Scopes()}
		}
		wallet := more
		wallet.Name, wallet.Label = "ann", "carols"
		for _, c := range []struct {
			what   string
			before func() // what is done first; nil: nothing
			why    problem.Kind
			says   string
			try    func() (engine.Receipt, error)
		}{
			{"ann under another name", nil, problem.Conflict, "belongs permanently to the operator ann", key("as-anna", anns("anna", "x"))},
			{"ann's key under another label", nil, problem.Conflict, "this key is already laptop of ann", key("relabel", anns("ann", "other"))},
			{"bob's key under ann's name", nil, problem.Conflict, "belongs permanently to the operator bob", key("as-ann", bobs("ann", "bobs"))},
			{"bob's key under a new name", nil, problem.Conflict, "belongs permanently to the operator bob", key("as-rob", bobs("rob", "x"))},
			{"carol's wallet under ann's name", nil, problem.Conflict, "belongs permanently to the operator carol", key("as-ann-2", wallet)},
			{"the label of a key for another one", nil, problem.Conflict, "is another key, and permanently", key("swap",
				operator.Change{Name: "carol", Label: "nano", Token: operator.TokenKey(tokenOf("X")), Scopes: []operator.Scope{operator.Approve}})},
			{"a key that waits", func() { done(t)(key("dave", keyOf("dave", "D", operator.Approve))()) }, problem.NotAuthenticated, "is not known",
				by("D")},
			{"a key that was consented to since", func() { done(t)(e.ConsentToKey(ctx, bob, "dave", grantOf(t, e, "dave"))) },
				problem.Forbidden, "was made at", by("D")},
			{"a key that lost the scope", func() { done(t)(key("less", less)()) }, problem.Forbidden, "lacks the scope approve", byCarol},
			{"a key that got it back", func() { give(t, e, "more", more) }, problem.Forbidden, "was made at", byCarol},
			{"a key that was revoked", func() { done(t)(key("gone", operator.Change{Name: "dave", Revoke: true})()) },
				problem.NotAuthenticated, "is not known", by("D")},
			{"a token that comes back", nil, problem.Conflict, "was revoked and cannot be used again",
				key("back", keyOf("dave", "D", operator.Approve))},
		} {
			t.Run(c.what, func(t *testing.T) {
				if c.before != nil {
					c.before()
				}
				refusal(t, c.why, c.says)(c.try())
			})
		}
		// The same keys are old enough for the next run, whose approval stands; april's does not.
		done(t)(e.StepPayout(ctx, ann, "april", payout.Cancel, "another name"))
		done(t)(e.PreparePayout(ctx, ann, "april-2", "USDT", payout.Transfer))
		done(t)(e.StepPayout(ctx, ann, "april-2", payout.Propose, ""))
		done(t)(carol.sign(func(by engine.By) (engine.Receipt, error) { return approve(e, by, "april-2") }))
		refusal(t, problem.Conflict, "only a run that is proposed")(approve(e, bob, "april-2"))
		refusal(t, problem.Conflict, "only a run that is proposed")(approve(e, bob, "april"))
		livedOn(t, e, paying(t), s)
		verified(t, s)
		rebuilt(t, s)
	})
}
