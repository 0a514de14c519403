package prose

// How much of a text is taken apart: an article of 4 MB, the longest file that is read, is taken apart whole. But a text of
// strangers may be made of nothing but marks, and each token costs about a hundred bytes, each statement some thousand, in
// this package and those above it. What lies behind the limit has no tokens, so no sieve finds anything there; Doc.Cut says
// where that is, for whoever must tell the reader.
const (
	MostTokens     = 900_000 // four books of 180,000 words
	MostStatements = 30_000  // quotes with stray marks; reported speech; proposals: of each so many
)

// full tells, before a token is added, whether there is room for one more.
func (d *Doc) full() bool { return len(d.Tokens) >= MostTokens }

// cutAt ends the tokens before one of paragraph i: nothing from there on is taken apart.
func (d *Doc) cutAt(token int32, i int) {
	if int(token) >= len(d.Tokens) {
		return
	}
	d.Cut = min(d.Cut, int(d.Tokens[token].Start))
	d.Tokens = d.Tokens[:token]
	d.Paragraphs[i].LastToken = token
	for k := i + 1; k < len(d.Paragraphs); k++ {
		d.Paragraphs[k].FirstToken, d.Paragraphs[k].LastToken = token, token
	}
}
