package cli

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// What is mapped and was read is counted, and a file that is let go of is not.
func TestMappedPagesAreCounted(t *testing.T) {
	const size = 32 << 20
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, make([]byte, size), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() // only read from
	all, err := unix.Mmap(int(f.Fd()), 0, size, unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Munmap(all) //nolint:errcheck // the process ends soon
	before, sum := mapped(), byte(0)
	for i := 0; i < size; i += 4096 {
		sum += all[i]
	}
	const nearly = size - size/4 // the rest of the process is read and let go of meanwhile
	if grew := mapped() - before; grew < nearly {
		t.Errorf("%d MB were read, %d MB counted (%d)", size>>20, grew>>20, sum)
	}
	before = mapped()
	if err := unix.Madvise(all, unix.MADV_DONTNEED); err != nil {
		t.Fatal(err)
	}
	if fell := before - mapped(); fell < nearly {
		t.Errorf("%d MB were let go of, %d MB counted", size>>20, fell>>20)
	}
}
