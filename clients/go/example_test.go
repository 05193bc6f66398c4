package nodeledger_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	nodeledger "github.com/nodeledger/nodeledger/clients/go"
)

// server stands for a nodeledger with two holders, one on a page.
func server() *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.RequestURI() {
		case "/api/v1/holders?limit=1":
			fmt.Fprint(w, `{"holders":[{"wallet":"0xa1","nodes":3}],"next":"0xa1"}`)
		case "/api/v1/holders?after=0xa1&limit=1":
			fmt.Fprint(w, `{"holders":[{"wallet":"0xb2","nodes":4}],"next":""}`)
		default:
			w.WriteHeader(http.StatusConflict)
			fmt.Fprint(w, `{"status":409,"code":"unknown-code","detail":"nobody registered the code ALPHQ","did_you_mean":"ALPHA"}`)
		}
	}))
}

func ExampleClient_AllHolders() {
	s := server()
	defer s.Close()
	books, err := nodeledger.New(s.URL, nodeledger.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	nodes := int64(0)
	for holder, err := range books.AllHolders(context.Background(), nodeledger.ListHoldersParams{Limit: 1}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		nodes += holder.Nodes
	}
	fmt.Println(nodes, "nodes")
	// Output: 7 nodes
}

func ExampleIsProblem() {
	s := server()
	defer s.Close()
	books, err := nodeledger.New(s.URL, nodeledger.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = books.GetQuote(context.Background(), nodeledger.GetQuoteParams{Quantity: "1", Code: "ALPHQ"})
	if nodeledger.IsProblem(err, nodeledger.CodeUnknownCode) {
		fmt.Println("refused:", err)
	}
	// Output: refused: nobody registered the code ALPHQ
}
