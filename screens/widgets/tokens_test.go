package widgets_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2/theme"

	"goldseam.app/screens/widgets"
)

func TestEveryTextStandsOutFromItsGround(t *testing.T) {
	for _, look := range []struct {
		mode  widgets.Mode
		least float64
	}{{widgets.Light, 4.5}, {widgets.Dark, 4.5}, {widgets.HighContrast, 7}} {
		for what, pair := range pairs(look.mode) {
			if got := contrast(pair[0], pair[1]); got < look.least {
				t.Errorf("look %d, %s: contrast %.2f is below %.1f", look.mode, what, got, look.least)
			}
		}
	}
}

func TestLinesThatSaySomethingStandOut(t *testing.T) {
	for _, mode := range []widgets.Mode{widgets.Dark, widgets.HighContrast} {
		k := widgets.TokensFor(mode)
		if got := contrast(k.Gold, k.Paper); got < 3 {
			t.Errorf("look %d: gold on paper has a contrast of %.2f", mode, got)
		}
	}
	for _, mode := range []widgets.Mode{widgets.Light, widgets.Dark, widgets.HighContrast} {
		k := widgets.TokensFor(mode)
		if got := contrast(k.Focus, k.Paper); got < 3 {
			t.Errorf("look %d: the focus ring has a contrast of %.2f", mode, got)
		}
	}
}

func TestPartnerColorsGoRound(t *testing.T) {
	first, _, _ := widgets.PartnerColor(widgets.Light, 0)
	for _, index := range []int{widgets.PartnerColors, -widgets.PartnerColors} {
		if got, _, _ := widgets.PartnerColor(widgets.Light, index); got != first {
			t.Errorf("index %d: %v, want %v", index, got, first)
		}
	}
}

func TestThemeFollowsThePartners(t *testing.T) {
	th := widgets.NewTheme(widgets.Light, 1, widgets.Fonts{}).WithPartners(3, 4)
	want, _, _ := widgets.PartnerColor(widgets.Light, 3)
	if got := th.Color(widgets.ColorFirst, theme.VariantLight); got != want {
		t.Errorf("first partner: %v, want %v", got, want)
	}
	if th.Tokens().First != want {
		t.Errorf("token of the first partner: %v, want %v", th.Tokens().First, want)
	}
}

func TestThemeGrowsType(t *testing.T) {
	th := widgets.NewTheme(widgets.Dark, 2, widgets.Fonts{})
	if got := th.Size(widgets.SizeTitle); got != 58 {
		t.Errorf("title at 200 %%: %v, want 58", got)
	}
	if th.Font(widgets.StyleSerif) == nil {
		t.Error("no font without Literata")
	}
}

// pairs lists the texts and grounds of a look.
func pairs(mode widgets.Mode) map[string][2]color.NRGBA {
	k := widgets.TokensFor(mode)
	all := map[string][2]color.NRGBA{
		"on ink": {k.OnInk, k.Ink}, "on gold": {k.OnGold, k.Gold}, "on first": {k.OnFirst, k.First},
		"on second": {k.OnSecond, k.Second}, "gold chip": {k.GoldInk, k.GoldWash}, "sage chip": {k.Sage, k.SageWash},
		"ink on wash": {k.Ink, k.GoldWash}, "muted on wash": {k.Muted, k.GoldWash}, "sheet": {k.SheetInk, k.Sheet},
	}
	for name, ground := range map[string]color.NRGBA{"paper": k.Paper, "surface": k.Surface} {
		for what, text := range map[string]color.NRGBA{
			"ink": k.Ink, "muted": k.Muted, "gold ink": k.GoldInk, "first": k.First, "second": k.Second, "sage": k.Sage, "crack": k.Crack,
		} {
			all[what+" on "+name] = [2]color.NRGBA{text, ground}
		}
	}
	for i := range widgets.PartnerColors {
		ink, wash, on := widgets.PartnerColor(mode, i)
		all[fmt.Sprint("partner chip ", i)] = [2]color.NRGBA{ink, wash}
		all[fmt.Sprint("partner sign ", i)] = [2]color.NRGBA{on, ink}
		all[fmt.Sprint("partner on surface ", i)] = [2]color.NRGBA{ink, k.Surface}
		all[fmt.Sprint("partner on paper ", i)] = [2]color.NRGBA{ink, k.Paper}
	}
	return all
}

// contrast is the ratio of the lightness of two colours, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	light, dark := lightness(a), lightness(b)
	return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
}

func lightness(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
