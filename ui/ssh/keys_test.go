package ssh

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestKeysFile(t *testing.T) {
	public := string(bytes.TrimSpace(ssh.MarshalAuthorizedKey(key(t).PublicKey())))
	for _, c := range []struct{ name, file, says string }{
		{"a key with its name", public + " ann@desk\n", ""},
		{"comments and blank lines", "# staff\n\n" + public + "\n", ""},
		{"nothing", "# nobody\n", "no key"},
		{"no key at all", "hello\n", "line 1"},
		{"options are not ignored", public + "\nfrom=\"10.0.0.1\" " + public + "\n", "line 2 has options"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadKeys([]byte(c.file))
			if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want %q", err, c.says)
			}
		})
	}
}

func TestHostKeyIsMadeOnceAndKeptFromOthers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "host_key")
	first, made, err := HostKey(path)
	if err != nil || !made {
		t.Fatalf("made %v, %v", made, err)
	}
	again, made, err := HostKey(path)
	if err != nil || made || !bytes.Equal(first.PublicKey().Marshal(), again.PublicKey().Marshal()) {
		t.Fatalf("another key the second time: %v", err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := HostKey(path); err == nil || !strings.Contains(err.Error(), "by others") {
		t.Errorf("a key that others can read: %v", err)
	}
}

func FuzzRequests(f *testing.F) {
	f.Add("pty-req", ssh.Marshal(struct {
		Term       string
		A, B, C, D uint32
		Modes      string
	}{"xterm", 80, 24, 0, 0, ""}))
	f.Add("env", []byte("\x00\x00\x00\x04LANG\x00\x00\x00\x01C"))
	f.Add("exec", []byte("\x00\x00\x00\x03a b"))
	f.Fuzz(func(t *testing.T, kind string, payload []byte) {
		s := &Server{o: Options{Run: func(context.Context, []string, io.Writer, io.Writer) int { return 0 }}}
		want := asked{window: newWindow()}
		command, begin, _ := s.request(&want, &ssh.Request{Type: kind, Payload: payload})
		if w, h := want.window.size(); w < 1 || h < 1 || w > widest || h > tallest {
			t.Errorf("a window of %dx%d", w, h)
		}
		if begin {
			_, _ = split(command) // any answer but a panic
		}
	})
}
