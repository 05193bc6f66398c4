package lasthead

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
)

func refused(t *testing.T, f File, words string) {
	t.Helper()
	for what, err := range map[string]error{"read": second(f.Read()),
		"checked": second(f.Check(t.Context(), sized{size: 5})), "tried": f.Try(),
		"brought forward": f.Advance(t.Context(), sized{size: 5}, engine.Fetched{}, time.Unix(1_700_000_000, 0))} {
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v, want %q", what, err, words)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// A file that holds no head is damaged, and not the head of books that nobody saw yet.
func TestADamagedHeadIsRefused(t *testing.T) {
	for _, content := range []string{"", "{}", "null", "\n", "[]",
		`"head"`, "{", `{"time":"2026-01-01T00:00:00Z"}`, `{"mark":{"size":0}}`, "{} {}",
		`{"mark":{"size":9}}x`} {
		f := File(filepath.Join(t.TempDir(), "books.head"))
		if err := os.WriteFile(string(f), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, f, "does not hold the last head of books: restore it from a backup, or delete it knowingly")
		if raw, err := os.ReadFile(string(f)); err != nil || string(raw) != content {
			t.Errorf("%q became %q: %v", content, raw, err)
		}
	}
}

// A link stays, and what it leads to is written; where it leads to nothing, as when a disk is away, there may have been a head.
func TestAHeadBehindALink(t *testing.T) {
	ctx, now := t.Context(), time.Unix(1_700_000_000, 0)
	disk, beside := t.TempDir(), t.TempDir()
	target, middle, link := filepath.Join(disk, "kept.head"), filepath.Join(disk, "middle"), filepath.Join(beside, "books.head")
	for from, to := range map[string]string{middle: "kept.head", link: middle} {
		if err := os.Symlink(to, from); err != nil {
			t.Fatal(err)
		}
	}
	f := File(link)
	refused(t, f, "is a link that leads to no file")
	if err := File(target).Advance(ctx, sized{size: 5}, engine.Fetched{}, now); err != nil {
		t.Fatal(err)
	}
	if err := f.Try(); err != nil {
		t.Fatal(err)
	}
	if err := f.Advance(ctx, sized{size: 6}, engine.Fetched{}, now); err != nil {
		t.Fatal(err)
	}
	for _, l := range []string{link, middle} {
		if info, err := os.Lstat(l); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v", l, err)
		}
	}
	if s, err := File(target).Read(); err != nil || s.Mark.Size != 6 {
		t.Errorf("%+v, %v", s, err)
	}
	for _, folder := range []string{disk, beside} {
		if left, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
}

// Whether a head can be kept is known before anything has to be.
func TestAHeadThatCannotBeKept(t *testing.T) {
	f := File(filepath.Join(t.TempDir(), "away", "books.head"))
	if err := f.Try(); err == nil || !strings.Contains(err.Error(), "cannot be kept") {
		t.Errorf("%v", err)
	}
	f = File(filepath.Join(t.TempDir(), "books.head"))
	if err := f.Try(); err != nil {
		t.Error(err)
	}
	if s, err := f.Read(); s != nil || err != nil {
		t.Errorf("trying kept %+v, %v", s, err)
	}
	if err := f.Keep(engine.Finding{Whole: true}); err != nil {
		t.Error(err)
	}
	if s, err := f.Read(); s != nil || err != nil {
		t.Errorf("of empty books %+v is kept, %v", s, err)
	}
	if err := File("").Try(); err != nil {
		t.Error(err)
	}
	if err := f.Keep(engine.Finding{Difference: "a row"}); err != nil {
		t.Error(err)
	}
	if s, err := f.Read(); err != nil || s.Difference != "a row" {
		t.Errorf("%+v, %v", s, err)
	}
}
