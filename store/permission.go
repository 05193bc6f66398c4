package store

import (
	"os"
	"strings"
)

// ReadableByOthers are the files of SQLite books that the group or everybody may read; none of a server's database, or of books that
// are not there.
func ReadableByOthers(dsn string) (paths []string) {
	if strings.Contains(dsn, "://") {
		return nil
	}
	for _, path := range []string{dsn, dsn + "-wal", dsn + "-shm"} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o044 != 0 {
			paths = append(paths, path)
		}
	}
	return paths
}
