package chain

import (
	"context"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
)

// agreeing says whether logs must come from several endpoints alike.
func (w *Watcher) agreeing() bool { return w.options.Agree > 1 }

// agree compares the logs of a range that one endpoint listed, field by field, with those that others list, as many as the options ask for.
// Where they differ, nobody can say who is right: the error names both, and nothing of the range is booked.
func (w *Watcher) agree(ctx context.Context, first *endpoint, from, to uint64, listed []rpcLog) error {
	return w.askOthers(ctx, first, func(other *endpoint) error {
		var all []rpcLog
		for at := from; at <= to; {
			events, last, unlisted, err := w.logs(ctx, other, at, to)
			if err == nil && unlisted {
				err = fmt.Errorf("it does not list the logs of block %d", at)
			}
			if err != nil {
				return err
			}
			all, at = append(all, events...), last+1
		}
		return apart(first, other, listed, all)
	})
}

// agreeAt is agree for blocks that are not final, each by its hash.
func (w *Watcher) agreeAt(ctx context.Context, first *endpoint, headers []engine.Header, listed [][]rpcLog) error {
	return w.askOthers(ctx, first, func(other *endpoint) error {
		calls, answers := w.listByHash(headers)
		if err := other.callAll(ctx, calls); err != nil {
			return err
		}
		for i := range headers {
			all, err := w.ofBlock(other, answers, i)
			if err == nil {
				err = apart(first, other, listed[i], all)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// askOthers asks endpoints beside the first one until enough of them agree with it. A difference ends it.
func (w *Watcher) askOthers(ctx context.Context, first *endpoint, ask func(*endpoint) error) error {
	agreed := 1
	var why []string
	for _, other := range w.byHealth() {
		if agreed >= w.options.Agree {
			break
		}
		if other == first {
			continue
		}
		err := w.prepare(ctx, other)
		if err == nil {
			err = ask(other)
		}
		switch err.(type) { //nolint:errorlint // nothing wraps it here
		case nil:
			agreed++
		case *engine.Disagreement:
			return err
		default:
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			why = append(why, fmt.Sprintf("%s: %s", other.name, err))
		}
	}
	if agreed < w.options.Agree {
		return fmt.Errorf("%d of the %d endpoints that chain.agree asks for tell the same logs, and no other one answers; give more "+
			"endpoints (%s)", agreed, w.options.Agree, strings.Join(why, "; "))
	}
	return nil
}

// apart is the difference between what two endpoints list, nil where there is none.
func apart(first, other *endpoint, a, b []rpcLog) error {
	for i := range max(len(a), len(b)) {
		switch {
		case i == len(b) || i < len(a) && earlier(&a[i], &b[i]):
			return differing(first, other, &a[i], "has it", "does not")
		case i == len(a) || earlier(&b[i], &a[i]):
			return differing(first, other, &b[i], "does not have it", "has it")
		case !equalLogs(&a[i], &b[i]):
			return differing(first, other, &a[i], "one content", "another one")
		}
	}
	return nil
}

func differing(first, other *endpoint, log *rpcLog, one, two string) error {
	return &engine.Disagreement{Block: log.block, What: fmt.Sprintf("log %d", log.index),
		Answers: map[string]string{first.name: one, other.name: two}}
}
