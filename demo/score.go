package demo

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
)

// score is a row about a wallet, by its number.
func (s *Sale) score(wallet int, what, value string, at time.Time) fold.ScoreRow {
	return fold.ScoreRow{Wallet: s.wallet(wallet), What: what, Value: value, At: at}
}

func (s *Sale) wallet(i int) string {
	address, _ := s.Chain.Wallet(i)
	return strings.ToLower(address.Hex())
}

// firstScores says that the first wallets provide computers as well, and that one of them fails a drill.
func (s *Sale) firstScores() []fold.ScoreRow {
	begin := s.calendar.begin.AddDate(0, 0, 1)
	var rows []fold.ScoreRow
	for i := range 8 {
		rows = append(rows, s.score(i, "compute", strconv.Itoa(5*(i+1)), begin))
	}
	return append(rows, s.score(2, "drill", "0", begin.AddDate(0, 2, 0)))
}

// laterScores says that two wallets become queen validators, and that providers are checked and pass.
func (s *Sale) laterScores(month int, at time.Time) (rows []fold.ScoreRow) {
	switch month {
	case 2:
		rows = append(rows, s.score(1, "queen", "1", at), s.score(3, "queen", "1", at))
	case 3:
		for range 3 { // as many in a row give health back
			rows = append(rows, s.score(2, "check", "1", at))
		}
	case 4:
		rows = append(rows, s.score(5, "check", "0", at))
	}
	return rows
}

func (s *Sale) recordScores(ctx context.Context, reference string, rows []fold.ScoreRow) error {
	_, err := s.Engine.RecordScores(ctx, s.Operators.Ann, reference, rows)
	return err
}
