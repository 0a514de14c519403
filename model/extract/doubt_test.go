package extract_test

import (
	"testing"

	"parley/model"
	"parley/model/extract"
)

// A pronoun that could about as well be somebody else's leaves the speaker doubtful, however plain the sentence is.
func TestDoubtfulPronoun(t *testing.T) {
	for _, example := range []struct {
		prose string
		want  model.Certainty
	}{
		{"Omar Quill would not speak of the loan after Lord Oke had left the room. “We pay what is due,” he said.", model.Doubtful},
		{"Omar Quill would not speak of the loan to Lady Oke. “We pay what is due,” he said.", model.Sure},
	} {
		found := extract.Briefing("2025-04-27-he.md", source(t, example.prose), extract.Options{})
		if len(found.Quotes) != 1 || found.Quotes[0].Speaker == nil || found.Quotes[0].Certainty != example.want {
			t.Errorf("%s\n%+v, want one that is %s", example.prose, found.Quotes, example.want)
		}
	}
}
