package operation

import (
	"context"
	"errors"
	"net/netip"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

func prefix(n int) netip.Prefix {
	return netip.PrefixFrom(netip.AddrFrom4([4]byte{203, 0, 113, byte(n)}), 32)
}

// One client finds a few places, all together find a fixed number, and whoever leaves makes room.
func TestQueueIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := NewTurns(1)
		first, err := q.Take(t.Context(), prefix(0))
		if err != nil {
			t.Fatal(err)
		}
		ctx, leave := context.WithCancel(t.Context())
		ended := make(chan error)
		waits := func(n int) {
			go func() {
				_, err := q.Take(ctx, prefix(n))
				ended <- err
			}()
			synctest.Wait()
		}
		for i := range maxQueued - 1 {
			waits((i + 1) % (maxQueued / maxOfClient))
		}
		for client := range maxQueued / maxOfClient {
			if _, err := q.Take(ctx, prefix(client)); problem.Of(err).Kind != problem.Busy {
				t.Errorf("client %d once too often: %v", client, err)
			}
		}
		leave()
		for range maxQueued - 1 {
			if err := <-ended; !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		}
		first.End()
		first.End()                // no harm
		for n := range maxQueued { // all places are free again
			if _, err := q.places.Enter(netip.PrefixFrom(netip.AddrFrom4([4]byte{10, byte(n), 0, 1}), 32), false, func() {}); err != nil {
				t.Errorf("place %d: %v", n, err)
			}
		}
	})
}

// When all places are taken by clients of one network, somebody of another one takes the place of one of them, who is told at once that
// there are too many; whose turn it is goes on.
func TestQueueIsSharedByNetwork(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := NewTurns(1)
		first, err := q.Take(t.Context(), prefix(0))
		if err != nil {
			t.Fatal(err)
		}
		ended, others := make(chan error, maxQueued), make(chan error, 2)
		take := func(of netip.Prefix, to chan error) {
			go func() {
				turn, err := q.Take(t.Context(), of)
				if err == nil {
					turn.End()
				}
				to <- err
			}()
			synctest.Wait()
		}
		for i := range maxQueued - 1 {
			take(prefix((i+1)%(maxQueued/maxOfClient)), ended)
		}
		for n := range 2 {
			take(netip.PrefixFrom(netip.AddrFrom4([4]byte{198, 51, 100, byte(n)}), 32), others)
			select {
			case err := <-ended:
				if problem.Of(err).Code != CodeCrowded || problem.Of(err).Kind != problem.Unavailable {
					t.Errorf("whose place was taken is told %v", err)
				}
			default:
				t.Errorf("client %d of another network took no place", n+1)
			}
		}
		if first.Taken() != nil || first.Context().Err() != nil {
			t.Errorf("whose turn it is lost it: %v", first.Taken())
		}
		first.End()
		for range 2 {
			if err := <-others; err != nil {
				t.Errorf("of another network: %v", err)
			}
		}
		for range maxQueued - 3 {
			if err := <-ended; err != nil {
				t.Errorf("who waited on: %v", err)
			}
		}
	})
}

// When all places are taken by as many networks, nobody else finds one.
func TestCrowdOfNetworks(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := NewTurns(maxQueued)
		for n := range maxQueued {
			if _, err := q.Take(t.Context(), netip.PrefixFrom(netip.AddrFrom4([4]byte{10, byte(n), 0, 1}), 32)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := q.Take(t.Context(), prefix(99)); problem.Of(err).Code != CodeCrowded {
			t.Errorf("a full queue: %v", err)
		}
	})
}

// Nobody waits longer than ten seconds for the first turn.
func TestQueueEnds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q, begun := NewTurns(1), time.Now()
		turn, err := q.Take(t.Context(), prefix(0))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := q.Take(t.Context(), prefix(1)); problem.Of(err).Code != CodeCrowded || time.Since(begun) != maxQueuing {
			t.Errorf("%v after %s", err, time.Since(begun))
		}
		turn.End()
	})
}

// While somebody waits for what takes no computing, such as a place among those that send files, others have their turn.
func TestWaitingHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q, files := NewTurns(1), NewFiles(1, nil)
		release, err := files.Turn(t.Context()) // somebody sends to a slow reader
		if err != nil {
			t.Fatal(err)
		}
		turn, err := q.Take(t.Context(), prefix(0))
		if err != nil {
			t.Fatal(err)
		}
		sent := make(chan error)
		go func() {
			done, err := files.Turn(WithTurn(t.Context(), turn))
			if err == nil {
				done()
			}
			sent <- err
		}()
		synctest.Wait()
		other, err := q.Take(t.Context(), prefix(1))
		if err != nil {
			t.Fatalf("somebody who waits for a file holds up the others: %v", err)
		}
		release()
		synctest.Wait()
		select {
		case err := <-sent:
			t.Errorf("two have their turn at once (%v)", err)
		default:
		}
		other.End()
		if err := <-sent; err != nil || !turn.held {
			t.Errorf("%v, held %t", err, turn.held)
		}
	})
}
