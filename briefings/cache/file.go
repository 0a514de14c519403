package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"parley/briefings/whole"
	"parley/model/search"
)

// The file of a snapshot
//
//	head, 4,096 bytes: "parley snapshot\n", version, key (32 bytes), length of the segment, sum of the sums, sum of the head
//	the segment
//	a sum (CRC-32C) of every block of 16 KB of it
//
// The head and the sums are checked when it is opened, a block when it is first used.

const (
	magic    = "parley snapshot\n"
	version  = 3
	headSize = 4096
	headUsed = len(magic) + 4 + sha256.Size + 8 + 4 + 4
	block    = 16 << 10
	suffix   = ".snapshot"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// fileFor answers where the snapshot of some paths lies.
func fileFor(o Options) string {
	h := sha256.New()
	for _, p := range o.Paths {
		if abs, err := filepath.Abs(p); err == nil {
			p = abs
		}
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return filepath.Join(o.Dir, hex.EncodeToString(h.Sum(nil)[:12])+suffix)
}

// keyOf tells what a snapshot hangs on: the options, and the very program, as another one may split texts otherwise.
func keyOf(key string) [sha256.Size]byte {
	if exe, err := os.Executable(); err == nil {
		if info, err := os.Stat(exe); err == nil {
			key += fmt.Sprintf("\x00%d\x00%d", info.Size(), info.ModTime().UnixNano())
		}
	}
	return sha256.Sum256([]byte(key))
}

func headOf(key string, size int64, sums []byte) []byte {
	b := append(make([]byte, 0, headSize), magic...)
	b = binary.LittleEndian.AppendUint32(b, version)
	k := keyOf(key)
	b = append(b, k[:]...)
	b = binary.LittleEndian.AppendUint64(b, uint64(size))
	b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(sums, castagnoli))
	b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli))
	return b[:headSize]
}

// A mapping is a mapped file. It hands out blocks once it has found them to be what was written.
type mapping struct {
	whole   []byte
	body    []byte
	sums    []byte
	checked []atomic.Uint32
}

// Piece answers bytes of the segment.
func (m *mapping) Piece(from, to int64) []byte {
	if from < 0 || to < from || to > int64(len(m.body)) {
		panic(search.Damage("a piece lies outside of the file"))
	}
	if to == from {
		return nil
	}
	for b := int(from / block); b <= int((to-1)/block); b++ {
		if m.checked[b/32].Load()&(1<<(b%32)) == 0 {
			m.check(b)
		}
	}
	return m.body[from:to:to]
}

func (m *mapping) check(b int) {
	bytes := m.body[b*block : min((b+1)*block, len(m.body))]
	if crc32.Checksum(bytes, castagnoli) != binary.LittleEndian.Uint32(m.sums[4*b:]) {
		panic(search.Damage(fmt.Sprintf("block %d of the index is not what was written", b)))
	}
	m.checked[b/32].Or(1 << (b % 32))
}

// errVoid says why a snapshot is not used.
type errVoid string

func (e errVoid) Error() string { return string(e) }

// openSnapshot maps a snapshot. Where there is none it answers neither a segment nor an error.
func openSnapshot(file, key string) (*segment, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return openMapped(f, key)
}

func openMapped(f *os.File, key string) (*segment, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() < headSize {
		return nil, errVoid("it is cut short")
	}
	all, free, err := mapFile(f, info.Size())
	if err != nil {
		return nil, err
	}
	m, err := checkHead(all, key)
	if err != nil {
		free()
		return nil, err
	}
	whenUnused(m, free)
	return openSegment(m, int64(len(m.body))), nil
}

// checkHead answers what a file holds when its head is right.
func checkHead(all []byte, key string) (*mapping, error) {
	at := headUsed - 4
	k := keyOf(key)
	switch {
	case len(all) < headSize || string(all[:len(magic)]) != magic:
		return nil, errVoid("it is no index")
	case crc32.Checksum(all[:at], castagnoli) != binary.LittleEndian.Uint32(all[at:]):
		return nil, errVoid("its head is damaged")
	case binary.LittleEndian.Uint32(all[len(magic):]) != version:
		return nil, errVoid("another version of parley wrote it")
	case string(all[len(magic)+4:len(magic)+4+sha256.Size]) != string(k[:]):
		return nil, errVoid("another build of parley, or other options, wrote it")
	}
	size := int64(binary.LittleEndian.Uint64(all[len(magic)+4+sha256.Size:]))
	blocks := (size + block - 1) / block
	if size < 0 || size > int64(len(all)) || int64(len(all)) != headSize+size+4*blocks {
		return nil, errVoid("it is cut short")
	}
	m := &mapping{whole: all, body: all[headSize : headSize+size], sums: all[headSize+size:], checked: make([]atomic.Uint32, blocks/32+1)}
	if crc32.Checksum(m.sums, castagnoli) != binary.LittleEndian.Uint32(all[at-4:]) {
		return nil, errVoid("its sums are damaged")
	}
	return m, nil
}

// A summer sums up blocks on their way to a file.
type summer struct {
	w      io.Writer
	buffer []byte // of whole blocks
	sums   []byte
	size   int64
}

func newSummer(w io.Writer) *summer { return &summer{w: w, buffer: make([]byte, 0, 16*block)} }

func (s *summer) Write(b []byte) (int, error) {
	n := len(b)
	for len(b) > 0 {
		k := min(len(b), cap(s.buffer)-len(s.buffer))
		s.buffer, b = append(s.buffer, b[:k]...), b[k:]
		if len(s.buffer) == cap(s.buffer) {
			if err := s.flush(); err != nil {
				return 0, err
			}
		}
	}
	return n, nil
}

func (s *summer) flush() error {
	for b := range slices.Chunk(s.buffer, block) {
		s.sums = binary.LittleEndian.AppendUint32(s.sums, crc32.Checksum(b, castagnoli))
	}
	s.size += int64(len(s.buffer))
	_, err := s.w.Write(s.buffer)
	s.buffer = s.buffer[:0]
	return err
}

// writeBody writes head, segment and sums.
func writeBody(f *os.File, key string, segment func(io.Writer) error) error {
	if _, err := f.Write(make([]byte, headSize)); err != nil {
		return err
	}
	s := newSummer(f)
	if err := segment(s); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	if _, err := f.Write(s.sums); err != nil {
		return err
	}
	_, err := f.WriteAt(headOf(key, s.size, s.sums), 0)
	return err
}

// writeSnapshot writes a file beside the snapshot, syncs it, puts it into the snapshot's place and maps it.
func writeSnapshot(file, key string, segment func(io.Writer) error) (s *segment, err error) {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	sweep(dir)
	f, err := whole.Create(file, 0o600)
	if err != nil {
		return nil, err
	}
	defer f.Drop()
	if err := writeBody(f.File, key, segment); err != nil {
		return nil, err
	}
	if s, err = openMapped(f.File, key); err != nil {
		return nil, err
	}
	if err := f.Replace(); err != nil {
		return nil, err
	}
	return s, whole.SyncDir(dir)
}

// sweep removes what writers left behind that were killed, an hour after at the earliest.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		left := strings.HasPrefix(e.Name(), ".") && (strings.Contains(e.Name(), suffix) || strings.Contains(e.Name(), noteSuffix)) || strings.HasPrefix(e.Name(), leftover)
		if err != nil {
			continue
		}
		age := time.Since(info.ModTime())
		if left && age > time.Hour || strings.HasSuffix(e.Name(), partSuffix) && age > partAge {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

const leftover = "segment-"

// unnamed writes a segment to a file that has no name once it is open, and maps it.
func (l *Library) unnamed(write func(io.Writer) error) (*segment, error) {
	f, err := nameless(l.o.Dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := writeBody(f, "", write); err != nil {
		return nil, err
	}
	return openMapped(f, "")
}

// nameless makes a file that has no name once it is open.
func nameless(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(dir, leftover)
	if err != nil {
		return nil, err
	}
	if err := os.Remove(f.Name()); err != nil {
		_ = f.Close() // nothing is in it
		return nil, err
	}
	return f, nil
}
