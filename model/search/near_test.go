package search

import (
	"fmt"
	"strings"
	"testing"

	"parley/model"
)

func said(name, party, words string, grade model.Grade, date model.Date, via ...string) model.Quote {
	return model.Quote{Text: words, Grade: grade, Date: date, Via: via, Tracks: []string{"Territory"}, Speaker: &model.Mention{Name: name, Words: name, Party: party}}
}

var talks = []model.Quote{
	said("Lena Oduya", "Arland", "no line is drawn before the guarantees are signed", model.OnRecord, "2025-04-11"),
	said("Lena Oduya", "Arland", "guarantees first, then a map", model.OnRecord, "2025-04-18"),
	said("Tomas Reku", "Veyra", "the map is for later", model.Reported, "2025-04-04", "Harbour Post"),
	said("an aide", "Arland", "a guarantee without troops is paper", model.Unnamed, "2025-03-28", "Harbour Post", "Harbour Post"),
}

func TestFacets(t *testing.T) {
	var lines []string
	for _, f := range Facets(talks) {
		for _, c := range f.Counts {
			lines = append(lines, fmt.Sprintf("%s %s %d", f.Field, c.Query, c.N))
			filter, err := Parse(c.Query)
			if err != nil {
				t.Fatal(err)
			}
			hits := 0
			for i := range talks {
				if Match(filter, &talks[i], nil) {
					hits++
				}
			}
			if hits != c.N {
				t.Errorf("%s is counted %d and finds %d", c.Query, c.N, hits)
			}
		}
	}
	want := `speaker speaker:"Lena Oduya" 2
speaker speaker:"Tomas Reku" 1
speaker speaker:"an aide" 1
via via:"Harbour Post" 2
grade grade:on-record 2
grade grade:reported 1
grade grade:unnamed 1
date date:2025-04 3
date date:2025-03 1`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNarrowLeavesOutWhatAllHave(t *testing.T) {
	var got []string
	for _, c := range Narrow(Facets(talks[:2]), 2, 3) {
		got = append(got, c.Query)
	}
	if len(got) != 0 { // one speaker, one grade, one month
		t.Errorf("got %v", got)
	}
	if got := Narrow(Facets(talks), len(talks), 4); len(got) != 4 || got[0].Label != "Lena Oduya" || got[1].Label != "Harbour Post" {
		t.Errorf("got %+v", got)
	}
}

func TestSuggest(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{`garantee`, `guarantee 3 spelt “guarantee”`},
		{`oduya`, `speaker:oduya 2 as a speaker`},
		{`speaker:odyua`, `speaker:oduya 2 spelt “oduya”`},
		{`track:teritory map`, `track:territory map 2 spelt “territory” | map 2 without track:teritory`},
		{`guarantee speaker:reku`, `guarantee 3 without speaker:reku | speaker:reku 1 without guarantee`},
		{`xylophone`, ``},
		{`-map`, ``},
	} {
		f, _ := Parse(c.query)
		var got []string
		for _, s := range Suggest(f, talks, nil) {
			got = append(got, fmt.Sprintf("%s %d %s", s.Query, s.Hits, s.Reason))
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s: got %s, want %s", c.query, strings.Join(got, " | "), c.want)
		}
	}
}

func TestComplete(t *testing.T) {
	values := func(field string) []string {
		return map[string][]string{"speaker": {"Lena Oduya", "Tomas Reku"}}[field]
	}
	for _, c := range []struct{ query, want string }{
		{"truce sp", "truce speaker:"},
		{"truce -ki", "truce -kind:"},
		{"speaker:od", `speaker:"Lena Oduya"`},
		{"speaker:Reku,le", `speaker:Reku,"Lena Oduya"`},
		{"grade:on", "grade:on-record"},
		{`"a phrase gra`, ""},
		{"nofield:x", ""},
	} {
		got := ""
		if list := Complete(c.query, len(c.query), values); len(list) > 0 {
			got = c.query[:list[0].From] + list[0].Text + c.query[list[0].To:]
		}
		if got != c.want {
			t.Errorf("%s becomes %s, want %s", c.query, got, c.want)
		}
	}
}
