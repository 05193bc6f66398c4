package periodfiles

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func opened(t *testing.T) (k *Keeper, folder, temporary string) {
	t.Helper()
	folder, temporary = filepath.Join(t.TempDir(), "files"), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	k, err := Open(folder, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return k, folder, temporary
}

func write(t *testing.T, k *Keeper, name string, parts ...string) {
	t.Helper()
	w, err := k.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if n, err := io.WriteString(w, p); err != nil || n != len(p) {
			t.Fatalf("%d of %d: %v", n, len(p), err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// has compares what is in a folder, hidden files included.
func has(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			content, read := os.ReadFile(path)
			got[d.Name()], err = string(content), read
		}
		return err
	})
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for name, content := range want {
		if got[name] != content {
			t.Errorf("%s is %q, want %q", name, got[name], content)
		}
	}
	if len(got) != len(want) {
		t.Errorf("there are %v, want %v", got, want)
	}
}

func TestAFileIsWholeOrNotThere(t *testing.T) {
	k, folder, temporary := opened(t)
	has(t, folder, nil)
	w, err := k.Create("points-1.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "half"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "points-1.json")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half of it has its name: %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, k, "points-1.json", "again")
	write(t, k, "payout-june.json", "who is held back")
	has(t, folder, map[string]string{"points-1.json": "again", "payout-june.json": "who is held back"})
	has(t, temporary, nil)
	for name, mode := range map[string]os.FileMode{"points-1.json": 0o644, "payout-june.json": 0o600} {
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestAFolderThatCannotBeWrittenIsRefusedAtTheStart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{file, filepath.Join(file, "below"), "/proc/nofiles"} {
		if _, err := Open(folder, slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "--files") {
			t.Errorf("%s: %v", folder, err)
		}
	}
}

// Where the folder is gone, or a name is taken, files wait and are moved when they can be.
func TestWhatTheFolderDoesNotTakeWaits(t *testing.T) {
	k, folder, temporary := opened(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Remove(folder))
	must(os.WriteFile(folder, nil, 0o600)) // a file in its place
	write(t, k, "points-1.json", "one")
	write(t, k, "points-2.json", "two, ", "in parts")
	write(t, k, "points-2.json", "two again")
	write(t, k, "payout-june.json", "held back")
	if n, why := k.Waiting(); n != 3 || why == nil {
		t.Fatalf("%d wait, %v", n, why)
	}
	if n, err := k.Move(); n != 3 || err == nil {
		t.Fatalf("%d wait, %v", n, err)
	}
	must(os.Remove(folder))
	must(os.MkdirAll(filepath.Join(folder, "points-1.json", "inside"), 0o755)) // its name is a folder's
	if n, err := k.Move(); n == 0 || err == nil {
		t.Fatalf("%d wait, %v", n, err)
	}
	write(t, k, "points-1.json", "one later")
	must(os.RemoveAll(filepath.Join(folder, "points-1.json")))
	if n, err := k.Move(); n != 0 || err != nil {
		t.Fatalf("%d wait, %v", n, err)
	}
	if n, why := k.Waiting(); n != 0 || why != nil {
		t.Fatalf("%d wait, %v", n, why)
	}
	has(t, folder, map[string]string{"points-1.json": "one later", "points-2.json": "two again", "payout-june.json": "held back"})
	has(t, temporary, nil)
	if info, err := os.Stat(filepath.Join(folder, "payout-june.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	must(k.Close())
}

// A disk that is full in the middle of a file takes none of it; what was written goes on elsewhere from the beginning.
func TestADiskThatIsFullInTheMiddle(t *testing.T) {
	k, folder, temporary := opened(t)
	w, err := k.Create("points-1.json")
	if err != nil {
		t.Fatal(err)
	}
	first := strings.Repeat("first ", 10_000)
	if _, err := io.WriteString(w, first); err != nil {
		t.Fatal(err)
	}
	of := w.(*file)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	made := of.f
	of.f = full // what it says of every write: no space left on device
	n, err := of.f.WriteString("second")
	if n != 0 || err == nil {
		t.Fatalf("the device takes %d bytes, %v", n, err)
	}
	of.f = made
	if err := of.elsewhere(err); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "second"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	has(t, folder, nil)
	if n, why := k.Waiting(); n != 1 || !strings.Contains(why.Error(), "no space") {
		t.Errorf("%d wait, %v", n, why)
	}
	if n, err := k.Move(); n != 0 || err != nil {
		t.Fatalf("%d wait, %v", n, err)
	}
	has(t, folder, map[string]string{"points-1.json": first + "second"})
	has(t, temporary, nil)
}

func TestWhatIsGivenUpIsNamed(t *testing.T) {
	k, folder, temporary := opened(t)
	if err := errors.Join(os.Remove(folder), os.WriteFile(folder, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	write(t, k, "points-1.json", "one")
	if err := k.Close(); err == nil || !strings.Contains(err.Error(), "points-1.json") {
		t.Errorf("%v", err)
	}
	has(t, temporary, nil)
}
