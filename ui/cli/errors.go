package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"parley/model/text"
)

// hint is an error with what to do about it.
type hint struct {
	err  error
	todo string
}

func (h hint) Error() string { return h.err.Error() }
func (h hint) Unwrap() error { return h.err }

// ending is an error that sets the exit code and may have nothing more to say.
type ending struct {
	code int
	err  error
}

func (e ending) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e ending) Unwrap() error { return e.err }

// complain writes an error as "parley: what\n  what to do". It may hold names from files, so it is cleaned line by line.
func complain(w io.Writer, err error) {
	var h hint
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		clean, _ := text.Line(strings.ReplaceAll(line, "\t", "    "))
		if i == 0 {
			clean = "parley: " + clean
		}
		fmt.Fprintln(w, clean) // nobody is left to tell
	}
	if errors.As(err, &h) {
		fmt.Fprintln(w, "  "+h.todo) // nobody is left to tell
	}
}

// codeOf tells an error and answers its exit code.
func codeOf(w io.Writer, err error) int {
	if err == nil {
		return done
	}
	var e ending
	if errors.As(err, &e) {
		if e.err != nil {
			complain(w, e.err)
		}
		return e.code
	}
	complain(w, err)
	if errors.As(err, new(*fs.PathError)) {
		return unreadable
	}
	return wrongUsage
}
