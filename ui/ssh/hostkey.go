package ssh

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/crypto/ssh"

	"parley/briefings/whole"
)

// HostKey reads the server's own key, and makes it the first time. It refuses a key that others may read.
func HostKey(path string) (signer ssh.Signer, made bool, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeHostKey(path); err != nil {
			return nil, false, err
		}
		made = true
	} else if err != nil {
		return nil, false, err
	} else if others := info.Mode().Perm() & 0o077; others != 0 {
		return nil, false, fmt.Errorf("%s may be read or written by others (%v): chmod 600 %s, and think about a new key", path, info.Mode().Perm(), path)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, false, err
	}
	signer, err = ssh.ParsePrivateKey(raw)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", path, err)
	}
	return signer, made, nil
}

func makeHostKey(path string) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := ssh.MarshalPrivateKey(private, "parley")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return whole.Write(path, pem.EncodeToMemory(block), 0o600)
}
