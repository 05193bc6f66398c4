package audit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// Limits of an answer of the server that publishes the books.
const (
	mostAnswer = 64 << 20 // bytes
	mostPage   = 500      // rows
	mostWait   = 30 * time.Second
	tries      = 5
)

// server is where books are published.
type server struct {
	url    string
	client *http.Client
}

func newServer(text string) (*server, error) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, problem.Invalidf("%q is not the address of served books: write one such as https://books.example.org", text)
	}
	return &server{strings.TrimSuffix(u.Scheme+"://"+u.Host+u.Path, "/"), &http.Client{Timeout: 2 * time.Minute}}, nil
}

// get reads an answer. A server that asks to wait is waited for.
func (s *server) get(ctx context.Context, path string, into any) error {
	for n := 1; ; n++ {
		wait, err := s.once(ctx, path, into)
		if err == nil || wait == 0 || n == tries {
			return err
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(min(wait, mostWait)):
		}
	}
}

// once is one request; wait is how long to wait before another one, 0 when that is of no use.
func (s *server) once(ctx context.Context, path string, into any) (wait time.Duration, err error) {
	failed := func(err error) error {
		return problem.New(problem.Unavailable, "", "%s%s does not answer: %w", s.url, path, err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+path, nil)
	if err != nil {
		return 0, failed(err)
	}
	answer, err := s.client.Do(request)
	var unknown *net.DNSError
	switch {
	case errors.As(err, &unknown) && unknown.IsNotFound:
		return 0, failed(err)
	case err != nil:
		return time.Second, failed(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		err := failed(fmt.Errorf("status %d", answer.StatusCode))
		if answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode >= http.StatusInternalServerError {
			seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
			return time.Duration(max(seconds, 1)) * time.Second, err
		}
		if answer.StatusCode == http.StatusNotFound {
			err = problem.NotFoundf("%s%s is not there: name the address of a server of this program, of this version or a later one", s.url, path)
		}
		return 0, err
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, mostAnswer)).Decode(into); err != nil {
		return time.Second, failed(err)
	}
	return 0, nil
}

// rows are rows in a file, each read by its number from 0.
type rows struct {
	file *os.File
	ends []int64
}

func newRows(folder, name string) (*rows, error) {
	f, err := os.OpenFile(filepath.Join(folder, name), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("what the books publish cannot be kept while it is compared: %w: name another folder with TMPDIR", err)
	}
	return &rows{file: f, ends: []int64{0}}, nil
}

func (r *rows) count() uint64 { return uint64(len(r.ends) - 1) }

func (r *rows) add(row any) error {
	raw, err := json.Marshal(row)
	if err != nil {
		return err
	}
	n, err := r.file.Write(raw)
	r.ends = append(r.ends, r.ends[len(r.ends)-1]+int64(n))
	return err
}

func (r *rows) read(at uint64, into any) error {
	raw := make([]byte, r.ends[at+1]-r.ends[at])
	if _, err := r.file.ReadAt(raw, r.ends[at]); err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}

// published is what books publish, as they were at their head.
type published struct {
	head         wire.Ledger
	inputs       *rows
	transactions *rows
	before       []uint64 // by input: how many transactions come before it
}

// download reads what the books publish into files of a folder.
func (s *server) download(ctx context.Context, folder string, progress func(done, total uint64)) (p *published, err error) {
	p = &published{}
	if err := s.get(ctx, "/api/v1/ledger", &p.head); err != nil {
		return nil, err
	}
	if p.inputs, err = newRows(folder, "inputs"); err != nil {
		return nil, err
	}
	if p.transactions, err = newRows(folder, "transactions"); err != nil {
		return nil, errors.Join(err, p.close())
	}
	if err := s.rows(ctx, p, progress); err != nil {
		return nil, errors.Join(err, p.close())
	}
	return p, nil
}

func (s *server) rows(ctx context.Context, p *published, progress func(done, total uint64)) error {
	total := p.head.Inputs + p.head.Sequence
	short := func(what string, have, want uint64) error {
		return problem.Conflictf("%s says that it has %d %s, and gives %d: ask again later", s.url, want, what, have)
	}
	for p.inputs.count() < p.head.Inputs {
		var page wire.Inputs
		have := p.inputs.count()
		if err := s.get(ctx, fmt.Sprintf("/api/v1/ledger/inputs?limit=%d&after=%d", mostPage, have), &page); err != nil {
			return err
		}
		for i := range page.Inputs {
			in := &page.Inputs[i]
			if in.Sequence != p.inputs.count()+1 || in.Sequence > p.head.Inputs {
				break
			}
			if err := p.inputs.add(in); err != nil {
				return err
			}
			p.before = append(p.before, in.Transactions)
		}
		if p.inputs.count() == have {
			return short("inputs", have, p.head.Inputs)
		}
		progress(p.inputs.count(), total)
	}
	for p.transactions.count() < p.head.Sequence {
		var page wire.Transactions
		have := p.transactions.count()
		if err := s.get(ctx, fmt.Sprintf("/api/v1/ledger/transactions?limit=%d&after=%d", mostPage, have), &page); err != nil {
			return err
		}
		for i := range page.Transactions {
			t := &page.Transactions[i]
			if t.Sequence != p.transactions.count()+1 || t.Sequence > p.head.Sequence {
				break
			}
			if err := p.transactions.add(t); err != nil {
				return err
			}
		}
		if p.transactions.count() == have {
			return short("transactions", have, p.head.Sequence)
		}
		progress(p.head.Inputs+p.transactions.count(), total)
	}
	return nil
}

func (p *published) close() error {
	var err error
	for _, r := range []*rows{p.inputs, p.transactions} {
		if r != nil {
			err = errors.Join(err, r.file.Close())
		}
	}
	return err
}
