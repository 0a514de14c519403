// Package markdown reads the structure of a briefing: front matter, blocks with their byte positions, inline text without
// its marks, and the limits beyond which a text is shown as it stands.
//
//   - split*.go  a text to blocks by its lines alone, for drawing: what is not seen is not parsed
//   - parse*.go  a text to nodes, for extraction: what stands under which heading, with the way back to its bytes
//   - inline*.go inline marks, in linear time whatever is nested in what
//   - front*.go  YAML, TOML, cable and mail heads; date.go the forms of dates
//   - limits.go  what is too deep, too long or too many
package markdown
