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

	"github.com/gofrs/flock"
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

// Check refuses books that are older than when they were seen last, or whose past is another one. It gives the differences that were
// found and that nobody cleared.
func (f File) Check(ctx context.Context, books engine.Copy) (found []engine.Finding, err error) {
	s, err := f.follows(ctx, books)
	if s == nil || err != nil {
		return nil, err
	}
	if s.Difference != "" {
		found = append(found, engine.Finding{Time: s.Verified, Difference: s.Difference})
	}
	if s.ChainDifference != "" {
		found = append(found, engine.Finding{Time: s.ChainCompared, Difference: s.ChainDifference, OfChain: true})
	}
	return found, nil
}

// follows reads the file, and refuses books that do not go on from its mark.
func (f File) follows(ctx context.Context, books engine.Copy) (*wire.LastHead, error) {
	s, err := f.Read()
	if s == nil || err != nil {
		return nil, err
	}
	return s, s.Mark.Follows(ctx, books, s.Time, fmt.Sprintf("restore the newer copy, or, if you mean these, delete %s", f))
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

// Fetched is what of the books needs not be compared with the chain again: nothing while a difference from it stands.
func (f File) Fetched() (engine.Fetched, error) {
	s, err := f.Read()
	if s == nil || err != nil || s.ChainDifference != "" {
		return engine.Fetched{}, err
	}
	return s.Fetched, nil
}

// Assured is what words were had that blocks of the books are final.
func (f File) Assured() (engine.Assured, error) {
	s, err := f.Read()
	if s == nil || err != nil {
		return nil, err
	}
	return s.Finality, nil
}

// Advance keeps the mark of books as they are, and what of them was fetched, unless another process kept a later one. What was found
// stays.
func (f File) Advance(ctx context.Context, books engine.Copy, fetched engine.Fetched, now time.Time) error {
	if f == "" {
		return nil
	}
	at, err := books.State(ctx)
	if err != nil {
		return err
	}
	return f.AdvanceTo(ctx, books, &at, fetched, nil, now)
}

// AdvanceTo is Advance to a state that whoever calls it knows to be the books'. Books that have another history than that, or than the kept
// mark, are refused.
func (f File) AdvanceTo(ctx context.Context, books engine.Copy, at *engine.State, fetched engine.Fetched, assured engine.Assured,
	now time.Time) error {
	if f == "" {
		return nil
	}
	m, err := engine.MarkOf(ctx, books, *at)
	if err == nil {
		err = m.Follows(ctx, books, now, "restore what was there")
	}
	for moved := true; err == nil && moved; {
		var seen *wire.LastHead
		if seen, err = f.follows(ctx, books); err != nil {
			break
		}
		if seen == nil {
			seen = &wire.LastHead{}
		}
		err = f.change(func(s *wire.LastHead) {
			if moved = !reflect.DeepEqual(s.Mark, seen.Mark); !moved { // otherwise another process was quicker: that mark, too, is compared first
				advance(s, m, fetched, now)
				if len(assured) > 0 {
					s.Finality = assured
				}
			}
		})
	}
	return err
}

// Keep keeps a difference that was found, or that everything was verified and there is none. That clears a difference of the same kind: of
// the books alone, or of the books and the chain.
func (f File) Keep(found engine.Finding) error {
	if f == "" {
		return nil
	}
	return f.change(func(s *wire.LastHead) {
		difference, at := &s.Difference, &s.Verified
		if found.OfChain {
			difference, at = &s.ChainDifference, &s.ChainCompared
		}
		if !found.Whole && (found.Difference == "" || found.Difference == *difference) {
			return
		}
		*difference, *at = found.Difference, found.Time
		switch {
		case found.OfChain:
		case found.Whole:
			s.Whole = found.Time
		default:
			s.Whole = time.Time{}
		}
	})
}

// Note is Keep where a head is kept already.
func (f File) Note(found engine.Finding) error {
	s, err := f.Read()
	if s == nil || err != nil {
		return err
	}
	return f.Keep(found)
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
	if err == nil {
		lock := f.lock()
		err = errors.Join(lock.Lock(), lock.Close())
	}
	return cannotKeep(err)
}

// lock is a file beside the file: whoever changes that holds the lock. It stays.
func (f File) lock() *flock.Flock { return flock.New(f.path() + ".lock") }

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
func empty(s *wire.LastHead) bool {
	return s.Mark.Size == 0 && s.Difference == "" && s.Whole.IsZero() && s.ChainDifference == "" && s.ChainCompared.IsZero()
}

// change writes the file anew, while no other process does. It is there as it was or as it is, never half.
func (f File) change(change func(*wire.LastHead)) error {
	lock := f.lock()
	if err := lock.Lock(); err != nil {
		return cannotKeep(err)
	}
	defer lock.Close()
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
