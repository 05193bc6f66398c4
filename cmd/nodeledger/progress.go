package main

import (
	"fmt"

	"github.com/schollz/progressbar/v3"

	"github.com/nodeledger/nodeledger/engine"
)

// bar shows progress on a terminal, and nowhere else. The zero bar shows nothing.
type bar struct {
	line *progressbar.ProgressBar
	from uint64
}

// newBar makes a bar that begins at a block or an input.
func (in *invocation) newBar(what string, from uint64) *bar {
	if !in.Terminal || in.verbose {
		return &bar{}
	}
	return &bar{from: from, line: progressbar.NewOptions64(1,
		progressbar.OptionSetWriter(in.Stderr), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString(what), progressbar.OptionSetPredictTime(true),
		progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish(),
	)}
}

func (b *bar) show(at, target uint64, note string) {
	if b.line == nil || target <= b.from {
		return
	}
	b.line.ChangeMax64(int64(target - b.from))
	b.line.Describe(note)
	_ = b.line.Set64(int64(min(at, target) - min(b.from, at))) // a bar that cannot be drawn is no reason to stop
}

func (b *bar) sync(p engine.Progress) {
	b.show(p.Block, p.Target, fmt.Sprintf("blocks (%d events)", p.Events))
}

func (b *bar) end() {
	if b.line != nil {
		_ = b.line.Clear()
	}
}
