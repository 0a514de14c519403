package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"time"
	"unicode/utf8"
)

// A line of the journal is a JSON object whose last field, sum, is the CRC-32 (IEEE) of all that stands before it:
//
//	{"journal":"parley","version":1,"sum":"…"}
//	{"mark":"read","file":"a.md","print":"00c0ffee00c0ffee","on":true,"at":"2025-04-27T08:00:00Z","sum":"…"}
//
// A record is written with a line end on either side. Empty lines mean nothing, so a record stands on a line of its own
// even where the write before it failed half-way.

// version is of the journal's form. A reader that meets a later one keeps its hands off.
const version = 1

// longest is how many bytes a record may have. A write of that size goes in one piece.
const longest = 64 << 10

var errNewer = errors.New("was written by a newer version of parley; it is neither read nor changed")

type key struct {
	mark Mark
	file string
}

// state is the last word on everything that was ever marked.
type state map[key]record

type record struct {
	Mark  Mark      `json:"mark"`
	File  string    `json:"file,omitempty"`
	Raw   []byte    `json:"raw,omitempty"` // instead of File where that is no UTF-8, which JSON cannot hold
	Print print     `json:"print,omitempty"`
	On    bool      `json:"on"`
	At    time.Time `json:"at"`
}

// header is the first line. Two instances that make the file at once write two, which does no harm.
type header struct {
	Journal string `json:"journal"`
	Version int    `json:"version"`
}

// A print is a fingerprint as it is written: 16 hexadecimal digits, which every reader of JSON keeps to the last bit.
type print uint64

// MarshalText writes the digits.
func (p print) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%016x", uint64(p)), nil }

// UnmarshalText reads them.
func (p *print) UnmarshalText(b []byte) error {
	n, err := strconv.ParseUint(string(b), 16, 64)
	*p = print(n)
	return err
}

func (r record) line() ([]byte, error) {
	if !utf8.ValidString(r.File) {
		r.Raw, r.File = []byte(r.File), ""
	}
	line, err := sealed(r)
	if err == nil && len(line) > longest {
		err = fmt.Errorf("a name of %d bytes is too long to be marked", len(r.File)+len(r.Raw))
	}
	return line, err
}

func head() []byte {
	line, err := sealed(header{"parley", version})
	if err != nil {
		panic(err) // two constants
	}
	return line
}

// sealed is the object with its checksum, on a line of its own.
func sealed(v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	body = body[:len(body)-1]
	return fmt.Appendf(nil, "\n%s%s%08x\"}\n", body, seal, crc32.ChecksumIEEE(body)), nil
}

const seal = `,"sum":"`

// opened answers what a line says, or nil where it is torn or damaged.
func opened(line []byte) []byte {
	at := len(line) - len(seal) - len(`01234567"}`)
	if at < 1 || !bytes.HasPrefix(line[at:], []byte(seal)) {
		return nil
	}
	sum, err := strconv.ParseUint(string(line[at+len(seal):len(line)-2]), 16, 32)
	if err != nil || uint32(sum) != crc32.ChecksumIEEE(line[:at]) || !bytes.HasSuffix(line, []byte(`"}`)) {
		return nil
	}
	return append(line[:at:at], '}')
}

func same(a, b record) bool { return a.On == b.On && a.Print == b.Print && a.At.Equal(b.At) }

// take brings the state up to what the lines say. It answers how many records there were, and whether one was news.
func (s state) take(lines []byte) (n int, news bool, err error) {
	for line := range bytes.SplitSeq(lines, []byte("\n")) {
		body := opened(line)
		if body == nil {
			continue
		}
		var l struct {
			header
			record
		}
		if json.Unmarshal(body, &l) != nil {
			continue
		}
		switch {
		case l.Journal != "" && l.Version > version:
			return n, news, errNewer
		case l.Mark != "":
			if len(l.Raw) > 0 {
				l.File, l.Raw = string(l.Raw), nil
			}
			news = news || !same(s[key{l.Mark, l.File}], l.record)
			s[key{l.Mark, l.File}] = l.record
			n++
		}
	}
	return n, news, nil
}
