package model

import "time"

// A Date is a day as "2006-01-02", or empty where none is known. Dates compare as strings.
type Date string

// Short answers "25 Apr", the form of lists; the empty date answers "".
func (d Date) Short() string { return d.format("02 Jan") }

// Long answers "Fri 25 Apr 2025"; the empty date answers "".
func (d Date) Long() string { return d.format("Mon 2 Jan 2006") }

func (d Date) format(layout string) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return t.Format(layout)
}
