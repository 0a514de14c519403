package render

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"parley/model/markdown"
)

// A drawer that has drawn everything before draws each text as a new one does.
func TestWhatIsKeptIsTheSame(t *testing.T) {
	old, r := NewDrawer(), rand.New(rand.NewPCG(3, 4))
	texts := seeds(t)
	for range 200 {
		texts = append(texts, randomText(r, 40))
	}
	for round := range 2 {
		for _, src := range texts {
			b := []byte(src)
			refs := markdown.Refs(b)
			fresh := NewDrawer()
			for _, block := range markdown.Split(b) {
				for _, width := range []int{66, 20} {
					if got, want := old.Render(b, block, refs, width), fresh.Render(b, block, refs, width); !reflect.DeepEqual(got, want) {
						t.Fatalf("round %d, width %d, %q:\n%v\n%v", round, width, src, got, want)
					}
				}
			}
		}
	}
	if len(old.shapes.known) < 100 {
		t.Errorf("only %d shapes are kept", len(old.shapes.known))
	}
	if old.shapes.bytes > keptShapes {
		t.Errorf("%d bytes are kept", old.shapes.bytes)
	}
}
