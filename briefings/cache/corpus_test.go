package cache

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A corpus is a folder of random briefings, written the ways people write them.
type corpus struct {
	dir   string
	r     *rand.Rand
	names []string
	made  int
}

func newCorpus(t testing.TB, seed uint64, n int) *corpus {
	t.Helper()
	c := &corpus{dir: t.TempDir(), r: rand.New(rand.NewPCG(seed, 19))}
	for range n {
		c.add(t)
	}
	return c
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

var (
	vocabulary = strings.Fields("truce line lined lines guarantee guarantees territory the of in a map later first no not map-makers cease-fire " +
		"ceasefire prisoners exchange exchanged 90 9 État straße 停火线 北约 линия border borders corridor never again until signed peace pact")
	people = []string{"Lena Oduya", "Tomas Reku", "Ana Vidal", "José Ibarra", "Søren Holm", "Mira Novák", "Kofi Mensa", "Ilse Brandt"}
	roles  = []string{"foreign minister", "chief negotiator", "spokesperson", "special envoy"}
	states = []string{"Arland", "Veyra", "Northern Union"}
)

func (c *corpus) sentence() string {
	var words []string
	for range 3 + c.r.IntN(14) {
		words = append(words, pick(c.r, vocabulary...))
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, pick(c.r, " ", " ", " ", ", ", " — ")) + "."
}

// text makes a briefing: most with a head, some without a date, some that list their actors, some plain articles.
func (c *corpus) text() string {
	var b strings.Builder
	if c.r.IntN(5) > 0 {
		fmt.Fprintf(&b, "---\ntitle: %q\n", c.sentence())
		if c.r.IntN(6) > 0 {
			fmt.Fprintf(&b, "date: 2025-%02d-%02d\n", 1+c.r.IntN(6), 1+c.r.IntN(28))
		}
		fmt.Fprintf(&b, "tags: [%s]\nlang: en\nsource: %s\n", pick(c.r, "plenary", "round two", "cable"), pick(c.r, "Meridian Wire", "Harbour Post"))
		if c.r.IntN(3) == 0 {
			fmt.Fprintf(&b, "tracks: [%s]\n", pick(c.r, "Territory", "Ceasefire", "Prisoners"))
		}
		if c.r.IntN(4) == 0 {
			fmt.Fprintf(&b, "desk: %s\n", c.sentence())
		}
		b.WriteString("---\n\n")
	}
	if c.r.IntN(2) == 0 {
		b.WriteString("## Actors\n\n")
		for range 1 + c.r.IntN(3) {
			fmt.Fprintf(&b, "- %s (%s), %s\n", pick(c.r, people...), pick(c.r, states...), pick(c.r, roles...))
		}
		b.WriteString("\n")
	}
	for range c.r.IntN(6) {
		who := pick(c.r, people...)
		switch c.r.IntN(6) {
		case 0:
			fmt.Fprintf(&b, "> “%s”\n> — %s, 2025-0%d-11\n\n", c.sentence(), who, 1+c.r.IntN(6))
		case 1:
			fmt.Fprintf(&b, "“%s,” %s of %s said. “%s”\n\n", strings.TrimSuffix(c.sentence(), "."), who, pick(c.r, states...), c.sentence())
		case 2:
			fmt.Fprintf(&b, "The %s told the Harbour Post: “%s”\n\n", pick(c.r, roles...), c.sentence())
		case 3:
			fmt.Fprintf(&b, "> [!proposal] %s · by: %s · track: Territory · stance: %s\n> %s\n\n", c.sentence(), who, pick(c.r, "+", "-", "±"), c.sentence())
		case 4:
			fmt.Fprintf(&b, "%s demanded that %s withdraw from the border. An official called it “%s”.\n\n", who, pick(c.r, states...), c.sentence())
		default:
			fmt.Fprintf(&b, "%s %s\n\n", c.sentence(), c.sentence())
		}
	}
	return b.String()
}

func (c *corpus) add(t testing.TB) {
	name := fmt.Sprintf("%s/b%05d.md", pick(c.r, "a", "b/c", "d"), c.made)
	c.made++
	c.names = append(c.names, name)
	c.write(t, name, c.text())
}

func (c *corpus) write(t testing.TB, name, text string) {
	t.Helper()
	path := filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// change adds, rewrites, deletes or renames one briefing.
func (c *corpus) change(t testing.TB) {
	t.Helper()
	i := c.r.IntN(len(c.names))
	name := c.names[i]
	switch c.r.IntN(4) {
	case 0:
		c.add(t)
	case 1:
		c.write(t, name, c.text())
	case 2:
		if err := os.Remove(filepath.Join(c.dir, name)); err != nil {
			t.Fatal(err)
		}
		c.names = append(c.names[:i], c.names[i+1:]...)
	default:
		to := fmt.Sprintf("r%05d.md", c.made)
		c.made++
		if err := os.Rename(filepath.Join(c.dir, name), filepath.Join(c.dir, to)); err != nil {
			t.Fatal(err)
		}
		c.names[i] = to
	}
}

// query makes a random query, of words that stand in the texts and a few that do not.
func (c *corpus) query() string {
	fields := []string{
		"speaker:oduya", "speaker:an", "speaker:nobody", "speaker:envoy", "party:arland", "party:veyra", "actor:veyra", "track:terr", `track:"territory"`,
		"via:harbour-post", "grade:on", "grade:unnamed,reported", "kind:part", "kind:demand", "kind:term", "stance:+", "stance:-", "since:2025-03",
		"until:2025-04-11", "date:2025-02", "date:2025-01..2025-03-20", "file:b0001", "file:r", "lang:en", "tag:round", "tag:plenary", "source:meridian",
	}
	var terms []string
	for range 1 + c.r.IntN(3) {
		minus := pick(c.r, "", "", "", "-")
		word := pick(c.r, vocabulary...)
		switch c.r.IntN(5) {
		case 0:
			terms = append(terms, minus+word)
		case 1:
			terms = append(terms, minus+string([]rune(word)[:1+c.r.IntN(min(3, len([]rune(word))))]))
		case 2:
			terms = append(terms, minus+`"`+word+" "+pick(c.r, vocabulary...)+`"`)
		case 3:
			terms = append(terms, minus+"xylophone")
		default:
			terms = append(terms, minus+pick(c.r, fields...))
		}
	}
	return strings.Join(terms, " ")
}
