package written

import (
	"strings"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// Tracks that a heading names
//
//	## Track: Territory          ## Territory {track}
//
// hold to the next heading of the same level or a higher one. A deeper track within wins for its own stretch.

var trackWords = []string{"track", "strand", "strang", "volet", "dossier", "mesa", "трек", "направление", "напрям"}

func (f *finder) tracks() {
	nodes := f.doc.Nodes
	for i := range nodes {
		n := &nodes[i]
		if n.Kind != markdown.Heading {
			continue
		}
		name := trackName(n)
		if name == "" || len(f.m.Tracks) >= maxTracks {
			continue
		}
		end := len(f.src)
		for k := i + 1; k < len(nodes); k++ {
			if nodes[k].Kind == markdown.Heading && nodes[k].Parent < 0 && nodes[k].Level <= n.Level {
				end = nodes[k].Start
				break
			}
		}
		f.m.Tracks = append(f.m.Tracks, Track{Range: model.Range{Start: n.Start, End: end}, Name: name})
	}
}

func trackName(n *markdown.Node) string {
	heading := shown(n.Plain())
	if strings.EqualFold(n.Track(), "track") {
		return heading
	}
	word, name, ok := strings.Cut(heading, ":")
	if !ok {
		return ""
	}
	word = text.Fold(strings.TrimSpace(word))
	for _, w := range trackWords {
		if w == word {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

// TrackAt answers the track that the headings give to a byte of the text: the innermost; empty where there is none.
func (m *Marks) TrackAt(at int) string {
	name := ""
	for _, t := range m.Tracks {
		if t.Start <= at && at < t.End {
			name = t.Name
		}
	}
	return name
}
