package journal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"goldseam.app/data/vault"
)

func TestNamesAndCodes(t *testing.T) {
	c := newCouple(t)
	for name, problem := range map[string]Problem{
		"": ProblemEmpty, "   ": ProblemEmpty, "\u200b\u200d": ProblemEmpty, "Eli\nNoor": ProblemControl, "E\x00li": ProblemControl,
		"E\x1bli": ProblemControl, "\xff\xfe": ProblemControl, "Eli\xff": ProblemControl, strings.Repeat("e", 61): ProblemTooLong, "NOOR": ProblemSameName,
		" noor ": ProblemSameName, "Nöor": ProblemSameName,
	} {
		before := c.State()
		wantInvalid(t, c.Rename(t.Context(), name, 1), "Name", problem)
		n := eli()
		n.Name = name
		wantInvalid(t, n.Check(Person{Name: "Noor"}), "Name", problem)
		equalStates(t, c.State(), before)
	}
	for _, name := range []string{"Élie", "אלי", "إيلي", "李", "🌻", "Eli-Ann O'Hara", strings.Repeat("é", 60), "👩‍👩‍👧"} {
		must(t, c.Rename(t.Context(), name, 1))
		if got := c.State().People[1].Name; got != name || c.Faces()[1].Initial == "" {
			t.Errorf("named %q, initial %q", got, c.Faces()[1].Initial)
		}
	}
	wantInvalid(t, c.Rename(t.Context(), "Eli", 6), "Colour", ProblemUnknown)
	for _, code := range []string{"", "123", "12a4", "1234567890123", "１２３４", "12 34", "-123"} {
		wantInvalid(t, c.SetCode(t.Context(), code), "Code", ProblemDigits)
	}
}

func TestPassphrases(t *testing.T) {
	for passphrase, want := range map[string]error{
		"": vault.ErrBlank, "            ": vault.ErrBlank, "eleven char": vault.ErrTooShort,
		"twelve\x00chars": vault.ErrControl, "new\nline in the middle": vault.ErrControl, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff": vault.ErrControl,
	} {
		n := noor()
		n.Passphrase = passphrase
		wantErr(t, n.Check(Person{}), want)
		_, _, err := Create(t.Context(), t.TempDir()+"/x", Options{}, n)
		wantErr(t, err, want)
	}
	c := newCouple(t)
	_, err := c.ChangePassphrase(t.Context(), passEli, "cafe\u0301 au lait, s'il te plaît")
	must(t, err)
	c.reopen(t)
	must(t, c.Unlock(t.Context(), Second, "caf\u00e9 au lait, s'il te plaît"))
}

func TestTermsThatCannotBeProposed(t *testing.T) {
	c := newCouple(t)
	today := c.Today()
	good, access := Terms{Kind: Plain, Title: "Lantern", Text: "Both stop."}, accessTerms(today, 30)
	for name, x := range map[string]struct {
		from    Terms
		change  func(*Terms)
		field   string
		problem Problem
	}{
		"kind":             {good, func(t *Terms) { t.Kind = "law" }, "Kind", ProblemUnknown},
		"no title":         {good, func(t *Terms) { t.Title = " \u00a0" }, "Title", ProblemEmpty},
		"two lines":        {good, func(t *Terms) { t.Title = "A\nB" }, "Title", ProblemControl},
		"long title":       {good, func(t *Terms) { t.Title = strings.Repeat("a", 121) }, "Title", ProblemTooLong},
		"no text":          {good, func(t *Terms) { t.Text = "\n\n" }, "Text", ProblemEmpty},
		"NUL":              {good, func(t *Terms) { t.Text = "a\x00b" }, "Text", ProblemControl},
		"a megabyte":       {good, func(t *Terms) { t.Text = strings.Repeat("a", 1<<20) }, "Text", ProblemTooLong},
		"long why":         {good, func(t *Terms) { t.Why = strings.Repeat("a", 10_001) }, "Why", ProblemTooLong},
		"three people":     {good, func(t *Terms) { t.Promises = 3 }, "Promises", ProblemUnknown},
		"no such day":      {good, func(t *Terms) { t.Start = "2026-02-30" }, "Start", ProblemNotADate},
		"not a day":        {good, func(t *Terms) { t.End = "soon" }, "End", ProblemNotADate},
		"short day":        {good, func(t *Terms) { t.Review = "2026-9-1" }, "Review", ProblemNotADate},
		"begins yesterday": {good, func(t *Terms) { t.Start = today.Add(-1) }, "Start", ProblemPast},
		"review first":     {good, func(t *Terms) { t.Start, t.Review = today.Add(5), today.Add(4) }, "Review", ProblemOrder},
		"ends first":       {good, func(t *Terms) { t.Start, t.End = today.Add(5), today.Add(4) }, "End", ProblemOrder},
		"ended":            {good, func(t *Terms) { t.End = today.Add(-1) }, "End", ProblemOrder},
		"access by both":   {access, func(t *Terms) { t.Promises = Nobody }, "Promises", ProblemOneOfTwo},
		"no purpose":       {access, func(t *Terms) { t.Why = "" }, "Why", ProblemEmpty},
		"no end":           {access, func(t *Terms) { t.End = "" }, "End", ProblemNoEnd},
		"91 days":          {access, func(t *Terms) { t.End = today.Add(91) }, "End", ProblemTooFar},
		"91 days later on": {access, func(t *Terms) { t.Start, t.End = today.Add(10), today.Add(101) }, "End", ProblemTooFar},
	} {
		t.Run(name, func(t *testing.T) {
			terms := x.from
			x.change(&terms)
			before := c.State()
			_, err := c.Propose(t.Context(), terms)
			wantInvalid(t, err, x.field, x.problem)
			equalStates(t, c.State(), before)
		})
	}
}

func TestTextsOfTheWholeWorld(t *testing.T) {
	c := newCouple(t)
	texts := []string{"שלום, אני כאן", "\u200fمرحبا", "👩‍❤️‍👨 🌱", "e\u0301", "line\r\nbreak\tand tab", strings.Repeat("🌻", 10_000), "'; DROP TABLE event; --", "\u202eevil"}
	for i, s := range texts {
		_, err := c.SetBoundary(t.Context(), "Mine", s)
		must(t, err)
		_, err = c.SaveDraft(t.Context(), Draft{Exercise: "before.here", Part: fmt.Sprint("part ", i), Answer: text(s)})
		must(t, err)
	}
	c.comeAgain(t)
	for i, d := range c.Drafts("before.here") {
		if !bytes.Equal(d.Answer, text(texts[i])) {
			t.Errorf("%q came back as %s", texts[i], d.Answer)
		}
	}
	for i, b := range c.State().Boundaries {
		if b.Latest().Text != strings.TrimSpace(texts[i]) {
			t.Errorf("%q came back as %q", texts[i], b.Latest().Text)
		}
	}
}

func TestDraftsThatCannotBeKept(t *testing.T) {
	c := newCouple(t)
	for _, d := range []Draft{
		{Part: "a", Answer: text("x")},
		{Exercise: "before.here", Answer: text("x")},
		{Exercise: "before.here", Part: "a"},
		{Exercise: "before.here", Part: "a", Answer: []byte("{")},
		{Exercise: "before.here", Part: "a", Answer: []byte("nul\x00")},
	} {
		_, err := c.SaveDraft(t.Context(), d)
		wantInvalid(t, err, "Answer", ProblemUnknown)
	}
	_, err := c.SaveDraft(t.Context(), Draft{Exercise: "before.here", Part: "a", Answer: text(strings.Repeat("a", 1<<20))})
	wantInvalid(t, err, "Answer", ProblemTooLong)
	_, err = c.SaveDraft(t.Context(), Draft{Exercise: "elsewhere.x", Part: "a", Answer: text("x")})
	wantErr(t, err, ErrUnknown)
	if len(c.Drafts("before.here")) != 0 {
		t.Error("something was kept")
	}
}

func TestClosingsAndBoundariesThatCannotBeKept(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	before := c.State()
	long := strings.Repeat("a", maxText+1)
	wantInvalid(t, c.CloseSitting(ctx, [2]string{long, ""}, "", "", ""), "First", ProblemTooLong)
	wantInvalid(t, c.CloseSitting(ctx, [2]string{"", "a\x00"}, "", "", ""), "Second", ProblemControl)
	wantInvalid(t, c.CloseSitting(ctx, [2]string{}, c.Today().Add(-1), "", ""), "Next", ProblemPast)
	wantInvalid(t, c.CloseSitting(ctx, [2]string{}, "tomorrow", "", ""), "Next", ProblemNotADate)
	wantInvalid(t, c.CloseSitting(ctx, [2]string{}, "", long, ""), "When", ProblemTooLong)
	wantInvalid(t, c.CloseSitting(ctx, [2]string{}, "", "", long), "Small", ProblemTooLong)
	_, err := c.SetBoundary(ctx, "", "Words")
	wantInvalid(t, err, "Title", ProblemEmpty)
	_, err = c.SetBoundary(ctx, "Mine", long)
	wantInvalid(t, err, "Text", ProblemTooLong)
	wantInvalid(t, c.Leave(ctx, "x", c.Today().Add(1)), "Said", ProblemTooFuture)
	wantInvalid(t, c.Leave(ctx, "x", "never"), "Said", ProblemNotADate)
	wantErr(t, c.Leave(ctx, "x", ""), ErrUnknown)
	wantInvalid(t, c.CloseStep(ctx, "before", "Before", long), "Sooner", ProblemTooLong)
	equalStates(t, c.State(), before)
}
