package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/nodeledger/nodeledger/internal/synth"
)

// rounds is how often two processes meet on each database.
const rounds = 12

// TestTwoProcessesRecordAtTheSameInstant starts two commands on the same books at once, round by round. Both succeed by
// themselves: neither asks anybody to try again. What differs is recorded twice, and what is the same once.
func TestTwoProcessesRecordAtTheSameInstant(t *testing.T) {
	made := synth.NodeSale(3, 1)
	url := serve(t, made.Serve())
	program := filepath.Join(t.TempDir(), "together.yaml")
	if err := os.WriteFile(program, []byte(`program: together
schema: 1
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0xdac17f958d2ee523a2206206994597c13d831ec7" }
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+made.Contract.Hex()+`", adapter: nodesale }
revenue: { asset: USDT, split: { share: 30%, buyback: 70% } }
`), 0o600); err != nil {
		t.Fatal(err)
	}
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			flags := []string{"--db", fresh(), "--program", program, "--json"}
			before := succeed(t, append([]string{"sync", "--rpc", url}, flags...)...)
			revenue := func(reference string) *exec.Cmd {
				return command(append([]string{"revenue", "record", "--operator", "ann", "--source", "dapp", "--amount", "1.50",
					"--at", "2024-04-17T00:00:00Z", "--reference", reference}, flags...)...)
			}
			sequences := map[string]bool{}
			for round := range rounds {
				names := [2]string{fmt.Sprintf("left-%d", round), fmt.Sprintf("right-%d", round)}
				same := round%3 == 2 // now both record one and the same thing
				if same {
					names[1] = names[0]
				}
				first, second := together(t, revenue(names[0]), revenue(names[1]))
				if first["reference"] != names[0] || second["reference"] != names[1] {
					t.Fatalf("round %d: %v and %v", round, first, second)
				}
				if again := first["already_recorded"] == true; again && !same || same && again == (second["already_recorded"] == true) {
					t.Fatalf("round %d: %v and %v", round, first, second)
				}
				sequences[fmt.Sprint(first["sequence"])], sequences[fmt.Sprint(second["sequence"])] = true, true
			}
			want := 2*rounds - rounds/3
			if len(sequences) != want {
				t.Errorf("%d facts are recorded, want %d", len(sequences), want)
			}
			after := succeed(t, append([]string{"ledger", "verify"}, flags...)...)
			if after["ok"] != true || fmt.Sprint(after["head"]) == fmt.Sprint(before["ledger_head"]) {
				t.Errorf("verify: %v", after)
			}
		})
	}
}

// together runs two commands at once. Both have to succeed; it gives back what each of them prints.
func together(t *testing.T, left, right *exec.Cmd) (first, second map[string]any) {
	t.Helper()
	var stdout, stderr [2]bytes.Buffer
	for i, cmd := range []*exec.Cmd{left, right} {
		cmd.Stdout, cmd.Stderr = &stdout[i], &stderr[i]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i, cmd := range []*exec.Cmd{left, right} {
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %v: %s%s", cmd.Args[1:], err, &stdout[i], &stderr[i])
		}
	}
	for i, into := range []*map[string]any{&first, &second} {
		if err := json.Unmarshal(stdout[i].Bytes(), into); err != nil && !t.Failed() {
			t.Fatalf("it printed %q: %v", &stdout[i], err)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return first, second
}
