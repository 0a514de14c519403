package cache

import (
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// Collecting while very much is read or written
//
// Work of some seconds leaves much behind. Collecting it takes the longer the more often it is done, and the more memory
// the less often. So it is done seldom while what is held is little, and often when that is much: the heap is kept below
// room where what is held allows it, and above that grows by least per cent.

const (
	room  = 300 << 20 // bytes
	least = 40        // per cent by which the heap grows before it is collected
	most  = 400
	look  = 100 * time.Millisecond // how often is looked at what is held
)

var spared struct {
	sync.Mutex
	works  int
	before int // per cent
	end    chan struct{}
	ended  sync.WaitGroup
}

// sparing does work that leaves much behind, and gives the memory back at the end. Works may overlap.
func sparing(work func()) {
	spared.Lock()
	if spared.works++; spared.works == 1 {
		spared.before = debug.SetGCPercent(growth(held()))
		spared.end = make(chan struct{})
		spared.ended.Go(func() { follow(spared.end) })
	}
	spared.Unlock()
	defer func() {
		spared.Lock()
		defer spared.Unlock()
		if spared.works--; spared.works == 0 {
			close(spared.end)
			spared.ended.Wait()
			debug.SetGCPercent(spared.before)
			debug.FreeOSMemory()
		}
	}()
	work()
}

// follow sets how far the heap may grow by what was held when it was collected last.
func follow(end <-chan struct{}) {
	defer func() { _ = recover() }() // memory is collected all the same
	last := -1
	for tick := time.Tick(look); ; {
		select {
		case <-tick:
			if now := growth(held()); now != last {
				debug.SetGCPercent(now)
				last = now
			}
		case <-end:
			return
		}
	}
}

// growth answers per cent.
func growth(held uint64) int {
	if held >= room {
		return least
	}
	return int(min(max(100*(room-held)/max(held, 1), least), most)) / 10 * 10 // every change stops the program for a moment
}

// held answers the bytes that were in use when memory was collected last.
func held() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	if s[0].Value.Kind() != metrics.KindUint64 {
		return room
	}
	return s[0].Value.Uint64()
}
