package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Ceasefire":            "ceasefire",
		"Erdoğan":              "erdogan",
		"İstanbul":             "istanbul",
		"Zürich, Zu\u0308rich": "zurich, zurich",
		"Großmächte":           "grossmachte",
		"Łódź Øresund Æsir":    "lodz oresund aesir",
		"Ёлка Йод и\u0306од":   "елка йод йод",
		"Київ":                 "киів",
		"ＮＡＴＯ ｶﾅ":              "nato カナ",
		"Moscow’s “plan” – no": "moscow's \"plan\" - no",
		"pay\u200Bpal\u00ADed": "paypaled",
		"ﬁnal Σίσυφος":         "final σισυφοσ",
		"שָׁלוֹם":              "שלום",
		"سَلَام":               "سلام",
		"a\u00A0b\tc":          "a b c",
		"हिन्दी":               "हिन्दी",
		"外交":                   "外交",
		"\x1b[2J":              "[2j",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if Fold("한국") != Fold("\u1112\u1161\u11ab\u1100\u116e\u11a8") {
		t.Error("Hangul differs when written in jamo")
	}
}

func TestFoldOffsetsMarkHits(t *testing.T) {
	for _, c := range []struct{ text, query, want string }{
		{"The Großmächte met", "grossmachte", "Großmächte"},
		{"a ne\u0301gociation b", "negociation", "ne\u0301gociation"},
		{"caf\u0065\u0301 x", "cafe", "cafe\u0301"},
		{"pay\u200Bpal.", "paypal", "pay\u200Bpal"},
		{"x ﬁnal", "in", "ﬁn"},
	} {
		folded, at := FoldOffsets(c.text)
		i := strings.Index(folded, c.query)
		if i < 0 {
			t.Errorf("%q is not in %q", c.query, folded)
			continue
		}
		if got := c.text[at[i]:at[i+len(c.query)]]; got != c.want {
			t.Errorf("%q in %q marks %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Großmächte", "и\u0306", "\u1100", "ﷺ", "\xff\xfe", "ﬁ\u200Bﬂ", "İ", "\u0345", "ẞ", "\x7f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded, at := FoldOffsets(s)
		if folded != Fold(s) {
			t.Fatalf("%q or %q", folded, Fold(s))
		}
		if !utf8.ValidString(folded) || len(at) != len(folded)+1 {
			t.Fatalf("%q has %d offsets", folded, len(at))
		}
		last := int32(0)
		for _, to := range at {
			if to < last || int(to) > len(s) {
				t.Fatalf("%q: offsets %v", s, at)
			}
			last = to
		}
		if again := Fold(folded); again != folded {
			t.Fatalf("%q folds to %q, then to %q", s, folded, again)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{"lower": strings.Repeat("he said it was over. ", 50), "English": strings.Repeat("He said it was over. ", 50), "typographic": strings.Repeat("“Oui – c’est négocié.” ", 50)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
	}
}
