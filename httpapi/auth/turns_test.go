package auth

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

// An operator, by whatever keys, has as many dear answers made as one may have; another one finds a place meanwhile.
func TestOneOperatorShutsOutNoOther(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		g := newGate(t, home)
		until := g.clock.at.Add(time.Hour)
		ann, laptop := g.token("ann", "token", until, operator.Admin), g.token("ann", "laptop", until, operator.Record)
		bob := g.token("bob", "token", until, operator.Record)
		codes := make(chan int, 32)
		ask := func(token string, times int) {
			for range times {
				go func() {
					codes <- g.browser().send(http.MethodGet, "/api/v1/operator/test-dear", "", func(r *http.Request) {
						r.Header.Set("Authorization", "Bearer "+token)
					}).Code
				}()
				synctest.Wait()
			}
		}
		ask(ann, 4)
		ask(laptop, 4)
		ask(ann, 1)
		ask(laptop, 1)
		for range 2 {
			if code := <-codes; code != http.StatusTooManyRequests {
				t.Errorf("once too often: %d", code)
			}
		}
		ask(bob, 1)
		close(g.dear)
		for range 9 {
			if code := <-codes; code != http.StatusOK {
				t.Errorf("waited: %d", code)
			}
		}
	})
}
