package model

import "fmt"

// A Problem is something in a file that could not be taken as it stands. It never hides another file.
type Problem struct {
	File    string
	Line    int    // from 1; 0: the file as a whole
	Column  int    // from 1; 0: the line as a whole
	Message string // what is wrong
	Done    string // what was done instead
	Skipped bool   // the file is not shown at all
}

// Place answers "file:line:col" as far as it is known.
func (p Problem) Place() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}
