// Package turn lets one of several servers on a database follow the chain and run the jobs, while the others keep up with what it books.
//
// Guarantees:
//   - A step of the leader's is taken under its term: it ends with the term, and nothing of it is booked afterwards.
//   - Whoever does not lead takes over what was booked when it is told, or within a second.
//   - A server on books that it has alone, in a SQLite file, always leads.
package turn

import (
	"context"
	"errors"
	"log/slog"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/store/cluster"
)

// Turn is a server's place among those on its database. The nil Turn is that of a server which is alone.
type Turn struct{ member *cluster.Member }

// Join joins the servers on the books' database under a name, and tells the API what it needs to know of them. The Turn is nil where the
// books are in a file.
func Join(ctx context.Context, books, name string, log *slog.Logger, o *httpapi.Options) (*Turn, error) {
	if !cluster.Holds(books) {
		return nil, nil //nolint:nilnil // the nil Turn is alone
	}
	m, err := cluster.Open(ctx, books, name, log)
	if err != nil {
		return nil, err
	}
	vault, err := m.Vault(ctx)
	if err != nil {
		return nil, errors.Join(err, m.Close())
	}
	o.Vault = vault
	o.Role = func() httpapi.Role {
		s := m.Status()
		return httpapi.Role{Leads: s.Leads, Servers: s.Servers}
	}
	return &Turn{m}, nil
}

// Step is lead while this server leads, and follow while it does not, and when it leads no more.
func (t *Turn) Step(lead, follow func(context.Context) error) func(context.Context) error {
	if t == nil {
		return lead
	}
	return func(ctx context.Context) error {
		leading, done, leads := t.member.Lead(ctx)
		defer done()
		if !leads {
			return follow(ctx)
		}
		err := lead(leading)
		if errors.Is(err, cluster.ErrDeposed) || errors.Is(context.Cause(leading), cluster.ErrDeposed) {
			return follow(ctx)
		}
		return err
	}
}

// Wake is when there is something to do, beside what the schedule and others say; nil: never.
func (t *Turn) Wake() <-chan struct{} {
	if t == nil {
		return nil
	}
	return t.member.Wake()
}

// Run looks after the server's place until the context ends, and gives it up then.
func (t *Turn) Run(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.member.Run(ctx)
}

// Close ends the connections to the other servers' database.
func (t *Turn) Close() {
	if t != nil {
		_ = t.member.Close() // nothing is lost with them
	}
}
