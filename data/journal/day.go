package journal

import "time"

// Day is a civil date, written 2006-01-02; it ends at local midnight. The empty
// Day means "no day". Days compare as strings do.
type Day string

const dayLayout = "2006-01-02"

// DayOf gives the civil date of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(dayLayout)) }

// Valid reports whether d is a real date.
func (d Day) Valid() bool {
	_, err := time.Parse(dayLayout, string(d))
	return err == nil
}

// Add gives the day n days later, or d itself when d is no date.
func (d Day) Add(n int) Day {
	t, err := time.Parse(dayLayout, string(d))
	if err != nil {
		return d
	}
	return DayOf(t.AddDate(0, 0, n))
}

// Until counts the days from d to other; it is negative when other is earlier.
func (d Day) Until(other Day) int {
	return int(other.Time().Sub(d.Time()).Hours() / 24)
}

// Time gives the first moment of d in UTC, for formatting only.
func (d Day) Time() time.Time {
	t, _ := time.Parse(dayLayout, string(d))
	return t
}
