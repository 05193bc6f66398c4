// Package lasthead keeps, in a file outside of the database, how far books were when they were last seen: so that an older copy of them,
// or one whose past was changed, is refused, and that a difference which a verification found is known to every process.
package lasthead

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// File is where the head is kept. The empty File keeps nothing.
type File string

// Beside is the file that belongs to books: the one that is named, or else the one beside a SQLite file. Of a server's database there is
// none that is not named.
func Beside(db, named string) File {
	if named != "" || strings.Contains(db, "://") {
		return File(named)
	}
	return File(db + ".head")
}

// Read reads the file; nil when there is none.
func (f File) Read() (*wire.LastHead, error) {
	if f == "" {
		return nil, nil //nolint:nilnil // nothing is kept
	}
	raw, err := os.ReadFile(filepath.Clean(string(f)))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(string(f)); err == nil {
			return nil, problem.Conflictf("%s is a link that leads to no file, so the last head of the books is not known: "+
				"bring back what it leads to, such as a disk that is not mounted, or delete the link knowingly", f)
		}
		return nil, nil //nolint:nilnil // not yet
	}
	if err != nil {
		return nil, fmt.Errorf("the last head of the books cannot be read: %w: make %s readable", err, f)
	}
	var s wire.LastHead
	if err := json.Unmarshal(raw, &s); err != nil || empty(&s) {
		return nil, problem.Conflictf("%s does not hold the last head of books: restore it from a backup, or delete it knowingly", f)
	}
	return &s, nil
}

// Check refuses books that are older than when they were seen last, or whose past is another one. It gives what the last verification
// found, nil when none is known.
func (f File) Check(ctx context.Context, books engine.Copy) (*engine.Finding, error) {
	s, err := f.Read()
	if s == nil || err != nil {
		return nil, err
	}
	err = s.Mark.Follows(ctx, books, s.Time, fmt.Sprintf("restore the newer copy, or, if you mean these, delete %s", f))
	if err != nil || s.Difference == "" {
		return nil, err
	}
	return &engine.Finding{Time: s.Verified, Difference: s.Difference, OfChain: s.OfChain}, nil
}

// verifiedFor is how long a whole verification counts.
const verifiedFor = 24 * time.Hour

// Verified is the mark of books that were verified wholly not long ago, and to which nobody added anything since but who kept the mark;
// nil of all others.
func (f File) Verified(ctx context.Context, books engine.Copy, now time.Time) (*engine.Mark, time.Time, error) {
	s, err := f.Read()
	if s == nil || err != nil || s.Difference != "" || s.Whole.After(now) || now.Sub(s.Whole) >= verifiedFor {
		return nil, time.Time{}, err
	}
	at, err := books.State(ctx)
	if err != nil || at.Ledger.Size() != s.Mark.Size {
		return nil, time.Time{}, err
	}
	return &s.Mark, s.Whole, nil
}

// Fetched is what of the books needs not be compared with the chain again.
func (f File) Fetched() (engine.Fetched, error) {
	s, err := f.Read()
	if s == nil || err != nil {
		return engine.Fetched{}, err
	}
	return s.Fetched, nil
}

// Advance keeps the mark of books as they are, and what of them was fetched, unless another process kept a later one. What the last
// verification found stays.
func (f File) Advance(ctx context.Context, books engine.Copy, fetched engine.Fetched, now time.Time) error {
	if f == "" {
		return nil
	}
	at, err := books.State(ctx)
	if err != nil {
		return err
	}
	return f.AdvanceTo(ctx, books, &at, fetched, now)
}

// AdvanceTo is Advance to a state that whoever calls it knows to be the books'. Books that have another history than that, or than the kept
// mark, are refused.
func (f File) AdvanceTo(ctx context.Context, books engine.Copy, at *engine.State, fetched engine.Fetched, now time.Time) error {
	if f == "" {
		return nil
	}
	m, err := engine.MarkOf(ctx, books, *at)
	if err == nil {
		err = m.Follows(ctx, books, now, "restore what was there")
	}
	if err == nil {
		_, err = f.Check(ctx, books)
	}
	if err != nil {
		return err
	}
	return f.change(func(s *wire.LastHead) { advance(s, m, fetched, now) })
}

// Keep keeps what a verification found, and the mark of the books where that is no difference, with what of them was fetched.
func (f File) Keep(found engine.Finding, m engine.Mark, fetched engine.Fetched) error {
	if f == "" {
		return nil
	}
	return f.change(func(s *wire.LastHead) {
		if s.OfChain && found.Difference == "" && !found.OfChain {
			return // only the chain tells that it is as the chain says
		}
		s.Difference, s.OfChain, s.Verified = found.Difference, found.OfChain && found.Difference != "", found.Time
		switch {
		case found.Whole:
			s.Whole = found.Time
		case found.Difference != "":
			s.Whole = time.Time{}
		}
		if found.Difference == "" {
			advance(s, m, fetched, found.Time)
		}
	})
}

// Note keeps, where a head is kept, that a verification found a difference, or that it found none: of everything, or after one that did.
func (f File) Note(found engine.Finding) error {
	s, err := f.Read()
	if s == nil || err != nil || s.Difference == found.Difference && !found.Whole {
		return err
	}
	return f.Keep(found, s.Mark, s.Fetched)
}

func advance(s *wire.LastHead, m engine.Mark, fetched engine.Fetched, now time.Time) {
	if fetched.Inputs >= s.Fetched.Inputs && fetched.Block >= s.Fetched.Block {
		s.Fetched = fetched
	}
	if m.Size > s.Mark.Size || m.Final > s.Mark.Final {
		s.Mark, s.Time = m, now.UTC()
	}
}

// Try says why the head could not be kept, before there is something to keep.
func (f File) Try() error {
	if f == "" {
		return nil
	}
	if _, err := f.Read(); err != nil {
		return err
	}
	made, err := f.beside()
	if err == nil {
		err = errors.Join(made.Close(), os.Remove(made.Name()))
	}
	return cannotKeep(err)
}

// beside makes a new file in the folder of the file, or of the one that it is a link to.
func (f File) beside() (*os.File, error) {
	path := f.path()
	return os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
}

// path is where the file really is.
func (f File) path() string {
	if path, err := filepath.EvalSymlinks(string(f)); err == nil {
		return path
	}
	return string(f) // there is none yet
}

func cannotKeep(err error) error {
	if err != nil {
		err = fmt.Errorf("the last head of the books cannot be kept: %w: name another file with --head-file", err)
	}
	return err
}

// empty says that there is nothing to keep, as of books in which nothing is: no such file is ever written.
func empty(s *wire.LastHead) bool { return s.Mark.Size == 0 && s.Difference == "" }

// change writes the file anew. It is there as it was or as it is, never half.
func (f File) change(change func(*wire.LastHead)) error {
	s, err := f.Read()
	if err != nil {
		return err
	}
	if s == nil {
		s = &wire.LastHead{}
	}
	before := *s
	change(s)
	if reflect.DeepEqual(before, *s) || empty(s) {
		return nil
	}
	raw, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	made, err := f.beside()
	if err == nil {
		_, err = made.Write(append(raw, '\n'))
		err = errors.Join(err, made.Close())
		if err == nil {
			err = os.Rename(made.Name(), f.path())
		}
		if err != nil {
			_ = os.Remove(made.Name()) // it may be gone already
		}
	}
	return cannotKeep(err)
}
