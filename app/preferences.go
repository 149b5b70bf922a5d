package app

import (
	"fyne.io/fyne/v2"

	"goldseam.app/assets"
	"goldseam.app/screens/widgets"
)

// preferences are kept by the toolkit outside the journal. They hold no word of the couple.
type preferences struct {
	store   fyne.Preferences
	changed func() // the look is to be set anew
}

const (
	keyTheme     = "theme"
	keyTextSize  = "text size"
	keyLockAfter = "lock after"
	keyRemind    = "remind"

	defaultTextSize  = 100 // percent
	defaultLockAfter = 10  // minutes
)

// Theme is "system", "light", "dark" or "contrast".
func (p *preferences) Theme() string { return p.store.StringWithFallback(keyTheme, "light") }

// SetTheme changes the look at once.
func (p *preferences) SetTheme(name string) {
	p.store.SetString(keyTheme, name)
	p.changed()
}

// TextSize is in percent, 80 to 200.
func (p *preferences) TextSize() int {
	return min(max(p.store.IntWithFallback(keyTextSize, defaultTextSize), 80), 200)
}

// SetTextSize changes the text size at once.
func (p *preferences) SetTextSize(percent int) {
	p.store.SetInt(keyTextSize, percent)
	p.changed()
}

// LockAfter is how many minutes without a key or the mouse lock the journal.
func (p *preferences) LockAfter() int {
	return max(p.store.IntWithFallback(keyLockAfter, defaultLockAfter), 1)
}

// SetLockAfter changes it.
func (p *preferences) SetLockAfter(minutes int) { p.store.SetInt(keyLockAfter, minutes) }

// Remind tells whether a day when something is due may be said on the desktop.
func (p *preferences) Remind() bool { return p.store.BoolWithFallback(keyRemind, false) }

// SetRemind changes it.
func (p *preferences) SetRemind(on bool) { p.store.SetBool(keyRemind, on) }

// look makes the theme that the preferences ask for. dark is the system's wish.
func (p *preferences) look(dark bool, first, second int) *widgets.Theme {
	mode := widgets.Light
	switch name := p.Theme(); {
	case name == "contrast":
		mode = widgets.HighContrast
	case name == "dark", name == "system" && dark:
		mode = widgets.Dark
	}
	return widgets.NewTheme(mode, float32(p.TextSize())/100, literata()).WithPartners(first, second)
}

func literata() widgets.Fonts {
	return widgets.Fonts{
		Serif:       assets.Font("Literata_400Regular.ttf"),
		SerifBold:   assets.Font("Literata_600SemiBold.ttf"),
		SerifItalic: assets.Font("Literata_400Regular_Italic.ttf"),
	}
}
