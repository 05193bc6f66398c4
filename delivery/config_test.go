package delivery

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/problem"
)

// read reads a configuration beside the file "secret", with the variables SECRET and ADDRESS.
func read(t *testing.T, text string) (*Config, error) {
	t.Helper()
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "secret"), []byte(webhook.NewSecret()+"\n"+webhook.NewSecret()+"\n"), 0o600))
	must(t, os.WriteFile(filepath.Join(folder, "empty"), []byte("\n"), 0o600))
	path := filepath.Join(folder, "notices.yaml")
	must(t, os.WriteFile(path, []byte(text), 0o600))
	env := map[string]string{"SECRET": webhook.NewSecret(), "ADDRESS": "https://hooks.example.org/T0/a-token", "PASSWORD": "hunter2"}
	return ReadConfig(path, func(name string) string { return env[name] }, "test")
}

func TestConfigurations(t *testing.T) {
	t.Parallel()
	const wallet = "0x00000000000000000000000000000000000000aa"
	c, err := read(t, `give_up: 48h
webhooks:
  - name: ops
    url_env: ADDRESS
    secret_file: secret
    types: [run.proposed, exception.opened, wallet.paid]
    wallets: ["`+wallet+`"]
  - { name: relay, url: "http://127.0.0.1:9000", secret_env: SECRET, private: true, all_wallets: true }
mail:
  host: mail.example.org
  user: books
  password_env: PASSWORD
  from: Books <books@example.org>
  recipients:
    - { name: finance, to: finance@example.org, language: zh, types: [month.proposed] }
`)
	must(t, err)
	if c.GiveUp != 48*time.Hour || len(c.Targets) != 3 || c.Targets[0].Where != "https://hooks.example.org" ||
		c.Targets[2].Kind != notice.Mail || c.Targets[2].Where != "finance@example.org" {
		t.Fatalf("%+v", c)
	}
	w, err := ledger.ParseWallet(wallet)
	must(t, err)
	for _, k := range []struct {
		n     notice.Notice
		wants string
	}{
		{notice.Notice{Type: notice.RunProposed}, "ops relay"},
		{notice.Notice{Type: notice.MonthProposed}, "relay finance"},
		{notice.Notice{Type: notice.Paid, Wallet: w}, "ops relay"},
		{notice.Notice{Type: notice.Paid, Wallet: ledger.Wallet{1}}, "relay"},
		{notice.Notice{Type: notice.Unlocked, Wallet: w}, "relay"},
		{notice.Notice{Type: notice.Test}, ""},
	} {
		var names []string
		for i := range c.Targets {
			if c.Targets[i].Wants(&k.n) {
				names = append(names, c.Targets[i].Name)
			}
		}
		if got := strings.Join(names, " "); got != k.wants {
			t.Errorf("%s of %s goes to %q, not to %q", k.n.Type, k.n.Wallet, got, k.wants)
		}
	}
}

func TestConfigurationsThatAreRefused(t *testing.T) {
	t.Parallel()
	hook := func(more string) string {
		return "webhooks:\n  - { name: a, url: \"https://x.example.org\", " + more + " }\n"
	}
	good := hook("secret_env: SECRET")
	many := "webhooks:\n"
	for i := range maxTargets + 1 {
		many += fmt.Sprintf("  - { name: a%d, url: \"https://x.example.org\", secret_env: SECRET }\n", i)
	}
	for says, text := range map[string]string{
		"it names 0 endpoints":          "give_up: 24h\n",
		"it names 65 endpoints":         many,
		"unknown field":                 good + "surprise: 1\n",
		"a length of time":              good + "give_up: 10s\n",
		"two endpoints are named a":     good + strings.TrimPrefix(good, "webhooks:\n"),
		"give the one or the other":     hook("secret_env: SECRET, secret_file: secret"),
		"a: secret is read from a file": hook("types: [run.proposed]"),
		"secret is empty in MISSING":    hook("secret_env: MISSING"),
		"is empty in empty":             hook("secret_file: empty"),
		"the file":                      hook("secret_file: nothing-there"),
		"must be whsec_":                hook("secret_env: PASSWORD"),
		"is not a type of notice":       hook("secret_env: SECRET, types: [run.paid]"),
		"0x12":                          hook(`secret_env: SECRET, wallets: ["0x12"]`),
		"without TLS":                   "webhooks:\n  - { name: a, url: \"http://x.example.org\", secret_env: SECRET }\n",
		"must be of lower-case letters": "webhooks:\n  - { name: A b, url: \"https://x.example.org\", secret_env: SECRET }\n",
		"there is no certificate in":    hook("secret_env: SECRET, ca_file: secret"),
		"mail needs host and from":      good + "mail: { host: mail.example.org }\n",
		"language: \"fr\" must be en or z": good +
			"mail: { host: m.example.org, from: a@example.org, recipients: [{ name: b, to: b@example.org, language: fr }] }\n",
	} {
		_, err := read(t, text)
		if problem.KindOf(err) != problem.Invalid || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: %v", says, err)
		}
	}
	if _, err := ReadConfig(filepath.Join(t.TempDir(), "none.yaml"), os.Getenv, "test"); problem.KindOf(err) != problem.NotFound {
		t.Error(err)
	}
}
