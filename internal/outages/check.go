package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The bounds of the issue of an outage: reads go on within five seconds, writes within thirty.
const (
	mostUnread    = 5 * time.Second
	mostUnwritten = 30 * time.Second
)

// outage is a part that is taken away.
type outage struct {
	name  string
	times int
	take  func(context.Context) (heal func() error, err error)
	last  time.Duration // how long it stays away at least
}

// outages takes parts away, one after the other, and says how long nobody could read or write.
func (w *world) outages(ctx context.Context, l *load) (err error) {
	list := []outage{
		{"leaders killed", w.leaders, w.killLeader, 3 * time.Second},
		{"primaries killed", w.kills, w.killPrimary, 0},
		{"primaries cut off", w.partitions, w.partition, 20 * time.Second},
	}
	for _, o := range list {
		var unread, unwritten []time.Duration
		for n := range o.times {
			at := time.Now().UTC().Format(time.TimeOnly)
			read, wrote, failed := w.one(ctx, l, &o)
			if failed != nil {
				return fmt.Errorf("%s, the %d.: %w", o.name, n+1, failed)
			}
			fmt.Fprintf(w.out, "%s %s %d: %.1f s without a read, %.1f s without a write\n", at, o.name, n+1, read.Seconds(), wrote.Seconds())
			unread, unwritten = append(unread, read), append(unwritten, wrote)
		}
		if o.times == 0 {
			continue
		}
		fmt.Fprintf(w.out, "%d %s: without a read %s, without a write %s\n", o.times, o.name, spread(unread), spread(unwritten))
		if slices.Max(unread) > mostUnread || slices.Max(unwritten) > mostUnwritten {
			err = errors.Join(err, fmt.Errorf("%s: longer than %s without a read, or %s without a write", o.name, mostUnread, mostUnwritten))
		}
	}
	return err
}

// spread is the median and the largest of some times.
func spread(of []time.Duration) string {
	slices.Sort(of)
	return fmt.Sprintf("%.1f s in the middle and %.1f s at most", of[len(of)/2].Seconds(), of[len(of)-1].Seconds())
}

// one takes one part away, waits until there are reads and writes again, and for everything to be whole.
func (w *world) one(ctx context.Context, l *load, o *outage) (read, wrote time.Duration, err error) {
	l.reset()
	at := time.Now()
	heal, err := o.take(ctx)
	if err != nil {
		return 0, 0, err
	}
	pause(ctx, o.last)
	goesOn := until(ctx, "reads and writes", 2*time.Minute, func() bool {
		return time.Since(at) > 8*time.Second && l.since(time.Now().Add(-2*time.Second)) // after what was still answered
	})
	read, wrote = l.longest()
	if err := errors.Join(goesOn, heal()); err != nil {
		return read, wrote, fmt.Errorf("%w; %.1f s without a read, %.1f s without a write, which failed at last: %s", err, read.Seconds(),
			wrote.Seconds(), l.how())
	}
	return read, wrote, until(ctx, "three databases and two servers", 3*time.Minute, func() bool {
		return w.whole() && w.ready(0) && w.ready(1) && w.leader() >= 0
	})
}

// check compares what is in the books with what was acknowledged, with a clean run, and with the chain.
func (w *world) check(ctx context.Context, l *load) error {
	rows, err := do(ctx, "psql", booksURL, "-At", "-c", "SELECT reference, count(*) FROM journal WHERE reference LIKE 'load-%' GROUP BY 1")
	if err != nil {
		return err
	}
	times := map[string]int{}
	for row := range strings.Lines(rows) {
		reference, count, _ := strings.Cut(strings.TrimSpace(row), "|")
		if times[reference], err = strconv.Atoi(count); err != nil {
			return err
		}
		if times[reference] != 1 {
			return fmt.Errorf("the fact %s is in the books %s times", reference, count)
		}
	}
	for _, reference := range l.acknowledged {
		if times[reference] != 1 {
			return fmt.Errorf("the fact %s was acknowledged and is not in the books", reference)
		}
	}
	fmt.Fprintf(w.out, "%d facts were acknowledged, each is in the books once; %d reads\n", len(l.acknowledged), l.reads)
	for _, p := range w.servers {
		p.end()
	}
	if _, err := do(ctx, w.binary, "ledger", "verify", "--db", booksURL); err != nil {
		return err
	}
	var have, clean, synced struct {
		Head      string `json:"ledger_head"`
		Root      string `json:"balances_root"`
		Purchases uint64 `json:"purchases"`
	}
	for _, run := range []struct {
		into    any
		command []string
	}{
		{&have, []string{"sync", "--db", booksURL, "--rpc", w.chain, "--json"}},
		{&clean, []string{"rebuild", "--from", booksURL, "--db", filepath.Join(w.folder, "clean.db"), "--json"}},
		{&synced, []string{"sync", "--program", w.program, "--db", filepath.Join(w.folder, "synced.db"), "--rpc", w.chain, "--json"}},
	} {
		text, err := do(ctx, append([]string{w.binary}, run.command...)...)
		if err == nil {
			err = json.Unmarshal([]byte(text[strings.Index(text, "{"):]), run.into)
		}
		if err != nil {
			return err
		}
	}
	if have.Head != clean.Head || have.Head == "" || have.Root != clean.Root {
		return fmt.Errorf("the books end at %s, a clean run at %s", have.Head, clean.Head)
	}
	if synced.Purchases < have.Purchases || have.Purchases == 0 {
		return fmt.Errorf("the books have %d purchases, the chain %d", have.Purchases, synced.Purchases)
	}
	fmt.Fprintf(w.out, "the books verify; a clean run over what is recorded ends with the same head %s; %d purchases, the chain has %d\n",
		have.Head, have.Purchases, synced.Purchases)
	return nil
}
