package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/summary"
	"goldseam.app/screens/widgets"
)

// SheetSaver writes a blank sheet to a file, as Saver does a summary.
type SheetSaver interface {
	Exists(path string) bool
	SaveSheet(ctx context.Context, path string, blank summary.Blank) error
}

// SheetTools are what the page of a blank sheet works with.
type SheetTools struct {
	Saver  SheetSaver
	Fonts  summary.Fonts
	Folder string
	Later  Background
	After  func(d time.Duration, f func()) (stop func())
}

// Sheet shows an exercise or the check-in as a blank sheet to print, for a
// partner who is elsewhere, and saves it.
type Sheet struct {
	moving

	OnBack func()

	tools   SheetTools
	blank   summary.Blank
	preview *preview
	saving  *saveCard
}

// NewSheet makes the page for a blank sheet.
func NewSheet(blank summary.Blank, tools SheetTools) *Sheet {
	s := &Sheet{tools: tools, blank: blank, preview: newPreview(tools.Fonts)}
	s.place = newPlace()
	s.saving = newSaveCard(saving{
		title:  lang.L("Save the sheet"),
		folder: tools.Folder, exists: tools.Saver.Exists, later: tools.Later, after: tools.After,
		close: func() { tellIf(s.OnBack) }, focus: func(f fyne.Focusable) { s.aim(f) }, refresh: s.place.Refresh,
		may: func() error { return nil },
		begin: func() func(context.Context, string, func(done, total int)) error {
			return func(ctx context.Context, path string, _ func(done, total int)) error {
				return tools.Saver.SaveSheet(ctx, path, s.blank)
			}
		},
	})
	s.ExtendBaseWidget(s)
	s.lay()
	s.draw()
	return s
}

func (s *Sheet) lay() {
	head := widgets.VGap(2, widgets.NewText(lang.L("A blank sheet"), widgets.Title),
		widgets.NewText(lang.L("“{{.Title}}”, to print and to write on by hand. It holds no names. What is on it can be entered later, with its day.",
			map[string]any{"Title": s.blank.Title}), widgets.Muted))
	s.saving.open("goldseam-sheet", summary.PDF.Extension())
	card := widgets.NewCard(s.saving.box)
	work := container.New(&sheetLayout{s}, card, s.preview)
	s.show(widgets.Pad(screenTop, 44, 36, 44, widgets.VGap(18, widgets.Pad(0, leaveRoom(), 0, 0, head), widgets.Fill(work))), s.saving.name.Entry)
}

// sheetLayout puts the save card and the preview side by side. Where there is
// little room, saving is enough.
type sheetLayout struct{ screen *Sheet }

// MinSize is small: the card scrolls and the preview shrinks.
func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 240) }

// Layout places both.
func (l *sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow := tooNarrow(l.screen, l.screen.Size().Width)
	left := size.Width
	if !narrow {
		left = size.Width * 0.4
	}
	showIf(l.screen.preview, !narrow)
	putAt(objects[0], 0, 0, left, size.Height)
	putAt(objects[1], left+24, 0, size.Width-left-24, size.Height)
}

// draw lays the sheet out in the background.
func (s *Sheet) draw() {
	var pages summary.Pages
	s.tools.Later(func(context.Context) (err error) {
		pages, err = s.blank.Lay(summaryWords, s.tools.Fonts)
		return err
	}, func(err error) {
		if err != nil {
			s.preview.say(Sentence(err))
			return
		}
		s.preview.show(pages)
		s.place.Refresh()
	})
}
