package habit

import "fmt"

// noBatch answers every batch in another way.
func noBatch(status int, body string) func(*Request) *Reply {
	return func(r *Request) *Reply {
		if !r.Batch {
			return nil
		}
		return &Reply{Status: status, Body: body}
	}
}

// ofThree answers a batch of more than three in another way.
func ofThree(answer func(r *Request) *Reply) func(*Request) *Reply {
	return func(r *Request) *Reply {
		if !r.Batch || r.Calls <= 3 {
			return nil
		}
		return answer(r)
	}
}

// refusals are a list of the same refusal for every call, whose ids are as this program gives them.
func refusals(r *Request, code int, text string) *Reply {
	body := "["
	for i := range r.Calls {
		if i > 0 {
			body += ","
		}
		body += fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"error":{"code":%d,"message":%q}}`, i, code, text)
	}
	return &Reply{Status: 200, Body: body + "]"}
}

var batches = []Habit{
	{Name: "rl-batch", Says: "every call of two of three batches is too many", Web: func(r *Request) *Reply {
		if !r.Batch || r.N%3 == 0 {
			return nil
		}
		return refusals(r, -32007, perSecond)
	}},
	{Name: "nobatch-400", Says: "no batches, HTTP 400", Web: noBatch(400, "Bad Request")},
	{Name: "nobatch-403", Says: "no batches, HTTP 403", Web: noBatch(403, `{"message":"batch requests are not allowed"}`)},
	{Name: "nobatch-500", Says: "no batches, HTTP 500", Web: noBatch(500, "Internal Server Error")},
	{Name: "nobatch-err", Says: "no batches, an error without an id",
		Web: noBatch(200, `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch requests are not supported"}}`)},
	{Name: "nobatch-errid0", Says: "no batches, an error with the id of the first call",
		Web: noBatch(200, `{"jsonrpc":"2.0","id":0,"error":{"code":-32600,"message":"Invalid request"}}`)},
	{Name: "nobatch-parse", Says: "a batch is not JSON",
		Web: noBatch(200, `{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}`)},
	{Name: "batch-3-drpc", Says: "batches of 3, HTTP 500", Web: ofThree(func(*Request) *Reply {
		return &Reply{Status: 500, Body: `{"id":0,"jsonrpc":"2.0","error":{"message":"Batch of more than 3 requests are not allowed on free ` +
			`tier, to use paid tier","code":31}}`}
	})},
	{Name: "batch-3-arr", Says: "batches of 3, an error for every call", Web: ofThree(func(r *Request) *Reply {
		return refusals(r, -32600, "batch limit 3 exceeded")
	})},
	{Name: "batch-first", Says: "only the first call of a batch is answered", Whole: func(answers []any) []any { return answers[:1] }},
	{Name: "shuffle", Says: "answers of a batch in another order", Whole: func(answers []any) []any {
		out := make([]any, len(answers))
		for i, answer := range answers {
			out[len(out)-1-i] = answer
		}
		return out
	}},
	{Name: "id-str", Says: "ids as strings", Write: func(a *Answer) { a.ID = fmt.Sprintf("%s", a.ID) }},
	{Name: "id-zero1", Says: "every id is 1", Write: func(a *Answer) { a.ID = 1 }},
	{Name: "id-null", Says: "every id is null", Write: func(a *Answer) { a.ID = nil }},
	{Name: "err-null", Says: "an error that is null beside a result", Write: func(a *Answer) {
		if a.Error == nil {
			a.Extra = `,"error":null`
		}
	}},
	{Name: "id-last", Says: "the id after the result", Write: func(a *Answer) { a.Last = true }},
	{Name: "bom", Says: "a mark before the JSON", Bytes: func(answer []byte) []byte { return append([]byte("\xef\xbb\xbf"), answer...) }},
}
