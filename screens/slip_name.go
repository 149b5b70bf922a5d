package screens

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// NameSlipJournal is what naming a slip needs of the journal.
type NameSlipJournal interface {
	SlipDrafts
	State() journal.State
	Today() journal.Day
	Holder() journal.Partner
	NameSlip(ctx context.Context, s journal.NewSlip) (string, error)
}

// The choices of the form, in the order in which they stand there.
var (
	slipOwners = []journal.Partner{journal.First, journal.Second, journal.Nobody}
	slipCame   = []string{journal.CameToldSelf, journal.CameAsked, journal.CameOtherwise}
)

// NameSlip says that something agreed was not kept: whose slip it was, when, and
// how it came up. It is no verdict.
type NameSlip struct {
	writingForm

	OnFocus   func(fyne.Focusable) // another field should take the keyboard
	OnNamed   func(slip string)
	OnSurface func() // it is something new from before
	OnBack    func()

	journal NameSlipJournal
	later   Background
	about   journal.Agreement
	whose   journal.Partner
	came    string // empty while none is picked
	owners  *widgets.Options
	day     *widgets.Entry
	ways    *fyne.Container // how it came up, worded for whose slip it was
	account *slipField
	busy    bool
	cleared bool
}

// NewNameSlip makes the form for one agreement, for whoever holds the laptop.
func NewNameSlip(j NameSlipJournal, later Background, after afterFunc, agreement string) *NameSlip {
	f := &NameSlip{journal: j, later: later, day: newLineEntry(string(j.Today())), ways: widgets.VGap(6)}
	f.about, _ = j.State().Agreement(agreement)
	f.prepare(lang.L("Name a slip"), lang.L("Name it"), f.name)
	f.cancel.SetText(lang.L("Back"))
	f.OnCancel = f.leave
	if len(f.about.Versions) > 0 {
		f.whose = standing(f.about, j.Today()).Terms.Promises
	}
	me := j.Holder()
	f.account = newSlipField(j, later, after, agreement, slipAccount, "").
		framed(lang.L("How it was for me, if you want to say"), lang.L("Kept as you type. Only you can read it until you name the slip."), sideOf(me))
	f.account.laid = f.column.Refresh
	f.build()
	f.box = widgets.Pad(screenTop, narrowSide, 0, narrowSide, widgets.Fill(f.box))
	f.ExtendBaseWidget(f)
	return f
}

// FirstFocus is whose slip it was.
func (f *NameSlip) FirstFocus() fyne.Focusable { return f.owners }

// build puts everything into the column that scrolls.
func (f *NameSlip) build() {
	state, me := f.journal.State(), f.journal.Holder()
	names := []string{callName(state, journal.First), callName(state, journal.Second), lang.L("Both of us")}
	f.owners = widgets.NewOptions(names, slices.Index(slipOwners, f.whose), func(i int) {
		f.whose = slipOwners[i]
		f.wordWays()
	})
	f.wordWays()
	early := widgets.NewSmallButton(lang.L("That has its own place."), widgets.Quiet, func() { f.goOn(&f.OnSurface) })
	other := named(callName(state, me.Other()))
	f.column.Objects = []fyne.CanvasObject{
		widgets.VGap(4, widgets.NewText(f.about.Title(), widgets.Heading), widgets.Wrap(6,
			widgets.NewText(lang.L("Is it something new from before you began?"), widgets.Small), early)),
		widgets.NewText(lang.L("Naming a slip is not a verdict. {{.Name}} may answer “yes”, “partly” or “I see it differently”, or say nothing.", other), widgets.Muted),
		labelled(lang.L("Whose slip was it?"), f.owners),
		f.dayField(), f.ways, f.account.box,
	}
}

// dayField asks on which day it was.
func (f *NameSlip) dayField() fyne.CanvasObject {
	picks := widgets.Wrap(12)
	for _, quick := range []struct {
		text string
		days int
	}{{lang.L("Today"), 0}, {lang.L("Yesterday"), -1}} {
		day := f.journal.Today().Add(quick.days)
		picks.Add(widgets.NewSmallButton(quick.text, widgets.Quiet, func() { f.day.SetText(string(day)) }))
	}
	return widgets.VGap(4, f.field("Day", lang.L("On which day?"), lang.L("Such as 12.11. or 2026-11-12"), f.day), picks)
}

// wordWays words how it came up for whose slip it was.
func (f *NameSlip) wordWays() {
	picked := slices.Index(slipCame, f.came)
	ways := widgets.NewOptions(f.wayLabels(), picked, func(i int) { f.came = slipCame[i] })
	problem := widgets.NewText("", widgets.Small)
	problem.Color = widgets.ColorCrack
	problem.Hide()
	f.ways.Objects = []fyne.CanvasObject{widgets.NewText(lang.L("How did it come up?"), widgets.SmallBold), ways, problem}
	f.column.Refresh()
}

func (f *NameSlip) wayLabels() []string {
	otherwise := lang.L("It came out another way")
	switch me := f.journal.Holder(); f.whose {
	case me:
		return []string{lang.L("I brought it up"), lang.L("I was asked and said so"), otherwise}
	case journal.Nobody:
		return []string{lang.L("One of us brought it up"), lang.L("One of us was asked and said so"), otherwise}
	default:
		who := named(callName(f.journal.State(), f.whose))
		return []string{lang.L("{{.Name}} brought it up", who), lang.L("{{.Name}} was asked and said so", who), otherwise}
	}
}

// Slip gives what the form says now, checked or not.
func (f *NameSlip) Slip() journal.NewSlip {
	return journal.NewSlip{
		Agreement: f.about.ID, Whose: f.whose, Came: f.came,
		Day: pastDayTyped(f.day.Text, f.journal.Today()), Words: strings.TrimSpace(f.account.Entry.Text),
	}
}

// name says what the form says, once it is whole.
func (f *NameSlip) name() {
	slip := f.Slip()
	if err := slip.Check(f.journal.Today()); err != nil {
		f.problem(err)
		return
	}
	id := ""
	f.flushThen(func() {
		f.wait(true)
		f.later(func(ctx context.Context) (err error) {
			if id, err = f.journal.NameSlip(ctx, slip); err == nil {
				_ = f.account.erase(ctx) // the words are shared now; a sealed copy that stays tells nothing more
			}
			return err
		}, func(err error) { f.done(id, err) })
	})
}

func (f *NameSlip) done(id string, err error) {
	f.wait(false)
	if f.cleared {
		return
	}
	f.problem(err)
	if err != nil {
		return
	}
	f.Clear()
	if f.OnNamed != nil {
		f.OnNamed(id)
	}
}

// problem says what is missing at the place where it is asked for.
func (f *NameSlip) problem(err error) {
	ways, _ := f.ways.Objects[1].(*widgets.Options)
	came, _ := f.ways.Objects[2].(*widgets.Text)
	came.Hide()
	f.Problem(err)
	another := lang.L("One thing needs another look. What you wrote is still here.")
	switch invalid, _ := errors.AsType[*journal.Invalid](err); {
	case errors.Is(err, journal.ErrNotNow):
		f.fields["Day"].SetError(lang.L("This agreement was not in force on that day. Please look at the day once more."))
		f.calm.SetText(another)
		f.aim(f.day)
	case invalid != nil && invalid.Field == "Came":
		came.SetText(FieldSentence(invalid.Field, invalid.Problem))
		came.Show()
		f.calm.SetText(another)
		f.aim(ways)
	case invalid != nil && invalid.Field == "Day":
		f.aim(f.day)
	}
	f.column.Refresh()
}

// aim asks for the keyboard on what needs another look.
func (f *NameSlip) aim(to fyne.Focusable) {
	if f.OnFocus != nil {
		f.OnFocus(to)
	}
}

func (f *NameSlip) wait(busy bool) {
	f.busy = busy
	f.Busy(busy)
	f.account.wait(busy)
}

// flushThen goes on when the account is saved; otherwise it stays and says why.
func (f *NameSlip) flushThen(next func()) {
	if f.busy || f.cleared {
		return
	}
	f.wait(true)
	f.account.saver.Flush(func(err error) {
		f.wait(false)
		switch {
		case f.cleared:
		case err != nil:
			f.Problem(err)
		default:
			next()
		}
	})
}

// goOn leaves the form for another page.
func (f *NameSlip) goOn(to *func()) { f.flushThen(func() { tellIf(*to) }) }

func (f *NameSlip) leave() { f.goOn(&f.OnBack) }

// Reload words the form anew; what was typed stays.
func (f *NameSlip) Reload() {
	if !f.cleared {
		f.wordWays()
	}
}

// Flush saves what was typed; done is called when that is over, well or not.
func (f *NameSlip) Flush(done func()) { f.account.saver.Flush(func(error) { done() }) }

// Dirty gives what is not saved yet.
func (f *NameSlip) Dirty() []journal.Draft { return dirtyFields([]*slipField{f.account}) }

// Clear drops the words, before the laptop changes hands or the journal is
// locked. The form can't be used afterwards.
func (f *NameSlip) Clear() {
	f.cleared = true
	f.account.forget()
	swap(f.column)
}
