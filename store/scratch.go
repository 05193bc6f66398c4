package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Scratch is books that are gone when they are closed: a SQLite file in a new folder for temporary files that nobody else may enter.
// What is written there is not synced to disk.
type Scratch struct {
	*Store
	folder string
}

// NewScratch makes empty books that Close removes.
func NewScratch(ctx context.Context) (*Scratch, error) {
	folder, err := os.MkdirTemp("", "nodeledger-verify-")
	if err != nil {
		return nil, fmt.Errorf("there is no room to compute the books again: %w: name another folder with TMPDIR", err)
	}
	s, err := Connect(ctx, filepath.Join(folder, "books.db"))
	if err == nil {
		_, err = s.dialect.(*liteDialect).pool.ExecContext(ctx, "PRAGMA synchronous = OFF")
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return &Scratch{s, folder}, nil
}

// Close removes the books.
func (s *Scratch) Close() error { return errors.Join(s.Store.Close(), os.RemoveAll(s.folder)) }
