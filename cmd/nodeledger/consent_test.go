package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/operator"
)

// Ann, who administers and prepares, makes nobody who approves: carl's key waits until bob consents to it.
func TestAnAdministratorAloneMakesNoApprover(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	carl := "nlo_" + strings.Repeat("C", 42) + "A"
	s.tokens["carl"] = carl
	defer delete(s.tokens, "carl")
	refused := func(r refusal) {
		t.Helper()
		if exit, p := s.problemOf(t, r); exit != 1 || p.Status != r.status || !strings.Contains(p.Detail, r.text) {
			t.Errorf("%s: exit code %d, %+v", r.line, exit, p)
		}
	}
	for _, line := range []string{proposing, closing, preparing, "nodeledger payout propose 2026-08 --operator ann"} {
		s.run(t, line)
	}
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml"}
	approve := "payout approve 2026-08 --file-hash " + s.ask(t, env, "payout", "show", "2026-08").File

	s.run(t, "nodeledger operator add carl --label laptop --token-key "+operator.TokenKey(carl)+" --scope approve --reference carl "+
		"--operator ann")
	refused(refusal{line: approve, by: "carl", status: http.StatusUnauthorized, text: "this key is not known"})
	refused(refusal{line: approve, by: "ann", status: http.StatusForbidden, text: "lacks the scope approve"})
	waiting := s.ask(t, env, "operator", "list").Waiting
	if len(waiting) != 1 {
		t.Fatalf("%d keys wait", len(waiting))
	}
	consent := "operator consent carl --grant " + waiting[0].Grant
	refused(refusal{line: consent, by: "ann", status: http.StatusForbidden, text: "ann gave this key: another operator must consent to it"})
	refused(refusal{line: consent, by: "carl", status: http.StatusUnauthorized, text: "this key is not known"})
	s.run(t, "nodeledger "+consent+" --operator bob")
	refused(refusal{line: approve, by: "carl", status: http.StatusForbidden, text: "after run 2026-08 was prepared"})
	if left := s.ask(t, env, "operator", "list").Waiting; len(left) != 0 {
		t.Errorf("%d keys wait still", len(left))
	}
}

// Whoever adds keys, looks at them or asks the doctor is told of one person who administers and prepares, and of a single administrator.
func TestWarningsOfOperators(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml", "NODELEDGER_TOKEN": s.tokens["ann"]}
	run := func(line string) (code int, stdout, stderr string) {
		t.Helper()
		out, err := new(lines), new(lines)
		a := &App{Stdout: out, Stderr: err, Env: func(name string) string { return env[name] }, Clock: afterwards(), Limits: impatient}
		code = a.Run(t.Context(), strings.Fields(line))
		return code, out.String(), err.String()
	}
	hash := operator.TokenKey("nlo_" + strings.Repeat("D", 42) + "A")
	both := []string{"ann may administer and prepare payouts", "ann is the only administrator"}
	add, _, said := run("operator add dora --label laptop --token-key " + hash + " --scope record --reference dora")
	_, list, _ := run("operator list")
	checked, doctor, _ := run("doctor")
	for _, want := range both {
		if add != exitDone || !strings.Contains(said, "warning: "+want) {
			t.Errorf("operator add: exit code %d, %q does not say %q", add, said, want)
		}
		if !strings.Contains(list, "warning: "+want) {
			t.Errorf("operator list: %q does not say %q", list, want)
		}
		if checked != exitDone || !strings.Contains(doctor, want) {
			t.Errorf("doctor: exit code %d, %q does not say %q", checked, doctor, want)
		}
	}
}

// Without recovery wallets in the program file there is no text to sign, and no signature is enough.
func TestRecoveryNeedsWalletsOfTheProgram(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	hash := operator.TokenKey("nlo_" + strings.Repeat("E", 42) + "A")
	for _, line := range []string{"", " --after 5 --signature 0x" + strings.Repeat("5a", 65)} {
		exit, p := s.problemOf(t, refusal{line: "operator recover erin --label laptop --token-key " + hash + " --scope admin" + line})
		if exit != 1 || p.Status != http.StatusConflict || !strings.Contains(p.Detail, "names no recovery wallets") {
			t.Errorf("%q: exit code %d, %+v", line, exit, p)
		}
	}
}
