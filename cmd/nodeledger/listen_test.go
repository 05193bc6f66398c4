package main

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// Tokens do not travel in the clear without a word.
func TestListeningForOthersNeedsAnOrigin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		listen, origin string
		insecure       bool
		refused        string
	}{
		{"127.0.0.1:8080", "", false, ""},
		{"[::1]:0", "", false, ""},
		{"localhost:8080", "", false, ""},
		{"0.0.0.0:8080", "https://books.example.org", false, ""},
		{"0.0.0.0:8080", "", true, ""},
		{"0.0.0.0:8080", "", false, "--insecure-listen"},
		{":8080", "", false, "--insecure-listen"},
		{"[::]:8080", "", false, "--insecure-listen"},
		{"192.0.2.7:8080", "", false, "--insecure-listen"},
		{"books:8080", "", false, "--insecure-listen"},
		{"8080", "", false, "is not a valid address"},
	} {
		err := checkListen(&serveOptions{listen: c.listen, origin: c.origin, insecure: c.insecure})
		if (err == nil) != (c.refused == "") || (err != nil && !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// What a monitor reads is at an address of its own, and nowhere without one.
func TestMetricsHaveTheirOwnAddress(t *testing.T) {
	_, url := recordedNode(t)
	serve := []string{"serve", "--listen", "127.0.0.1:0", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url,
		"--db", filepath.Join(t.TempDir(), "books.db")}
	s := start(t, &App{}, append(serve, "--metrics-listen", "127.0.0.1:0")...)
	found := regexp.MustCompile(`(http://127\.0\.0\.1:\d+)/metrics`).FindStringSubmatch(s.stderr.String())
	if found == nil {
		t.Fatalf("the log does not say where: %s", s.stderr)
	}
	beside := &serving{T: t, url: found[1], stderr: s.stderr}
	beside.until("/metrics", func(status int, body string) bool {
		return status == http.StatusOK && strings.Contains(body, "nodeledger_block_height")
	})
	for _, path := range []string{"/", "/api/v1/sale", "/healthz"} {
		beside.until(path, func(status int, _ string) bool { return status == http.StatusNotFound })
	}
	nowhere := func(status int, body string) bool {
		return status == http.StatusNotFound && !strings.Contains(body, "nodeledger_block_height")
	}
	s.until("/metrics", nowhere)
	s.end()
	s = start(t, &App{}, serve...)
	s.until("/metrics", nowhere)
	if strings.Contains(s.stderr.String(), "/metrics") {
		t.Errorf("without an address: %s", s.stderr)
	}
	s.end()
}

// Of the files of periods, those of runs say who is held back: they are for their owner, whatever the process lets others read.
func TestFilesOfRunsAreForTheirOwner(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	folder := filepath.Join(t.TempDir(), "files")
	for name, want := range map[string]os.FileMode{"payout-april.json": 0o600, "month-2024-04.json": 0o644} {
		f, err := filesIn(folder)(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	path := filepath.Join(folder, "run-file.json")
	if err := writeNew(path, []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}
