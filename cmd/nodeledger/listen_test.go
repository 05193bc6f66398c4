package main

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// What serves is refused before anything is opened or made when other machines could come to it without a word.
func TestListeningForOthersIsRefused(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	db := filepath.Join(folder, "books.db")
	for _, c := range []struct{ args, says string }{
		{"serve --listen 0.0.0.0:0", "--insecure-listen"},
		{"demo --listen 0.0.0.0:0", "--insecure-listen"},
		{"demo --listen :0", "--insecure-listen"},
		{"serve --metrics-listen 0.0.0.0:0", "--metrics-listen 0.0.0.0:0 is open to other machines"},
		{"serve --origin https://books.example.org --metrics-listen :9090", "--metrics-listen :9090 is open to other machines"},
		{"serve --origin https://*", `--origin "https://*" is not one exact origin`},
		{"demo --origin https://*.example.org", `--origin "https://*.example.org" is not one exact origin`},
	} {
		code, stdout, stderr := run(t, &App{}, append(strings.Fields(c.args), "--db", db)...)
		if code != 1 || stdout != "" || !strings.Contains(stderr, c.says) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: %d %s%s", c.args, code, stdout, stderr)
		}
	}
	if list, err := os.ReadDir(folder); err != nil || len(list) > 0 {
		t.Errorf("%v, %v", list, err)
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
	// Everything that names a version names the same.
	_, told, _ := run(t, &App{}, "version")
	version, _, _ := strings.Cut(strings.TrimPrefix(told, "nodeledger "), " ")
	beside.until("/metrics", func(_ int, body string) bool {
		return strings.Contains(body, `nodeledger_build_info{version="`+version+`"}`)
	})
	s.until("/openapi.json", func(_ int, body string) bool { return strings.Contains(body, `"version":"`+version+`"`) })
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

// One client does not hold every connection: for one that is too many the one that was idle for longest is closed.
func TestServeBoundsConnections(t *testing.T) {
	_, url := recordedNode(t)
	s := start(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url,
		"--db", filepath.Join(t.TempDir(), "books.db"), "--rate", "0")
	var open []*bufio.Reader
	var connections []net.Conn
	answered := func(i int) bool {
		_, _ = io.WriteString(connections[i], "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") // it may be closed already
		answer, err := http.ReadResponse(open[i], nil)
		if err != nil {
			return false
		}
		_, err = io.Copy(io.Discard, answer.Body)
		return errors.Join(err, answer.Body.Close()) == nil
	}
	for i := range 150 {
		c, err := new(net.Dialer).DialContext(t.Context(), "tcp", strings.TrimPrefix(s.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		connections, open = append(connections, c), append(open, bufio.NewReader(c))
		if !answered(i) {
			t.Fatalf("connection %d was not answered", i)
		}
	}
	still := 0
	for i := range connections {
		if answered(i) {
			still++
		}
	}
	if still != 128 {
		t.Errorf("%d of 150 connections of one client are open", still)
	}
	s.end()
}

// The file of a run says who is held back: it is for its owner, whatever the process lets others read.
func TestFilesOfRunsAreForTheirOwner(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	folder := t.TempDir()
	path := filepath.Join(folder, "run-file.json")
	if err := writeNew(path, []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}
