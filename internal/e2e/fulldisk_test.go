//go:build fulldisk

package e2e_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// disks has the server run with small disks of its own: folders that only it sees, and others through the place that is given back. It
// needs root, or user namespaces.
func (w *alarmed) disks(folders ...string) {
	w.prepare = func(cmd *exec.Cmd) {
		script := "set -e; "
		for _, folder := range folders {
			script += fmt.Sprintf("mount -t tmpfs -o size=64m disk %q; ", folder)
		}
		cmd.Args = append([]string{"sh", "-c", script + `exec "$0" "$@"`}, append([]string{cmd.Path}, cmd.Args[1:]...)...)
		cmd.Path = "/bin/sh"
		cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWNS
		if id := os.Getuid(); id != 0 {
			cmd.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
			cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: id, Size: 1}}
			cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
		}
	}
}

// seen is a path of the server's own disks as everybody sees it.
func (w *alarmed) seen(path string) string {
	return filepath.Join("/proc", fmt.Sprint(w.cmd.Process.Pid), "root", path)
}

// fill leaves not a byte in a folder's disk, and gives how to make room again.
func (w *alarmed) fill(folder string) (free func()) {
	w.Helper()
	name := filepath.Join(w.seen(folder), "filler")
	f, err := os.Create(name)
	if err != nil {
		w.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 16; size > 0; {
		if _, err = f.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
	if !errors.Is(err, syscall.ENOSPC) {
		w.Fatalf("the disk does not say that it is full: %v", err)
	}
	return func() {
		if err := os.Remove(name); err != nil {
			w.Fatal(err)
		}
	}
}

// reads gives what the API answers.
func (w *alarmed) reads(path string) (int, string) {
	w.Helper()
	ask, err := http.NewRequestWithContext(w.Context(), http.MethodGet, w.api+path, nil)
	if err != nil {
		w.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		w.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		w.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

// Disks that are full are told of, whoever reads is answered meanwhile, and once there is room everything is made up for: the books are
// sound, and the files of closed periods are whole.
func TestFullDisks(t *testing.T) {
	w := &alarmed{T: t, fired: map[string]bool{}}
	n, contract, program := alarmedSale(t)
	folder, files := t.TempDir(), t.TempDir()
	books := filepath.Join(folder, "books.db")
	w.disks(folder, files)
	w.flags = []string{"--db", books, "--program", program, "--rpc", n.url, "--files", files, "--max-lag", "20s"}
	w.start()
	w.until("nodeledger_purchases", is(1))
	later(t, n, 3600)
	n.mine(t, 70)
	w.until("nodeledger_lag_seconds", func(lag float64) bool { return lag < 600 })

	free := w.fill(folder)
	failed := ""
	for bought := 0; failed == ""; bought++ { // what the log has room for is booked yet
		if bought == 200 {
			t.Fatal("a full disk is written to")
		}
		buy(t, n, contract)
		n.mine(t, 70)
		time.Sleep(1500 * time.Millisecond)
		if text := w.scrape(); !strings.Contains(text, "\nnodeledger_updates_failing 0") {
			failed = text
		}
	}
	w.fires(16, []string{failed}, "NodeledgerUpdatesFailing")
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(time.Second) { // some tries are only warned of
		status, text := w.reads("/readyz")
		if status == http.StatusServiceUnavailable && strings.Contains(text, "not been brought up to date") {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("/readyz: %d %s", status, text)
		}
	}
	if status, text := w.reads("/api/v1/sale"); status != http.StatusOK {
		t.Errorf("the sale: %d %s", status, text)
	}
	free()
	w.until("nodeledger_updates_failing", is(0))

	free = w.fill(files)
	later(t, n, 2*24*3600)
	n.mine(t, 200)
	w.fires(16, []string{w.until("nodeledger_files_waiting", above(0))}, "NodeledgerFilesWaiting")
	before := w.purchases()
	buy(t, n, contract)
	n.mine(t, 70)
	w.until("nodeledger_purchases", is(before+1))
	free()
	w.until("nodeledger_files_waiting", is(0))

	written, err := os.ReadDir(w.seen(files))
	if err != nil || len(written) == 0 {
		t.Fatalf("no files of closed periods: %v", err)
	}
	for _, file := range written {
		text, err := os.ReadFile(filepath.Join(w.seen(files), file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file.Name(), ".json") && !json.Valid(text) || len(text) == 0 {
			t.Errorf("%s is not whole", file.Name())
		}
	}
	enter := []string{"--target", fmt.Sprint(w.cmd.Process.Pid), "--mount"}
	if os.Getuid() != 0 {
		enter = append(enter, "--user", "--preserve-credentials")
	}
	verify := exec.Command("nsenter", append(enter, binary, "ledger", "verify", "--db", books, "--program", program)...)
	if said, err := verify.CombinedOutput(); err != nil {
		t.Errorf("the books: %v\n%s", err, said)
	}
}

func (w *alarmed) purchases() (n float64) {
	w.Helper()
	w.until("nodeledger_purchases", func(v float64) bool { n = v; return true })
	return n
}
