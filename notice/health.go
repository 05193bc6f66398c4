package notice

import (
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/sentence"
)

// Health is how books are at a moment.
type Health struct {
	Now    time.Time
	Block  engine.Header   // the newest that is booked; zero before the first
	MaxLag time.Duration   // from which age on it is too old; zero: none is
	Frozen *time.Time      // since when; nil: they are not
	Why    string          // of frozen books
	Found  *engine.Finding // by the last verification; nil: there was none
}

// Condition is a sort of trouble.
type Condition string

// The conditions.
const (
	Late      Condition = "late"      // the newest booked block is too old
	Stopped   Condition = "stopped"   // the books are frozen
	Different Condition = "different" // a verification found a difference
)

// Conditions are all of them.
func Conditions() []Condition { return []Condition{Late, Stopped, Different} }

// Episode is trouble from its beginning to its end. The zero Episode is none.
type Episode struct {
	About  string    // names it, for the ID
	Since  time.Time // its beginning
	Silent bool      // it was there when the books were first looked at, and nobody was told
}

// Look compares what was known of health with how it is. It gives the episodes that go on, and what is to be told. known is nil when
// nobody ever looked: books that are late then are catching up for the first time, which is told to nobody.
func (m Maker) Look(known map[Condition]Episode, h *Health) (now map[Condition]Episode, list []Notice) {
	now = map[Condition]Episode{}
	for _, c := range Conditions() {
		before, was := known[c]
		about, since, is := h.trouble(c, was)
		switch {
		case is && was:
			now[c] = before
		case is:
			e := Episode{About: about, Since: since, Silent: known == nil && c == Late}
			if now[c] = e; !e.Silent {
				list = append(list, m.begins(c, e, h))
			}
		case was && !before.Silent:
			list = append(list, m.ends(c, before, h))
		}
	}
	return now, list
}

// trouble says whether there is some of a condition. Books that were late are until they are no more than half as late.
func (h *Health) trouble(c Condition, was bool) (about string, since time.Time, is bool) {
	switch c {
	case Late:
		limit := h.MaxLag
		if was {
			limit /= 2
		}
		if h.MaxLag == 0 || h.Block.Number == 0 {
			return "", time.Time{}, false
		}
		return strconv.FormatUint(h.Block.Number, 10), h.Block.When(), h.Now.Sub(h.Block.When()) > limit
	case Stopped:
		if h.Frozen == nil {
			return "", time.Time{}, false
		}
		return h.Frozen.UTC().Format(time.RFC3339), *h.Frozen, true
	default:
		if h.Found == nil || h.Found.Difference == "" {
			return "", time.Time{}, was && h.Found == nil // nothing was verified yet since the process began
		}
		return h.Found.Time.UTC().Format(time.RFC3339), h.Found.Time, true
	}
}

func (m Maker) begins(c Condition, e Episode, h *Health) Notice {
	block := sentence.Params{"block": strconv.FormatUint(h.Block.Number, 10), "at": h.Block.When().UTC().Format(time.RFC3339)}
	switch c {
	case Late:
		return m.make(Behind, e.About, h.Now.Truncate(time.Second), sentence.NoticeBehind, block)
	case Stopped:
		return m.make(Frozen, e.About, e.Since, sentence.NoticeFrozen, sentence.Params{"why": h.Why})
	default:
		return m.make(Failed, e.About, e.Since, sentence.NoticeFailed, sentence.Params{"difference": h.Found.Difference})
	}
}

func (m Maker) ends(c Condition, e Episode, h *Health) Notice {
	at := h.Now.Truncate(time.Second)
	var n Notice
	var began Type
	since := sentence.Params{"since": e.Since.UTC().Format(time.RFC3339)}
	switch c {
	case Late:
		began, n = Behind, m.make(CaughtUp, e.About, at, sentence.NoticeCaughtUp,
			sentence.Params{"block": strconv.FormatUint(h.Block.Number, 10)})
	case Stopped:
		began, n = Frozen, m.make(Thawed, e.About, at, sentence.NoticeThawed, since)
	default:
		began, n = Failed, m.make(Passed, e.About, at, sentence.NoticePassed, since)
	}
	n.Ends = m.ID(began, e.About)
	return n
}
