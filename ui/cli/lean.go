package cli

import (
	"context"
	"math"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// How a server keeps its memory small, and whoever reads a single file.
//
//   - A file of strangers may be 4 MB of nothing but what takes most room: split, it is in use up to its limit, and as much
//     garbage again beside it would be too much. An ordinary file stays far below, and nothing is collected for it.
//   - A session draws and throws away a lot, and to collect that is to look through all there is: as much garbage as there is
//     in use is best, as long as all of it stays below a limit, from which on there is less. What GOGC or GOMEMLIMIT says
//     goes first.
//   - The pages of an index that were read are the system's, which can take them back, but they are counted as the server's.
//     It lets go of them once there are many: what is read again is mapped again, mostly without a disk.
//   - When the last session is over it lets go of all of them.

const (
	fileLimit   = 190 << 20 // bytes; with the program itself and its tables a file stays below 256 MB
	ownLimit    = 256 << 20
	mappedLimit = 128 << 20 // bytes; the program itself is a fifth of it
)

// lean sets a limit for the heap, unless there is one: a server of a single file keeps its own.
func lean(env func(string) string, limit int64) {
	if env("GOGC") == "" && env("GOMEMLIMIT") == "" && debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(limit)
	}
}

// spare lets go of mapped pages whenever there are many, until ctx ends.
func (h *house) spare(ctx context.Context) {
	tick := time.NewTicker(looks)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if mapped() > mappedLimit {
			h.forget()
		}
	}
}

// forget lets go of what is mapped of an index, if there is one.
func (h *house) forget() {
	if l, ok := h.lib.opened.(interface{ Forget() }); ok {
		l.Forget()
	}
}

// mapped is how many bytes of files are mapped and in memory; 0 where the system does not say.
func mapped() int {
	raw, err := os.ReadFile("/proc/self/statm") // in pages: size, resident, of it files
	fields := strings.Fields(string(raw))
	if err != nil || len(fields) < 3 {
		return 0
	}
	pages, _ := strconv.Atoi(fields[2])
	return pages * os.Getpagesize()
}
