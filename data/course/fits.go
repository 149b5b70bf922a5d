package course

import "slices"

// The part in which the couple says what kind of trust broke. Exercises and
// prompts that only suit some breaks name its choices.
const (
	BrokeExercise = "before.broke"
	BrokePart     = "kinds"
)

// Suits reports whether an exercise is worth suggesting to a couple who named
// these kinds of break. It can be done by any couple. While nothing was named,
// everything suits.
func (e Exercise) Suits(broke []string) bool { return suits(e.Fits, broke) }

// AlsoFor gives the further lines of the prompt for a couple who named these
// kinds of break.
func (p Part) AlsoFor(broke []string) []string {
	var lines []string
	for _, also := range p.Also {
		if suits(also.Fits, broke) {
			lines = append(lines, also.Text)
		}
	}
	return lines
}

func suits(fits, broke []string) bool {
	if len(fits) == 0 || len(broke) == 0 {
		return true
	}
	return slices.ContainsFunc(broke, func(kind string) bool { return slices.Contains(fits, kind) })
}
