package money

import (
	"fmt"

	"github.com/holiman/uint256"
)

// Split shares a pool by weights: share i is floor(pool x weight i / total weight). Equal weights get equal shares;
// what the floors leave is the carry, less than one base unit a weight, to be posted into the next round of the pool.
//
//	pool = sum(shares) + carry, always.
//
// When there are no weights, or all are zero, nobody gets anything and the whole pool is the carry. Weights whose sum
// passes 2^256-1 are ErrOverflow.
func Split(pool Amount, weights []uint256.Int) (shares []Amount, carry Amount, err error) {
	var total uint256.Int
	for i := range weights {
		if _, over := total.AddOverflow(&total, &weights[i]); over {
			return nil, Amount{}, fmt.Errorf("the weights' sum: %w", ErrOverflow)
		}
	}
	shares = make([]Amount, len(weights))
	carry = pool
	for i := range weights {
		shares[i].asset = pool.asset
		if total.IsZero() {
			continue
		}
		// A share is at most the pool, so neither the division nor the subtraction can pass its bounds.
		shares[i].units.MulDivOverflow(&pool.units, &weights[i], &total)
		carry.units.Sub(&carry.units, &shares[i].units)
	}
	return shares, carry, nil
}
