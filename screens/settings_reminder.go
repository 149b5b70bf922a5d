package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/screens/widgets"
)

// reminderCard switches the one sentence that may show on the desktop, and says
// which it is.
func (s *Settings) reminderCard() fyne.CanvasObject {
	return settingsCard(lang.L("Reminders"),
		widgets.NewCheck(lang.L("Remind us on this screen"), s.prefs.Remind(), s.prefs.SetRemind),
		widgets.NewText(lang.L("On a day when something is due, and only while nobody works here, the desktop says “Goldseam: Something is waiting”. It says nothing else, once a day at most, and only while the program is open."), widgets.Muted))
}
