// Load measures what many readers at once cost a server: the time from a key to the first byte that it draws, and the
// memory of a session.
//
//	go run ./ui/ssh/load [-sessions 50] [-keys 60] [-rate 5] [-cores 2] PATH…
//
// It starts the program as a process of its own on the briefings that the paths name, waits until they are read, opens
// the sessions (120×40, each with a key of its own) and lets every one of them search all quotes, letter by letter, for
// words that are there.
//
//   - With a rate, a key is due at a moment that does not hang on the answers, and is counted from that moment, also where
//     it could not be pressed then because the one before had not been answered: a slow server is not spared. The time
//     between two keys is anything from half of the mean to one and a half times it.
//   - With -rate 0 everybody presses the next key as soon as all of an answer has come: how much a server can do at most,
//     and the times are then those of a server that is never idle.
//   - The first byte may be one of an earlier answer that was still on its way; the last byte, after which nothing comes
//     for a moment, bounds that from above.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"
)

// beServer makes this program the one that is measured; its value is where to write a profile.
const beServer = "PARLEY_LOAD_SERVER"

type options struct {
	sessions int
	keys     int     // a session presses
	rate     float64 // keys a second of each; 0: as fast as they are answered
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
	flag.Float64Var(&o.rate, "rate", 5, "keys a second that each presses; 0: the next as soon as one is answered")
	flag.IntVar(&o.cores, "cores", 2, "processors of the server")
	flag.StringVar(&o.state, "state", "", "a folder for the index and the server's state, to be used again; empty: a new one each time")
	flag.StringVar(&o.profile, "profile", "", "a file for the server's processor time while keys are pressed, and FILE.heap for its memory then; for go tool pprof")
	flag.Parse()
	o.paths = flag.Args()
	if why := o.wrong(); why != "" {
		fmt.Fprintln(os.Stderr, "load:", why)
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

// wrong says what cannot be measured.
func (o options) wrong() string {
	switch {
	case len(o.paths) == 0:
		return "which briefings? give a folder"
	case o.sessions < 1 || o.keys < 1 || o.cores < 1:
		return "-sessions, -keys and -cores are 1 or more"
	case o.rate < 0 || o.rate > 100:
		return "-rate is from 0 to 100 keys a second"
	}
	return ""
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
	fmt.Println(o.rhythm())
	s.profile()
	processor := s.processor()
	begun = time.Now()
	first, last, most, err := search(ctx, s, readers, o)
	if err != nil {
		return err
	}
	took := time.Since(begun)
	used := s.processor() - processor
	s.profile()
	fmt.Printf("key to first byte   %8.1f ms half, %.1f ms 99 %%, %.1f ms at worst (%d keys, %.0f a second)\n",
		ms(first, 50), ms(first, 99), ms(first, 100), len(first), float64(len(first))/took.Seconds())
	fmt.Printf("key to last byte    %8.1f ms half, %.1f ms 99 %%, %.1f ms at worst\n", ms(last, 50), ms(last, 99), ms(last, 100))
	fmt.Printf("memory at most      %8.1f MB resident, %.1f MB of it its own\n", mb(most.resident), mb(most.own))
	fmt.Printf("processor           %8.1f s in %.1f s: %.2f ms a key\n", used.Seconds(), took.Seconds(), 1000*used.Seconds()/float64(len(first)))
	return nil
}

// rhythm says how keys are pressed.
func (o options) rhythm() string {
	if o.rate == 0 {
		return fmt.Sprintf("%d readers press their next key as soon as one is answered", o.sessions)
	}
	return fmt.Sprintf("%d readers press %g keys a second each, whether answered or not: %g a second", o.sessions, o.rate, o.rate*float64(o.sessions))
}

func mb(bytes int64) float64 { return float64(bytes) / (1 << 20) }
