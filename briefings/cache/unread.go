package cache

import (
	"context"

	"parley/model/search"
)

// Unread counts the briefings of which read says no, by file and the sum of its bytes, and tells in which tracks there are
// any. It looks at no record: names, sums and lists of tracks lie close together.
func (l *Library) Unread(ctx context.Context, read func(file string, sum uint64) bool) (n int, tracks map[string]bool, err error) {
	err = l.ask(ctx, func(v *view) error {
		n, tracks = 0, map[string]bool{}
		for _, m := range v.segments {
			unread := search.NewSet(m.heads.Len())
			all, _, _ := m.live()
			for b := range all.All() {
				if !read(m.file(b), m.kept(b).sum) {
					unread.Add(b)
					n++
				}
			}
			for name, k := range m.heads.Tally("track", unread) {
				tracks[name] = tracks[name] || k > 0
			}
		}
		return nil
	})
	return n, tracks, err
}
