// Package quick writes code without colours.
package quick

import "io"

// Highlight writes source as it stands, whatever its language.
func Highlight(w io.Writer, source, _, _, _ string) error {
	_, err := io.WriteString(w, source)
	return err
}
