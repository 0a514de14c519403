// Package cli is the command line: it joins briefings to a face, a screen or a stream, and nothing else does.
//
// Data goes to stdout, progress and messages to stderr. Every error says what, where and what to do.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"github.com/alecthomas/kong"
	"github.com/charmbracelet/x/term"
)

// The exit codes, as the README gives them.
const (
	done         = 0
	nothingFound = 1
	wrongUsage   = 2
	unreadable   = 3
	withProblems = 4
	refused      = 5
	interrupted  = 130
)

// Streams is where a command reads and writes, and what it may know of its surroundings.
type Streams struct {
	In        io.Reader
	Out, Errs io.Writer
	Env       func(string) string
	Terminal  bool // stdout and stdin are a terminal
	Watched   bool // stderr is a terminal: progress may be shown there
	Width     int  // of that terminal; 0: none
	Height    int
}

// Process answers the streams of this process.
func Process() Streams {
	s := Streams{In: os.Stdin, Out: os.Stdout, Errs: os.Stderr, Env: os.Getenv}
	s.Terminal = term.IsTerminal(os.Stdout.Fd()) && term.IsTerminal(os.Stdin.Fd())
	s.Watched = term.IsTerminal(os.Stderr.Fd())
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil {
		s.Width, s.Height = w, h
	}
	return s
}

// commands is the whole command line; kong reads its tags.
type commands struct {
	Library []string `short:"L" name:"library" placeholder:"PATH" env:"PARLEY_LIBRARY" sep:":" help:"Where the briefings are: a folder or file; may be repeated."`
	Style   string   `enum:"auto,dark,light,mono" default:"auto" env:"PARLEY_STYLE" help:"How the screen is coloured: ${enum}."`
	Color   string   `enum:"auto,always,never" default:"auto" help:"Colour on a stream: ${enum}."`
	Width   int      `short:"w" default:"0" help:"Columns of rendered text; 0 takes the terminal's."`

	Fresh   bool `name:"fresh" help:"Compare every file with the index before answering, however many there are."`
	NoIndex bool `name:"no-index" env:"PARLEY_NO_INDEX" help:"Read everything into memory; use and write no index."`

	Open    openCommand    `cmd:"" default:"withargs" help:"The dashboard. Without a path: ./briefings, else the built-in samples."`
	Cat     catCommand     `cmd:"" help:"Print one file, rendered."`
	Ls      lsCommand      `cmd:"" help:"List the briefings."`
	Quotes  quotesCommand  `cmd:"" help:"Print quotes that a query keeps."`
	Search  searchCommand  `cmd:"" help:"Print the briefings, proposals and quotes that a query keeps."`
	Split   splitCommand   `cmd:"" help:"Print what is found in a file and, with --explain, why."`
	Export  exportCommand  `cmd:"" help:"Write briefings, statements and actors for other programs."`
	Check   checkCommand   `cmd:"" help:"Print what could not be taken as it stands."`
	Serve   serveCommand   `cmd:"" help:"Serve the dashboard over SSH, to known keys, for reading."`
	Index   indexCommand   `cmd:"" help:"The index that makes large folders quick: rebuild it, or say how it stands."`
	Doctor  doctorCommand  `cmd:"" help:"Say what parley finds around it: terminal, colour, clipboard, SSH, tmux, folders; and what to do."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// setting is what every command is given.
type setting struct {
	context.Context
	Streams
	all    *commands
	shared opened // a server's; nil: each command opens its own
}

// Run runs one command and answers its exit code.
func Run(args []string, s Streams) (code int) {
	defer func() {
		if p := recover(); p != nil {
			complain(s.Errs, fmt.Errorf("parley broke: %v\n%s", p, debug.Stack()))
			code = wrongUsage
		}
	}()
	var all commands
	parsed, code := parse(&all, "Read a folder of briefings about a negotiation: who is in it, what they propose, what they said.", args, s)
	if parsed == nil {
		return code
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := parsed.Run(&setting{Context: ctx, Streams: s, all: &all})
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		return interrupted
	}
	return codeOf(s.Errs, err)
}

// parse reads a command line into its grammar; where there is nothing to run it answers nil and the exit code.
func parse(grammar any, description string, args []string, s Streams) (*kong.Context, int) {
	left := -1 // set when kong wants to leave: --help
	parser, err := kong.New(grammar,
		kong.Name("parley"),
		kong.Description(description),
		kong.Writers(s.Out, s.Errs),
		kong.Exit(func(code int) { left = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		complain(s.Errs, err)
		return nil, wrongUsage
	}
	parsed, err := parser.Parse(args)
	if left >= 0 {
		return nil, left
	}
	if err != nil {
		complain(s.Errs, hint{err, "parley --help lists the commands"})
		return nil, wrongUsage
	}
	return parsed, done
}
