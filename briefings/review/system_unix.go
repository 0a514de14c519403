//go:build unix

package review

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a lock on a file beside the journal, one that is never replaced. The kernel gives it back when a process
// ends, however it ends. Where the file system has no locks, journals are written without and never made shorter.
func (system) lock(path string, how kind) (unlock func(), err error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	flags := syscall.LOCK_SH
	if how == exclusive {
		flags = syscall.LOCK_EX | syscall.LOCK_NB
	}
	for {
		err = syscall.Flock(int(f.Fd()), flags)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		_ = f.Close() // only its lock was wanted
		if how == exclusive {
			return nil, errBusy
		}
		return func() {}, nil
	}
	return func() { _ = f.Close() }, nil // which gives the lock back
}
