package ssh

import (
	"io"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// A painter brings what a session's screen shows to its terminal, in place of bubbletea's own renderer. That one keeps two
// copies of every cell and fills both with each frame: with fifty sessions half of the server's memory, and a third of its
// processor time. A painter keeps the rows that it sent.
//
//   - What is shown a moment after a key, as what a letter finds, comes with it in one frame.
//   - Frames come apart, so that a key that is held down is no flood; one that cannot be sent yet is made of what is there
//     when it can be. There is no queue.
//   - Nothing is sent where nothing changed, and nothing runs meanwhile.
//   - Terminals that say they can are told where a frame begins and ends (mode 2026), and to measure letters whole (2027).
type painter struct {
	w    io.Writer
	asks bool // the terminal is asked which modes it has

	mu    sync.Mutex
	size  [2]int // the window's; what is shown next has it
	next  frame
	dirty chan struct{} // one place

	stop, over chan struct{}

	now    frame // what the terminal shows
	begun  bool
	canvas canvas
}

// A frame is all that a terminal is to show.
type frame struct {
	content, title string
	cursor         struct {
		on   bool
		x, y int
	}
	width, height int
	whole         bool // it is told where frames begin and end
	graphemes     bool // it measures letters whole
}

const (
	together    = 6 * time.Millisecond  // a key and what it finds
	framesApart = 33 * time.Millisecond // a network is slower anyhow
)

func newPainter(w io.Writer, terminal string, profile colorprofile.Profile, width, height int) *painter {
	return &painter{
		w: w, asks: answersModes(terminal), size: [2]int{width, height},
		dirty: make(chan struct{}, 1), stop: make(chan struct{}), over: make(chan struct{}),
		canvas: canvas{profile: profile, erases: erases(terminal)},
	}
}

// erases tells whether a terminal can erase a number of cells. Those that are not known are sent blanks.
func erases(terminal string) bool {
	name, _, _ := strings.Cut(terminal, "-")
	switch name {
	case "xterm", "tmux", "screen", "linux", "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "st", "wezterm":
		return true
	}
	return false
}

// answersModes tells whether a terminal may be asked which modes it has, by bubbletea's rule for connections.
func answersModes(terminal string) bool {
	for _, name := range []string{"ghostty", "wezterm", "alacritty", "kitty", "rio"} {
		if strings.Contains(terminal, name) {
			return true
		}
	}
	return false
}

// change changes the frame that is to be shown.
func (p *painter) change(how func(*frame)) {
	p.mu.Lock()
	how(&p.next)
	p.mu.Unlock()
	select {
	case p.dirty <- struct{}{}:
	default:
	}
}

// show takes what a screen looks like.
func (p *painter) show(v tea.View) {
	p.change(func(f *frame) {
		f.content, f.title = v.Content, v.WindowTitle
		f.width, f.height = p.size[0], p.size[1]
		f.cursor.on = v.Cursor != nil
		if v.Cursor != nil {
			f.cursor.x, f.cursor.y = v.Cursor.X, v.Cursor.Y
		}
	})
}

// hears takes what a terminal says about itself.
func (p *painter) hears(msg tea.Msg) {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		p.mu.Lock()
		p.size = [2]int{m.Width, m.Height}
		p.mu.Unlock()
	case tea.ModeReportMsg:
		switch {
		case m.Mode == ansi.ModeSynchronizedOutput && m.Value == ansi.ModeReset:
			p.change(func(f *frame) { f.whole = true })
		case m.Mode == ansi.ModeUnicodeCore && (m.Value.IsSet() || m.Value == ansi.ModeReset):
			p.change(func(f *frame) { f.graphemes = true })
		}
	}
}

// run paints until close is called.
func (p *painter) run() {
	defer close(p.over)
	for {
		select {
		case <-p.stop:
			return
		case <-p.dirty:
		}
		if !p.waits(together) {
			return
		}
		p.mu.Lock()
		next := p.next
		p.mu.Unlock()
		if next.content == "" {
			continue
		}
		if b := p.paint(next); len(b) > 0 {
			if _, err := p.w.Write(b); err != nil {
				return // the session ends by itself
			}
		}
		if !p.waits(framesApart - together) {
			return
		}
	}
}

// waits tells whether painting goes on after a while.
func (p *painter) waits(d time.Duration) bool {
	select {
	case <-p.stop:
		return false
	case <-time.After(d):
		return true
	}
}

// close gives the terminal back.
func (p *painter) close() {
	close(p.stop)
	<-p.over
	if p.begun {
		_, _ = p.w.Write(p.leave()) // the client may be gone
	}
}

const (
	hideCursor = ansi.ResetModeTextCursorEnable
	showCursor = ansi.SetModeTextCursorEnable
)

// enter makes the terminal ours: a screen of its own, pastes in brackets, and keys that can be told apart.
func (p *painter) enter() {
	p.begun = true
	p.canvas.send(ansi.ResetModifyOtherKeys + ansi.SetModeAltScreenSaveCursor + hideCursor + ansi.SetModeBracketedPaste +
		ansi.SetModifyOtherKeys2 + ansi.PushKittyKeyboard(ansi.KittyDisambiguateEscapeCodes) + ansi.RequestKittyKeyboard)
	if p.asks {
		p.canvas.send(ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore)
	}
}

// leave is what gives it back.
func (p *painter) leave() []byte {
	c := &p.canvas
	c.out = c.out[:0]
	c.plain()
	c.send(ansi.ResetModifyOtherKeys + ansi.PopKittyKeyboard(1) + ansi.ResetModeBracketedPaste)
	if p.now.graphemes {
		c.send(ansi.ResetModeUnicodeCore)
	}
	c.send(ansi.SetCursorStyle(0) + ansi.ResetModeAltScreenSaveCursor + showCursor + ansi.SetWindowTitle(""))
	return c.out
}

// paint answers what makes the terminal show another frame; the next call takes its room.
func (p *painter) paint(next frame) []byte {
	c, now := &p.canvas, &p.now
	c.out = c.out[:0]
	if p.begun && next == *now {
		return nil
	}
	if !p.begun {
		p.enter()
	}
	if next.graphemes && !now.graphemes {
		c.send(ansi.SetModeUnicodeCore)
		c.method = ansi.GraphemeWidth
	}
	if next.title != now.title {
		c.send(ansi.SetWindowTitle(next.title))
	}
	if next.whole {
		c.send(ansi.SetModeSynchronizedOutput)
	} else if now.cursor.on {
		c.send(hideCursor)
	}
	if next.width != c.width || next.height != c.height || next.graphemes != now.graphemes {
		c.clear(next.width, next.height)
	}
	c.draw(next.content)
	p.cursor(next)
	if next.whole {
		c.send(ansi.ResetModeSynchronizedOutput)
	}
	*now = next
	return c.out
}

// cursor shows the terminal's own cursor where somebody types.
func (p *painter) cursor(next frame) {
	c, was := &p.canvas, p.now.cursor
	switch {
	case next.cursor.on:
		if !was.on {
			const bar = 6
			c.send(ansi.SetCursorStyle(bar))
		}
		c.put(next.cursor.x, next.cursor.y)
		if !was.on || !next.whole {
			c.send(showCursor)
		}
	case was.on && next.whole:
		c.send(hideCursor)
	}
}
