package server

import "encoding/json"

// Refusal is a JSON-RPC error.
type Refusal struct {
	Code int
	Text string
}

// Answer is the result of one call, in JSON, or why there is none.
func (s *Server) Answer(method string, params []json.RawMessage) ([]byte, *Refusal) {
	s.mu.Lock()
	s.calls[method]++
	s.mu.Unlock()
	s.mu.RLock()
	defer s.mu.RUnlock()
	out, wrong := s.answer(nil, method, params)
	if wrong != nil {
		return nil, &Refusal{wrong.code, wrong.text}
	}
	return out, nil
}
