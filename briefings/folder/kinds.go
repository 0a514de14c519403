package folder

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"parley/model"
)

// Which files are briefings, and what is said of those that are not.

// readable tells whether a file's name says that it is a briefing. Hidden files never are.
func readable(name string) bool {
	if strings.HasPrefix(name, ".") {
		return false
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".txt":
		return true
	}
	return false
}

// foreign says what to do with a file that holds text but is not read as it lies there.
func foreign(name string) string {
	if strings.HasPrefix(name, ".") {
		return ""
	}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".pdf", ".docx", ".html", ".htm", ".eml", ".rtf", ".odt":
		return strings.ToUpper(ext[1:]) + " is not read directly; save its text as .md or .txt"
	}
	return ""
}

// Skipped makes the error of reading a file a line for the list of problems.
func Skipped(name string, err error) model.Problem {
	why := err.Error()
	if plain := plain(err); plain != why {
		why = "cannot be read: " + plain
	}
	return skipped(name, why)
}

func skipped(name, why string) model.Problem {
	return model.Problem{File: name, Message: why, Done: "skipped; nothing else was affected", Skipped: true}
}

// plain drops the path that an os error repeats: the problem names it already.
func plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func kindOf(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m.IsDir():
		return "a folder"
	}
	return "something else"
}
