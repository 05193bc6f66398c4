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
		for range maxOfClient - 1 {
			waits(0)
		}
		if _, err := q.Take(ctx, prefix(0)); problem.Of(err).Kind != problem.Busy {
			t.Errorf("one client too often: %v", err)
		}
		for i := range maxQueued - maxOfClient {
			waits(1 + i/maxOfClient)
		}
		if _, err := q.Take(ctx, prefix(99)); problem.Of(err).Code != CodeCrowded {
			t.Errorf("a full queue: %v", err)
		}
		leave()
		for range maxQueued - 1 {
			if err := <-ended; !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		}
		first.End()
		first.End() // no harm
		if len(q.of) != 0 || q.queued != 0 {
			t.Errorf("%d wait, %v", q.queued, q.of)
		}
		if _, err := q.Take(t.Context(), prefix(0)); err != nil {
			t.Error(err)
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
