package e2e_test

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// proxied is a proxy with TLS before a server, from the example in deploy/proxy.
type proxied struct {
	*testing.T

	at     string // host and port
	roots  *x509.CertPool
	folder string
	cert   string // files
	key    string
}

// freePort is an address on this machine that nobody listens at.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// certify makes the certificate that Let's Encrypt would give.
func (p *proxied) certify() {
	p.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		p.Fatal(err)
	}
	const name = "books.example.org"
	made := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, made, made, &key.PublicKey, key)
	if err != nil {
		p.Fatal(err)
	}
	secret, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		p.Fatal(err)
	}
	p.cert = p.write("cert.pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	p.key = p.write("key.pem", string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret})))
	public, err := x509.ParseCertificate(der)
	if err != nil {
		p.Fatal(err)
	}
	p.roots = x509.NewCertPool()
	p.roots.AddCert(public)
}

func (p *proxied) write(name, text string) string {
	p.Helper()
	path := filepath.Join(p.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
	return path
}

// example is a file of deploy/proxy with what differs on this machine; each text must be there.
func (p *proxied) example(name string, differs ...string) string {
	p.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "deploy", "proxy", name))
	if err != nil {
		p.Fatal(err)
	}
	text := string(raw)
	for i := 0; i < len(differs); i += 2 {
		if !strings.Contains(text, differs[i]) {
			p.Fatalf("%s has no %q", name, differs[i])
		}
		text = strings.ReplaceAll(text, differs[i], differs[i+1])
	}
	return text
}

// run starts a proxy and waits until it listens.
func (p *proxied) run(program string, args ...string) {
	p.Helper()
	path := os.Getenv("PATH") + ":/usr/sbin"
	found := ""
	for _, dir := range filepath.SplitList(path) {
		if _, err := os.Stat(filepath.Join(dir, program)); err == nil {
			found = filepath.Join(dir, program)
		}
	}
	if found == "" {
		p.Fatalf("%s is not installed: run scripts/setup.sh, or on Debian apt-get install --no-install-recommends %s", program, program)
	}
	var log bytes.Buffer
	cmd := exec.Command(found, args...) // not by the context, which kills: nginx would leave its workers behind
	cmd.Env = append(os.Environ(), "HOME="+p.folder, "XDG_DATA_HOME="+p.folder, "XDG_CONFIG_HOME="+p.folder)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &log, &log, 10*time.Second
	if err := cmd.Start(); err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM) // nginx ends its workers
		_ = cmd.Wait()
		if p.Failed() {
			p.Logf("%s says:\n%s", program, log.String())
		}
	})
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		c, err := net.Dial("tcp", p.at)
		if err == nil {
			c.Close()
			return
		}
		if time.Now().After(end) {
			p.Fatalf("%s does not listen: %v", program, err)
		}
	}
}

// client is somebody with an address of their own on this machine.
func (p *proxied) client(from string) *http.Client {
	dialer := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	transport := &http.Transport{DialContext: dialer.DialContext, DisableCompression: true,
		TLSClientConfig: &tls.Config{RootCAs: p.roots, ServerName: "books.example.org", MinVersion: tls.VersionTLS12}}
	p.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport, Timeout: 30 * time.Second}
}

// ask asks through the proxy.
func (p *proxied) ask(c *http.Client, method, path string, body io.Reader, headers ...string) *http.Response {
	p.Helper()
	r, err := http.NewRequestWithContext(p.Context(), method, "https://"+p.at+path, body)
	if err != nil {
		p.Fatal(err)
	}
	r.Host = "books.example.org"
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := c.Do(r)
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { answer.Body.Close() })
	return answer
}

// TestBehindAProxy: through nginx and through Caddy, as the examples set them up, the API answers, events come as they are sent, the server
// knows who asks whatever they say of themselves, request identifiers go through, and bodies are bounded.
func TestBehindAProxy(t *testing.T) {
	for name, set := range map[string]func(p *proxied, server string){
		"nginx": func(p *proxied, server string) {
			_, port, _ := net.SplitHostPort(p.at)
			p.write("site.conf", p.example("nginx.conf", "listen 80;", "listen 127.0.0.1:"+freePort(p.T)+";",
				"listen 443 ssl", "listen 127.0.0.1:"+port+" ssl", "server 127.0.0.1:8080", "server "+server,
				"/etc/letsencrypt/live/books.example.org/fullchain.pem", p.cert, "/etc/letsencrypt/live/books.example.org/privkey.pem", p.key))
			main := "daemon off;\npid " + p.folder + "/pid;\nerror_log stderr;\nevents {}\nhttp {\n\taccess_log off;\n"
			for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
				main += fmt.Sprintf("\t%s_temp_path %s/%s;\n", kind, p.folder, kind)
			}
			p.run("nginx", "-c", p.write("main.conf", main+"\tinclude "+p.folder+"/site.conf;\n}\n"))
		},
		"caddy": func(p *proxied, server string) {
			text := "{\n\tadmin off\n\tauto_https off\n\tgrace_period 2s\n}\n" + p.example("Caddyfile",
				"books.example.org {", "https://books.example.org:"+
					p.at[strings.LastIndex(p.at, ":")+1:]+" {\n\tbind 127.0.0.1\n\ttls "+p.cert+" "+p.key,
				"reverse_proxy 127.0.0.1:8080", "reverse_proxy "+server)
			p.run("caddy", "run", "--adapter", "caddyfile", "--config", p.write("Caddyfile", text))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &proxied{T: t, at: "127.0.0.1:" + freePort(t), folder: t.TempDir()}
			if err := os.Chmod(p.folder, 0o755); err != nil {
				t.Fatal(err)
			}
			p.certify()
			_, chain := recordedServer(t)
			books := filepath.Join(t.TempDir(), "books.db")
			w := &alarmed{T: t, rate: "2", flags: []string{"--db", books, "--program", recordedProgram(), "--rpc", chain,
				"--max-lag", "0", "--origin", "https://books.example.org", "--trusted-proxy", "127.0.0.1/32"}}
			w.start()
			w.until("nodeledger_purchases", is(41))
			set(p, strings.TrimPrefix(w.api, "http://"))
			p.answers()
			p.streams()
			p.knowsWhoAsks()
			p.bounds()
		})
	}
}

// answers says whether the API and the page answer, with the identifier of the request.
func (p *proxied) answers() {
	p.Helper()
	c := p.client("127.0.0.10")
	answer := p.ask(c, http.MethodGet, "/api/v1/sale", nil)
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK || !bytes.Contains(body, []byte(`"purchases":41`)) {
		p.Errorf("%d %v: %.200s", answer.StatusCode, err, body)
	}
	first := answer.Header.Get("X-Request-Id")
	second := p.ask(c, http.MethodGet, "/readyz", nil).Header.Get("X-Request-Id")
	if len(first) < 32 || first == second {
		p.Errorf("the identifiers of two requests are %q and %q: they are not those of the proxy", first, second)
	}
	if answer := p.ask(p.client("127.0.0.11"), http.MethodGet, "/metrics", nil); answer.StatusCode != http.StatusNotFound {
		p.Errorf("the metrics are for everybody: %d", answer.StatusCode)
	}
}

// streams says whether a stream's first line comes at once, while the stream goes on.
func (p *proxied) streams() {
	p.Helper()
	answer := p.ask(p.client("127.0.0.12"), http.MethodGet, "/api/v1/events", nil, "Accept", "text/event-stream")
	line := make(chan string, 1)
	go func() { text, _ := bufio.NewReader(answer.Body).ReadString('\n'); line <- text }()
	select {
	case text := <-line:
		if !strings.HasPrefix(text, "retry: ") { // what a stream begins with, before its first event
			p.Errorf("the stream begins with %q", text)
		}
	case <-time.After(10 * time.Second):
		p.Error("nothing of the stream comes: the proxy keeps it back")
	}
}

// knowsWhoAsks says whether each client has its own share of requests, whatever it says of itself.
func (p *proxied) knowsWhoAsks() {
	p.Helper()
	greedy, other := p.client("127.0.0.13"), p.client("127.0.0.14")
	refused := false
	for i := range 20 {
		answer := p.ask(greedy, http.MethodGet, "/api/v1/sale", nil, "X-Forwarded-For", fmt.Sprintf("192.0.2.%d", i))
		refused = refused || answer.StatusCode == http.StatusTooManyRequests
	}
	if !refused {
		p.Error("a client that claims another address for each request has no limit")
	}
	if answer := p.ask(other, http.MethodGet, "/api/v1/sale", nil); answer.StatusCode != http.StatusOK {
		p.Errorf("a client is refused for what another one asked: %d", answer.StatusCode)
	}
}

// bounds says whether the proxy refuses a body that nothing needs.
func (p *proxied) bounds() {
	p.Helper()
	large := bytes.Repeat([]byte{'0'}, 36_000_000)
	answer := p.ask(p.client("127.0.0.15"), http.MethodPost, "/api/v1/session", bytes.NewReader(large), "Content-Type", "application/json")
	if answer.StatusCode != http.StatusRequestEntityTooLarge {
		p.Errorf("a body of 36 MB: %d", answer.StatusCode)
	}
	small := p.ask(p.client("127.0.0.16"), http.MethodPost, "/api/v1/session", strings.NewReader("{}"), "Content-Type", "application/json")
	if small.StatusCode == http.StatusRequestEntityTooLarge || small.StatusCode >= 500 {
		p.Errorf("a small body: %d", small.StatusCode)
	}
}
