package cluster

import (
	"context"
	"crypto/sha256"
	"errors"
	"log/slog"
	"testing"
	"time"

	gormpg "gorm.io/driver/postgres"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// asleep is a member that looks after nothing by itself.
func asleep(t *testing.T, books string) *Member {
	t.Helper()
	m, err := Open(t.Context(), books, NewName(), slog.New(slog.DiscardHandler))
	must(t, err)
	t.Cleanup(func() { must(t, m.Close()) })
	return m
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// passes makes the lease end, as if nobody had renewed it.
func passes(t *testing.T, m *Member) {
	t.Helper()
	_, err := m.pool.ExecContext(t.Context(), "UPDATE lease SET until = clock_timestamp()")
	must(t, err)
}

func took(t *testing.T, m *Member) (token uint64, before string) {
	t.Helper()
	token, before, err := m.take(t.Context())
	must(t, err)
	return token, before
}

func TestALeaseIsHeldReleasedAndTaken(t *testing.T) {
	t.Parallel()
	books := pgtest.URL(t)
	a, b := asleep(t, books), asleep(t, books)
	first, _ := took(t, a)
	if other, _ := took(t, b); first == 0 || other != 0 {
		t.Fatalf("tokens %d and %d", first, other)
	}
	if ok, err := a.renew(t.Context(), first); !ok || err != nil {
		t.Fatalf("not renewed: %v", err)
	}
	must(t, a.release(t.Context(), first))
	second, before := took(t, b) // at once
	if second <= first || before != "" {
		t.Fatalf("token %d after %d, of %q", second, first, before)
	}
	passes(t, b)
	if ok, err := b.renew(t.Context(), second); ok || err != nil {
		t.Fatalf("a term that had ended went on: %v", err)
	}
	third, before := took(t, a)
	if third <= second || before != b.name {
		t.Fatalf("token %d after %d, of %q", third, second, before)
	}
	must(t, b.release(t.Context(), second)) // which is not the present term
	if ok, err := a.renew(t.Context(), third); !ok || err != nil {
		t.Fatalf("somebody else's release ended the term: %v", err)
	}
}

func TestWhatIsBookedIsUnderAPresentTerm(t *testing.T) {
	t.Parallel()
	m := asleep(t, pgtest.URL(t))
	db, err := gorm.Open(gormpg.New(gormpg.Config{Conn: m.pool}))
	must(t, err)
	token, _ := took(t, m)
	must(t, Check(t.Context(), db)) // under none
	must(t, Check(Under(t.Context(), token), db))
	for _, other := range []uint64{0, token - 1, token + 1} {
		if err := Check(Under(t.Context(), other), db); !errors.Is(err, ErrDeposed) {
			t.Errorf("token %d: %v", other, err)
		}
	}
	passes(t, m)
	if err := Check(Under(t.Context(), token), db); !errors.Is(err, ErrDeposed) {
		t.Errorf("after the term: %v", err)
	}
}

// A server that fell asleep in the middle of a transaction holds nobody up: whoever takes over ends its connections.
func TestASleeperIsEvicted(t *testing.T) {
	t.Parallel()
	books := pgtest.URL(t)
	a, b := asleep(t, books), asleep(t, books)
	config, err := configure(Named(books, a.name), a.name)
	must(t, err)
	config.RuntimeParams["application_name"] = "nodeledger " + a.name
	pool, err := connect(t.Context(), config)
	must(t, err)
	defer pool.Close()
	sleeping, err := pool.BeginTx(t.Context(), nil)
	must(t, err)
	_, err = sleeping.ExecContext(t.Context(), "LOCK TABLE member IN EXCLUSIVE MODE")
	must(t, err)
	must(t, a.look(t.Context()))
	passes(t, a)
	must(t, b.look(t.Context()))
	if !b.Status().Leads {
		t.Fatal("nobody took over")
	}
	must(t, b.appear(t.Context())) // it waits for the table
	if sleeping.Commit() == nil {
		t.Error("the sleeper committed")
	}
}

func TestASessionIsOneAtAllServers(t *testing.T) {
	t.Parallel()
	books, now := pgtest.URL(t), time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	a, err := asleep(t, books).Vault(t.Context())
	must(t, err)
	b, err := asleep(t, books).Vault(t.Context())
	must(t, err)
	if a.NonceKey() != b.NonceKey() || a.NonceKey() == [32]byte{} {
		t.Error("two servers make different nonces")
	}
	start := func(v *Vault, n byte, nonce string, age time.Duration) bool {
		t.Helper()
		ok, err := v.StartSession(t.Context(), struct {
			ID              [sha256.Size]byte
			Wallet          string
			Issued, Expires time.Time
			Sealed          []byte
		}{[32]byte{n}, "0xaa", now, now.Add(age), []byte{n}}, nonce, now.Add(time.Minute), 3)
		must(t, err)
		return ok
	}
	has := func(v *Vault, n byte, at time.Time) bool {
		t.Helper()
		sealed, err := v.Session(context.Background(), [32]byte{n}, at)
		must(t, err)
		return len(sealed) == 1 && sealed[0] == n
	}
	if !start(a, 1, "one", time.Hour) || start(b, 2, "one", time.Hour) || start(a, 2, "one", time.Hour) {
		t.Error("a nonce did not open one session")
	}
	if !has(a, 1, now) || !has(b, 1, now) || has(b, 2, now) || has(b, 1, now.Add(time.Hour)) {
		t.Error("the session is not the same at both servers")
	}
	for n := byte(3); n < 6; n++ {
		if !start(b, n, string(rune('a'+n)), time.Hour+time.Duration(n)*time.Minute) {
			t.Error("no session")
		}
	}
	if has(a, 1, now) || !has(a, 3, now) || !has(a, 5, now) {
		t.Error("one session more than a wallet may have did not end the oldest")
	}
	must(t, a.EndSession(t.Context(), [32]byte{5}))
	if has(b, 5, now) {
		t.Error("a session that ended at one server goes on at the other")
	}
}
