package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// TestSaved: what is saved is read as it was, in as many parts as it needs; the newer one stays; a part that is changed or gone is a
// difference.
func TestSaved(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		ctx := context.Background()
		if got, err := s.Saved(ctx); got != nil || err != nil {
			t.Fatalf("%v, %v before anything was saved", got, err)
		}
		long := make([]byte, 3*savedPart+5) // of which the first part hardly becomes shorter, and the others do
		_, err := rand.Read(long[:savedPart+1000])
		must(t, err)
		first := &fold.Saved{Inputs: 40, Events: 100, Texts: []byte("texts"), By: ledger.Hash{1}, Bytes: long}
		must(t, s.Save(ctx, first))
		is := func(want *fold.Saved) {
			t.Helper()
			got, err := s.Saved(ctx)
			must(t, err)
			if got.Digest() != want.Digest() || !bytes.Equal(got.Bytes, want.Bytes) {
				t.Errorf("%d inputs of %x, and not %d of %x", got.Inputs, got.By, want.Inputs, want.By)
			}
		}
		is(first)
		older := &fold.Saved{Inputs: 39, By: ledger.Hash{1}, Bytes: []byte("older")}
		must(t, s.Save(ctx, older))
		is(first)
		other := &fold.Saved{Inputs: 39, By: ledger.Hash{2}, Bytes: []byte("of another build")}
		must(t, s.Save(ctx, other))
		is(other)
		must(t, s.Save(ctx, first))
		is(first)
		packedOtherwise(t, s, savedBy(t), false)
		packedOtherwise(t, s, ledger.Hash{9}, true)
		must(t, s.Save(ctx, &fold.Saved{Inputs: 51, By: ledger.Hash{3}, Texts: []byte{}, Bytes: long}))
		must(t, s.Save(ctx, first))
		is(first)

		for _, change := range []string{
			"UPDATE saved SET inputs = inputs + 1 WHERE part = 1", "UPDATE saved SET parts = parts + 1", "UPDATE saved SET seal = made",
			"UPDATE saved SET events = events + 1", "UPDATE saved SET texts = made", "UPDATE saved SET bytes = texts",
			"UPDATE saved SET made = seal", "DELETE FROM saved WHERE part = 0", "DELETE FROM saved WHERE part = 1",
			"DELETE FROM saved WHERE part = 3",
		} {
			must(t, s.write(ctx, func(tx *transaction) error { return tx.Exec(change).Error }))
			if _, err := s.Saved(ctx); !differsIn(err, "saved") {
				t.Errorf("%s: %v", change, err)
			}
			if _, err := s.Verify(ctx); !differsIn(err, "saved") {
				t.Errorf("%s: verified: %v", change, err)
			}
			must(t, s.Save(ctx, &fold.Saved{Inputs: 41, By: ledger.Hash{3}, Texts: []byte{}, Bytes: long}))
			must(t, s.Save(ctx, first))
		}
	})
}

// savedBy is who saved what this build can read.
func savedBy(t *testing.T) ledger.Hash {
	t.Helper()
	none := fold.Saved{}
	by := fold.UsableBy()
	if none.By = by; !none.Usable() {
		t.Fatal("this build cannot read what it saves")
	}
	return by
}

// packedOtherwise: what another build packed in its own way is no difference, and cannot be used.
func packedOtherwise(t *testing.T, s *Store, by ledger.Hash, sound bool) {
	t.Helper()
	ctx := context.Background()
	pack, err := zstd.NewWriter(nil)
	must(t, err)
	long := make([]byte, 2*savedPart)
	_, err = rand.Read(long)
	must(t, err)
	whole := pack.EncodeAll(long, nil)
	must(t, s.Save(ctx, &fold.Saved{Inputs: 50, By: by, Texts: []byte{}, Bytes: long}))
	must(t, s.write(ctx, func(tx *transaction) error {
		var rows []savedRow
		if err := tx.Order("part").Find(&rows).Error; err != nil {
			return err
		}
		rows[0].Bytes, rows[1].Bytes = whole[:savedPart], whole[savedPart:]
		for i := range rows {
			changed := map[string]any{"bytes": rows[i].Bytes, "seal": rows[i].seal()}
			if err := tx.Model(&savedRow{}).Where("part = ?", i).Updates(changed).Error; err != nil {
				return err
			}
		}
		return nil
	}))
	got, err := s.Saved(ctx)
	_, verified := s.Verify(ctx)
	if sound && (err != nil || verified != nil || got.Usable() || got.Bytes != nil || got.Inputs != 50) {
		t.Errorf("of another build: %v, %v, %v", got, err, verified)
	}
	if !sound && (!differsIn(err, "saved") || !differsIn(verified, "saved")) {
		t.Errorf("of this build: %v, %v", err, verified)
	}
}

func differsIn(err error, table string) bool {
	var d *ledger.Difference
	return errors.As(err, &d) && d.Table == table
}
