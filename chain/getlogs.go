package chain

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/program"
)

// askLogs is the eth_getLogs call of a selection for some blocks, named by a pair of JSON members.
func askLogs(which string, s *selection, into *[]rpcLog) *call {
	return &call{
		method: "eth_getLogs", params: []byte(`[{` + which + `,` + s.params + `}]`),
		read: func(r *reader) { *into = readLogs(r, new([]byte)) },
	}
}

// logs asks for the watched logs from one block on, of as many blocks as the endpoint answers for, at most to the block
// to. They come in order. The selections are asked for one by one, all for the same blocks: in a batch, a range that is
// too large would be taken for a batch that is. unlisted says that the endpoint does not list the logs of the one block from, which
// are then to be taken from its receipts.
func (w *Watcher) logs(ctx context.Context, e *endpoint, from, to uint64) (events []rpcLog, last uint64, unlisted bool, err error) {
	answers := make([][]rpcLog, len(w.selections))
	span := min(e.currentSpan(), to-from+1)
	for asked := 0; asked < len(answers); {
		last = from + span - 1
		err := e.listLogs(ctx, from, last, &w.selections[asked], &answers[asked])
		if err == nil {
			asked++
			continue
		}
		if ctx.Err() != nil {
			return nil, 0, false, context.Cause(ctx)
		}
		verdict := afterAll(err, span)
		switch {
		case verdict == oneBlock && w.options.Level != program.ProofNone:
			w.warnOnce("an endpoint does not list all logs of a block; they are taken from its receipts", "endpoint", e.name, "error", err)
			return nil, from, true, nil
		case verdict == giveUp && isAnswer(err):
			return nil, 0, false, fmt.Errorf("eth_getLogs of blocks %d to %d: %w; give an endpoint that answers that, and keeps old blocks",
				from, last, err)
		case verdict != narrower && verdict != thinner:
			return nil, 0, false, fmt.Errorf("eth_getLogs of blocks %d to %d: %w", from, last, err)
		}
		e.narrow(span, err, verdict == narrower)
		span, asked = min(e.currentSpan(), to-from+1), 0 // those that were answered are asked again: all are for the same blocks
	}
	total := 0
	for _, answer := range answers {
		total += len(answer)
		sortLogs(answer)
		if n := len(answer); n > 0 {
			for _, at := range []uint64{answer[0].block, answer[n-1].block} {
				if at < from || at > last {
					return nil, 0, false, e.fault(at, "invented a log: it was asked for the logs of blocks %d to %d", from, last)
				}
			}
		}
	}
	e.widen(span, total)
	events, err = w.mergeLogs(e, answers)
	return events, last, false, err
}

// listLogs is one eth_getLogs of a range.
func (e *endpoint) listLogs(ctx context.Context, from, to uint64, s *selection, into *[]rpcLog) error {
	ask := askLogs(fmt.Sprintf(`"fromBlock":"0x%x","toBlock":"0x%x"`, from, to), s, into)
	ask.blocks = to - from + 1
	return e.callOne(ctx, ask)
}

// afterAll says what is left to do about an eth_getLogs that was asked again in vain: a narrower range, or the block's receipts.
func afterAll(err error, blocks uint64) verdict {
	verdict, _ := judge(err, asked{1, blocks})
	var refused *rpcError
	var garbled *unreadable
	if verdict == again && (errors.As(err, &refused) || errors.As(err, &garbled)) {
		return whole(asked{1, blocks}, giveUp, oneBlock)
	}
	return verdict
}

// sortLogs sorts logs by block and index: the order of an answer is not a promise.
func sortLogs(events []rpcLog) {
	before := func(i, k int) bool { return earlier(&events[i], &events[k]) }
	if !sort.SliceIsSorted(events, before) {
		sort.SliceStable(events, before)
	}
}

func earlier(a, b *rpcLog) bool {
	if a.block != b.block {
		return a.block < b.block
	}
	return a.index < b.index
}

// mergeLogs puts the answers for all selections together, each in order: every log once, also one that several selections
// take. An endpoint that says two things about one log is caught here, at every level.
func (w *Watcher) mergeLogs(e *endpoint, answers [][]rpcLog) ([]rpcLog, error) {
	all := answers[0]
	for _, more := range answers[1:] {
		if len(more) == 0 {
			continue
		}
		both := make([]rpcLog, 0, len(all)+len(more))
		for len(all) > 0 && len(more) > 0 {
			switch {
			case earlier(&all[0], &more[0]):
				both, all = append(both, all[0]), all[1:]
			case earlier(&more[0], &all[0]):
				both, more = append(both, more[0]), more[1:]
			case equalLogs(&all[0], &more[0]): // once for each answer: what one answer repeats stays repeated
				both, all, more = append(both, all[0]), all[1:], more[1:]
			default:
				return nil, e.fault(all[0].block, "its eth_getLogs tells log %d in two ways, asked for it twice", all[0].index)
			}
		}
		all = append(append(both, all...), more...)
	}
	return all, nil
}

func (e *endpoint) currentSpan() uint64 {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.span
}

// firstPatience is how many answers an endpoint gives below a size that did not work before that is tried again; twice as many each
// time that it still does not.
const firstPatience = 32

// widen grows the range a little, or shrinks it to what holds about as many logs as the limits want.
func (e *endpoint) widen(span uint64, logs int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if span >= e.ceiling {
		e.ceiling = 0
	}
	switch {
	case logs > e.limits.Logs:
		e.span = min(e.span, max(1, span*uint64(e.limits.Logs)/uint64(logs)))
	case span == e.span && logs < e.limits.Logs*3/4:
		wider := min(e.maxSpan, e.span+max(1, e.span/10))
		if e.ceiling > 0 && wider >= e.ceiling {
			if e.below++; e.below < e.patience {
				wider = max(e.span, e.ceiling-1)
			} else {
				e.below = 0
			}
		}
		e.span = wider
	}
}

// narrow halves the range, or takes what the provider says that it allows. lasting says that the size does not work wherever it is asked
// for: it is remembered for a while.
func (e *endpoint) narrow(span uint64, err error, lasting bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if lasting {
		if e.ceiling > 0 && span >= e.ceiling {
			e.patience = min(2*e.patience, 1<<20)
		} else {
			e.patience = max(e.patience, firstPatience)
		}
		if e.ceiling == 0 || span < e.ceiling {
			e.ceiling = span
		}
		e.below = 0
	}
	e.span = min(e.span, max(1, span/2))
	var large *tooLarge
	if errors.As(err, &large) && large.bytes > 0 {
		e.span = min(e.span, max(1, span*uint64(e.limits.Body)/uint64(large.bytes)*3/4))
	}
	if limit, suggestion := allowed(err.Error()); limit > 0 && limit < span {
		e.span, e.maxSpan = limit, limit
	} else if suggestion > 0 && suggestion < span {
		e.span = suggestion
	}
}

var (
	atMost     = regexp.MustCompile(`(?i)(?:at most|exceeds limit of|maximum is set to|max block range ?=) ?([0-9][0-9,]*)(k?)\b`)
	blockLimit = regexp.MustCompile(`(?i)(?:` +
		`(?:limit|max|up to|exceed|over|than)[^0-9]{0,40}([0-9][0-9,]*)(k?)[ -]*(?:blocks?|range|allowed)|` +
		`range[^0-9\[]{0,40}?([0-9][0-9,]*)(k?)\b)`)
	fromTo  = regexp.MustCompile(`\[(0x[0-9a-fA-F]+), ?(0x[0-9a-fA-F]+)\]`)
	between = regexp.MustCompile(`\b([0-9]+)(?:-| to )([0-9]+)\b`)
)

// allowed finds what a provider's refusal says about ranges: the limit that it always has, or the range that would have
// worked this time. Zero is unknown.
func allowed(text string) (limit, suggestion uint64) {
	m := fromTo.FindStringSubmatch(text)
	if m == nil && strings.Contains(text, "retry with") {
		m = between.FindStringSubmatch(text)
	}
	if m != nil {
		from, _ := strconv.ParseUint(m[1], 0, 64) // the pattern is a number; one beyond 64 bits gives no range
		to, _ := strconv.ParseUint(m[2], 0, 64)
		if to >= from {
			suggestion = to - from + 1
		}
	}
	text = between.ReplaceAllString(text, "-") // the range that was asked for is no limit
	if m = atMost.FindStringSubmatch(text); m == nil {
		m = blockLimit.FindStringSubmatch(text)
	}
	if m != nil {
		digits, thousand := m[1], m[2]
		if digits == "" {
			digits, thousand = m[3], m[4]
		}
		limit, _ = strconv.ParseUint(strings.ReplaceAll(digits, ",", ""), 10, 32)
		if thousand != "" {
			limit *= 1000
		}
	}
	return limit, suggestion
}

// byBlock cuts sorted events into those of each block.
func byBlock(events []rpcLog) map[uint64][]rpcLog {
	blocks := map[uint64][]rpcLog{}
	for start := 0; start < len(events); {
		end := start
		for end < len(events) && events[end].block == events[start].block {
			end++
		}
		blocks[events[start].block] = events[start:end:end]
		start = end
	}
	return blocks
}
