package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// Preferences are the wishes that this laptop remembers. They hold no words.
type Preferences interface {
	Theme() string // "system", "light", "dark" or "contrast"
	SetTheme(string)
	TextSize() int // percent, 80 to 200
	SetTextSize(int)
	LockAfter() int // minutes
	SetLockAfter(int)
	Remind() bool // say on the desktop that something is due; off at first
	SetRemind(bool)
}

// SettingsJournal is what the settings need of the journal. The holder's own
// things change for the holder alone.
type SettingsJournal interface {
	State() journal.State
	Holder() journal.Partner
	Path() string
	Rename(ctx context.Context, name string, colour int) error
	ChangePassphrase(ctx context.Context, old, fresh string) (words string, err error)
	SetCode(ctx context.Context, code string) error
	Role() (mine string, fits bool)
	SetRole(ctx context.Context, role string) error
	RecoveryWords() (string, bool)
	Living(ctx context.Context, apart bool) error
	BackupFiles() ([]journal.BackupFile, error)
	PeekBackup(ctx context.Context, path string) (journal.Held, error)
	Today() journal.Day
	DailyBackup(ctx context.Context) error
	Check(ctx context.Context) ([]journal.Fault, error)
}

// Settings is where each sets up what is theirs, and the laptop's looks.
type Settings struct {
	moving

	OnLook    func() // theme or text size changed
	OnRenamed func()
	OnWords   func() // show my recovery words again
	OnRestore func(backup string)
	OnEnding  func() // to the page on which the work comes to its end
	OnCopy    func() // save a sealed copy elsewhere
	OnDelete  func() // delete everything

	journal SettingsJournal
	prefs   Preferences
	later   Background
	version string
	size    *widgets.Text
	lock    *widgets.Text
}

// Bounds of the two numbers that settings know.
const (
	leastText, mostText, textStep = 80, 200, 10
	leastLock, mostLock           = 1, 60
)

// NewSettings makes the screen; version is that of the program.
func NewSettings(j SettingsJournal, prefs Preferences, later Background, version string) *Settings {
	s := &Settings{journal: j, prefs: prefs, later: later, version: version}
	s.place = newPlace()
	s.ExtendBaseWidget(s)
	s.Reload()
	return s
}

// Reload shows the newest state and closes every open form.
func (s *Settings) Reload() {
	theme := s.themeFilter()
	all := []fyne.CanvasObject{s.looks(theme), s.lockCard()}
	if s.journal.Holder() != journal.Nobody {
		all = append(all, s.mine())
	}
	all = append(all, s.reminderCard(), s.backups(), s.checks())
	if s.journal.Holder() != journal.Nobody {
		all = append(all, s.endingCard())
	}
	all = append(all, s.aboutCard(), s.deleteCard())
	s.show(paper(widgets.NewText(lang.L("Settings"), widgets.Title), all...), theme)
}

func (s *Settings) relayout() { s.place.Refresh() }

// settingsCard is one group of settings.
func settingsCard(title string, content ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewCard(widgets.VGap(14, append([]fyne.CanvasObject{widgets.NewText(title, widgets.Heading)}, content...)...))
}

// looksOf are the looks that can be chosen, in the order they are offered.
func looksOf() (values, names []string) {
	return []string{"system", "light", "dark", "contrast"},
		[]string{lang.L("As the system"), lang.L("Light"), lang.L("Dark"), lang.L("High contrast")}
}

func (s *Settings) themeFilter() *widgets.Filter {
	values, names := looksOf()
	f := widgets.NewFilter(names, func(i int) {
		s.prefs.SetTheme(values[i])
		tellIf(s.OnLook)
	})
	for i, v := range values {
		if v == s.prefs.Theme() {
			f.SetPicked(i)
		}
	}
	return f
}

func (s *Settings) looks(theme fyne.CanvasObject) fyne.CanvasObject {
	s.size = widgets.NewLine("", widgets.BodyBold)
	s.showSize()
	return settingsCard(lang.L("Look"), asked(lang.L("Colours"), theme),
		asked(lang.L("Text size"), s.stepper(s.size, func(up int) { s.setSize(s.prefs.TextSize() + up*textStep) })))
}

// stepper is a number with a button to each side.
func (s *Settings) stepper(value *widgets.Text, by func(int)) fyne.CanvasObject {
	return widgets.HGap(14, widgets.NewSmallButton(lang.L("Less"), widgets.Plain, func() { by(-1) }), value,
		widgets.NewSmallButton(lang.L("More"), widgets.Plain, func() { by(1) }))
}

func (s *Settings) setSize(percent int) {
	s.prefs.SetTextSize(min(max(percent, leastText), mostText))
	s.showSize()
	tellIf(s.OnLook)
}

func (s *Settings) showSize() {
	s.size.SetText(lang.L("{{.Percent}} %", map[string]any{"Percent": s.prefs.TextSize()}))
	s.relayout()
}

func (s *Settings) lockCard() fyne.CanvasObject {
	s.lock = widgets.NewLine("", widgets.BodyBold)
	s.showLock()
	return settingsCard(lang.L("Lock by itself"),
		widgets.NewText(lang.L("When nobody touches the laptop for this long. It waits while you take turns to speak."), widgets.Muted),
		s.stepper(s.lock, func(up int) {
			s.prefs.SetLockAfter(min(max(s.prefs.LockAfter()+up, leastLock), mostLock))
			s.showLock()
		}))
}

func (s *Settings) showLock() {
	minutes := s.prefs.LockAfter()
	text := lang.L("after {{.Minutes}} minutes", map[string]any{"Minutes": minutes})
	if minutes == 1 {
		text = lang.L("after one minute")
	}
	s.lock.SetText(text)
	s.relayout()
}

// endingCard leads to the page on which the work comes to its end.
func (s *Settings) endingCard() fyne.CanvasObject {
	way := widgets.NewButton(lang.L("A way to end it well"), widgets.Plain, func() { tellIf(s.OnEnding) })
	return settingsCard(lang.L("Ending"),
		widgets.NewText(lang.L("Going separate ways is a good end too. One of you may begin it alone. Nothing happens until you say so on the next page."), widgets.Muted),
		widgets.Wrap(12, way))
}

func (s *Settings) aboutCard() fyne.CanvasObject {
	return settingsCard(lang.L("About"),
		widgets.NewText(lang.L("Goldseam {{.Version}}. Nothing you write leaves this laptop: the program opens no connection.", map[string]any{"Version": s.version}), widgets.Body),
		widgets.NewText(lang.L("It is a place to work in, not therapy, and no help in an emergency."), widgets.Muted))
}

// deleteCard leads to the page that deletes everything.
func (s *Settings) deleteCard() fyne.CanvasObject {
	return settingsCard(lang.L("Delete this journal and all that belongs to it"),
		widgets.NewText(lang.L("You see first what would go and what would stay, and you are asked twice."), widgets.Muted),
		widgets.Wrap(12, widgets.NewButton(lang.L("Look at what would go…"), widgets.Plain, func() { tellIf(s.OnDelete) })))
}
