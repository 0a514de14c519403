package ssh

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// A keyboard is what comes from a client: keys, pastes and the terminal's own answers.
//
//   - A paste is cut after longestPaste bytes, and a control string after longestString: the decoder behind keeps both
//     until their end, which a client may never send, and looks a string through again with every piece of it.
//   - Single C1 characters are dropped: no terminal sends them as a key, and some of them begin a string.
//   - Everything between is handed on as it is.
type keyboard struct {
	r      io.Reader
	state  typing
	length int // bytes of the paste or string that is open
	ending int // bytes of pasteEnd that were seen
	more   int // bytes of the letter that is open
	csi    []byte
}

type typing uint8

const (
	letters  typing = iota
	escaped         // after ESC
	sequence        // after ESC [
	control         // a control string, up to BEL or ESC \
	pasted          // between the marks of a paste
)

const (
	longestPaste  = 64 << 10
	longestString = 4 << 10
	longestCSI    = 64

	escape     = 0x1b
	pasteBegin = "200" // ESC [ 200 ~
	pasteEnd   = "\x1b[201~"
)

// Read answers what was typed, less what is too long.
func (k *keyboard) Read(p []byte) (int, error) {
	for {
		n, err := k.r.Read(p)
		kept := p[:0]
		for _, b := range p[:n] {
			if k.keeps(b) {
				kept = append(kept, b)
			}
		}
		if len(kept) > 0 || err != nil || n == 0 {
			return len(kept), err
		}
	}
}

// keeps takes one byte and tells whether it goes on.
func (k *keyboard) keeps(b byte) bool {
	switch k.state {
	case pasted:
		return k.paste(b)
	case control:
		k.length++
		switch b {
		case escape:
			k.state = escaped
			return true
		case 0x07:
			k.state = letters
			return true
		}
		return k.length <= longestString
	case sequence:
		return k.parameter(b)
	case escaped:
		k.state, k.length = letters, 0
		switch b {
		case '[':
			k.state, k.csi = sequence, k.csi[:0]
		case ']', 'P', '_', '^', 'X':
			k.state = control
		case escape:
			k.state = escaped
		}
		return true
	}
	return k.letter(b)
}

func (k *keyboard) letter(b byte) bool {
	switch {
	case b == escape:
		k.state, k.more = escaped, 0
	case b >= 0xf0:
		k.more = 3
	case b >= 0xe0:
		k.more = 2
	case b >= 0xc0:
		k.more = 1
	case b >= 0x80 && k.more > 0:
		k.more--
	case b >= 0x80:
		return false
	default:
		k.more = 0
	}
	return true
}

// parameter takes what follows ESC [ up to its final letter.
func (k *keyboard) parameter(b byte) bool {
	switch {
	case b == escape:
		k.state = escaped
	case b >= 0x20 && b < 0x40:
		if len(k.csi) >= longestCSI {
			return false
		}
		k.csi = append(k.csi, b)
	default:
		k.state = letters
		if b == '~' && string(k.csi) == pasteBegin {
			k.state, k.length, k.ending = pasted, 0, 0
		}
	}
	return true
}

// paste takes a byte of a paste. The end mark goes on however long the paste was.
func (k *keyboard) paste(b byte) bool {
	k.length++
	switch {
	case b == pasteEnd[k.ending]:
		k.ending++
		if k.ending == len(pasteEnd) {
			k.state = letters
		}
		return true
	case b == escape:
		k.ending = 1
		return true
	}
	k.ending = 0
	return k.length <= longestPaste
}

// typed hands what comes from the client to the screen until the client hangs up. bubbletea's own reading of input would
// wait for ever to hand over a key that came after its program's end, and keep all of it in memory.
func typed(ctx context.Context, r io.Reader, terminal string, p *tea.Program, pressed func()) {
	events := make(chan uv.Event)
	go func() {
		defer close(events)
		defer func() { _ = recover() }()                                // a decoder that breaks ends the session like a client that hangs up
		_ = uv.NewTerminalReader(r, terminal).StreamEvents(ctx, events) // why it ended does not matter
	}()
	for e := range events {
		switch e.(type) {
		case uv.KeyPressEvent, uv.PasteEvent, uv.MouseEvent:
			pressed()
		}
		p.Send(e) // does nothing once the program is over
	}
}
