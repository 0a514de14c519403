package cli

import (
	"fmt"
	"time"

	"parley/briefings/cache"
	"parley/briefings/folder"
	"parley/model"
)

// When a question is answered from an index that was not compared with every file.
//
// Rules:
//   - Up to fresh briefings every file is asked for first: that takes a few milliseconds.
//   - Of more, the folders are asked. Where one has changed, or anything is in doubt, every file is compared.
//   - Where none has, the answer is given at once, and a line on stderr says from when it is: a file that was written in
//     place, and not saved by renaming as most programs do, would not show. --fresh compares first.

// fresh is how many files are compared within some ten milliseconds.
const fresh = 4000

// answering opens a library for one question.
func (s *setting) answering(paths []string) (library, error) {
	lib, err := s.openAs(paths, folder.Options{}, cache.Options{Lazy: true})
	if err != nil {
		return library{}, err
	}
	if kept, ok := lib.opened.(*cache.Library); ok && !lib.shared && !s.all.Fresh {
		if o, err := kept.Overview(s, model.Filter{}); err == nil && o.Briefings > fresh {
			if compared, ok := kept.Unchanged(s); ok {
				fmt.Fprintln(s.Errs, asOf(compared, time.Now())) // nobody is left to tell
				return lib, nil
			}
		}
	}
	return lib, s.settle(lib)
}

// asOf says from when an answer is, by the clock where that was today.
func asOf(compared, now time.Time) string {
	at := compared.Format("15:04")
	if compared.YearDay() != now.YearDay() || compared.Year() != now.Year() {
		at = compared.Format("2 January 2006, 15:04")
	}
	return "parley: every file was last compared at " + at + "; no folder has changed since. --fresh compares first"
}
