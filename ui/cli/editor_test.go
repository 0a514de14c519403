package cli_test

import (
	"strings"
	"testing"
)

// An editor that is over at once gives the terminal back as any other: what follows is drawn.
func TestAnEditorThatIsOverAtOnce(t *testing.T) {
	x := open(t, 120, 40, []string{"EDITOR=true"}, hostileFolder(t))
	x.loaded()
	for range 10 {
		begun := strings.Count(x.bytes(), "\x1b[?1049h")
		x.types("e")
		x.until("the screen again", func(screen string) bool {
			return strings.Count(x.bytes(), "\x1b[?1049h") > begun && strings.Contains(screen, "Quotes")
		})
	}
	x.types("Q")
	x.exits()
}
