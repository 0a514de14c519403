package pane

import (
	"math/rand/v2"
	"strings"
	"testing"

	"parley/model"
)

// A body is short and its steps are few: what is slow here is tried seldom, and made small for minutes when it is new.
func FuzzReader(f *testing.F) {
	f.Add("## A\n\n“a *b*”\n- c\n\n|a|b|\n|-|-|\n|c|d|", uint64(1))
	f.Add("a\x00\x1b[31m\n\n|a|b|\n|-|-|\n|ക്ഷ|👨‍👩‍👧|", uint64(2))
	f.Fuzz(func(t *testing.T, body string, seed uint64) {
		if len(body) > 200 {
			return
		}
		r := NewReader()
		r.SetSize(int(seed%60), int(seed/60%16))
		r.Set(model.Text{Body: []byte(strings.ToValidUTF8(body, "\ufffd"))})
		random := rand.New(rand.NewPCG(seed, 1))
		for range 5 {
			switch random.IntN(9) {
			case 0, 1:
				r.SetSize(random.IntN(60), random.IntN(16))
			case 2:
				r.Move(random.IntN(20) - 10)
			case 3:
				r.Page(1 - 2*random.IntN(2))
			case 4:
				r.Last()
			case 5:
				r.Paragraph(1 - 2*random.IntN(2))
			case 6:
				from := random.IntN(len(r.text.Body) + 1)
				r.Show(model.Span{Start: from, End: from + random.IntN(len(r.text.Body)-from+1)})
			case 7:
				r.Find(body[random.IntN(len(body)+1):])
			case 8:
				r.Heading(1)
			}
			square(t, r, r.width, r.height)
		}
	})
}

func BenchmarkReaderScroll(b *testing.B) {
	r := NewReader()
	r.SetSize(90, 50)
	t := talk()
	t.Body = []byte(strings.Repeat(meeting, 30))
	r.Set(t)
	r.View()
	for i := 0; b.Loop(); i++ {
		r.Move(1 - 2*(i/100%2))
		r.View()
	}
}

func BenchmarkReaderOpen(b *testing.B) {
	r := NewReader()
	r.SetSize(90, 50)
	t := talk()
	for b.Loop() {
		r.Set(t)
		r.View()
	}
}

func BenchmarkReaderOpenLong(b *testing.B) {
	t := model.Text{Briefing: model.Briefing{File: "long.md"}, Body: []byte(strings.Repeat("A paragraph of some words, and of some more to make it long enough.\n\n", 45_000))}
	r := NewReader()
	r.SetSize(90, 50)
	b.SetBytes(int64(len(t.Body)))
	for b.Loop() {
		r.Set(t)
		r.View()
	}
}

func BenchmarkReaderResizeLong(b *testing.B) {
	r := NewReader()
	r.SetSize(90, 50)
	r.Set(model.Text{Briefing: model.Briefing{File: "long.md"}, Body: []byte(strings.Repeat("A paragraph of some words, and of some more to make it long enough.\n\n", 45_000))})
	r.Goto(1_500_000)
	for i := 0; b.Loop(); i++ {
		r.SetSize(60+i%2*30, 50)
		r.View()
	}
}

func BenchmarkReaderMarkAnother(b *testing.B) {
	r := reading(90, 50)
	r.View()
	for i := 0; b.Loop(); i++ {
		r.Show(r.text.Quotes[i%2].Span)
		r.View()
	}
}
