// Package progress draws how far something is.
package progress

import (
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"

	"github.com/nodeledger/nodeledger/engine"
)

// Bar shows progress on a terminal. The zero Bar shows nothing.
type Bar struct {
	line *progressbar.ProgressBar
	from uint64
}

// New makes a bar that begins at a block or an input. Without a writer it shows nothing.
func New(to io.Writer, what string, from uint64) *Bar {
	if to == nil {
		return &Bar{}
	}
	return &Bar{from: from, line: progressbar.NewOptions64(1,
		progressbar.OptionSetWriter(to), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(what), progressbar.OptionSetPredictTime(true),
		progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish(),
	)}
}

// Show draws the bar at a block or an input of target, with a note beside it.
func (b *Bar) Show(at, target uint64, note string) {
	if b.line == nil || target <= b.from {
		return
	}
	b.line.ChangeMax64(int64(target - b.from))
	b.line.Describe(note)
	_ = b.line.Set64(int64(min(at, target) - min(b.from, at))) // a bar that cannot be drawn is no reason to stop
}

// Sync draws how far a sync is.
func (b *Bar) Sync(p engine.Progress) {
	b.Show(p.Block, p.Target, fmt.Sprintf("blocks (%d events)", p.Events))
}

// End takes the bar off the screen.
func (b *Bar) End() {
	if b.line != nil {
		_ = b.line.Clear()
	}
}
