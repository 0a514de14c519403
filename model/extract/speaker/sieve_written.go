package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Farmers held banners reading “Open the bridge” · a placard that said “Not one field”
//
// Rules:
//   - A thing that is carried or worn with words on it, and right behind it "reading", "saying", or "that" and "read" or
//     "said"; the quote follows, with a comma or a colon between at most.
//   - Nobody is the speaker: whoever holds a sign has not spoken.

var signs = lexicon.Listed("sign signs banner banners placard placards poster posters t-shirt t-shirts shirt shirts sticker " +
	"stickers flag flags badge badges hat hats cap caps plaque plaques")

var hashReading, hashSaying, hashRead = hash("reading"), hash("saying"), hash("read")

func onSigns(r *reading, f *framed) (int32, bool) {
	from := r.doc.Sentences[f.sentence].From
	m := f.at - 1
	if m > from && r.toks[m].kind != prose.Word {
		m--
	}
	if m <= from {
		return 0, false
	}
	switch h := r.toks[m].hash; {
	case h == hashReading, h == hashSaying:
		m--
	case (h == hashRead || h == hashSaid) && r.toks[m-1].is(that|relative):
		m -= 2
	default:
		return 0, false
	}
	return nobodySaid, m >= from && signs().Has(r.toks[m].hash)
}
