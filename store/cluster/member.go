package cluster

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

// How often a server looks at the lease, renews its own, and says that it is there.
const (
	looking   = time.Second
	appearing = 5 * time.Second
)

// Member is one of the servers on a database. Make it with [Open]; it is safe for concurrent use.
type Member struct {
	name    string
	lasting time.Duration
	log     *slog.Logger
	config  *pgx.ConnConfig
	pool    *sql.DB
	wake    chan struct{}
	servers atomic.Int64

	mu     sync.Mutex
	token  uint64        // of its term; 0: it does not lead
	ends   *time.Timer   // ends the term by this machine's own clock
	ended  chan struct{} // closed with the term
	looked time.Time     // when the lease was last read or renewed
}

// NewName is a name for a server, another one each time.
func NewName() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // it ends the process rather than fail
	return hex.EncodeToString(b[:])
}

// Open joins the servers on the books' database, under a name that no other has. It leads when Run finds that nobody does.
func Open(ctx context.Context, books, name string, log *slog.Logger) (*Member, error) {
	config, err := configure(books, name)
	if err != nil {
		return nil, err
	}
	pool, err := connect(ctx, config)
	if err != nil {
		return nil, err
	}
	m := &Member{name: name, lasting: Lasting, log: log, config: config, pool: pool, wake: make(chan struct{}, 1)}
	m.servers.Store(1)
	return m, nil
}

// Close ends the connections. Whoever leads releases the lease at the end of Run.
func (m *Member) Close() error { return m.pool.Close() }

// Wake has something in it when there may be something to do: the books were written to, this server leads from now on, or, while it does
// not lead, a second has passed.
func (m *Member) Wake() <-chan struct{} { return m.wake }

func (m *Member) wakeUp() {
	select {
	case m.wake <- struct{}{}:
	default: // it is awake already
	}
}

// Status is what a server is among the others.
type Status struct {
	Leads   bool
	Token   uint64 // of its term; 0 where it does not lead
	Servers int    // that there are, this one included
}

// Status is how it is now.
func (m *Member) Status() Status {
	m.mu.Lock()
	defer m.mu.Unlock()
	return Status{m.token != 0, m.token, int(max(m.servers.Load(), 1))}
}

// Lead is a context for what only the leader does: it ends with the term, and commits under it are refused from then on. ok is false when
// this server does not lead. Call done when all is done.
func (m *Member) Lead(ctx context.Context) (leading context.Context, done func(), ok bool) {
	m.mu.Lock()
	token, ended := m.token, m.ended
	m.mu.Unlock()
	if token == 0 {
		return ctx, func() {}, false
	}
	leading, end := context.WithCancelCause(Under(ctx, token))
	over := make(chan struct{})
	go func() {
		select {
		case <-ended:
			end(ErrDeposed)
		case <-over:
			end(nil)
		}
	}()
	return leading, sync.OnceFunc(func() { close(over) }), true
}

// begin begins a term that was taken at a moment.
func (m *Member) begin(token uint64, at time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.token, m.ended = token, make(chan struct{})
	m.ends = time.AfterFunc(time.Until(at.Add(m.lasting)), func() { m.end(token, "it was not renewed in time") })
	m.log.Info("this server leads", "server", m.name, "token", token)
}

// end ends a term, if it is still the present one.
func (m *Member) end(token uint64, why string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.token != token || token == 0 {
		return
	}
	m.ends.Stop()
	close(m.ended)
	m.token = 0
	m.log.Warn("this server leads no more", "server", m.name, "token", token, "why", why)
}

// Run looks after the lease until the context ends, and releases it then. A database that does not answer is looked for again and again.
func (m *Member) Run(ctx context.Context) error {
	var listening sync.WaitGroup
	listening.Go(func() { m.listen(ctx) })
	defer listening.Wait()
	ticks := time.NewTicker(looking)
	defer ticks.Stop()
	var appeared time.Time
	failing := false
	for {
		err := m.look(ctx)
		if err == nil && time.Since(appeared) >= appearing {
			if err = m.within(ctx, m.appear); err == nil {
				appeared = time.Now()
			}
		}
		if failing != (err != nil) && ctx.Err() == nil {
			if failing = err != nil; failing {
				m.log.Warn("the lease cannot be looked at", "error", err)
			} else {
				m.log.Info("the lease can be looked at again")
			}
		}
		select {
		case <-ctx.Done():
			return m.leave(ctx)
		case <-ticks.C:
		}
	}
}

// within does something with the database within a part of the time that a lease lasts.
func (m *Member) within(ctx context.Context, do func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, m.lasting/3)
	defer cancel()
	return do(ctx)
}

// look renews the term, or begins one where nobody leads.
func (m *Member) look(ctx context.Context) error {
	return m.within(ctx, func(ctx context.Context) error {
		m.mu.Lock()
		token := m.token
		m.mu.Unlock()
		at := time.Now()
		if token != 0 {
			return m.goOn(ctx, token, at)
		}
		token, before, err := m.take(ctx)
		if err != nil || token == 0 {
			m.wakeUp()
			return err
		}
		m.begin(token, at)
		m.wakeUp()
		if before != "" && before != m.name {
			err = m.evict(ctx, before)
		}
		return err
	})
}

// goOn renews a term when a third of it has passed.
func (m *Member) goOn(ctx context.Context, token uint64, at time.Time) error {
	if at.Sub(m.looked) < m.lasting/3-looking/2 {
		return nil
	}
	ok, err := m.renew(ctx, token)
	switch {
	case err != nil:
		return err // it may still be renewed before it ends
	case !ok:
		m.end(token, "another server leads")
		return nil
	}
	m.looked = at
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.token == token {
		m.ends.Reset(time.Until(at.Add(m.lasting)))
	}
	return nil
}

// leave releases the lease and is not there any more.
func (m *Member) leave(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), m.lasting/3)
	defer cancel()
	m.mu.Lock()
	token := m.token
	m.mu.Unlock()
	var err error
	if token != 0 {
		err = m.release(ctx, token)
		m.end(token, "the server stops")
	}
	_, gone := m.pool.ExecContext(ctx, "DELETE FROM member WHERE name = $1", m.name)
	if err = errors.Join(err, gone); err != nil {
		m.log.Warn("the lease could not be released, it ends by itself", "error", err)
	}
	return nil
}
