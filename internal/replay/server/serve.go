package server

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

type request struct {
	ID     json.RawMessage
	Method string
	Params []json.RawMessage
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// ServeHTTP answers one call or a batch.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 16<<20))
	if err != nil {
		return
	}
	if s.misbehaves(w) {
		return
	}
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	out := (*buffer)[:0]
	if len(body) > 0 && body[0] == '[' {
		out = s.batch(out, body)
	} else {
		var one request
		if err := json.Unmarshal(body, &one); err != nil {
			out = refusal(out, nil, &problem{-32700, "parse error"})
		} else {
			out = s.respond(out, &one)
		}
	}
	*buffer = out
	w.Header().Set("Content-Type", "application/json")
	if s.cuts() {
		out = out[:len(out)/2]
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(out)))
	_, _ = w.Write(out) // the caller hung up: nothing to tell it
}

func (s *Server) batch(out, body []byte) []byte {
	var many []request
	if err := json.Unmarshal(body, &many); err != nil {
		return refusal(out, nil, &problem{-32700, "parse error"})
	}
	s.mu.RLock()
	faults := s.faults
	s.mu.RUnlock()
	if faults.NoBatches {
		return refusal(out, nil, &problem{-32600, "batch requests are not supported"})
	}
	if faults.MaxBatch > 0 && len(many) > faults.MaxBatch {
		return refusal(out, nil, &problem{-32600, "batch too large"})
	}
	out = append(out, '[')
	for i := range many {
		if i > 0 {
			out = append(out, ',')
		}
		out = s.respond(out, &many[i])
	}
	return append(out, ']')
}

func (s *Server) respond(out []byte, one *request) []byte {
	s.mu.Lock()
	s.calls[one.Method]++
	s.mu.Unlock()
	s.mu.RLock()
	defer s.mu.RUnlock()
	start := len(out)
	out = append(out, `{"jsonrpc":"2.0","id":`...)
	out = append(out, one.ID...)
	out = append(out, `,"result":`...)
	out, wrong := s.answer(out, one.Method, one.Params)
	if wrong != nil {
		return refusal(out[:start], one.ID, wrong)
	}
	return append(out, '}')
}

func refusal(out []byte, id json.RawMessage, p *problem) []byte {
	if id == nil {
		id = json.RawMessage("null")
	}
	text, err := json.Marshal(map[string]any{
		"jsonrpc": "2.0", "id": id,
		"error": map[string]any{"code": p.code, "message": p.text},
	})
	must(err)
	return append(out, text...)
}

// misbehaves deals with the faults that come before any answer.
func (s *Server) misbehaves(w http.ResponseWriter) bool {
	s.mu.Lock()
	slow, page := s.faults.Slow, s.faults.NotJSON
	busy := s.faults.Busy > 0
	if busy {
		s.faults.Busy--
		s.calls["429"]++
	}
	after := s.faults.RetryAfter
	s.mu.Unlock()
	time.Sleep(slow)
	if busy {
		if after != "" {
			w.Header().Set("Retry-After", after)
		}
		http.Error(w, "too many requests", http.StatusTooManyRequests)
		return true
	}
	if page {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<html><body>welcome</body></html>")
		return true
	}
	return false
}

func (s *Server) cuts() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.faults.Truncate == 0 {
		return false
	}
	s.faults.Truncate--
	return true
}
