package render
import ("github.com/yuin/goldmark/text";"testing";"fmt";"parley/model/markdown")
func TestZZ(t *testing.T) {
	src := []byte("- ```\r[</b>~~~***\\*+ 1. ===# <https://x.y/>\n👩\u200d🚀**<br>    10. * {+a+}\\\n|-|-|\n<")
	d := NewDrawer()
	for _, b := range markdown.Split(src) {
		fmt.Printf("%+v %q\n", b, src[b.From:b.To])
		s, tree := d.shadow(src, b, nil, false)
		out, err := d.shine(s, tree, 0)
		fmt.Printf("%q %v\n", out, err)
		fmt.Println(s.decode(out).complete())
		tree.Dump(s.buf, 0)
		d.parser.Parse(tx(src), nil...).Dump(src, 0)
	}
}
func tx(b []byte) text.Reader { return text.NewReader(b) }
