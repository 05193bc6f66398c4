package pgtest

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// server is a PostgreSQL server in a temporary folder.
type server struct {
	folder  string
	process *os.Process
	gone    chan struct{} // closed when the process has ended
	log     *bytes.Buffer // what the server said; read it only after gone
}

// start makes a cluster and waits until it answers.
func start() (*server, error) {
	initdb, err := find("initdb")
	if err != nil {
		return nil, err
	}
	postgres, err := find("postgres")
	if err != nil {
		return nil, err
	}
	// The path of a Unix socket has 107 bytes at most, so the folder's name is short.
	folder, err := os.MkdirTemp("", "pgtest")
	if err != nil {
		return nil, err
	}
	s := &server{folder: folder, gone: make(chan struct{}), log: &bytes.Buffer{}}
	identity, err := s.identity()
	if err == nil {
		err = s.initialise(initdb, identity)
	}
	if err == nil {
		err = s.run(postgres, identity)
	}
	if err == nil {
		err = s.await()
	}
	if err != nil {
		return nil, errors.Join(err, s.stop())
	}
	return s, nil
}

// find looks in PATH first and then where Debian keeps the newest version.
func find(program string) (string, error) {
	if path, err := exec.LookPath(program); err == nil {
		return path, nil
	}
	paths, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + program)
	if err != nil || len(paths) == 0 {
		return "", fmt.Errorf("%s is not installed: install PostgreSQL 15 or newer (apt-get install postgresql), "+
			"or set %s to the URL of a server", program, Variable)
	}
	version := func(path string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
		return n
	}
	return slices.MaxFunc(paths, func(a, b string) int { return version(a) - version(b) }), nil
}

// identity is who runs the server: PostgreSQL refuses to be root, so root becomes somebody else and gives the folder away.
func (s *server) identity() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, bad := strconv.ParseUint(u.Uid, 10, 32)
		gid, worse := strconv.ParseUint(u.Gid, 10, 32)
		if bad != nil || worse != nil {
			continue
		}
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, os.Chown(s.folder, int(uid), int(gid))
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")
}

func (s *server) data() string { return filepath.Join(s.folder, "data") }

func (s *server) initialise(initdb string, identity *syscall.Credential) error {
	c := exec.Command(initdb, "--pgdata", s.data(), "--username", "postgres", "--auth", "trust", "--encoding", "UTF8",
		"--locale", "C", "--no-sync", "--no-instructions")
	c.Dir = s.folder
	c.SysProcAttr = &syscall.SysProcAttr{Credential: identity}
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return nil
}

// synced is whether the server syncs to disk: where benchmarks are asked for. A test kills processes, never the machine, and what they
// wrote outlives them either way.
func synced() string {
	if asked := flag.Lookup("test.bench"); asked != nil && asked.Value.String() != "" {
		return "on"
	}
	return "off"
}

// run starts the server in its own process group. The kernel sends it SIGQUIT (stop at once) when the thread that started
// it ends, so that thread is locked to a goroutine which lives as long as the server.
func (s *server) run(postgres string, identity *syscall.Credential) error {
	c := exec.Command(postgres, "-D", s.data(), "-k", s.folder, "-c", "listen_addresses=", "-c", "max_connections=200",
		"-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB", "-c", "fsync="+synced())
	c.Dir, c.Stdout, c.Stderr = s.folder, s.log, s.log
	c.SysProcAttr = &syscall.SysProcAttr{Credential: identity, Setpgid: true, Pdeathsig: syscall.SIGQUIT}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := c.Start()
		s.process = c.Process
		started <- err
		if err == nil {
			_ = c.Wait() // how it ended does not matter, await and stop look at gone
		}
		close(s.gone)
	}()
	return <-started
}

func (s *server) url() string {
	return "postgres://postgres@/postgres?" + url.Values{"host": {s.folder}, "port": {"5432"}}.Encode()
}

// await waits until the server takes connections, half a minute at most.
func (s *server) await() error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		c, err := pgx.Connect(ctx, s.url())
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case <-s.gone:
			return fmt.Errorf("the server ended at once: %s", s.log)
		case <-ctx.Done():
			return fmt.Errorf("the server did not answer in half a minute: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// stop ends the server and removes its folder.
func (s *server) stop() error {
	if s.process != nil {
		_ = s.process.Signal(syscall.SIGQUIT) // it may have ended by itself
		select {
		case <-s.gone:
		case <-time.After(10 * time.Second):
			_ = s.process.Kill()
			<-s.gone
		}
	}
	return os.RemoveAll(s.folder)
}
