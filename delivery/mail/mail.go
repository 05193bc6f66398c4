package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
)

// Timeout is how long an attempt takes at the longest.
const Timeout = 30 * time.Second

// Server is where mails are handed over.
type Server struct {
	Host           string
	Port           int
	TLS            string         // "starttls", "tls", or "none" for a private server
	User, Password string         // empty: no sign-in
	From           string         // such as Books <books@example.org>
	Roots          *x509.CertPool // that its certificate is verified by; nil: the system's
}

// Text is what a mail says.
type Text struct {
	ID           string // of the notice
	Said, Why    sentence.Sentence
	Wallet, Type string
	At           time.Time
}

// Box sends mails to one recipient.
type Box struct {
	server   Server
	to       string
	language sentence.Language
	options  []gomail.Option
	domain   string
}

// New checks a server and a recipient.
func New(s Server, to string, language sentence.Language) (*Box, error) {
	b := &Box{server: s, to: to, language: language, options: []gomail.Option{
		gomail.WithPort(s.Port), gomail.WithTimeout(Timeout),
		gomail.WithTLSConfig(&tls.Config{ServerName: s.Host, RootCAs: s.Roots, MinVersion: tls.VersionTLS12}),
	}}
	switch s.TLS {
	case "", "starttls":
		b.options = append(b.options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	case "tls":
		b.options = append(b.options, gomail.WithSSL())
	case "none":
		b.options = append(b.options, gomail.WithTLSPolicy(gomail.NoTLS))
		if s.User != "" {
			return nil, problem.Invalidf("mail: a password is not sent without TLS: use starttls or tls")
		}
	default:
		return nil, problem.Invalidf("mail: tls: %q must be starttls, tls or none", s.TLS)
	}
	if s.User != "" {
		b.options = append(b.options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(s.User),
			gomail.WithPassword(s.Password))
	}
	m := gomail.NewMsg()
	if err := m.From(s.From); err != nil {
		return nil, problem.Invalidf("mail: from: %q is not a mail address", s.From)
	}
	if err := m.To(to); err != nil {
		return nil, problem.Invalidf("mail: %q is not a mail address", to)
	}
	sender, err := m.GetSender(false)
	if err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	_, b.domain, _ = strings.Cut(strings.Trim(sender, "<>"), "@")
	_, err = gomail.NewClient(s.Host, b.options...)
	return b, problem.As(problem.Invalid, "", err)
}

// Where is the recipient.
func (b *Box) Where() string { return b.to }

// Send hands a mail over once. status is SMTP's of the answer that refused it; 0 where there was none.
func (b *Box) Send(ctx context.Context, t *Text, now time.Time) (status int, err error) {
	m, err := b.message(t, now)
	if err != nil {
		return 0, err
	}
	c, err := gomail.NewClient(b.server.Host, b.options...)
	if err != nil {
		return 0, err
	}
	ctx, end := context.WithTimeout(ctx, Timeout)
	defer end()
	err = c.DialAndSendWithContext(ctx, m)
	if err == nil {
		return 250, nil
	}
	var refused *gomail.SendError
	if errors.As(err, &refused) {
		status = refused.ErrorCode()
	}
	return status, err
}

// message is the mail. What comes from the books stands on lines of its own, and the subject on one.
func (b *Box) message(t *Text, now time.Time) (*gomail.Msg, error) {
	m := gomail.NewMsg()
	if err := m.From(b.server.From); err != nil {
		return nil, err
	}
	if err := m.To(b.to); err != nil {
		return nil, err
	}
	said := b.in(t.Said)
	m.SetMessageIDWithValue(t.ID + "@" + b.domain)
	m.SetDateWithValue(now)
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.Subject(subject(said))
	lines := []string{said}
	if !t.Why.IsZero() {
		lines = append(lines, b.in(t.Why))
	}
	lines = append(lines, "", fmt.Sprintf("%s  %s", t.At.UTC().Format(time.RFC3339), t.Type), t.ID)
	m.SetBodyString(gomail.TypeTextPlain, strings.Join(lines, "\n")+"\n")
	return m, nil
}

func (b *Box) in(s sentence.Sentence) string {
	if b.language == sentence.Chinese {
		return s.Chinese()
	}
	return s.English()
}

// longestSubject is in characters.
const longestSubject = 150

// subject is a text on one line, not too long.
func subject(text string) string {
	line := []rune("nodeledger: " + strings.Join(strings.Fields(text), " "))
	if len(line) > longestSubject {
		line = append(line[:longestSubject-1], '…')
	}
	return string(line)
}
