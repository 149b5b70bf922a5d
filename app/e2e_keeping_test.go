//go:build e2e

package app

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"goldseam.app/data/journal"
)

// What the two say between the sittings.
const (
	eliHelped  = "The message came before I had to ask."
	noorHelped = "I said it on the same day."
	noorSlip   = "I wrote an hour late, from the tram."
	eliSlip    = "I had begun to count again."
	noorOwns   = "I put the phone away because I did not want to hear it."
	noorNow    = "I set an alarm for half an hour before."
)

// The hand-over codes of the sample couple, longer than what stands in a memory by chance.
const (
	noorCode = "246809753124"
	eliCode  = "135798642013"
)

// TestKeeping takes a couple who have been on their way for weeks through what
// happens between the sittings, in a real window and by keyboard alone.
func TestKeeping(t *testing.T) {
	r := newRobot(t)
	noor, eli := r.sampleCouple()
	r.start()
	r.comeIn(noor, eli)
	r.checkIns(noor, eli)
	r.slipAndRepair(noor, eli)
	r.calm()
	r.takeAway(noor)
}

// sampleCouple makes the journal of a couple whose last evening is a week ago. It
// is as the options of the command say.
func (r *robot) sampleCouple(options ...string) (noor, eli person) {
	r.t.Helper()
	ctx := context.Background()
	until := journal.DayOf(now()).Add(-8)
	cmd := exec.Command(r.binary, append([]string{"sample", "--journal", r.journal, "--until", string(until)}, options...)...)
	cmd.Env = r.environment()
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("goldseam sample: %v", err)
	}
	noor, eli = person{name: "Noor", code: noorCode}, person{name: "Eli", code: eliCode}
	for line := range strings.Lines(string(out)) {
		name, pass, _ := strings.Cut(strings.TrimSpace(line), "\t")
		switch name {
		case noor.name:
			noor.pass = pass
		case eli.name:
			eli.pass = pass
		}
	}
	j, err := journal.Open(ctx, r.journal, journal.Options{Now: now})
	if err != nil {
		r.t.Fatal(err)
	}
	defer j.Close()
	for i, p := range []person{noor, eli} {
		if err := j.Unlock(ctx, journal.Partner(i+1), p.pass); err != nil {
			r.t.Fatal(err)
		}
		if err := j.SetCode(ctx, p.code); err != nil {
			r.t.Fatal(err)
		}
	}
	return noor, eli
}

// comeIn makes both present; Eli holds the laptop, who came last.
func (r *robot) comeIn(both ...person) {
	r.t.Helper()
	r.screen("Unlock")
	for _, p := range both {
		before := r.seen().At
		r.to("Passphrase")
		r.write(p.pass)
		r.press("Return")
		r.until(p.name+" unlocked", longWait, func(s traced) bool { return s.At != before && s.Focus != "" })
	}
	r.choose("Begin together")
	r.screen("Today")
}

// checkIns lets both answer alone and open what they sealed.
func (r *robot) checkIns(noor, eli person) {
	r.t.Helper()
	r.words("Opens when both are done.")
	r.look("today")
	r.choose("Answer · 3 min")
	r.answer("I trusted what Noor told me", eliHelped)
	r.words("Yours is sealed.")
	r.silent(eliHelped)
	r.choose("Hand over to Noor")
	r.take(noor)
	r.press("ctrl+4")
	r.screen("CheckIns")
	r.words("Eli has sealed one.")
	r.silent(eliHelped)
	r.choose("Answer · 3 min")
	r.answer("I owned what was mine", noorHelped)
	r.words("Both of you have sealed yours.")
	r.look("sealed")
	r.choose("Open together")
	r.screen("CheckInOpened")
	r.words(eliHelped)
	r.words(noorHelped)
	r.words("6 of 10")
	r.look("opened")
	r.choose("Back to the check-ins")
	r.screen("CheckIns")
	r.look("charts")
}

// answer answers one question with 6, and writes a line.
func (r *robot) answer(question, line string) {
	r.t.Helper()
	r.screen("CheckInAnswer")
	r.to(question + "…")
	r.press("Right", "Right")
	r.to("What helped, what hurt …")
	r.write(line)
	r.words("Saved. Only you can read it.")
	r.look("answer")
	r.choose("Seal my answers")
	r.screen("CheckIns")
}

// slipAndRepair lets Noor, who holds the laptop, name a slip, and both mend it.
func (r *robot) slipAndRepair(noor, eli person) {
	r.t.Helper()
	r.press("ctrl+3")
	r.screen("Agreements")
	r.choose("Name a slip")
	r.screen("NameSlip")
	r.to("Whose slip was it?…")
	r.press("Home", "space")
	r.to("How did it come up?…")
	r.press("space")
	r.fill("How it was for me, if you want to say", noorSlip)
	r.look("name-slip")
	r.choose("Name it")
	r.screen("SlipPage")
	r.words(noorSlip)
	r.press("ctrl+3")
	r.screen("Agreements")
	r.choose("Hand over")
	r.take(eli)
	r.press("ctrl+1")
	r.screen("Today")
	r.words("named by Noor")
	r.choose("A message when plans change…")
	r.screen("SlipPage")
	r.fill("How it was for me, if you want to say", eliSlip)
	r.choose("Yes, it was a slip")
	r.words("Eli calls it a slip too.")
	r.choose("We said it aloud")
	r.look("slip")
	r.choose("Hand over to Noor")
	r.take(noor)
	r.say(noorOwns)
	r.say(noorNow)
	r.choose("It stays as it is")
	r.words("Mended on")
	r.look("mended")
	r.press("ctrl+5")
	r.screen("Timeline")
	r.words("a break, mended on")
	r.look("timeline")
}

// say writes the station that is Noor's to say.
func (r *robot) say(words string) {
	r.t.Helper()
	r.fill("Noor says", words)
	r.choose("Say it")
	r.words(words)
}

// calm reaches the way to calm by one key, from wherever they are.
func (r *robot) calm() {
	r.t.Helper()
	r.press("F1")
	r.screen("Calm")
	r.choose("Begin")
	r.words("Put both feet on the floor.")
	r.look("calm")
	r.choose("Stop here")
	r.choose("Back")
	r.screen("Timeline")
}

// takeAway holds what is exported against what was shared.
func (r *robot) takeAway(noor person) {
	r.t.Helper()
	r.press("ctrl+l")
	r.screen("Unlock")
	r.press("shift", "shift", "shift")
	if err := r.gone(); err != nil {
		r.t.Errorf("the program ended with %v", err)
	}
	out := r.home + "/ours.md"
	r.run(noor.pass+"\n", "export", "--format", "markdown", "--charts", "--breaks", "--out", out)
	text := r.read(out)
	for _, words := range []string{"I trusted what my partner told me", "A message when plans change", "Both called it a slip"} {
		if !strings.Contains(text, words) {
			r.t.Errorf("the summary leaves out %q:\n%s", words, text)
		}
	}
	if strings.Contains(text, noorSlip) || strings.Contains(text, eliSlip) {
		r.t.Error("the summary tells an account of a slip")
	}
	out = r.home + "/dates.ics"
	r.run(noor.pass+"\n", "export", "--format", "calendar", "--out", out)
	if text := r.read(out); !strings.Contains(text, "BEGIN:VEVENT") || strings.Contains(text, "Noor") {
		r.t.Errorf("the calendar:\n%s", text)
	}
}
