package ssh

import (
	"bytes"
	"crypto/rsa"
	"errors"
	"fmt"

	"golang.org/x/crypto/ssh"
)

// Keys are the public keys that may enter, with the comment that names each.
type Keys map[string]string

func (k Keys) name(key ssh.PublicKey) (string, bool) {
	name, ok := k[string(key.Marshal())]
	return name, ok
}

// hold tells whether a key of this fingerprint is among them.
func (k Keys) hold(fingerprint string) bool {
	for raw := range k {
		if key, err := ssh.ParsePublicKey([]byte(raw)); err == nil && ssh.FingerprintSHA256(key) == fingerprint {
			return true
		}
	}
	return false
}

// weak says why a key is too weak to be let in; empty: it is not.
func weak(key ssh.PublicKey) string {
	if key.Type() == "ssh-dss" {
		return "is a DSA key, which can be forged"
	}
	crypto, ok := key.(ssh.CryptoPublicKey)
	if !ok {
		return ""
	}
	if k, ok := crypto.CryptoPublicKey().(*rsa.PublicKey); ok && k.N.BitLen() < shortestRSA {
		return fmt.Sprintf("is an RSA key of %d bits; %d are the least", k.N.BitLen(), shortestRSA)
	}
	return ""
}

const shortestRSA = 2048

// ReadKeys reads the form of authorized_keys. A line with options is refused rather than let in without them: whoever
// wrote from="10.0.0.0/8" relies on it.
func ReadKeys(file []byte) (Keys, error) {
	keys := Keys{}
	for n, line := range bytes.Split(file, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		key, comment, options, _, err := ssh.ParseAuthorizedKey(line)
		switch {
		case err != nil:
			return nil, fmt.Errorf("line %d is no public key: %w", n+1, err)
		case len(options) > 0:
			return nil, fmt.Errorf("line %d has options (%s), which parley does not know: remove them or the line", n+1, clean(options[0]))
		}
		if why := weak(key); why != "" {
			return nil, fmt.Errorf("line %d %s: make another with ssh-keygen -t ed25519", n+1, why)
		}
		if _, isCert := key.(*ssh.Certificate); isCert {
			return nil, fmt.Errorf("line %d is a certificate; parley takes plain keys", n+1)
		}
		keys[string(key.Marshal())] = clean(comment)
	}
	if len(keys) == 0 {
		return nil, errors.New("holds no key")
	}
	return keys, nil
}
