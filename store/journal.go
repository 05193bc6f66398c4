package store

import (
	"fmt"
	"math"
	"time"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

var journalTable = table{"journal", 1, []column{
	{"sequence", whole}, {"kind", text}, {"program", text}, {"rule", text}, {"effective", whole}, {"booked", whole},
	{"origin", text}, {"chain", whole}, {"block_number", whole}, {"block_hash", blob}, {"tx_hash", blob}, {"log_index", whole},
	{"leg", text}, {"generation", whole}, {"name", text}, {"reference", text}, {"reversal", whole}, {"reverses", whole},
	{"meta", text}, {"postings", whole}, {"previous", blob}, {"hash", blob}},
	[]string{"kind", "program", "rule", "effective", "booked", "origin", "chain", "block_number", "leg", "generation", "name", "reference",
		"reversal", "reverses", "postings"}}

var postingTable = table{"posting", 2, []column{
	{"sequence", whole}, {"line", whole}, {"from_id", whole}, {"to_id", whole},
	{"asset", text}, {"decimals", small}, {"amount", units}, {"effective", whole}, {"wide", whole}},
	[]string{"sequence", "from_id", "asset", "decimals", "effective", "wide"}}

// storable refuses what a draft may hold and a signed 64-bit column may not.
func storable(d *ledger.Draft) error {
	if d.Source.Chain > math.MaxInt64 || d.Source.BlockNumber > math.MaxInt64 {
		return fmt.Errorf("%w: chain %d or block %d is above %d", ledger.ErrInvalid, d.Source.Chain, d.Source.BlockNumber, int64(math.MaxInt64))
	}
	return nil
}

// fillJournal puts a transaction into the columns of journalTable.
func fillJournal(t sealedDraft, into []any) {
	s := &t.Source
	reversal := int64(0)
	if s.Reversal {
		reversal = 1
	}
	for i, v := range [...]any{
		int64(t.Sequence), string(t.Kind), t.Program, t.Rule, t.Effective.Unix(), t.Booked.Unix(),
		string(s.Origin), int64(s.Chain), int64(s.BlockNumber), s.BlockHash[:], s.TxHash[:], int64(s.LogIndex),
		s.Leg, int64(s.Generation), s.Name, s.Reference, reversal, int64(t.Reverses),
		t.Meta.Canonical(), int64(len(t.Postings)), t.Previous[:], t.Hash[:],
	} {
		into[i] = v
	}
}

// journalRows reads rows of the journal in the order of their sequence, or of what the condition says.
func journalRows(tx *gorm.DB, visit func(*journalRow) error) error {
	rows, err := tx.Model(&journalRow{}).Select(journalTable.names()).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r journalRow
		if err := rows.Scan(&r.Sequence, &r.Kind, &r.Program, &r.Rule, &r.Effective, &r.Booked,
			&r.Origin, &r.Chain, &r.BlockNumber, &r.BlockHash, &r.TxHash, &r.LogIndex, &r.Leg, &r.Generation,
			&r.Name, &r.Reference, &r.Reversal, &r.Reverses, &r.Meta, &r.Postings, &r.Previous, &r.Hash); err != nil {
			return ledger.Differs("journal", fmt.Sprintf("sequence %d", r.Sequence), "it cannot be read: %v", err)
		}
		if err := visit(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// transaction turns a row into a transaction without postings. The error is a *ledger.Difference.
func (r *journalRow) transaction() (t ledger.Transaction, err error) {
	bad := func(format string, args ...any) (ledger.Transaction, error) {
		return t, ledger.Differs("journal", fmt.Sprintf("sequence %d", r.Sequence), format, args...)
	}
	meta, err := ledger.ParseMeta(r.Meta)
	if err != nil {
		return bad("%v", err)
	}
	if len(meta) == 0 {
		meta = nil
	}
	t = ledger.Transaction{Sequence: uint64(r.Sequence), Draft: ledger.Draft{
		Kind: ledger.Kind(r.Kind), Program: r.Program, Rule: r.Rule,
		Effective: time.Unix(r.Effective, 0).UTC(), Booked: time.Unix(r.Booked, 0).UTC(),
		Source: ledger.Source{
			Origin: ledger.Origin(r.Origin), Chain: uint64(r.Chain), BlockNumber: uint64(r.BlockNumber),
			LogIndex: uint32(r.LogIndex), Leg: r.Leg, Generation: uint32(r.Generation),
			Name: r.Name, Reference: r.Reference, Reversal: r.Reversal == 1,
		},
		Reverses: uint64(r.Reverses), Meta: meta,
	}}
	for _, h := range []struct {
		column string
		from   []byte
		to     *ledger.Hash
	}{
		{"block_hash", r.BlockHash, &t.Source.BlockHash}, {"tx_hash", r.TxHash, &t.Source.TxHash},
		{"previous", r.Previous, &t.Previous}, {"hash", r.Hash, &t.Hash},
	} {
		var ok bool
		if *h.to, ok = read32(h.from); !ok {
			return bad("its %s has %d bytes instead of 32", h.column, len(h.from))
		}
	}
	switch {
	case r.LogIndex != int64(t.Source.LogIndex) || r.Generation != int64(t.Source.Generation) || r.Chain < 0 || r.BlockNumber < 0 ||
		r.Reverses < 0:
		return bad("a number of its source is out of range")
	case r.Reversal != 0 && r.Reversal != 1:
		return bad("reversal is %d, neither 0 nor 1", r.Reversal)
	}
	return t, nil
}

// postingRows reads rows of posting in the order that the condition says.
func postingRows(tx *gorm.DB, visit func(*postingRow) error) error {
	rows, err := tx.Model(&postingRow{}).Select(postingTable.names()).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r postingRow
		if err := rows.Scan(&r.Sequence, &r.Line, &r.FromID, &r.ToID, &r.Asset, &r.Decimals, &r.Amount, &r.Effective,
			&r.Wide); err != nil {
			return ledger.Differs("posting", r.name(), "it cannot be read: %v", err)
		}
		if err := visit(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// wide is what the column of that name says in the transaction's postings.
func (r *journalRow) wide() int64 {
	if r.Postings >= ledger.WidePostings {
		return r.Sequence
	}
	return 0
}

func (r *postingRow) name() string { return fmt.Sprintf("sequence %d line %d", r.Sequence, r.Line) }

// posting turns a row into a posting; account finds an account by its id. The error is a *ledger.Difference.
func (r *postingRow) posting(account func(int64) (ledger.Account, bool)) (p ledger.Posting, err error) {
	var from, to bool
	p.From, from = account(r.FromID)
	p.To, to = account(r.ToID)
	if !from || !to {
		return p, ledger.Differs("posting", r.name(), "account %d or %d does not exist", r.FromID, r.ToID)
	}
	if p.Amount, err = readAmount(r.Asset, r.Decimals, r.Amount); err != nil {
		return p, ledger.Differs("posting", r.name(), "%v", err)
	}
	return p, nil
}

func readAsset(symbol string, decimals int16) (money.Asset, error) {
	if decimals < 0 || decimals > money.MaxDecimals {
		return money.Asset{}, fmt.Errorf("%d is not a valid number of decimals", decimals)
	}
	return money.NewAsset(symbol, uint8(decimals))
}

func readAmount(symbol string, decimals int16, amount digits) (money.Amount, error) {
	asset, err := readAsset(symbol, decimals)
	if err != nil {
		return money.Amount{}, err
	}
	return money.ParseUnits(asset, string(amount))
}

func readBalance(symbol string, decimals int16, incoming, outgoing digits) (b money.Balance, err error) {
	asset, err := readAsset(symbol, decimals)
	if err != nil {
		return b, err
	}
	if b.In, err = money.ParseUnits(asset, string(incoming)); err == nil {
		b.Out, err = money.ParseUnits(asset, string(outgoing))
	}
	return b, err
}
