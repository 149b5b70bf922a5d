package screens

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// detailParts is one agreement or boundary, ready to be drawn.
type detailParts struct {
	title   string
	body    []fyne.CanvasObject
	note    string // beside the buttons
	buttons []*widgets.Button
	first   fyne.Focusable // where the keyboard goes on; nil for the first button
}

// showDetail draws the picked agreement or boundary anew.
func (s *Agreements) showDetail() {
	parts := s.detailParts()
	s.detail.Objects, s.onDetail = nil, nil
	if s.narrow() {
		back := widgets.NewSmallButton(lang.L("Back to the list"), widgets.Quiet, s.backToList)
		s.detail.Add(widgets.Wrap(0, back))
		s.onDetail = back
	}
	inside := widgets.VGap(14)
	if parts.title != "" {
		inside.Add(widgets.NewText(parts.title, widgets.Heading))
	}
	inside.Add(widgets.Fill(widgets.Pad(0, -readBar, 0, -frameEdge, inset(widgets.VGap(12, parts.body...)))))
	if s.message != "" {
		inside.Add(widgets.NewText(s.message, widgets.Body))
	}
	if row := s.buttonRow(parts); row != nil {
		inside.Add(row)
	}
	if parts.first != nil {
		s.onDetail = parts.first
	}
	if !s.busy {
		s.ticked = 0
	}
	s.detail.Add(widgets.Fill(widgets.NewCard(inside)))
	s.detail.Refresh()
}

func (s *Agreements) backToList() {
	s.open = false
	s.showDetail()
	s.whole.Refresh()
	s.focus(s.filter)
}

func (s *Agreements) buttonRow(p detailParts) fyne.CanvasObject {
	row := widgets.Wrap(12)
	for _, b := range p.buttons {
		enable(!s.busy, b)
		row.Add(b)
	}
	if s.onDetail == nil && len(p.buttons) > 0 {
		s.onDetail = p.buttons[0]
	}
	switch {
	case len(p.buttons) == 0 && p.note == "":
		return nil
	case p.note == "":
		return row
	default:
		return widgets.VGap(8, row, widgets.NewText(p.note, widgets.Small))
	}
}

func (s *Agreements) detailParts() detailParts {
	state := s.journal.State()
	if a, ok := state.Agreement(s.picked.ID); ok && s.picked.Kind == journal.ThingAgreement {
		return s.agreementParts(state, a)
	}
	if b, ok := state.Boundary(s.picked.ID); ok && s.picked.Kind == journal.ThingBoundary {
		return s.boundaryParts(state, b)
	}
	return detailParts{body: []fyne.CanvasObject{
		widgets.NewText(lang.L("Choose one of the list to read it here."), widgets.Muted),
	}}
}

func (s *Agreements) agreementParts(state journal.State, a journal.Agreement) detailParts {
	if a.Struck {
		return s.struckParts(state, s.picked)
	}
	today := s.journal.Today()
	v := standing(a, today)
	p := detailParts{title: v.Terms.Title, body: wordsOf(v.Terms)}
	s.stepParts(&p, a, v)
	p.body = append(p.body, widgets.NewText(factsOf(state, a, v, today), widgets.Small))
	s.accessParts(&p, a, v)
	s.keptParts(&p, state, a, v)
	if next, ok := a.Pending(); ok && next.Number != v.Number {
		p.body = append(p.body, proposedChange(state, v, next)...)
	}
	if next, ok := beginning(a, today); ok && next.Number != v.Number {
		p.body = append(p.body, proposedChange(state, v, next)...)
	}
	p.body = append(p.body, widgets.NewText(lang.L("History"), widgets.Question),
		widgets.NewText(strings.Join(agreementHistory(state, a, today), "\n"), widgets.Small))
	s.agreementButtons(&p, state, a)
	return p
}

// struckParts is the place where words stood. Should striking out have been cut
// short between two versions, the rest can follow.
func (s *Agreements) struckParts(state journal.State, thing journal.Thing) detailParts {
	p := detailParts{
		title: lang.L("Struck out by both of you"),
		body: []fyne.CanvasObject{widgets.NewText(
			lang.L("You both chose to take these words out. They are gone for good; only their place is left."), widgets.Muted)},
	}
	if len(strikeable(state, thing)) > 0 {
		s.strikeButton(&p, thing, p.title)
	}
	return p
}

// strikeButton leads to the page on which both strike something out.
func (s *Agreements) strikeButton(p *detailParts, thing journal.Thing, title string) {
	p.quiet(lang.L("Strike out…"), func() { s.askStrike(thing, title) })
}

// wordsOf gives the wording of an agreement.
func wordsOf(t journal.Terms) []fyne.CanvasObject {
	var words []fyne.CanvasObject
	if t.Text != "" {
		words = append(words, widgets.NewText(t.Text, widgets.Body))
	}
	if t.Why != "" {
		why := lang.L("Why it matters")
		if t.Kind == journal.TemporaryAccess {
			why = lang.L("What it is for")
		}
		words = append(words, widgets.VGap(2, widgets.NewText(why, widgets.SmallBold), widgets.NewText(t.Why, widgets.Muted)))
	}
	return words
}

// factsOf says who promises, who signed, and the dates.
func factsOf(state journal.State, a journal.Agreement, v journal.Version, today journal.Day) string {
	facts := []string{whoPromises(state, v.Terms) + ".", rhythmFact(v.Terms), signedBy(state, v, today)}
	day := func(d journal.Day) map[string]any { return map[string]any{"Day": longDay(d, today)} }
	if from := v.From(); from > today {
		facts = append(facts, lang.L("It begins on {{.Day}}.", day(from)))
	} else if v.Terms.Start > today {
		facts = append(facts, lang.L("It would begin on {{.Day}}.", day(v.Terms.Start)))
	}
	if text := reviewFact(a, v, today); text != "" {
		facts = append(facts, text)
	}
	if v.Terms.End != "" && !endsSoon(a, today) {
		facts = append(facts, lang.L("It ends by itself on {{.Day}}.", day(v.Terms.End)))
	}
	if a.LeftBy != journal.Nobody {
		facts = append(facts, lang.L("{{.Name}} left it on {{.Day}}.",
			map[string]any{"Name": callName(state, a.LeftBy), "Day": longDay(a.LeftSaid, today)}))
	}
	return strings.Join(slices.DeleteFunc(facts, func(f string) bool { return f == "" }), " ")
}

// reviewFact says when it is looked at again.
func reviewFact(a journal.Agreement, v journal.Version, today journal.Day) string {
	review := v.Terms.Review
	if _, ok := a.InForce(today); ok {
		review = a.ReviewDay(today)
	}
	switch {
	case review == "" || a.LeftBy != journal.Nobody:
		return ""
	case review <= today:
		return lang.L("It is time to look at it again.")
	default:
		return lang.L("Look at it again on {{.Day}}.", map[string]any{"Day": longDay(review, today)})
	}
}

// signedBy says whose signatures a version has, with their days.
func signedBy(state journal.State, v journal.Version, today journal.Day) string {
	var signed []string
	for i, at := range v.Signed {
		if !at.IsZero() {
			signed = append(signed, callName(state, journal.Partner(i+1))+", "+shortDay(journal.DayOf(at), today))
		}
	}
	if len(signed) == 0 {
		return ""
	}
	return lang.L("Signed by {{.Names}}.", map[string]any{"Names": strings.Join(signed, "; ")})
}

// proposedChange shows a newer version beside the one in force.
func proposedChange(state journal.State, v, next journal.Version) []fyne.CanvasObject {
	head := lang.L("{{.Name}} proposes a change", named(callName(state, next.By)))
	if next.Both() {
		head = lang.L("What comes next")
	}
	body := widgets.VGap(6, widgets.NewText(head, widgets.SmallBold))
	if next.Terms.Title != v.Terms.Title {
		body.Add(widgets.NewText(next.Terms.Title, widgets.Question))
	}
	for _, o := range wordsOf(next.Terms) {
		body.Add(o)
	}
	if text := versionChange(v.Terms, next.Terms); text != "" {
		body.Add(widgets.NewText(text, widgets.Small))
	}
	card := widgets.NewCard(body)
	card.Fill, card.Padding = widgets.FillGold, 14
	return []fyne.CanvasObject{card}
}

// agreementButtons gives what the holder can do with the agreement now.
func (s *Agreements) agreementButtons(p *detailParts, state journal.State, a journal.Agreement) {
	today, holder := s.journal.Today(), s.journal.Holder()
	if holder == journal.Nobody {
		return
	}
	pending, waits := a.Pending()
	_, begins := beginning(a, today)
	switch {
	case waits && pending.By == holder:
		s.ownProposal(p, state, a.ID, holder)
	case waits:
		s.theirProposal(p, a.ID)
	case begins && coolsDown(a):
		p.button(lang.L("Take my signature back"), func() {
			s.act(func(ctx context.Context) error { return s.journal.Unsign(ctx, a.ID) }, nil)
		})
		p.note = lang.L("Until it begins, either of you may take their signature back.")
	}
	switch a.State(today) {
	case journal.StateInForce:
		s.inForceButtons(p, a, waits)
	case journal.StateSigned:
		p.button(lang.L("Leave it"), func() { s.askLeave(a) })
	case journal.StateEnded, journal.StateResting:
		s.endedButtons(p, a)
	}
}

// coolsDown says whether the newest version waits for the next day, so that a
// signature can be taken back.
func coolsDown(a journal.Agreement) bool {
	t := a.Latest().Terms
	return t.Kind == journal.TemporaryAccess || t.Bodies
}

func (p *detailParts) button(text string, tapped func()) {
	p.buttons = append(p.buttons, widgets.NewButton(text, widgets.Plain, tapped))
}

func (p *detailParts) quiet(text string, tapped func()) {
	p.buttons = append(p.buttons, widgets.NewButton(text, widgets.Quiet, tapped))
}

func (s *Agreements) ownProposal(p *detailParts, state journal.State, id string, holder journal.Partner) {
	other := holder.Other()
	p.note = lang.L("It waits for {{.Name}}. Until then it binds nobody.", named(callName(state, other)))
	if s.journal.Both() {
		p.button(lang.L("Hand over to {{.Name}} to sign", named(callName(state, other))), func() { s.handOver(other) })
	}
	p.button(lang.L("Withdraw"), func() {
		s.act(func(ctx context.Context) error { return s.journal.Withdraw(ctx, id) }, nil)
	})
}

// theirProposal offers three answers that look alike (promise 1).
func (s *Agreements) theirProposal(p *detailParts, id string) {
	p.note = lang.L("None of the three needs a reason.")
	p.button(lang.L("Sign"), func() {
		s.act(func(ctx context.Context) error { return s.journal.Sign(ctx, id) }, nil)
	})
	p.button(lang.L("Not now"), func() {
		s.say(lang.L("It stays here for whenever you like."))
	})
	p.button(lang.L("Decline"), func() {
		s.act(func(ctx context.Context) error { return s.journal.Decline(ctx, id) }, nil)
	})
}

func (s *Agreements) inForceButtons(p *detailParts, a journal.Agreement, waits bool) {
	if endsSoon(a, s.journal.Today()) {
		s.nearEndButtons(p, a)
	} else if !waits {
		p.button(lang.L("Change"), func() { s.changeAgreement(a) })
	}
	if !waits {
		p.note = lang.L("Either of you may leave it at any time.")
	}
	p.button(lang.L("Leave it"), func() { s.askLeave(a) })
}

func (s *Agreements) endedButtons(p *detailParts, a journal.Agreement) {
	switch ended := a.State(s.journal.Today()) == journal.StateEnded; {
	case ended && a.Latest().Terms.Kind == journal.TemporaryAccess:
		s.endedAccess(p, a)
	case ended:
		p.button(lang.L("Propose it again"), func() { s.ProposeFrom(afresh(a.Latest().Terms)) })
	default:
		s.restingButtons(p, a)
	}
	s.strikeButton(p, journal.Thing{Kind: journal.ThingAgreement, ID: a.ID}, a.Title())
}

func (s *Agreements) restingButtons(p *detailParts, a journal.Agreement) {
	may, day := s.journal.MayBringBack(a.ID)
	if may {
		p.button(lang.L("Propose it again"), func() { s.changeAgreement(a) })
		return
	}
	p.note = restSentence(day, s.journal.Today())
}

// restSentence says until when a declined proposal rests; an empty day is open.
func restSentence(day, today journal.Day) string {
	if day == "" {
		return lang.L("It rests for now.")
	}
	return lang.L("It rests until {{.Day}}.", map[string]any{"Day": longDay(day, today)})
}

// afresh takes the days out of terms that are over.
func afresh(t journal.Terms) journal.Terms {
	t.Start, t.Review, t.End = "", "", ""
	return t
}

// handOver passes the laptop on; who takes it comes back to what is shown now.
func (s *Agreements) handOver(to journal.Partner) {
	s.tellPicked()
	if s.OnHandOver != nil {
		s.OnHandOver(to)
	}
}

// say puts one calm line below the detail.
func (s *Agreements) say(text string) {
	s.message = text
	s.showDetail()
	s.focus(s.onDetail)
}
