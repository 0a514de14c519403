package folder

import "strings"

// tellsChanges trusts local drives: servers drop reports when many come.
func tellsChanges(dir string) bool {
	abs := absolute(dir)
	return !strings.HasPrefix(abs, `\\`) || strings.HasPrefix(abs, `\\?\`)
}
