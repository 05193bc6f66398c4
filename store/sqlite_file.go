package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	codes "modernc.org/sqlite/lib"

	"github.com/nodeledger/nodeledger/problem"
)

// applicationID marks a SQLite file as books of this program: the letters NLDG.
const applicationID = 0x4e4c4447

// inspect looks at a file's first 100 bytes (SQLite's file format, section 1.3) before SQLite opens it, because opening
// another program's file for writing would already change it. A new file is marked.
func (d *liteDialect) inspect(ctx context.Context) error {
	f, err := os.Open(d.file)
	switch {
	case errors.Is(err, os.ErrNotExist) && d.readOnly:
		return problem.New(problem.Conflict, problem.NothingBooked,
			"there are no books at %s: check the path, or make them with a command that writes", d.file)
	case errors.Is(err, os.ErrNotExist):
		return d.mark(ctx)
	case err != nil:
		return fmt.Errorf("%s cannot be read: %w", d.file, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", d.file, err)
	}
	var h [100]byte
	n, err := io.ReadFull(f, h[:])
	switch {
	case info.IsDir():
		return problem.Conflictf("%s is a folder: name a file in it", d.file)
	case n == 0 && d.readOnly:
		return problem.New(problem.Conflict, problem.NothingBooked, "%s is an empty file: there are no books in it", d.file)
	case n == 0:
		return d.mark(ctx)
	case err != nil || !bytes.HasPrefix(h[:], []byte("SQLite format 3\x00")):
		return problem.Conflictf("%s is not a database of nodeledger: name another file", d.file)
	case binary.BigEndian.Uint32(h[68:]) != applicationID:
		return problem.Conflictf("%s is a SQLite database of another program: name another file", d.file)
	}
	// With a log beside it, the file alone need not be whole.
	if log, missing := os.Stat(d.file + "-wal"); missing == nil && log.Size() > 0 {
		return nil
	}
	page := int64(binary.BigEndian.Uint16(h[16:]))
	if page == 1 {
		page = 65536
	}
	if size := page * int64(binary.BigEndian.Uint32(h[28:])); info.Size() < size {
		return problem.Conflictf("%s is cut short, %d of %d bytes: restore it from a backup, or rebuild the books into a new file", d.file,
			info.Size(), size)
	}
	return nil
}

// mark makes an empty database with our mark and a log in it. It is made beside its name and then given it, so that the name never
// stands for a file without the mark, wherever the process is killed. Who comes second takes the file that is there.
func (d *liteDialect) mark(ctx context.Context) error {
	failed := func(err error) error {
		return fmt.Errorf("the file %s cannot be made: %w; check that its folder exists and may be written", d.file, err)
	}
	made, err := os.CreateTemp(filepath.Dir(d.file), "."+filepath.Base(d.file)+"-new-*")
	if err != nil {
		return failed(err)
	}
	defer os.Remove(made.Name())
	// Holds and their reasons are in the inputs. What SQLite writes beside the file gets the same mode.
	if err := errors.Join(made.Chmod(0o600), made.Close()); err != nil {
		return failed(err)
	}
	pool, err := sql.Open("sqlite", liteURL(made.Name(), url.Values{}))
	if err == nil {
		// With its log: whoever changes that afterwards is refused at once while others open the file, however long they would wait.
		_, err = pool.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA journal_mode = WAL", applicationID))
		err = errors.Join(err, pool.Close())
	}
	if err != nil {
		return failed(err)
	}
	err = os.Link(made.Name(), d.file)
	if !errors.Is(err, os.ErrExist) {
		if err != nil {
			return failed(err)
		}
		return nil
	}
	if info, bad := os.Stat(d.file); bad == nil && info.Size() == 0 { // an empty file that somebody put there
		if err := os.Chmod(made.Name(), info.Mode().Perm()); err != nil { // who may read it is as they said
			return failed(err)
		}
		if err := os.Rename(made.Name(), d.file); err != nil {
			return failed(err)
		}
	}
	return nil
}

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
	s, err := connect(ctx, filepath.Join(folder, "books.db"), forScratch)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return &Scratch{s, folder}, nil
}

// Close removes the books.
func (s *Scratch) Close() error { return errors.Join(s.Store.Close(), os.RemoveAll(s.folder)) }

// backup writes the books as they are at one moment into a new file, made beside its name and then given it.
func (d *liteDialect) backup(ctx context.Context, to string) (err error) {
	failed := func(err error) error {
		return fmt.Errorf("the backup %s cannot be made: %w; check that its folder exists, may be written and has room", to, err)
	}
	folder, err := os.MkdirTemp(filepath.Dir(to), "."+filepath.Base(to)+"-new-*")
	if err != nil {
		return failed(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	made := filepath.Join(folder, "books.db")
	from, err := sql.Open("sqlite", liteURL(d.file, url.Values{"mode": {"ro"}}))
	if err == nil {
		_, err = from.ExecContext(ctx, "VACUUM INTO ?", made)
		err = errors.Join(err, from.Close())
	}
	if err != nil {
		return failed(err)
	}
	f, err := os.OpenFile(made, os.O_RDWR, 0)
	if err == nil {
		err = errors.Join(f.Chmod(0o600), f.Sync(), f.Close()) // SQLite does not sync what it makes so
	}
	if err == nil {
		err = os.Link(made, to)
	}
	switch {
	case errors.Is(err, os.ErrExist):
		return problem.Conflictf("%s is there already: name a new file, no backup is written over", to)
	case err != nil:
		return failed(err)
	}
	return syncFolder(filepath.Dir(to))
}

// syncFolder brings the names in a folder to disk.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// arrange has nothing to do: a file has no parts.
func (d *liteDialect) arrange(context.Context) error { return nil }

// replicated has nothing to wait for: the file is all there is.
func (d *liteDialect) replicated(context.Context) error { return nil }

// anew does nothing: a file is there or is not.
func (d *liteDialect) anew() {}

func (d *liteDialect) busy() bool { return false }

// rest folds what the log holds into the file, as far as readers do not need it, and cuts the log where none does.
func (d *liteDialect) rest(ctx context.Context) error {
	c, err := d.pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	// Readers are not waited for: nobody could write meanwhile.
	_, err = c.ExecContext(ctx, "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)")
	_, after := c.ExecContext(ctx, "PRAGMA busy_timeout = 20000")
	if code(err)&0xff == codes.SQLITE_BUSY || code(err)&0xff == codes.SQLITE_LOCKED {
		err = nil // the next time
	}
	return errors.Join(err, after)
}

// ReadableByOthers are the files of SQLite books that the group or everybody may read; none of a server's database, or of books that
// are not there.
func ReadableByOthers(dsn string) (paths []string) {
	if strings.Contains(dsn, "://") {
		return nil
	}
	for _, path := range []string{dsn, dsn + "-wal", dsn + "-shm"} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o044 != 0 {
			paths = append(paths, path)
		}
	}
	return paths
}
