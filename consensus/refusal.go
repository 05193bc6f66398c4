package consensus

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Rule is a rule that a message can break.
type Rule string

// The rules.
const (
	BadCheckpoint Rule = "checkpoint" // the header does not hash to it
	TooOld        Rule = "age"        // what is followed from is older than the weak subjectivity allows
	InFuture      Rule = "clock"      // it is signed later than it is now
	UnknownFork   Rule = "fork"       // this version does not know its shape
	BadOrder      Rule = "order"      // slots or periods are out of order
	BadCommittee  Rule = "committee"  // the committee is not the one of the state, or has keys that are none
	BadExecution  Rule = "execution"  // the execution header is not the one of the body
	NotFinal      Rule = "finality"   // the finalised header is not the one of the state
	TooFew        Rule = "quorum"     // less than two thirds signed
	BadSignature  Rule = "signature"  // the signature is not that of those who are named
)

// Refusal is a message that is not taken.
type Refusal struct {
	Rule Rule
	Text string // one line that says what does not hold
}

// Error is the text.
func (r *Refusal) Error() string { return r.Text }

func refuse(rule Rule, format string, a ...any) *Refusal {
	return &Refusal{rule, fmt.Sprintf(format, a...)}
}

// Equivocation is the evidence that two thirds of a committee signed two different headers as final.
type Equivocation struct {
	Slot       uint64
	One, Other Final
}

// Error names both.
func (e *Equivocation) Error() string {
	return fmt.Sprintf("two thirds of the sync committee signed two different final blocks at slot %d: execution block %d, %s, and %d, %s",
		e.Slot, e.One.Number, e.One.Hash, e.Other.Number, e.Other.Hash)
}

// Evidence is both headers, by beacon root.
func (e *Equivocation) Evidence() map[string]string {
	return map[string]string{"beacon block " + e.One.Root.Hex(): e.One.Hash.Hex(), "beacon block " + e.Other.Root.Hex(): e.Other.Hash.Hex()}
}

// Final is a proven final block: of the beacon chain, and the execution block in it.
type Final struct {
	Slot   uint64
	Root   common.Hash // of the beacon block
	Number uint64      // of the execution block
	Hash   common.Hash // of the execution block
	Parent common.Hash // of the execution block
	State  common.Hash // its state root
	Time   uint64      // its time, seconds since 1970
}

func finalOf(h *LightHeader) Final {
	e := &h.Execution
	return Final{h.Slot, h.Root(), e.Number, e.Hash, e.Parent, e.State, e.Time}
}
