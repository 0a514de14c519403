// Package styles keeps styles by name.
package styles

import "fmt"

// Registry holds what was registered.
var Registry = map[string]fmt.Stringer{}

// Register keeps a style, which is named by its text, and answers it.
func Register(s fmt.Stringer) fmt.Stringer {
	Registry[s.String()] = s
	return s
}
