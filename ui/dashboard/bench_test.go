package dashboard

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// What a key costs from Update to the string that is drawn, without the terminal.
func BenchmarkKey(b *testing.B) {
	for _, c := range []struct {
		name  string
		first []string
		keys  [2]string
	}{
		{"selection", []string{"4"}, [2]string{"j", "k"}},
		{"pane", []string{"4"}, [2]string{"tab", "shift+tab"}},
		{"reading line", []string{"J", "J", "5"}, [2]string{"j", "k"}},
		{"commands", []string{":"}, [2]string{"down", "up"}},
		{"help", []string{"?"}, [2]string{"down", "up"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			o := fullOptions()
			o.Profile = colorprofile.TrueColor
			d := drive(b, full(), o, 120, 40)
			d.keys(c.first...)
			presses := [2]any{press(c.keys[0]), press(c.keys[1])}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.app.Update(presses[i%2])
				d.app.View()
			}
		})
	}
}
