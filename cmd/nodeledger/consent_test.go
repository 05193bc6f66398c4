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
	for _, line := range []string{closing, preparing, "nodeledger payout propose 2026-08 --operator ann"} {
		s.run(t, line)
	}
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml"}
	approve := "payout approve 2026-08 --file-hash " + s.ask(t, env, "payout", "show", "2026-08").File

	s.run(t, "nodeledger operator add carl --label laptop --token-hash "+operator.HashToken(carl)+" --scope approve --reference carl "+
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
