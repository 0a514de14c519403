package folder

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"path"

	"parley/briefings/source"
	"parley/model"
	"parley/model/extract"
	"parley/model/extract/lists"
	"parley/model/extract/track"
)

// A library's own lists: .parley/actors.yaml and .parley/tracks.yaml in each of its folders.
//
// Rules:
//   - They are read with every listing. A briefing is what its bytes and the lists make of it: both tell its stamp and its
//     sum, so that another list is another reading wherever stamps and sums are kept.
//   - What is wrong in them is a problem among the others. A list that cannot be read leaves the briefings as they are.

const (
	ownFolder  = ".parley"
	actorsList = ownFolder + "/actors.yaml"
	tracksList = ownFolder + "/tracks.yaml"
)

// own is what the lists said when they were last read.
type own struct {
	sum      uint64 // 0: there are none
	extract  extract.Options
	problems []model.Problem
}

// lists answers the library's own lists as they were last read.
func (s *Source) lists() *own {
	if o := s.own.Load(); o != nil {
		return o
	}
	return s.readLists()
}

// readLists reads them anew.
func (s *Source) readLists() *own {
	o := &own{extract: s.o.Extract}
	actors, tracks, replace := s.o.Extract.Aliases, s.o.Extract.Tracks, s.o.Extract.Replace
	sum := sha256.New()
	read := func(t tree, name string) []byte {
		raw, err := t.read(name)
		shown := name
		if d, is := t.(*disk); is {
			shown = path.Join(d.prefix, name)
		}
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
				o.problems = append(o.problems, model.Problem{File: shown, Message: "cannot be read: " + source.Plain(err), Done: "left out"})
			}
			return nil
		}
		_, _ = sum.Write([]byte(shown + "\x00")) // a hash never fails
		_, _ = sum.Write(raw.Bytes)
		return raw.Bytes
	}
	found := false
	for _, t := range s.trees {
		if _, is := t.(piped); is {
			continue
		}
		if body := read(t, actorsList); body != nil {
			all, problems := lists.Actors(actorsList, body)
			for _, a := range all {
				actors = append(actors[:len(actors):len(actors)], extract.Alias(a))
			}
			o.problems, found = append(o.problems, problems...), true
		}
		if body := read(t, tracksList); body != nil {
			all, instead, problems := lists.Tracks(tracksList, body)
			for _, a := range all {
				tracks = append(tracks[:len(tracks):len(tracks)], track.Strand(a))
			}
			o.problems, found, replace = append(o.problems, problems...), true, replace || instead
		}
	}
	if found {
		o.sum = binary.LittleEndian.Uint64(sum.Sum(nil)) | 1
		if before := s.own.Load(); before != nil && before.sum == o.sum {
			o.extract = before.extract
		} else {
			o.extract = s.o.Extract.With(actors, tracks, replace)
		}
	}
	s.own.Store(o)
	return o
}

// stamped answers the stamp of a file as it is read with these lists.
func (o *own) stamped(stamp Stamp) Stamp {
	if stamp != (Stamp{}) {
		stamp.Inode ^= o.sum
	}
	return stamp
}
