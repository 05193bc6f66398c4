package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/operator"
)

// Operators are the two people who run the money of the sale: ann records, prepares and proposes, bob approves.
type Operators struct {
	Ann, Bob engine.By
}

// addOperators gives both of them a token and a wallet of the chain to sign in with.
func (s *Sale) addOperators(ctx context.Context, seed uint64) (people Operators, err error) {
	var random [32]byte
	copy(random[:], fmt.Sprintf("demonstration, no value: %d", seed))
	dice := rand.NewChaCha8(random)
	by := engine.By{Name: "demo"}
	for i, who := range []struct {
		name   string
		into   *engine.By
		scopes []operator.Scope
	}{
		{"ann", &people.Ann, []operator.Scope{operator.Admin, operator.Prepare, operator.Record, operator.Private}},
		{"bob", &people.Bob, []operator.Scope{operator.Approve, operator.Prepare, operator.Private}},
	} {
		secret, public, err := operator.NewToken(dice)
		if err != nil {
			return people, err
		}
		wallet, _ := s.Chain.Wallet(s.Chain.Wallets() - 2 + i)
		for _, change := range []operator.Change{
			{Name: who.name, Label: "token", Token: public, Scopes: who.scopes},
			{Name: who.name, Label: "wallet", Wallet: strings.ToLower(wallet.Hex()), Scopes: who.scopes},
		} {
			if _, err := s.Engine.RecordOperator(ctx, by, change.Name+"-"+change.Label, change); err != nil {
				return people, err
			}
			by = engine.By{Token: secret} // everybody adds further keys of their own
		}
		*who.into = engine.By{Name: who.name, Token: secret}
		by = people.Ann
	}
	return people, nil
}
