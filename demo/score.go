package demo

import (
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// firstScores says that the first wallets provide computers as well, and that one of them fails a drill.
func firstScores(c *devnet.Chain) []fold.ScoreRow {
	begin := time.Date(2026, 1, 6, 0, 0, 0, 0, time.UTC)
	var rows []fold.ScoreRow
	for i := range 8 {
		wallet, _ := c.Wallet(i)
		rows = append(rows, fold.ScoreRow{Wallet: strings.ToLower(wallet.Hex()), What: "compute", Value: strconv.Itoa(5 * (i + 1)), At: begin})
	}
	return append(rows, fold.ScoreRow{Wallet: rows[2].Wallet, What: "drill", Value: "0", At: begin.AddDate(0, 2, 0)})
}
