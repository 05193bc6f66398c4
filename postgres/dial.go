// Package postgres connects to PostgreSQL so that a server which is gone without a word is noticed within seconds, and so is a commit that
// only one server has.
//
// Guarantees:
//   - A server that does not answer a connection is given up after [Patience].
//   - A connection whose other end no longer acknowledges anything, idle or in use, ends within some ten seconds on Linux, and an idle one
//     elsewhere too.
//   - A commit that the server answered although it stopped waiting for its synchronous replica is noticed, see [Settle].
package postgres

import (
	"context"
	"net"
	"time"
)

// Patience is how long a server may take to accept a connection. Where several are named, the next one is tried then.
const Patience = 3 * time.Second

// unacknowledged is how long what was sent may stay without an acknowledgement.
const unacknowledged = 10 * time.Second

// Dial connects to an address.
func Dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: Patience, Control: control,
		KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: 3 * time.Second, Interval: time.Second, Count: 5}}
	return d.DialContext(ctx, network, address)
}
