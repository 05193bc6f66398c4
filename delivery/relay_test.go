package delivery

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/delivery/webhook"
)

// request is a webhook as it arrived.
type request struct{ id, at, signature, body string }

// capture sends one webhook, now, and gives what arrived.
func capture(t *testing.T, secret string) (got request) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = request{r.Header.Get("Webhook-Id"), r.Header.Get("Webhook-Timestamp"), r.Header.Get("Webhook-Signature"), string(body)}
	}))
	defer server.Close()
	h, err := webhook.New(webhook.Options{URL: server.URL, Secrets: secrets(t, secret), Private: true})
	must(t, err)
	n := examples(t)[0]
	l, err := letter(&n, "gpunet")
	must(t, err)
	_, err = h.Send(t.Context(), l.ID, l.Body, time.Now())
	must(t, err)
	return got
}

// The relay of the document passes the sentence on to Telegram, once, and makes a notice come again that Telegram did not take.
func TestTheDocumentsRelay(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var texts []string
	fails := 1
	telegram := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var message struct {
			Chat string `json:"chat_id"`
			Text string `json:"text"`
		}
		mu.Lock()
		defer mu.Unlock()
		if err := json.NewDecoder(r.Body).Decode(&message); err != nil || message.Chat != "-100" || r.URL.Path != "/bot12:ab/sendMessage" {
			t.Errorf("%s %+v %v", r.URL, message, err)
		}
		if fails > 0 {
			fails--
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		texts = append(texts, message.Text)
	}))
	defer telegram.Close()
	secret := webhook.NewSecret()
	address := startRelay(t, telegram.URL, secret)
	send := func(secret, id string) int {
		h, err := webhook.New(webhook.Options{URL: address, Secrets: secrets(t, secret), Private: true})
		must(t, err)
		n := examples(t)[0]
		l, err := letter(&n, "gpunet")
		must(t, err)
		a, err := h.Send(t.Context(), id, l.Body, time.Now())
		if (err == nil) != (a.Status == http.StatusOK) {
			t.Errorf("%+v %v", a, err)
		}
		return a.Status
	}
	for i, want := range []int{http.StatusBadGateway, http.StatusOK, http.StatusOK} {
		if got := send(secret, "msg_1"); got != want {
			t.Errorf("the relay answers %d to the request %d, not %d", got, i+1, want)
		}
	}
	if got := send(webhook.NewSecret(), "msg_2"); got != http.StatusUnauthorized {
		t.Errorf("the relay answers %d to a stranger", got)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(texts) != 1 || !strings.Contains(texts[0], "was paid 250 USDT by the payout run 2024-06-usdt") {
		t.Errorf("Telegram got %q", texts)
	}
}

// startRelay runs the document's relay, and gives its address.
func startRelay(t *testing.T, telegram, secret string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "relay.mjs")
	must(t, os.WriteFile(path, []byte(block(t, "mjs")), 0o600))
	relay := exec.CommandContext(t.Context(), "node", path)
	relay.Env = append(os.Environ(), "SECRET="+secret, "BOT_TOKEN=12:ab", "CHAT_ID=-100", "PORT=0", "TELEGRAM="+telegram)
	out, err := relay.StdoutPipe()
	must(t, err)
	relay.Stderr = os.Stderr
	must(t, relay.Start())
	t.Cleanup(func() { _ = relay.Process.Kill(); _ = relay.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	must(t, err)
	return "http://127.0.0.1:" + strings.TrimSpace(line[strings.LastIndex(line, " ")+1:])
}
