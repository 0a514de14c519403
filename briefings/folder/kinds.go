package folder

import (
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

func skipped(name, why string) model.Problem {
	return model.Problem{File: name, Message: why, Done: "skipped; nothing else was affected", Skipped: true}
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
