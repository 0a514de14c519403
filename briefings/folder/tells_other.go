//go:build !linux && !windows

package folder

// tellsChanges is false: kqueue wants an open descriptor for every single file that is watched.
func tellsChanges(string) bool { return false }
