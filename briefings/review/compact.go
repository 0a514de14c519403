package review

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// compact writes the last word on everything into a new file and puts it in the place of the old one: temporary file,
// sync, rename, sync of the folder. Until the rename the old file is the journal, afterwards the new one; there is no
// moment without. An instance that appends holds the lock meanwhile, and then it is left for another time.
func (j *Journal) compact() error {
	unlock, err := j.disk.lock(j.path, exclusive)
	if errors.Is(err, errBusy) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the journal: %w", err)
	}
	defer unlock()
	if err := j.refresh(); err != nil { // what was appended until the lock was got
		return err
	}
	fresh := j.path + ".new"
	err = j.writeState(fresh)
	if err == nil {
		err = j.disk.rename(fresh, j.path)
	}
	if err != nil {
		_ = j.disk.remove(fresh) // it may not be there; the next one is written over it
		return nil               // the long file is as good as before
	}
	_ = j.disk.syncDir(j.dir) // who appends next does so again, and confirms nothing before it is done
	return j.refresh()
}

func (j *Journal) writeState(path string) error {
	f, err := j.disk.create(path)
	if err != nil {
		return err
	}
	content := head()
	for _, r := range j.state.sorted() {
		line, err := r.line()
		if err != nil {
			return errors.Join(err, f.Close())
		}
		content = append(content, line...)
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// sorted is in one order, so that the same state is the same file.
func (s state) sorted() []record {
	all := make([]record, 0, len(s))
	for _, r := range s {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b record) int { return cmp.Or(cmp.Compare(a.Mark, b.Mark), cmp.Compare(a.File, b.File)) })
	return all
}
