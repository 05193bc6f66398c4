package notice

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sentence"
)

// Notice is one thing that is told. Fields that it is not about are zero.
type Notice struct {
	ID     string
	Type   Type
	At     time.Time         // when it happened, by the clock of the chain, the schedule or the operator
	Said   sentence.Sentence // what happened
	Why    sentence.Sentence // of an exception: what is wrong with the payment
	Wallet ledger.Wallet
	Run    string
	Period string       // a month, a quarter, or the epoch that unlocked
	Amount money.Amount // zero Amount: there is none
	TxHash ledger.Hash  // of the payment
	Ends   string       // of one that says that an episode of health is over: the ID of the notice that said that it began
}

// Maker makes the notices of one set of books.
type Maker struct{ Books engine.Identity }

// ID is the identity of the notice of a type about something: 16 bytes of a hash over the books, the type and what it is about. It begins
// with msg_, as Standard Webhooks recommends.
func (m Maker) ID(t Type, about string) string {
	text := strings.Join([]string{"nodeledger notice", m.Books.Program, fmt.Sprint(m.Books.Chain), m.Books.Contract.Hex(), string(t), about},
		"\x00")
	sum := sha256.Sum256([]byte(text))
	return "msg_" + hex.EncodeToString(sum[:16])
}

// make is a notice about something.
func (m Maker) make(t Type, about string, at time.Time, said sentence.Code, params sentence.Params) Notice {
	return Notice{ID: m.ID(t, about), Type: t, At: at.UTC(), Said: sentence.New(said, params)}
}

// Test is a notice that an operator sends to an endpoint to try it.
func (m Maker) Test(endpoint string, now time.Time) Notice {
	return m.make(Test, endpoint+now.UTC().Format(time.RFC3339Nano), now.UTC().Truncate(time.Second), sentence.NoticeTest,
		sentence.Params{"endpoint": endpoint})
}
