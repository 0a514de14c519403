package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// What parley finds around it, and what to do where something is missing. The checks are in doctor_checks.go.

type doctorCommand struct {
	JSON bool `name:"json" help:"As one JSON object."`
}

// A state is how good a finding is.
type state string

const (
	good    state = "ok"
	note    state = "note"    // works, with less
	problem state = "problem" // does not work
)

// A finding is one line of the doctor's.
type finding struct {
	Name  string `json:"name"`
	State state  `json:"state"`
	Found string `json:"found"`
	Do    string `json:"do,omitempty"` // what would make it better
}

// A patient is what is looked at.
type patient struct {
	Streams
	state, cache string                              // the folders that parley writes to
	ask          func(args ...string) (string, bool) // a program, for what it alone knows
	look         func(program string) bool           // whether there is such a program
}

// Run prints what was found; the exit code says whether something does not work.
func (c *doctorCommand) Run(s *setting) error {
	p := patient{Streams: s.Streams, state: stateFolder(), cache: cacheFolder(), ask: asking(s), look: found}
	all := p.examine()
	problems := 0
	for _, f := range all {
		if f.State == problem {
			problems++
		}
	}
	out := bufio.NewWriter(s.Out)
	if c.JSON {
		if err := json.NewEncoder(out).Encode(map[string]any{"checks": all, "problems": problems}); err != nil {
			return err
		}
	} else if err := c.print(out, all); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if problems > 0 {
		return ending{code: withProblems}
	}
	return nil
}

func (c *doctorCommand) print(out *bufio.Writer, all []finding) error {
	for _, f := range all {
		if err := writeLine(out, fmt.Sprintf("%-8s %-10s %s", f.State, f.Name, f.Found)); err != nil {
			return err
		}
		if f.Do == "" {
			continue
		}
		if err := writeLine(out, strings.Repeat(" ", 20)+f.Do); err != nil {
			return err
		}
	}
	return nil
}

// asking runs a program for a second at most, and answers its first line.
func asking(ctx context.Context) func(args ...string) (string, bool) {
	return func(args ...string) (string, bool) {
		ctx, stop := context.WithTimeout(ctx, time.Second)
		defer stop()
		out, err := exec.CommandContext(ctx, args[0], args[1:]...).Output()
		line, _, _ := strings.Cut(string(out), "\n")
		return strings.TrimSpace(line), err == nil
	}
}

func found(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}
