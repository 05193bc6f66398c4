package habit

import (
	"fmt"
	"net/http"
)

// most is how many blocks, or how many logs, the limits of the list allow.
const (
	mostBlocks = 10
	mostLogs   = 5
)

// wide refuses an eth_getLogs of more than ten blocks.
func wide(says func(c *Call) *Refusal) func(*Call) *Refusal {
	return func(c *Call) *Refusal {
		if c.Blocks() <= mostBlocks {
			return nil
		}
		return says(c)
	}
}

// wideAs is wide with one code and text.
func wideAs(code int, text string, status ...int) func(*Call) *Refusal {
	return wide(func(*Call) *Refusal {
		r := &Refusal{Code: code, Text: text}
		if len(status) > 0 {
			r.Status = status[0]
		}
		return r
	})
}

// wideTo is wide with a text of the first and the last block.
func wideTo(code int, format string) func(*Call) *Refusal {
	return wide(func(c *Call) *Refusal { return &Refusal{Code: code, Text: fmt.Sprintf(format, c.From, c.To)} })
}

// wideWeb is wide with an answer of something that stands before the node.
func wideWeb(status int, body string) func(*Call) *Refusal {
	return wide(func(*Call) *Refusal { return &Refusal{Reply: &Reply{Status: status, Body: body}} })
}

// many refuses an eth_getLogs that finds more than some logs; of the text, two numbers are the range that a quarter of it is.
func many(logs int, code int, format string, ranged bool) func(*Call) *Refusal {
	return func(c *Call) *Refusal {
		if !c.Ranged || c.Found <= logs {
			return nil
		}
		text := format
		if ranged {
			text = fmt.Sprintf(format, c.From, c.From+(c.To-c.From)/4)
		}
		return &Refusal{Code: code, Text: text}
	}
}

var ranges = []Habit{
	{Name: "alchemy-free", Says: "10 blocks, HTTP 400, and the range that works", Refuse: wide(func(c *Call) *Refusal {
		return &Refusal{Code: -32600, Status: http.StatusBadRequest, Text: fmt.Sprintf("Under the Free tier plan, you can make eth_getLogs "+
			"requests with up to a 10 block range. Based on your parameters, this block range should work: [0x%x, 0x%x]. Upgrade to PAYG for "+
			"expanded block range.", c.From, c.From+9)}
	})},
	{Name: "alchemy-size", Says: "a size of answers, and the range that works",
		Refuse: many(mostLogs, -32602, "Log response size exceeded. You "+
			"can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can request any block range "+
			"with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should "+
			"work: [0x%x, 0x%x]", true)},
	{Name: "infura-results", Says: "a number of logs, and a range to try", Refuse: many(mostLogs, -32005,
		"query returned more than 10000 results. Try with this block range [0x%x, 0x%x].", true)},
	{Name: "infura-range", Says: "the limit as the second number", Refuse: wide(func(c *Call) *Refusal {
		return &Refusal{Code: -32602, Text: fmt.Sprintf("range %d exceeds limit of 10", c.Blocks())}
	})},
	{Name: "quicknode-range", Says: "10 blocks, HTTP 413", Refuse: wideAs(-32614, "eth_getLogs is limited to a 10 range", 413)},
	{Name: "ankr-wide", Says: "too wide, without a number", Refuse: wideAs(-32602, "block range is too wide")},
	{Name: "blast", Says: "a limit and a link with a number in it", Refuse: wideAs(-32000, "Block range limit exceeded. See more details at "+
		"https://docs.blastapi.io/blast-documentation/things-you-need-to-know/blocks-ranges-and-limits-5000")},
	{Name: "drpc-35", Says: "10 blocks, HTTP 400", Refuse: wideAs(35, "ranges over 10 blocks are not supported on freetier", 400)},
	{Name: "drpc-30", Says: "a time-out of the free tier, HTTP 408",
		Refuse: wideAs(30, "Request timeout on the free tier, please upgrade your tier to the paid one", 408)},
	{Name: "drpc-500", Says: "a time-out of the free tier, HTTP 500",
		Refuse: wideAs(30, "Request timeout on the free tier, please upgrade your tier to the paid one", 500)},
	{Name: "scroll", Says: "both numbers", Refuse: wide(func(c *Call) *Refusal {
		return &Refusal{Code: -32000, Text: fmt.Sprintf("block range is larger than max block range, block range = %d, max block range = 10",
			c.Blocks())}
	})},
	{Name: "reth-results", Says: "a number of logs, and a range to try, in decimals",
		Refuse: many(mostLogs, -32602, "query exceeds max results 5, retry with the range %d-%d", true)},
	{Name: "reth-range", Says: "10 blocks", Refuse: wideAs(-32602, "query exceeds max block range 10")},
	{Name: "erigon-cap", Says: "a number of logs",
		Refuse: many(mostLogs, -32000, "query returns too many logs, narrow your filter: 5", false)},
	{Name: "erigon-cap1", Says: "fewer logs than one block has",
		Refuse: many(1, -32000, "query returns too many logs, narrow your filter: 1", false)},
	{Name: "avax", Says: "the range that was asked for, and the limit",
		Refuse: wideTo(-32000, "requested too many blocks from %d to %d, maximum is set to 10")},
	{Name: "moonbeam", Says: "10 blocks, as an internal error", Refuse: wideAs(-32603, "block range is too wide (maximum 10)")},
	{Name: "fromto", Says: "the range that was asked for, and the limit",
		Refuse: wideTo(-32602, "block range %d-%d is too large (max 10 allowed)")},
	{Name: "oneto", Says: "a range that begins at 1, and the limit", Refuse: wide(func(c *Call) *Refusal {
		return &Refusal{Code: -32602, Text: fmt.Sprintf("requested range 1 to %d too large, at most 10", c.To)}
	})},
	{Name: "nethermind", Says: "a number of logs",
		Refuse: many(mostLogs, -32005, "Too many logs requested. Max logs per response is 5.", false)},
	{Name: "exec-timeout", Says: "the node needs too long", Refuse: wideAs(-32002, "execution timeout")},
	{Name: "ctx-deadline", Says: "the node needs too long", Refuse: wideAs(-32000, "context deadline exceeded")},
	{Name: "gw504", Says: "a proxy waits no longer", Refuse: wideWeb(504, "<html>504 Gateway Time-out</html>")},
	{Name: "http413html", Says: "a proxy finds the answer too large", Refuse: wideWeb(413, "<html>413 Request Entity Too Large</html>")},
	{Name: "http500html", Says: "something fails", Refuse: wideWeb(500, "Internal Server Error")},
	{Name: "pruned", Says: "old blocks are not there", Refuse: func(c *Call) *Refusal {
		if !c.Ranged || c.From >= 30 {
			return nil
		}
		return &Refusal{Code: 4444, Text: "pruned history unavailable"}
	}},
	{Name: "hang", Says: "more than 10 blocks are never answered", Refuse: wide(func(c *Call) *Refusal {
		<-c.Held
		return nil
	})},
	{Name: "mumbai", Says: "10 blocks", Refuse: wideAs(-32000, "exceed maximum block range: 10")},
	{Name: "zksync", Says: "a number of logs, and a range to try", Refuse: many(mostLogs, -32602,
		"Query returned more than 5 results. Try with this block range [0x%x, 0x%x].", true)},
	{Name: "kinto", Says: "a number that is not the limit", Refuse: wideAs(-32000, "eth_getLogs range is too large, max is 1k blocks")},
	{Name: "chainstack-range", Says: "10 blocks", Refuse: wideAs(-32005,
		"Block range limit exceeded. Maximum block range for your plan is 10 blocks.")},
	{Name: "beyond-head", Says: "no range that ends at the newest block", Refuse: func(c *Call) *Refusal {
		if !c.Ranged || c.To < c.Head {
			return nil
		}
		return &Refusal{Code: -32000, Text: "One of the blocks specified in filter (fromBlock, toBlock or blockHash) cannot be found."}
	}},
}
