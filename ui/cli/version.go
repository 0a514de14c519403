package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is the version of the source; a build from a module proxy knows a nearer one.
const release = "0.1.0"

type versionCommand struct {
	JSON bool `name:"json" help:"As one JSON object."`
}

// Run prints the version, the revision where the build knows it, and what it was built with.
func (c *versionCommand) Run(s *setting) error {
	version, revision := release, ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := info.Main.Version; v != "" && v != "(devel)" {
			version = v
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = s.Value
			}
		}
	}
	if c.JSON {
		return json.NewEncoder(s.Out).Encode(map[string]string{
			"version": version, "revision": revision, "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH,
		})
	}
	line := "parley " + version
	if revision != "" {
		line += " (" + revision[:min(12, len(revision))] + ")"
	}
	_, err := fmt.Fprintf(s.Out, "%s, %s %s/%s\n", line, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
