package store

import (
	"iter"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

// issuer is who gave the references of sources: a job or an operator.
type issuer struct {
	origin ledger.Origin
	name   string
}

func sourcesOf(drafts []ledger.Draft) iter.Seq[*ledger.Source] {
	return func(yield func(*ledger.Source) bool) {
		for i := range drafts {
			if !yield(&drafts[i].Source) {
				return
			}
		}
	}
}

// sequencesOf finds the transactions of sources by the indexes of their columns. Among them may be others of the same references, or of
// the chain's transactions that logs are of.
func (s *Store) sequencesOf(tx *gorm.DB, sources iter.Seq[*ledger.Source]) (sequences []int64, err error) {
	var hashes []ledger.Hash
	references := map[issuer][]string{}
	seen := map[ledger.Hash]bool{}
	for source := range sources {
		switch {
		case source.Origin != ledger.FromChain:
			by := issuer{source.Origin, source.Name}
			references[by] = append(references[by], source.Reference)
		case !seen[source.TxHash]:
			seen[source.TxHash] = true
			hashes = append(hashes, source.TxHash)
		}
	}
	add := func(where *gorm.DB) error {
		var found []int64
		err := where.Model(&journalRow{}).Pluck("sequence", &found).Error
		sequences = append(sequences, found...)
		return err
	}
	if len(hashes) > 0 {
		err = add(tx.Where("origin = 'evm'").Where(s.dialect.hashes("tx_hash", hashes)))
	}
	for by, of := range references {
		if err == nil {
			err = add(tx.Where("origin <> 'evm' AND origin = ? AND name = ?", string(by.origin), by.name).Where(s.dialect.texts("reference", of)))
		}
	}
	return sequences, err
}
