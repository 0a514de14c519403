package actor

import (
	"strings"
	"testing"
)

// Whatever ends as another does, but for its case and in whatever script, is not passed over.
func TestEndsAlike(t *testing.T) {
	words := []string{"", "adviser", "Adviser", "presidential adviser", "Presidential ADVISER", "visor", "radviser", "adviser ", "министр", "Министр",
		"премьер Министр", "премьер-министр", "chargé", "the CHARGÉ", "a", "A", "ÉMIR", "émir", "l'Émir", "\u212A", "k", "a k", "a \u212A"}
	passed := 0
	for _, full := range words {
		for _, short := range words {
			alike := endsAlike(full, short)
			if strings.HasSuffix(strings.ToLower(full), strings.ToLower(short)) && !alike {
				t.Errorf("%q is passed over for %q", full, short)
			}
			if !alike {
				passed++
			}
		}
	}
	if passed == 0 {
		t.Error("nothing is passed over")
	}
}
