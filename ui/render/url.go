package render

import "strings"

// maxURL is the longest address that goes to a terminal.
const maxURL = 2000

// cleanURL answers an address as it may be written into OSC 8: http, https and mailto alone, printable ASCII alone,
// everything else percent-encoded. Any other address answers "".
func cleanURL(url string) string {
	scheme, _, ok := strings.Cut(url, ":")
	if !ok {
		return ""
	}
	switch scheme = strings.ToLower(scheme); scheme {
	case "http", "https":
		if !strings.HasPrefix(url[len(scheme):], "://") {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	const hex = "0123456789ABCDEF"
	out := []byte(scheme)
	for _, c := range []byte(url[len(scheme):]) {
		if c <= ' ' || c >= 0x7F || c == ';' || c == '\\' {
			out = append(out, '%', hex[c>>4], hex[c&15])
		} else {
			out = append(out, c)
		}
	}
	if len(out) > maxURL {
		return ""
	}
	return string(out)
}
