//go:build unix

package whole

import (
	"errors"
	"os"
	"syscall"
)

// SyncDir makes the names in a folder outlast a crash: after a file was made, or took another's place. Not every file
// system can, and then there is nothing to be done; what else goes wrong is an error.
func SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, d.Close())
}
