package cluster

import (
	"context"
	"errors"

	"gorm.io/gorm"
)

// ErrDeposed is wrapped when something is to be booked under a term that has ended.
var ErrDeposed = errors.New("another server leads: this one books nothing from the chain until it leads again")

type termKey struct{}

// Under is a context whose commits are made under the term of a token.
func Under(ctx context.Context, token uint64) context.Context {
	return context.WithValue(ctx, termKey{}, token)
}

// Check refuses a transaction that is to be under a term which has ended: ErrDeposed. It is asked in the transaction, after it has the
// lock that writers queue for. A transaction under no term passes.
func Check(ctx context.Context, tx *gorm.DB) error {
	token, ok := ctx.Value(termKey{}).(uint64)
	if !ok {
		return nil
	}
	var holds bool
	err := tx.Raw("SELECT EXISTS (SELECT FROM "+schema+".lease WHERE token = ? AND until > clock_timestamp())", token).Scan(&holds).Error
	if err == nil && !holds {
		err = ErrDeposed
	}
	return err
}
