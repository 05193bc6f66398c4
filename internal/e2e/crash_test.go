package e2e_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/synth"
)

// kills is how many times a sync is killed on each database.
const kills = 50

// TestKillAtAnyMomentAndGoOn kills syncs at random moments with SIGKILL and lets each next one go on where it was cut
// off. The journal that comes out is that of a sync which nobody disturbed.
func TestKillAtAnyMomentAndGoOn(t *testing.T) {
	made := synth.PaymentHandler(120, 20)
	url := serve(t, made.Serve())
	program := filepath.Join(t.TempDir(), "made.yaml")
	if err := os.WriteFile(program, []byte("program: made\nschema: 1\nchain: { id: 31337, start_block: 0, proof: full }\nsale: { contract: \""+
		made.Contract.Hex()+"\", adapter: payment-handler, amount: net, admin: scan }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(20241122, 0))
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			args := func(db string) []string {
				return []string{"sync", "--db", db, "--program", program, "--rpc", url, "--json"}
			}
			begun := time.Now()
			undisturbed := succeed(t, args(fresh())...)
			whole := time.Since(begun)
			if undisturbed["purchases"].(json.Number).String() != "2400" {
				t.Fatalf("an undisturbed sync books %v purchases", undisturbed["purchases"])
			}
			killed, ended := 0, 0
			db := fresh()
			for killed < kills {
				cmd := command(args(db)...)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				within := whole
				if killed%3 == 0 {
					within /= 8 // while the books are being made
				}
				timer := time.AfterFunc(time.Duration(rng.Int64N(int64(within))), func() { _ = cmd.Process.Kill() })
				err := cmd.Wait()
				if timer.Stop() || err == nil {
					if err != nil {
						t.Fatalf("a sync after %d kills failed by itself: %v", killed, err)
					}
				} else {
					killed++
				}
				if err == nil || killed == kills {
					after := succeed(t, args(db)...)
					if after["ledger_head"] != undisturbed["ledger_head"] {
						t.Fatalf("after %d kills the head is %v, undisturbed it is %v", killed, after["ledger_head"], undisturbed["ledger_head"])
					}
					if ok := succeed(t, "ledger", "verify", "--db", db, "--program", program, "--json"); ok["ok"] != true {
						t.Fatalf("verify after %d kills: %v", killed, ok)
					}
					ended++
					db = fresh()
				}
			}
			t.Logf("%d kills over %d complete syncs of %s each", killed, ended, whole.Round(time.Millisecond))
		})
	}
}
