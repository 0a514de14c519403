package ssh

import (
	"bytes"
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
