// Package periodfiles keeps the files of closed periods and payout runs in a folder, without ever being in the way of the books.
//
// Guarantees:
//   - A name in the folder stands for a whole file that is on disk, or for nothing: a file is made beside its name and then given it.
//   - Closing a period does not fail because its file cannot be written: what the folder does not take waits in the folder for temporary
//     files, and is moved when the folder takes it again.
//   - The files of payout runs, which say who is held back, are readable by their owner alone.
//
// Not guaranteed: that what waits survives the end of the process. The hash of every file is in the ledger, and the API gives every file
// again but those of periods that were amended.
package periodfiles

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/nodeledger/nodeledger/problem"
)

// Keeper keeps files in a folder. It is safe for concurrent use. A nil Keeper keeps none, and is all right.
type Keeper struct {
	folder string
	spool  string // where files are made that the folder does not take; empty: there are none
	log    *slog.Logger

	mu      sync.Mutex
	waiting []waiting
	why     error // why the last one waits
}

// waiting is a file that was made elsewhere.
type waiting struct{ name, at string }

// Open makes the folder where it is missing, and tries whether files can be written there. Where they cannot, the error says so.
func Open(folder string, log *slog.Logger) (*Keeper, error) {
	k := &Keeper{folder: folder, log: log}
	tried, err := k.make(folder, "tried")
	if err == nil {
		_, err = io.WriteString(tried, "whether files can be written here\n")
		err = errors.Join(err, tried.Sync(), tried.Close(), os.Remove(tried.Name()))
	}
	if err != nil {
		return nil, problem.Invalidf("files cannot be written in %s: %w; name another folder with --files", folder, err)
	}
	return k, nil
}

// make makes a file beside a name.
func (k *Keeper) make(folder, name string) (*os.File, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil { //nolint:gosec // the files of epochs are public
		return nil, err
	}
	return os.CreateTemp(folder, "."+name+"-*")
}

// Create makes a file that has its name when it is closed. It does not fail while there is any place where it can be made.
func (k *Keeper) Create(name string) (io.WriteCloser, error) {
	f, err := k.make(k.folder, name)
	if err == nil {
		return &file{Keeper: k, name: name, f: f}, nil
	}
	w := &file{Keeper: k, name: name}
	return w, w.elsewhere(err)
}

// Move gives the files that wait their names in the folder, and says how many wait on. The error says why.
func (k *Keeper) Move() (left int, err error) {
	if k == nil {
		return 0, nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	had := len(k.waiting)
	k.waiting = slices.DeleteFunc(k.waiting, func(w waiting) bool {
		if err == nil {
			err = k.move(w)
			return err == nil
		}
		return false
	})
	left, k.why = len(k.waiting), err
	if had > 0 && left == 0 {
		k.log.Info("the files that waited are in their folder", "folder", k.folder, "files", had)
		_ = os.Remove(k.spool) // it is made again when something waits
	}
	return left, err
}

// move gives a file its name, over a copy beside it where it was made on another disk.
func (k *Keeper) move(w waiting) error {
	to := filepath.Join(k.folder, w.name)
	if os.Rename(w.at, to) == nil {
		return nil
	}
	from, err := os.Open(w.at)
	if err != nil {
		return err
	}
	defer from.Close()
	beside, err := k.make(k.folder, w.name)
	if err != nil {
		return err
	}
	_, err = io.Copy(beside, from)
	if err = errors.Join(err, whole(beside, w.name)); err == nil {
		err = os.Rename(beside.Name(), to)
	}
	if err != nil {
		return errors.Join(err, os.Remove(beside.Name()))
	}
	return os.Remove(w.at)
}

// Close moves what waits, and gives up what cannot be moved: the error names it.
func (k *Keeper) Close() error {
	left, err := k.Move()
	if left == 0 {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	var names []string
	for _, w := range k.waiting {
		names = append(names, w.name)
		err = errors.Join(err, os.Remove(w.at))
	}
	_ = os.Remove(k.spool)
	return fmt.Errorf("%s could not be written in %s, the API gives them again: %w", strings.Join(names, ", "), k.folder, err)
}

// After is a step after which the files that wait are moved.
func (k *Keeper) After(step func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		err := step(ctx)
		_, _ = k.Move() // what waits on is said by Waiting
		return err
	}
}

// Waiting is how many files wait for the folder, and why.
func (k *Keeper) Waiting() (files int, why error) {
	if k == nil {
		return 0, nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.waiting), k.why
}

// file is a file that is being written, in the folder or elsewhere.
type file struct {
	*Keeper
	name    string
	f       *os.File
	written int64
	spooled bool
}

// elsewhere goes on with a file in the folder for temporary files, from the beginning on, after the other place failed.
func (w *file) elsewhere(because error) error {
	if w.spooled {
		return because
	}
	w.log.Warn("a file cannot be written in its folder, and waits elsewhere", "folder", w.folder, "file", w.name, "error", because)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.spool == "" {
		spool, err := os.MkdirTemp("", "nodeledger-files-")
		if err != nil {
			return errors.Join(because, err)
		}
		w.spool = spool
	}
	failed := w.f
	f, err := w.make(w.spool, w.name)
	if err != nil {
		return errors.Join(because, err)
	}
	w.f, w.spooled, w.why = f, true, because
	if failed == nil {
		return nil
	}
	if _, err = failed.Seek(0, io.SeekStart); err == nil {
		_, err = io.CopyN(f, failed, w.written)
	}
	return errors.Join(err, failed.Close(), os.Remove(failed.Name()))
}

// Write writes in the folder, and elsewhere from where that fails.
func (w *file) Write(p []byte) (int, error) {
	n, err := w.f.Write(p)
	w.written += int64(n)
	if err == nil {
		return n, nil
	}
	if err := w.elsewhere(err); err != nil {
		return n, err
	}
	more, err := w.f.Write(p[n:])
	w.written += int64(more)
	return n + more, err
}

// Close gives the file its name, or lets it wait.
func (w *file) Close() error {
	err := w.f.Sync()
	if err != nil {
		if err = w.elsewhere(err); err != nil {
			return err
		}
	}
	if err := whole(w.f, w.name); err != nil {
		return fmt.Errorf("%s cannot be written anywhere: %w", w.name, err)
	}
	if !w.spooled {
		if err = os.Rename(w.f.Name(), filepath.Join(w.folder, w.name)); err == nil {
			return nil
		}
		w.log.Warn("a file cannot be given its name, and waits", "folder", w.folder, "file", w.name, "error", err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil {
		w.why = err
	}
	if at := slices.IndexFunc(w.waiting, func(other waiting) bool { return other.name == w.name }); at >= 0 { // another one takes its place
		_ = os.Remove(w.waiting[at].at)
		w.waiting = slices.Delete(w.waiting, at, at+1)
	}
	w.waiting = append(w.waiting, waiting{w.name, w.f.Name()})
	return nil
}

// whole brings a file to disk.
func whole(f *os.File, as string) error {
	mode := os.FileMode(0o644)
	if strings.HasPrefix(as, "payout-") { // it says who is held back
		mode = 0o600
	}
	return errors.Join(f.Chmod(mode), f.Sync(), f.Close())
}
