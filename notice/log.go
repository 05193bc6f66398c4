package notice

import "time"

// State is how far a delivery is.
type State string

// The states.
const (
	Waiting   State = "waiting"
	Delivered State = "delivered"
	Dead      State = "dead" // it was tried for long enough; an operator may send it again
)

// Status is how an endpoint is.
type Status struct {
	Name, Where string
	Kind        Kind
	Failures    int       // in a row; 0: the last attempt succeeded, or there was none
	Gone        bool      // it answered that it is no more (410): nothing is sent until somebody tries it again
	Next        time.Time // before which nothing is sent; zero: at once
	Waiting     int
	Oldest      time.Time // since when the first that waits does; zero: none does
	Delivered   uint64    // since the log began
	Failed      uint64    // attempts that failed, since the log began
	Dead        uint64    // deliveries that were given up and not sent again
}

// Failing says that somebody should look at the endpoint.
func (s *Status) Failing() bool { return s.Gone || s.Failures >= FailingFrom }

// Delivery is a notice on its way to an endpoint.
type Delivery struct {
	Number   uint64 // in the order in which they are sent
	Endpoint string
	Notice   string // its ID
	Type     Type
	At       time.Time // of the notice
	Wallet   string
	Body     string // as it is sent to webhooks
	State    State
	Queued   time.Time // when it began to wait; again when somebody sends it again
	Attempts []Attempt // the oldest first; of long lists the last ones
	Tries    int       // how many attempts there were
}

// Attempt is one try of a delivery.
type Attempt struct {
	At      time.Time
	Status  int // of the answer, HTTP's or SMTP's; 0: there was none
	Latency time.Duration
	Error   string // empty: it was delivered
}

// Page asks for deliveries, the newest first.
type Page struct {
	Endpoint string // empty: of all
	State    State  // empty: any
	Before   uint64 // a number; 0: from the newest on
	Limit    int
}
