package beacon

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// readFile is what was kept; nil when nothing was, or nothing is to be.
func readFile(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	raw, err := os.ReadFile(filepath.Clean(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("what was kept of the consensus cannot be read: %w: make %s readable", err, name)
	}
	return raw, nil
}

// writeFile puts a file in the place of another one, as a whole.
func writeFile(name string, raw []byte) error {
	if name == "" {
		return nil
	}
	other, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("what is followed of the consensus cannot be kept: %w", err)
	}
	_, err = other.Write(raw)
	err = errors.Join(err, other.Sync(), other.Close())
	if err == nil {
		err = os.Rename(other.Name(), name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("what is followed of the consensus cannot be kept: %w", err), os.Remove(other.Name()))
	}
	return nil
}
