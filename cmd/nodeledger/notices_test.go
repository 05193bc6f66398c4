package main

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/delivery"
	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/wire"
)

// noticed is a server's configuration of notices, and the requests that come of it.
type noticed struct {
	*testing.T
	folder string
	calls  chan *http.Request
	answer func(w http.ResponseWriter)
}

func newNoticed(t *testing.T) *noticed {
	t.Helper()
	n := &noticed{T: t, folder: t.TempDir(), calls: make(chan *http.Request, 16), answer: func(http.ResponseWriter) {}}
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.calls <- r
		n.answer(w)
	}))
	t.Cleanup(receiver.Close)
	_, secret, _ := run(t, &App{}, "notices", "secret")
	n.write("ops.secret", secret)
	n.write("notices.yaml", `webhooks: [{ name: ops, url: "`+receiver.URL+`/token", secret_file: ops.secret, private: true }]`)
	return n
}

func (n *noticed) write(name, text string) {
	n.Helper()
	if err := os.WriteFile(filepath.Join(n.folder, name), []byte(text), 0o600); err != nil {
		n.Fatal(err)
	}
}

// command runs a command on the books, and reads what it prints as JSON.
func (n *noticed) command(into any, args ...string) {
	n.Helper()
	code, out, err := run(n.T, &App{Clock: wallClock{}}, append(args, "--json", "--db", filepath.Join(n.folder, "books.db"))...)
	if code != exitDone || json.Unmarshal([]byte(out), into) != nil {
		n.Fatalf("%s: %d %s%s", strings.Join(args, " "), code, out, err)
	}
}

// next is the ID of the next request.
func (n *noticed) next() string {
	n.Helper()
	select {
	case r := <-n.calls:
		return r.Header.Get("Webhook-Id")
	case <-time.After(time.Minute):
		n.Fatal("nothing came")
		return ""
	}
}

// delivered waits until the log has so many attempts of its newest delivery, and that it was taken.
func (n *noticed) delivered(tries int) (d wire.NoticeDelivery) {
	n.Helper()
	for end := time.Now().Add(time.Minute); d.State != "delivered" || d.Tries != tries; time.Sleep(20 * time.Millisecond) {
		var log wire.NoticeDeliveries
		if n.command(&log, "notices", "log", "--endpoint", "ops"); len(log.Deliveries) > 0 {
			d = log.Deliveries[0]
		}
		if time.Now().After(end) {
			n.Fatalf("%+v", d)
		}
	}
	return d
}

// A server that is killed while an endpoint has its notice, and has not answered, sends it again with its ID when it is there again. The
// commands show it, send it once more and try the endpoint.
func TestServeSendsNotices(t *testing.T) {
	_, node := recordedNode(t)
	n := newNoticed(t)
	args := []string{"serve", "--listen", "127.0.0.1:0", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", node,
		"--max-lag", "0s", "--db", filepath.Join(n.folder, "books.db"), "--notices", filepath.Join(n.folder, "notices.yaml")}
	code, _, refused := run(t, &App{}, "notices", "list", "--db", filepath.Join(n.folder, "books.db"))
	if code != 1 || !strings.Contains(refused, "there is no outbox of notices yet") {
		t.Errorf("%d %s", code, refused)
	}

	first := exec.CommandContext(t.Context(), "nodeledger", args...)
	out, err := first.StdoutPipe()
	if err == nil {
		err = first.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.HasPrefix(line, "serving at ") {
		t.Fatal(line, err)
	}
	killed := make(chan struct{})
	n.answer = func(http.ResponseWriter) {
		_ = first.Process.Kill()
		<-killed
	}
	var queued wire.NoticeQueued
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) { // until the endpoint is known
		code, out, _ := run(t, &App{Clock: wallClock{}}, "notices", "test", "ops", "--json", "--db", filepath.Join(n.folder, "books.db"))
		if code == exitDone && json.Unmarshal([]byte(out), &queued) == nil {
			break
		}
		if time.Now().After(end) {
			t.Fatal(out)
		}
	}
	id := n.next()
	_ = first.Wait()
	close(killed)
	n.answer = func(http.ResponseWriter) {}

	s := start(t, &App{}, args...)
	if again := n.next(); again != id {
		t.Errorf("%s was sent, and after it %s", id, again)
	}
	if d := n.delivered(1); d.ID != id || d.Number != queued.Number || d.Attempts[0].Status != http.StatusOK || d.Type != "notice.test" {
		t.Errorf("%+v", d)
	}
	n.command(&queued, "notices", "resend", "1")
	if again := n.next(); again != id {
		t.Errorf("%s was sent again as %s", id, again)
	}
	n.delivered(2)
	var list wire.NoticeEndpoints
	n.command(&list, "notices", "list")
	if e := list.Endpoints[0]; len(list.Endpoints) != 1 || e.State != "ok" || e.Delivered != 2 || strings.Contains(e.Where, "token") {
		t.Errorf("%+v", list)
	}
	for says, args := range map[string][]string{
		"there is no endpoint nobody":     {"notices", "test", "nobody"},
		"there is no delivery 7":          {"notices", "resend", "7"},
		"is not the number of a delivery": {"notices", "resend", "x"},
		"must be waiting, delivered":      {"notices", "log", "--state", "lost"},
	} {
		code, _, refused := run(t, &App{}, append(args, "--db", filepath.Join(n.folder, "books.db"))...)
		if code != 1 || !strings.Contains(refused, says) {
			t.Errorf("%s: %d %s", says, code, refused)
		}
	}
	s.end()
	if code, text, _ := run(t, &App{}, "notices", "log", "--db", filepath.Join(n.folder, "books.db")); code != exitDone ||
		!strings.Contains(text, id) {
		t.Errorf("%d %s", code, text)
	}
}

// A configuration that cannot be read is refused before anything is served.
func TestServeRefusesNotices(t *testing.T) {
	_, node := recordedNode(t)
	n := newNoticed(t)
	n.write("notices.yaml", `webhooks: [{ name: ops, url: "http://x.example.org", secret_file: ops.secret }]`)
	code, _, refused := run(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--program", shared("programs", "gpunet-recorded.yaml"),
		"--rpc", node,
		"--db", filepath.Join(n.folder, "books.db"), "--notices", filepath.Join(n.folder, "notices.yaml"))
	if code != 1 || !strings.Contains(refused, "without TLS") {
		t.Errorf("%d %s", code, refused)
	}
}

// makeLog makes an outbox beside books, in which 17 notices wait for the endpoint ops.
func makeLog(t *testing.T, books string) {
	t.Helper()
	o, err := outbox.Open(t.Context(), books, afterwards().Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Configure(t.Context(), []notice.Target{{Name: "ops", Kind: notice.Webhook, Where: "https://hooks.example.org"}}); err != nil {
		t.Fatal(err)
	}
	desk := delivery.Desk{Outbox: o, Books: engine.Identity{Program: "demo"}, Clock: newStepClock()}
	for range 17 {
		if _, err := desk.Test(t.Context(), "ops"); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
}
