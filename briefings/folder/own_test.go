package folder

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/model"
)

// actorsOf answers the actors of a library by name.
func actorsOf(t *testing.T, f *Folder) map[string]model.Actor {
	t.Helper()
	page, err := f.Actors(t.Context(), model.Filter{}, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]model.Actor{}
	for _, row := range page.Items {
		all[row.Actor.Name] = row.Actor
	}
	return all
}

const listsTalk = "---\ndate: 2025-04-25\n---\n“It is ours,” Lena Oduya said. The Union rejected fish quotas. “Never,” said Tomas Reku.\n"

// written puts a list beside briefings, old enough for its stamp to be trusted.
func written(t *testing.T, dir, name, body string) {
	t.Helper()
	at := filepath.Join(dir, ".parley", name)
	if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(at, old, old); err != nil {
		t.Fatal(err)
	}
}

func TestALibrarysOwnListsAreRead(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": listsTalk})
	written(t, dir, "actors.yaml", "Lena Oduya: {party: Arland, code: LE, role: Foreign Minister}\nNorthern Union: {kind: organisation, aliases: [Union, the Union]}\n")
	written(t, dir, "tracks.yaml", "Fisheries: [fish quotas]\n")
	f := settled(t, dir)
	all := actorsOf(t, f)
	if a := all["Lena Oduya"]; a.Party != "Arland" || a.Code != "LE" || a.Role != "Foreign Minister" || a.Origin != model.Reviewed {
		t.Errorf("%+v", a)
	}
	if a := all["Northern Union"]; a.Kind != model.Organisation || len(a.Mentions) == 0 {
		t.Errorf("the Union is not read by its other name: %+v", all)
	}
	text, err := f.Text(t.Context(), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	if got := text.Briefing.Tracks; len(got) != 1 || got[0] != "Fisheries" {
		t.Errorf("tracks %q", got)
	}
	if got := problems(t, f); len(got) != 0 {
		t.Errorf("problems: %v", got)
	}
}

func TestAnotherListIsAnotherReading(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": listsTalk})
	f := settled(t, dir)
	if a := actorsOf(t, f)["Lena Oduya"]; a.Party != "" {
		t.Fatalf("%+v", a)
	}
	written(t, dir, "actors.yaml", "Lena Oduya: {party: Arland}\n")
	if err := f.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if a := actorsOf(t, f)["Lena Oduya"]; a.Party != "Arland" {
		t.Errorf("a new list is not taken up: %+v", a)
	}
	if err := os.Remove(filepath.Join(dir, ".parley", "actors.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := f.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if a := actorsOf(t, f)["Lena Oduya"]; a.Party != "" {
		t.Errorf("a list that went still counts: %+v", a)
	}
}

func TestWhatIsWrongInAListIsAProblemWithItsPlace(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": listsTalk})
	written(t, dir, "actors.yaml", "Lena Oduya:\n  kind: minister\n  party: Arland\n")
	f := settled(t, dir)
	page, err := f.Problems(t.Context(), model.Window{})
	if err != nil || len(page.Items) != 1 {
		t.Fatalf("%+v, %v", page.Items, err)
	}
	if got, want := page.Items[0].Place(), ".parley/actors.yaml:2:9"; got != want || page.Items[0].Skipped {
		t.Errorf("%q, want %q", got, want)
	}
	if a := actorsOf(t, f)["Lena Oduya"]; a.Party != "Arland" {
		t.Errorf("one wrong line cost the others: %+v", a)
	}
}
