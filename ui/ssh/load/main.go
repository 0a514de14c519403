// Load measures what many readers at once cost a server: the time from a key to the first byte that it draws, and the
// memory of a session.
//
//	go run ./ui/ssh/load [-sessions 50] [-keys 60] [-pause 200ms] [-cores 2] PATH…
//
// It starts the program as a process of its own on the briefings that the paths name, waits until they are read, opens
// the sessions (120×40, each with a key of its own) and lets every one of them search all quotes, letter by letter, for
// words that are there. A key is pressed when the one before has been answered and nothing more was drawn for a moment.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/pprof"
	"time"

	"parley/ui/cli"
)

// beServer makes this program the one that is measured; its value is where to write a profile.
const beServer = "PARLEY_LOAD_SERVER"

type options struct {
	sessions int
	keys     int // a session presses
	pause    time.Duration
	cores    int
	state    string
	profile  string
	paths    []string
}

func main() {
	if profile, ok := os.LookupEnv(beServer); ok {
		os.Exit(serve(profile))
	}
	var o options
	flag.IntVar(&o.sessions, "sessions", 50, "readers at once")
	flag.IntVar(&o.keys, "keys", 60, "keys that each presses")
	flag.DurationVar(&o.pause, "pause", 200*time.Millisecond, "between two keys of one reader")
	flag.IntVar(&o.cores, "cores", 2, "processors of the server")
	flag.StringVar(&o.state, "state", "", "a folder for the index and the server's state, to be used again; empty: a new one each time")
	flag.StringVar(&o.profile, "profile", "", "a file for the server's processor time, for go tool pprof")
	flag.Parse()
	if o.paths = flag.Args(); len(o.paths) == 0 {
		fmt.Fprintln(os.Stderr, "load: which briefings? give a folder")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := measure(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		stop()
		os.Exit(1)
	}
}

// serve is the server; with a file's name its processor time is written there for go tool pprof.
func serve(profile string) int {
	if profile != "" {
		f, err := os.Create(profile)
		if err == nil {
			err = pprof.StartCPUProfile(f)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "load:", err)
			return 1
		}
		defer pprof.StopCPUProfile()
	}
	return cli.Run(os.Args[1:], cli.Process())
}

func measure(ctx context.Context, o options) (err error) {
	s, err := start(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.stop()) }()
	begun := time.Now()
	words, err := s.words()
	if err != nil {
		return err
	}
	fmt.Printf("read after          %8.1f s\n", time.Since(begun).Seconds())
	idle := s.memory()
	fmt.Printf("no session          %8.1f MB resident, %.1f MB of it its own\n", mb(idle.resident), mb(idle.own))

	readers, err := s.readers(ctx, o, words)
	if err != nil {
		return err
	}
	open := s.memory()
	fmt.Printf("%3d sessions        %8.1f MB resident, %.1f MB of it its own: %.0f KB a session\n",
		o.sessions, mb(open.resident), mb(open.own), float64(open.own-idle.own)/float64(o.sessions)/1024)
	processor := s.processor()
	begun = time.Now()
	first, last, most, err := search(ctx, s, readers, o)
	if err != nil {
		return err
	}
	took := time.Since(begun)
	used := s.processor() - processor
	fmt.Printf("key to first byte   %8.1f ms half, %.1f ms 99 %%, %.1f ms at worst (%d keys, %.0f a second)\n",
		ms(first, 50), ms(first, 99), ms(first, 100), len(first), float64(len(first))/took.Seconds())
	fmt.Printf("key to last byte    %8.1f ms half, %.1f ms 99 %%, %.1f ms at worst\n", ms(last, 50), ms(last, 99), ms(last, 100))
	fmt.Printf("memory at most      %8.1f MB resident, %.1f MB of it its own\n", mb(most.resident), mb(most.own))
	fmt.Printf("processor           %8.1f s in %.1f s\n", used.Seconds(), took.Seconds())
	return nil
}

func mb(bytes int64) float64 { return float64(bytes) / (1 << 20) }
