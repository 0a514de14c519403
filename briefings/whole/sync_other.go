//go:build !unix

package whole

// SyncDir has nothing to do here: a folder cannot be opened for it.
func SyncDir(string) error { return nil }
