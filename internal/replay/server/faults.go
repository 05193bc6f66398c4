package server

import (
	"encoding/json"
	"time"
)

// At is a log: its block and its index in the block.
type At struct{ Block, Log uint64 }

// Faults are the ways to misbehave. The zero value is none.
type Faults struct {
	LeaveOut    *At    // eth_getLogs does not have this log
	Alter       *At    // a byte of this log is another one in eth_getLogs; of its data, or of its address if it has none
	Invent      *At    // eth_getLogs repeats this log under the next index
	InReceipts  bool   // the receipts have the same fault
	WrongHeader uint64 // this block's header has another timestamp
	WrongTx     uint64 // this block's first transaction has another value

	ChainID         uint64        // another chain than the blocks are of
	NoCode          bool          // the contract is not there
	CodeUnsupported bool          // eth_getCode is an unknown method
	NoFinalized     bool          // the tag finalized is an unknown block
	Busy            int           // this many answers are 429
	RetryAfter      string        // the header of those, such as "1"
	Slow            time.Duration // before every answer
	MaxRange        uint64        // blocks in one eth_getLogs; 0 any number
	MaxResults      int           // logs in one eth_getLogs; 0 any number
	MaxBatch        int           // calls in one batch; 0 any number
	Truncate        int           // this many answers end in the middle
	NotJSON         bool          // every answer is a web page
	NoBlockReceipts bool          // eth_getBlockReceipts is an unknown method
	NoBatches       bool          // a batch is refused
	NoRaw           bool          // eth_getRawTransactionByHash is an unknown method
	WrongRaw        bool          // it answers with another last byte
}

// logs is what eth_getLogs has of a block.
func (f Faults) logs(b *Block) []Log {
	out := b.Logs
	if at := f.LeaveOut; at != nil && at.Block == b.Number && at.Log < uint64(len(b.Logs)) {
		out = append(append([]Log{}, b.Logs[:at.Log]...), b.Logs[at.Log+1:]...)
	}
	if at := f.Alter; at != nil && at.Block == b.Number && at.Log < uint64(len(b.Logs)) {
		out = append([]Log{}, b.Logs...)
		out[at.Log].JSON = alterLog(out[at.Log].JSON)
	}
	if at := f.Invent; at != nil && at.Block == b.Number && at.Log < uint64(len(b.Logs)) {
		invented := b.Logs[at.Log]
		invented.JSON = edit(invented.JSON, func(log map[string]any) { log["logIndex"] = quantity(uint64(len(b.Logs))) })
		out = append(append([]Log{}, b.Logs...), invented)
	}
	return out
}

// receipts is what a block's receipts are.
func (f Faults) receipts(b *Block) [][]byte {
	if !f.InReceipts {
		return b.Receipts
	}
	out := append([][]byte{}, b.Receipts...)
	var index uint64
	for i, raw := range out {
		var receipt map[string]any
		must(json.Unmarshal(raw, &receipt))
		logs := receipt["logs"].([]any)
		var kept []any
		for _, log := range logs {
			this := At{b.Number, index}
			index++
			switch {
			case f.LeaveOut != nil && *f.LeaveOut == this:
				continue
			case f.Alter != nil && *f.Alter == this:
				alter(log.(map[string]any))
			}
			kept = append(kept, log)
			if f.Invent != nil && *f.Invent == this {
				kept = append(kept, log)
			}
		}
		if kept == nil {
			kept = []any{}
		}
		receipt["logs"] = kept
		changed, err := json.Marshal(receipt)
		must(err)
		out[i] = changed
	}
	return out
}

// block is a block with or without its transactions.
func (f Faults) block(b *Block, whole bool) []byte {
	raw := b.Slim
	if whole {
		raw = b.Full
	}
	if f.WrongHeader != 0 && f.WrongHeader == b.Number {
		raw = edit(raw, func(block map[string]any) { block["timestamp"] = "0x1" })
	}
	if f.WrongTx != 0 && f.WrongTx == b.Number && whole {
		raw = edit(raw, func(block map[string]any) {
			block["transactions"].([]any)[0].(map[string]any)["value"] = "0x123456789"
		})
	}
	return raw
}

func alterLog(raw []byte) []byte { return edit(raw, alter) }

func alter(log map[string]any) {
	field := "data"
	if log[field] == "0x" {
		field = "address"
	}
	text := []byte(log[field].(string))
	last := &text[len(text)-1]
	if *last == '0' {
		*last = '1'
	} else {
		*last = '0'
	}
	log[field] = string(text)
}

func edit(raw []byte, change func(map[string]any)) []byte {
	var object map[string]any
	must(json.Unmarshal(raw, &object))
	change(object)
	out, err := json.Marshal(object)
	must(err)
	return out
}

// must is for JSON that this package has read or made before.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
