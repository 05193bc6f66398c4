// Package habit serves a recorded chain as providers of endpoints do: each with a habit of its own, such as a limit on the blocks of an
// eth_getLogs, batches that are refused, or numbers that are written otherwise. A habit is a small function; [All] lists them.
package habit

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// Habit is one way of a provider. A part that is nil is as an honest node's.
type Habit struct {
	Name, Says string
	Near       bool                       // only shown by blocks that are not final
	Web        func(*Request) *Reply      // what answers a whole request, nil: it goes on
	Ask        func(*Call)                // changes what is asked for
	Refuse     func(*Call) *Refusal       // what refuses a call, nil: it goes on
	Alter      func(*Call, any) any       // makes another result of a call
	Write      func(*Answer)              // writes an answer in another way
	Whole      func(answers []any) []any  // makes another list of the answers to a batch
	Bytes      func(answer []byte) []byte // makes another text of all
}

// Request is a request of HTTP.
type Request struct {
	Calls int  // in it
	Batch bool // they come as a list
	N     int  // it is the n-th request, from 1
	Held  <-chan struct{}
}

// Reply is an answer of HTTP.
type Reply struct {
	Status int
	Body   string
	Header map[string]string
}

// Call is one call in a request.
type Call struct {
	Method   string
	Params   []json.RawMessage
	Batch    bool
	From, To uint64 // of an eth_getLogs by range
	Ranged   bool
	Found    int             // logs that there are
	Head     uint64          // the newest block
	Held     <-chan struct{} // closed when whoever asked has gone

	counts *counts
}

// Blocks is how many blocks an eth_getLogs is for, 0 of any other call.
func (c *Call) Blocks() uint64 {
	if !c.Ranged {
		return 0
	}
	return c.To - c.From + 1
}

// Tick counts and says how often it was called with a name, from 1.
func (c *Call) Tick(name string) int { return c.counts.next(name) }

// First is the first parameter, without quotes.
func (c *Call) First() string {
	if len(c.Params) == 0 {
		return ""
	}
	var text string
	if json.Unmarshal(c.Params[0], &text) != nil {
		return string(c.Params[0])
	}
	return text
}

// Refusal is an error of JSON-RPC, and the status of HTTP that it comes with when it is alone; or a reply in its place.
type Refusal struct {
	Code   int
	Text   string
	Data   any
	Status int
	Reply  *Reply
}

// Answer is one answer of JSON-RPC.
type Answer struct {
	ID     any
	Result any
	Error  any
	Extra  string // more members, in JSON, with a comma before them
	Last   bool   // the id is the last member
}

type counts struct {
	mu sync.Mutex
	of map[string]int
}

func (c *counts) next(name string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of = map[string]int{}
	}
	c.of[name]++
	return c.of[name]
}

type handler struct {
	*Habit

	node   *server.Server
	counts counts
}

// Serve serves a node with a habit.
func Serve(h *Habit, node *server.Server) http.Handler { return &handler{Habit: h, node: node} }

// ServeHTTP answers one call or a batch.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	type one struct {
		ID     json.RawMessage
		Method string
		Params []json.RawMessage
	}
	var asked []one
	batch := len(body) > 0 && body[0] == '['
	if batch {
		err = json.Unmarshal(body, &asked)
	} else {
		asked = make([]one, 1)
		err = json.Unmarshal(body, &asked[0])
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if h.Web != nil {
		if reply := h.Web(&Request{len(asked), batch, h.counts.next("requests"), r.Context().Done()}); reply != nil {
			reply.send(w)
			return
		}
	}
	status := http.StatusOK
	var answers []any
	for i := range asked {
		call := &Call{Method: asked[i].Method, Params: asked[i].Params, Batch: batch, Held: r.Context().Done(), counts: &h.counts}
		answer, refused := h.answer(call)
		if refused != nil && refused.Reply != nil {
			refused.Reply.send(w)
			return
		}
		if refused != nil && !batch && refused.Status != 0 {
			status = refused.Status
		}
		answer.ID = asked[i].ID
		if h.Write != nil {
			h.Write(answer)
		}
		answers = append(answers, answer)
	}
	if h.Whole != nil && batch {
		answers = h.Whole(answers)
	}
	var out []byte
	if batch {
		out, err = json.Marshal(answers)
	} else {
		out, err = json.Marshal(answers[0])
	}
	if err != nil {
		panic(err)
	}
	if h.Bytes != nil {
		out = h.Bytes(out)
	}
	(&Reply{Status: status, Body: string(out), Header: map[string]string{"Content-Type": "application/json"}}).send(w)
}

// answer is what an honest node says, after the habit's part in it.
func (h *handler) answer(c *Call) (*Answer, *Refusal) {
	c.Head = h.node.Head().Number
	if h.Ask != nil {
		h.Ask(c)
	}
	raw, refused := h.node.Answer(c.Method, c.Params)
	var result any
	if refused == nil {
		if err := json.Unmarshal(raw, &result); err != nil {
			panic(err)
		}
	}
	if c.Method == "eth_getLogs" {
		c.readRange()
		if list, ok := result.([]any); ok {
			c.Found = len(list)
		}
	}
	var wrong *Refusal
	if h.Refuse != nil {
		wrong = h.Refuse(c)
	}
	if wrong == nil && refused != nil {
		wrong = &Refusal{Code: refused.Code, Text: refused.Text}
	}
	if wrong != nil {
		object := map[string]any{"code": wrong.Code, "message": wrong.Text}
		if wrong.Data != nil {
			object["data"] = wrong.Data
		}
		return &Answer{Error: object}, wrong
	}
	if h.Alter != nil {
		result = h.Alter(c, result)
	}
	return &Answer{Result: result}, nil
}

// readRange reads the blocks of an eth_getLogs.
func (c *Call) readRange() {
	var filter struct{ FromBlock, ToBlock, BlockHash string }
	if len(c.Params) == 0 || json.Unmarshal(c.Params[0], &filter) != nil || filter.BlockHash != "" {
		return
	}
	from, err := strconv.ParseUint(filter.FromBlock, 0, 64)
	to, wrong := strconv.ParseUint(filter.ToBlock, 0, 64)
	c.From, c.To, c.Ranged = from, to, err == nil && wrong == nil
}

// MarshalJSON writes the members in the order of the answer.
func (a *Answer) MarshalJSON() ([]byte, error) {
	id, err := json.Marshal(a.ID)
	if err != nil {
		return nil, err
	}
	name, value := `"result":`, a.Result
	if a.Error != nil {
		name, value = `"error":`, a.Error
	}
	said, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	if a.Last {
		return []byte(`{` + name + string(said) + a.Extra + `,"id":` + string(id) + `,"jsonrpc":"2.0"}`), nil
	}
	return []byte(`{"jsonrpc":"2.0","id":` + string(id) + `,` + name + string(said) + a.Extra + `}`), nil
}

func (r *Reply) send(w http.ResponseWriter) {
	for name, value := range r.Header {
		w.Header().Set(name, value)
	}
	w.WriteHeader(r.Status)
	_, _ = io.WriteString(w, r.Body) // whoever asked may have gone
}
