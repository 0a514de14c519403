package dashboard

import (
	"context"
	"fmt"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/model"
	"parley/ui/pane"
)

// Every command, and so every wait: the screen's own goroutine never does any.
//
//   - A closure holds copies of what it needs, never the App.
//   - A newer question of a kind cancels the older one; an answer that comes all the same is dropped by its number.
//   - A panic in a command is an answer like any other error.

// ask puts a question to the library.
func (a *App) ask(q question, call func(context.Context, model.Library) (any, error)) tea.Cmd {
	if stop := a.asked[q].stop; stop != nil {
		stop()
	}
	ctx, stop := context.WithCancel(a.ctx)
	a.asked[q].seq++
	a.asked[q].stop, a.asked[q].open = stop, true
	a.asked[q].failed = false
	seq, lib := a.asked[q].seq, a.lib
	return func() (msg tea.Msg) {
		defer stop()
		defer func() {
			if p := recover(); p != nil {
				msg = answer{to: q, seq: seq, err: fmt.Errorf("parley broke: %v; r reads again", p)}
			}
		}()
		said, err := call(ctx, lib)
		return answer{q, seq, said, err}
	}
}

// An asking is the latest question of its kind.
type asking struct {
	seq    uint64
	stop   context.CancelFunc
	open   bool // not answered yet
	failed bool // answered with an error
}

// current tells whether an answer is to the latest question of its kind, and closes the question.
func (a *App) current(m answer) bool {
	if m.seq != a.asked[m.to].seq {
		return false
	}
	a.asked[m.to].open = false
	return true
}

func (a *App) askOverview() tea.Cmd {
	f := model.Filter{}
	return a.ask(askOverview, func(ctx context.Context, lib model.Library) (any, error) { return lib.Overview(ctx, f) })
}

func (a *App) askText(file string) tea.Cmd {
	return a.ask(askText, func(ctx context.Context, lib model.Library) (any, error) { return lib.Text(ctx, file) })
}

func (a *App) askPreview(file string) tea.Cmd {
	return a.ask(askPreview, func(ctx context.Context, lib model.Library) (any, error) { return lib.Text(ctx, file) })
}

func (a *App) askProblems() tea.Cmd {
	return a.ask(askProblems, func(ctx context.Context, lib model.Library) (any, error) { return lib.Problems(ctx, model.Window{}) })
}

func (a *App) askExplain(file, id string) tea.Cmd {
	return a.ask(askExplain, func(ctx context.Context, lib model.Library) (any, error) { return lib.Explain(ctx, file, id) })
}

func (a *App) askWait(seen uint64) tea.Cmd {
	return a.ask(askWait, func(ctx context.Context, lib model.Library) (any, error) { return lib.Wait(ctx, seen) })
}

func (a *App) askRefresh() tea.Cmd {
	return a.ask(askRefresh, func(ctx context.Context, lib model.Library) (any, error) { return nil, lib.Refresh(ctx) })
}

// index looks a long text through, for its paragraphs and headings.
func index(work func() pane.Index) tea.Cmd {
	return guarded(func() tea.Msg { return indexed{work()} })
}

// send puts a text into the terminal's clipboard. Nothing is heard back.
func send(content string, through Multiplexer) tea.Cmd {
	if through == Screen {
		const longest = 256 // GNU screen drops longer strings
		return tea.Raw(ansi.ScreenPassthrough(ansi.SetSystemClipboard(content), longest))
	}
	return tea.SetClipboard(content)
}

// writeCopy keeps a text in a file.
func writeCopy(write func(string) (string, error), content string) tea.Cmd {
	return guarded(func() tea.Msg {
		path, err := write(content)
		return sent{path, err}
	})
}

// markRead writes into the journal of what was read.
func markRead(mark func(string, bool) error, file string, read, asked bool) tea.Cmd {
	return guarded(func() tea.Msg { return marked{read, asked, mark(file, read)} })
}

// runEditor hands the terminal over until the editor ends.
func runEditor(args []string) tea.Cmd {
	return tea.Exec(&editing{exec.Command(args[0], args[1:]...)}, func(err error) tea.Msg { return edited{err} })
}

// guarded turns a panic of a command into a message.
func guarded(run tea.Cmd) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if p := recover(); p != nil {
				msg = broken{fmt.Errorf("parley broke: %v; r reads again", p)}
			}
		}()
		return run()
	}
}
