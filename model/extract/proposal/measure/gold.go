// Package measure holds proposals that were found against texts that people annotated: positions (who proposes, demands,
// rejects, supports, promises what, in PolNeAR) and moves (who agrees, asks, refuses, in PLOVER sentences).
//
// The data stands outside the repository; these are its figures, worked out as the project's yardstick does.
package measure

import (
	"bufio"
	"encoding/json"
	"io"
	"unicode/utf8"
)

// A Document is a text with what was annotated in it. Offsets are bytes of Text.
type Document struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Claims []Claim `json:"claims"`
}

// A Claim is one annotated position or move.
type Claim struct {
	Actor      string `json:"actor"`
	ActorStart int    `json:"actor_start"` // -1: nobody, or not in the text
	ActorEnd   int    `json:"actor_end"`
	Cue        string `json:"cue"`
	CueStart   int    `json:"cue_start"`
	Predicate  string `json:"predicate"`
	Text       string `json:"text"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
}

// Read reads documents, one JSON object a line.
func Read(r io.Reader) ([]Document, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 64<<20)
	var docs []Document
	for lines.Scan() {
		var raw struct {
			Document
			Claims []map[string]any `json:"claims"`
		}
		if err := json.Unmarshal(lines.Bytes(), &raw); err != nil {
			return nil, err
		}
		d := raw.Document
		at := byteOffsets(d.Text)
		for _, c := range raw.Claims {
			d.Claims = append(d.Claims, claim(c, at))
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

func claim(c map[string]any, at []int) Claim {
	word := func(k string) string { s, _ := c[k].(string); return s }
	place := func(k string) int {
		f, ok := c[k].(float64)
		if !ok || f < 0 || int(f) >= len(at) {
			return -1
		}
		return at[int(f)]
	}
	out := Claim{Actor: word("actor"), Cue: word("cue"), Predicate: word("predicate"), Text: word("text"),
		ActorStart: place("actor_start"), ActorEnd: place("actor_end"), CueStart: place("cue_start"), Start: place("start"), End: place("end")}
	if out.ActorEnd <= out.ActorStart && out.ActorStart >= 0 {
		out.ActorEnd = out.ActorStart + len(out.Actor)
	}
	return out
}

// byteOffsets leads from code points to bytes.
func byteOffsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// Characters counts code points, as the annotation does.
func Characters(text string, from, to int) int { return utf8.RuneCountInString(text[from:to]) }
