package audit

import (
	"cmp"
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
	mostAnswer = 512 << 20 // bytes, of which one row is kept in memory at a time: a transaction may pay every holder
	mostHead   = 1 << 20   // bytes of the head of the tree
	mostPage   = 500       // rows
	mostWait   = 30 * time.Second
	tries      = 5
)

// server is where books are published.
type server struct {
	url    string
	client *http.Client
	pause  time.Duration // before a request is made again that failed
}

func newServer(text string) (*server, error) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, problem.Invalidf("%q is not the address of served books: write one such as https://books.example.org", text)
	}
	return &server{strings.TrimSuffix(u.Scheme+"://"+u.Host+u.Path, "/"), &http.Client{Timeout: 10 * time.Minute, Transport: &http.Transport{
		Proxy: http.ProxyFromEnvironment, ResponseHeaderTimeout: mostWait, TLSHandshakeTimeout: mostWait,
	}}, time.Second}, nil
}

// get reads an answer. A server that asks to wait is waited for.
func (s *server) get(ctx context.Context, path string, most int64, read func(*json.Decoder) error) error {
	for n := 1; ; n++ {
		wait, err := s.once(ctx, path, most, read)
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
func (s *server) once(ctx context.Context, path string, most int64, read func(*json.Decoder) error) (wait time.Duration, err error) {
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
		return s.pause, failed(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		err := failed(fmt.Errorf("status %d", answer.StatusCode))
		if answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode >= http.StatusInternalServerError {
			seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
			return max(time.Duration(seconds)*time.Second, s.pause), err
		}
		if answer.StatusCode == http.StatusNotFound {
			err = problem.NotFoundf("%s%s is not there: name the address of a server of this program, of this version or a later one", s.url, path)
		}
		return 0, err
	}
	switch err := read(json.NewDecoder(io.LimitReader(answer.Body, most))); {
	case errors.Is(err, errKept):
		return 0, err
	case err != nil:
		return s.pause, failed(err)
	}
	return 0, nil
}

// errKept says that what was read cannot be kept on this machine.
var errKept = errors.New("what the books publish cannot be kept while it is compared")

// each reads the rows of a list that an answer has under a name, one after the other, until one is not taken.
func each[T any](d *json.Decoder, name string, take func(*T) (more bool, err error)) error {
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			if depth--; depth == 0 {
				return fmt.Errorf("it has no %s", name)
			}
		case name:
			if depth != 1 {
				continue
			}
			if token, err = d.Token(); token != json.Delim('[') {
				return cmp.Or(err, fmt.Errorf("its %s are not a list", name))
			}
			for more := true; more && d.More(); {
				var row T
				if err = d.Decode(&row); err == nil {
					more, err = take(&row)
				}
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
}

// rows are rows in a file, each read by its number from 0.
type rows struct {
	file *os.File
	ends []int64
}

func newRows(folder, name string) (*rows, error) {
	f, err := os.OpenFile(filepath.Join(folder, name), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("%w: %w: name another folder with TMPDIR", errKept, err)
	}
	return &rows{file: f, ends: []int64{0}}, nil
}

func (r *rows) count() uint64 { return uint64(len(r.ends) - 1) }

func (r *rows) add(row any) error {
	raw, err := json.Marshal(row)
	if err != nil {
		return err
	}
	if _, err := r.file.WriteAt(raw, r.ends[len(r.ends)-1]); err != nil {
		return fmt.Errorf("%w: %w: name another folder with TMPDIR", errKept, err)
	}
	r.ends = append(r.ends, r.ends[len(r.ends)-1]+int64(len(raw)))
	return nil
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
	if err := s.get(ctx, "/api/v1/ledger", mostHead, func(d *json.Decoder) error { return d.Decode(&p.head) }); err != nil {
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
		have := p.inputs.count()
		err := page(ctx, s, "inputs", have, func(in *wire.Input) (bool, error) {
			if in.Sequence != p.inputs.count()+1 || in.Sequence > p.head.Inputs {
				return false, nil
			}
			if err := p.inputs.add(in); err != nil {
				return false, err
			}
			p.before = append(p.before, in.Transactions)
			return true, nil
		})
		if err != nil {
			return err
		}
		if p.inputs.count() == have {
			return short("inputs", have, p.head.Inputs)
		}
		progress(p.inputs.count(), total)
	}
	for p.transactions.count() < p.head.Sequence {
		have := p.transactions.count()
		err := page(ctx, s, "transactions", have, func(t *wire.Transaction) (bool, error) {
			if t.Sequence != p.transactions.count()+1 || t.Sequence > p.head.Sequence {
				return false, nil
			}
			return true, p.transactions.add(t)
		})
		if err != nil {
			return err
		}
		if p.transactions.count() == have {
			return short("transactions", have, p.head.Sequence)
		}
		progress(p.head.Inputs+p.transactions.count(), total)
	}
	return nil
}

// page reads a page of rows, after so many. Where an answer breaks off, or is asked for again, rows that were taken are not taken again.
func page[T any](ctx context.Context, s *server, of string, after uint64, take func(*T) (more bool, err error)) error {
	path := fmt.Sprintf("/api/v1/ledger/%s?limit=%d&after=%d", of, mostPage, after)
	return s.get(ctx, path, mostAnswer, func(d *json.Decoder) error { return each(d, of, take) })
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
