package dashboard

import (
	tea "charm.land/bubbletea/v2"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	if os.Getenv("LIVE") != "" {
		o := testOptions()
		o.Style = Style(os.Getenv("LIVE"))
		o.WriteCopy = func(string) (string, error) { return "~/.local/state/parley/copied.txt", nil }
		_ = time.Now
		f := newFake(talks())
		p := tea.NewProgram(New(f, o), tea.WithFPS(120))
		if _, err := p.Run(); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}
func TestLook(t *testing.T) {
	if os.Getenv("KEYS") == "" {
		t.Skip()
	}
	for _, s := range [][2]int{{120, 40}, {80, 24}, {40, 20}} {
		d := drive(t, newFake(talks()), testOptions(), s[0], s[1])
		d.keys(strings.Fields(os.Getenv("KEYS"))...)
		fmt.Println(d.screen())
	}
}
