package delivery

import (
	"bytes"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/nodeledger/nodeledger/delivery/mail"
	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
)

// DefaultGiveUp is how long a notice is tried where the file does not say it.
const DefaultGiveUp = 24 * time.Hour

// maxTargets is how many there may be.
const maxTargets = 64

// Config is who is told what, and how.
type Config struct {
	Targets  []notice.Target
	GiveUp   time.Duration
	channels map[string]channel // by name
}

// file is the configuration as people write it.
type file struct {
	GiveUp   string         `yaml:"give_up"`
	Webhooks []webhookEntry `yaml:"webhooks"`
	Mail     *mailEntry     `yaml:"mail"`
}

// Wish is what an endpoint is told.
type Wish struct {
	Name       string   `yaml:"name"`
	Types      []string `yaml:"types"`
	Wallets    []string `yaml:"wallets"`
	AllWallets bool     `yaml:"all_wallets"`
}

type webhookEntry struct {
	Wish       `yaml:",inline"`
	URL        string `yaml:"url"`
	URLFile    string `yaml:"url_file"`
	URLEnv     string `yaml:"url_env"`
	SecretFile string `yaml:"secret_file"`
	SecretEnv  string `yaml:"secret_env"`
	Private    bool   `yaml:"private"`
	CAFile     string `yaml:"ca_file"`
}

type mailEntry struct {
	Host         string `yaml:"host"`
	Port         int    `yaml:"port"`
	TLS          string `yaml:"tls"`
	User         string `yaml:"user"`
	PasswordFile string `yaml:"password_file"`
	PasswordEnv  string `yaml:"password_env"`
	From         string `yaml:"from"`
	CAFile       string `yaml:"ca_file"`
	Recipients   []struct {
		Wish     `yaml:",inline"`
		To       string `yaml:"to"`
		Language string `yaml:"language"`
	} `yaml:"recipients"`
}

// reader reads a configuration and the secrets that it names.
type reader struct {
	folder  string
	env     func(string) string
	version string
	out     *Config
}

// ReadConfig reads a configuration file. Files with secrets are looked for beside it, and env gives variables of the environment.
func ReadConfig(path string, env func(string) string, version string) (*Config, error) {
	content, err := os.ReadFile(filepath.Clean(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "there is no file %s: check the path after --notices", path)
	}
	if err != nil {
		return nil, err
	}
	var f file
	if err := yaml.NewDecoder(bytes.NewReader(content), yaml.Strict()).Decode(&f); err != nil {
		return nil, problem.Invalidf("%s: %s", path, yaml.FormatError(err, false, false))
	}
	r := &reader{filepath.Dir(path), env, version, &Config{GiveUp: DefaultGiveUp, channels: map[string]channel{}}}
	if err := r.read(&f); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r.out, nil
}

func (r *reader) read(f *file) (err error) {
	if f.GiveUp != "" {
		if r.out.GiveUp, err = time.ParseDuration(f.GiveUp); err != nil || r.out.GiveUp < time.Minute {
			return problem.Invalidf("give_up: %q must be a length of time from 1m on, such as 24h", f.GiveUp)
		}
	}
	for i := range f.Webhooks {
		if err := r.webhook(&f.Webhooks[i]); err != nil {
			return err
		}
	}
	if f.Mail != nil {
		if err := r.mail(f.Mail); err != nil {
			return err
		}
	}
	if n := len(r.out.Targets); n == 0 || n > maxTargets {
		return problem.Invalidf("it names %d endpoints: name from 1 to %d, under webhooks or mail.recipients", n, maxTargets)
	}
	return nil
}

func (r *reader) webhook(w *webhookEntry) error {
	address, err := r.secret(w.Name+": url", w.URLFile, w.URLEnv)
	if w.URL != "" {
		address, err = w.URL, nil
	}
	if err != nil {
		return err
	}
	texts, err := r.secret(w.Name+": secret", w.SecretFile, w.SecretEnv)
	if err != nil {
		return err
	}
	var secrets []webhook.Secret
	for _, text := range strings.Fields(texts) {
		s, err := webhook.ParseSecret(text)
		if err != nil {
			return fmt.Errorf("%s: %w", w.Name, err)
		}
		secrets = append(secrets, s)
	}
	roots, err := r.roots(w.CAFile)
	if err != nil {
		return fmt.Errorf("%s: %w", w.Name, err)
	}
	hook, err := webhook.New(webhook.Options{URL: address, Secrets: secrets, Private: w.Private, Roots: roots, Version: r.version})
	if err != nil {
		return fmt.Errorf("%s: %w", w.Name, err)
	}
	return r.add(&w.Wish, notice.Webhook, hook.Where(), hooked{hook})
}

func (r *reader) mail(m *mailEntry) error {
	s := mail.Server{Host: m.Host, Port: m.Port, TLS: m.TLS, User: m.User, From: m.From}
	if s.Host == "" || s.From == "" {
		return problem.Invalidf("mail needs host and from")
	}
	if s.Port == 0 {
		s.Port = map[string]int{"tls": 465}[m.TLS]
	}
	if s.Port == 0 {
		s.Port = 587
	}
	var err error
	if s.Roots, err = r.roots(m.CAFile); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	if s.User != "" {
		if s.Password, err = r.secret("mail: password", m.PasswordFile, m.PasswordEnv); err != nil {
			return err
		}
	}
	for i := range m.Recipients {
		to := &m.Recipients[i]
		language := sentence.English
		switch to.Language {
		case "", "en":
		case "zh":
			language = sentence.Chinese
		default:
			return problem.Invalidf("%s: language: %q must be en or zh", to.Name, to.Language)
		}
		box, err := mail.New(s, to.To, language)
		if err != nil {
			return fmt.Errorf("%s: %w", to.Name, err)
		}
		if err := r.add(&to.Wish, notice.Mail, to.To, boxed{box}); err != nil {
			return err
		}
	}
	return nil
}

// secret reads what stands in a file beside the configuration, or in a variable of the environment: one of the two.
func (r *reader) secret(what, name, variable string) (string, error) {
	text := ""
	switch {
	case (name == "") == (variable == ""):
		return "", problem.Invalidf("%s is read from a file or from the environment: give the one or the other, as ..._file or ..._env", what)
	case variable != "":
		text = r.env(variable)
	default:
		content, err := r.beside(name)
		if err != nil {
			return "", fmt.Errorf("%s: %w", what, err)
		}
		text = string(content)
	}
	if text = strings.TrimSpace(text); text == "" {
		return "", problem.Invalidf("%s is empty in %s%s", what, name, variable)
	}
	return text, nil
}

// beside reads a file whose path is as seen from the configuration.
func (r *reader) beside(name string) ([]byte, error) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(r.folder, name)
	}
	content, err := os.ReadFile(filepath.Clean(name))
	if err != nil {
		return nil, problem.Invalidf("the file %s cannot be read", name)
	}
	return content, nil
}

// roots are the certificates in a file that a server's is verified by; nil where none is named.
func (r *reader) roots(name string) (*x509.CertPool, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // the system's
	}
	content, err := r.beside(name)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(content) {
		return nil, problem.Invalidf("ca_file: there is no certificate in %s", name)
	}
	return pool, nil
}

// add adds a target.
func (r *reader) add(w *Wish, kind notice.Kind, where string, c channel) error {
	t := notice.Target{Name: w.Name, Kind: kind, Where: where, All: w.AllWallets}
	if !nameForm.MatchString(w.Name) {
		return problem.Invalidf("the name of an endpoint, %q, must be of lower-case letters, digits, _ and -", w.Name)
	}
	if r.out.channels[w.Name] != nil {
		return problem.Invalidf("two endpoints are named %s", w.Name)
	}
	for _, text := range w.Types {
		one, err := notice.ParseType(text)
		if err != nil {
			return fmt.Errorf("%s: %w", w.Name, err)
		}
		t.Types = append(t.Types, one)
	}
	for _, text := range w.Wallets {
		one, err := ledger.ParseWallet(text)
		if err != nil {
			return fmt.Errorf("%s: %w", w.Name, err)
		}
		t.Wallets = append(t.Wallets, one)
	}
	r.out.Targets = append(r.out.Targets, t)
	r.out.channels[w.Name] = c
	return nil
}
