package cli

import (
	"context"
	"sync/atomic"
	"testing"

	"parley/model"
)

// counting is a library that counts what it is asked.
type counting struct {
	model.Library
	now   model.Overview
	asked atomic.Int32
}

func (c *counting) Overview(context.Context, model.Filter) (model.Overview, error) { return c.now, nil }

func (c *counting) Quotes(_ context.Context, _ model.Filter, w model.Window) (model.Page[model.Quote], error) {
	c.asked.Add(1)
	return model.Page[model.Quote]{Items: make([]model.Quote, w.Limit), Total: int(c.now.Revision)}, nil
}

func TestAQuestionIsAnsweredOnceForARevision(t *testing.T) {
	lib := &counting{}
	shared := newCalm(lib)
	word := func(words ...string) model.Filter {
		return model.Filter{Terms: []model.Condition{{Words: words}}}
	}
	for _, step := range []struct {
		name   string
		before func()
		filter model.Filter
		window model.Window
		asked  int32 // of the library, in all
	}{
		{"the first time", nil, word("a"), model.Window{Limit: 9}, 1},
		{"again", nil, word("a"), model.Window{Limit: 9}, 1},
		{"another page", nil, word("a"), model.Window{Offset: 9, Limit: 9}, 2},
		{"a phrase", nil, word("a", "b"), model.Window{Limit: 9}, 3},
		{"a word that looks like the phrase", nil, word("a b"), model.Window{Limit: 9}, 4},
		{"after a change", func() { lib.now.Revision++ }, word("a"), model.Window{Limit: 9}, 5},
		{"again after it", nil, word("a"), model.Window{Limit: 9}, 5},
		{"while much is read", func() { lib.now.Progress.Reading = true; lib.now.Revision++ }, word("a"), model.Window{Limit: 9}, 6},
		{"again while much is read", nil, word("a"), model.Window{Limit: 9}, 6},
	} {
		if step.before != nil {
			step.before()
		}
		page, err := shared.Quotes(t.Context(), step.filter, step.window)
		if err != nil || len(page.Items) != step.window.Limit || page.Total != int(lib.now.Revision) {
			t.Errorf("%s: %d rows of revision %d, %v", step.name, len(page.Items), page.Total, err)
		}
		if n := lib.asked.Load(); n != step.asked {
			t.Errorf("%s: the library was asked %d times, want %d", step.name, n, step.asked)
		}
	}
}
