package mail

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"github.com/nodeledger/nodeledger/sentence"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// post is a mail server on this machine.
type post struct {
	host  string
	port  int
	roots *x509.CertPool

	mu    sync.Mutex
	mails []string
	signs int // how many signed in
}

type session struct {
	post *post
	tls  bool
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if !s.tls || user != "books" || password != "pass word" {
			return errors.New("no")
		}
		s.post.mu.Lock()
		defer s.post.mu.Unlock()
		s.post.signs++
		return nil
	}), nil
}

func (s *session) Mail(string, *smtp.MailOptions) error { return nil }

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if strings.HasPrefix(to, "nobody") {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	s.post.mu.Lock()
	defer s.post.mu.Unlock()
	s.post.mails = append(s.post.mails, string(text))
	return err
}

func (s *session) Reset()        {}
func (s *session) Logout() error { return nil }

// newPost starts a mail server: with STARTTLS, with TLS from the first byte, or without.
func newPost(t *testing.T, kind string) *post {
	t.Helper()
	p := &post{host: "localhost"}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	form := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{p.host}, IsCA: true,
		BasicConstraintsValid: true}
	raw, err := x509.CreateCertificate(rand.Reader, form, form, &key.PublicKey, key)
	must(t, err)
	cert, err := x509.ParseCertificate(raw)
	must(t, err)
	p.roots = x509.NewCertPool()
	p.roots.AddCert(cert)
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		_, secure := c.TLSConnectionState()
		return &session{p, secure || kind == "tls"}, nil
	}))
	server.Domain = p.host
	secure := &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{raw}, PrivateKey: key}}}
	socket, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	must(t, err)
	p.port = socket.Addr().(*net.TCPAddr).Port
	switch kind {
	case "starttls":
		server.TLSConfig = secure
	case "tls":
		socket = tls.NewListener(socket, secure)
	}
	go func() { _ = server.Serve(socket) }()
	t.Cleanup(func() { _ = server.Close() })
	return p
}

func (p *post) server(kind string) Server {
	return Server{Host: p.host, Port: p.port, TLS: kind, From: "The books <books@example.org>", Roots: p.roots}
}

var example = Text{
	ID: "msg_1", Type: "exception.opened", At: time.Date(2024, 5, 3, 12, 0, 0, 0, time.UTC),
	Said: sentence.New(sentence.NoticeRunProposed, sentence.Params{"run": "april", "total": "12 USDT", "lines": "1"}),
	Why:  sentence.New(sentence.PaymentUnknownRecipient, nil),
}

func send(t *testing.T, s Server, to string, l sentence.Language) (int, error) {
	t.Helper()
	b, err := New(s, to, l)
	must(t, err)
	return b.Send(t.Context(), &example, example.At)
}

// A mail goes over STARTTLS and over TLS, with a sign-in, in both languages.
func TestMails(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"starttls", "tls"} {
		p := newPost(t, kind)
		s := p.server(kind)
		s.User, s.Password = "books", "pass word"
		for _, l := range []sentence.Language{sentence.English, sentence.Chinese} {
			if status, err := send(t, s, "ann@example.org", l); err != nil || status != 250 {
				t.Fatalf("%s: %d %v", kind, status, err)
			}
		}
		if len(p.mails) != 2 || p.signs != 2 {
			t.Fatalf("%d mails, %d sign-ins", len(p.mails), p.signs)
		}
		for i, want := range []string{"the payout run april waits for approval: 12 USDT to 1 wallet", "发放批次 april 等待审批：向 1 个钱包发放 12 USDT"} {
			checkMail(t, p.mails[i], want)
		}
	}
}

func checkMail(t *testing.T, text, said string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(text))
	must(t, err)
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	must(t, err)
	kind, parameters, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	must(t, err)
	var body []byte
	if m.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
		body, err = io.ReadAll(quotedprintable.NewReader(m.Body))
	} else {
		body, err = io.ReadAll(m.Body)
	}
	must(t, err)
	if subject != "nodeledger: "+said || kind != "text/plain" || parameters["charset"] != "UTF-8" ||
		m.Header.Get("To") != "<ann@example.org>" ||
		m.Header.Get("Message-Id") != "<msg_1@example.org>" || m.Header.Get("Auto-Submitted") != "auto-generated" ||
		!strings.HasPrefix(string(body), said) || !strings.Contains(string(body), "2024-05-03T12:00:00Z  exception.opened") {
		t.Errorf("%s\n%s", subject, text)
	}
}

// A server whose certificate is another one's, one that offers no TLS, and one that refuses the recipient or the password get no mail.
func TestMailsThatDoNotGoOut(t *testing.T) {
	t.Parallel()
	secure, plain := newPost(t, "starttls"), newPost(t, "none")
	unknown := secure.server("starttls")
	unknown.Roots = nil
	wrong := secure.server("starttls")
	wrong.User, wrong.Password = "books", "hunter2"
	for name, c := range map[string]struct {
		server   Server
		to, says string
		status   int
	}{
		"unknown certificate": {unknown, "ann@example.org", "certificate", 0},
		"no TLS":              {plain.server("starttls"), "ann@example.org", "STARTTLS", 0},
		"no mailbox":          {secure.server("starttls"), "nobody@example.org", "no such mailbox", 550},
		"wrong password":      {wrong, "ann@example.org", "", 0},
	} {
		status, err := send(t, c.server, c.to, sentence.English)
		if err == nil || !strings.Contains(err.Error(), c.says) || status != c.status || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %d %v", name, status, err)
		}
	}
	if len(secure.mails)+len(plain.mails) > 0 {
		t.Errorf("%q %q", secure.mails, plain.mails)
	}
	if status, err := send(t, plain.server("none"), "ann@example.org", sentence.English); err != nil || len(plain.mails) != 1 {
		t.Errorf("a server that is said to be without TLS: %d %v", status, err)
	}
}

func TestMailSettingsThatAreRefused(t *testing.T) {
	t.Parallel()
	good := Server{Host: "mail.example.org", Port: 587, From: "books@example.org"}
	for says, change := range map[string]func(*Server) string{
		"not sent without TLS":        func(s *Server) string { s.TLS, s.User = "none", "books"; return "ann@example.org" },
		"must be starttls":            func(s *Server) string { s.TLS = "ssl"; return "ann@example.org" },
		`from: "nobody"`:              func(s *Server) string { s.From = "nobody"; return "ann@example.org" },
		`"ann" is not a mail address`: func(*Server) string { return "ann" },
		"is not a mail address":       func(*Server) string { return "ann@example.org\r\nBcc: eve@example.org" },
	} {
		s := good
		to := change(&s)
		if _, err := New(s, to, sentence.English); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
	}
}
