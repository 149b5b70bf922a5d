//go:build e2e

package app

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// person is one of the sample couple, with what only they know.
type person struct {
	name, pass, code, role string
	picks                  int // how often Down is pressed to come to the role
}

var (
	noor = person{name: "Noor", pass: "seven quiet herons", code: "2468", role: "repairing", picks: 1}
	eli  = person{name: "Eli", pass: "a lamp by the stairs", code: "1357", role: "hurt", picks: 2}
)

// What the two write. Nothing of the last two is ever opened.
const (
	noorHere    = "I want to be honest with you again."
	eliHere     = "I want to know whether this can hold."
	boundary    = "When voices get loud, I go for a walk and come back within the hour."
	noorDid     = "I hid the messages from you for four months."
	noorTakesOn = "I answer what you ask, on the same day."
	eliFeels    = "I feel alone in the evenings."
	eliNeeds    = "I need to hear it before I ask."
	agreement   = "We talk for ten minutes after supper, and the phones lie in the hall."
	noorUnsaid  = "The part that I have not found words for yet."
	eliDays     = "Since then I wake at four and lie there until it is light, and I count the cars that pass, and I do not call anyone because I would have to explain it all from the start and I am tired of hearing myself say it. "
)

const (
	effect = "own.effect"
	chunk  = 8 // letters typed at once

	hereField = "I am here because …"
)

// tomorrow moves the clock on to the next evening.
const tomorrow = "GOLDSEAM_CLOCK_AHEAD=26h"

// TestWindow goes through a first sitting and the evening after it, in a real
// window and by keyboard alone. No connection leaves the laptop meanwhile.
func TestWindow(t *testing.T) {
	r := newRobot(t)
	r.calls = newCalls(t)
	r.start()
	r.firstSitting()
	r.firstOpening()
	r.pauseWord()
	r.closeSitting()
	r.boundaries()
	r.finishBefore()
	r.press("ctrl+l")
	r.screen("Unlock")
	if err := r.signal(syscall.SIGTERM); err != nil {
		t.Errorf("the program ended with %v", err)
	}

	r.start(tomorrow)
	r.unlockBoth()
	r.sayItPlainly()
	r.agree()
	r.lookAround()
	r.saveSummaries()
	r.press("ctrl+l")
	r.screen("Unlock")
	r.killedWhileTyping()
	r.afterwards()
	r.calls.wantLocal()
}

// firstSitting leads from nothing to a journal that both can open.
func (r *robot) firstSitting() {
	r.t.Helper()
	r.screen("FirstSitting")
	r.look("about")
	r.choose("Go on")
	r.words("Each of you reads this page alone")
	r.press("Next", "End", "Home")
	r.look("safety")
	r.choose("I have read this")
	r.choose("I have read this too")
	r.fill("Name, or what you like to be called", noor.name)
	r.press("Return")
	r.write(eli.name)
	r.look("names")
	r.press("Return")
	for _, p := range []person{noor, eli} {
		r.join(p)
	}
	r.screen("Exercise")
}

// join goes through one partner's private pages.
func (r *robot) join(p person) {
	r.t.Helper()
	r.words("Hand the laptop to " + p.name)
	r.look("cover-" + p.name)
	r.choose("I'm " + p.name)
	r.to("Your passphrase")
	r.press("Down")
	r.fill("Your passphrase, at least 12 characters", p.pass)
	r.press("Return")
	r.write(p.pass)
	r.look("passphrase-" + p.name)
	r.press("Return")
	r.fill("Four digits or more", p.code)
	r.press("Return")
	r.write(p.code)
	r.look("code-" + p.name)
	r.press("Return")
	r.words("Between you and this page")
	for range p.picks {
		r.press("Down")
	}
	r.look("role-" + p.name)
	r.choose("Seal this")
}

// take takes the laptop with one's code, behind the cover.
func (r *robot) take(p person) {
	r.t.Helper()
	r.screen("HandOver")
	r.words("Hand the laptop to " + p.name)
	r.to("Your hand-over code")
	r.write(p.code)
	r.press("Return")
	r.until(p.name+" with the laptop", shortWait, func(s traced) bool { return s.Screen != "HandOver" })
}

// firstOpening lets both write one sentence and open them together. Eli, who
// joined last, holds the laptop.
func (r *robot) firstOpening() {
	r.t.Helper()
	r.words("Eli writes")
	r.to(hereField)
	r.write(eliHere)
	r.look("here-eli")
	r.choose("I've finished this part")
	r.words("Your part is sealed.")
	r.silent(eliHere)
	r.choose("Hand over to Noor")
	r.look("hand-over")
	r.take(noor)
	r.words("Noor writes")
	r.silent(eliHere)
	r.to(hereField)
	r.write(noorHere)
	r.choose("I've finished this part")
	r.words("Both of you have finished.")
	r.silent(noorHere)
	r.look("ready")
	r.choose("Open together")
	r.words(noorHere)
	r.words(eliHere)
	r.look("opened")
	r.choose("Close the exercise")
	r.choose("Skip this question")
}

// pauseWord lets the couple sign their first agreement. Noor holds the laptop.
func (r *robot) pauseWord() {
	r.t.Helper()
	r.screen("Agreements")
	r.words("New agreement")
	r.look("pause-word")
	r.fill("The words you both sign", "Our word is harbour. When one of us says it, we both stop.")
	r.choose("Propose and sign")
	r.choose("Hand over to Eli to sign")
	r.take(eli)
	r.look("to-sign")
	r.choose("Sign")
}

func (r *robot) closeSitting() {
	r.t.Helper()
	r.screen("Closing")
	r.fill("Noor: one word for tonight", "lighter")
	r.fill("Eli: one word for tonight", "careful")
	r.choose("In a week")
	r.fill("One small thing until then", "Say good night.")
	r.look("closing")
	r.choose("Close the sitting")
	r.screen("Words")
	r.look("words")
	r.choose("Later")
	r.screen("Today")
	r.look("today")
}

// boundaries lets Eli, who holds the laptop, set a boundary, and Noor acknowledge it.
func (r *robot) boundaries() {
	r.t.Helper()
	r.press("ctrl+3")
	r.screen("Agreements")
	r.choose("New boundary")
	r.fill("In a few words", "A walk when it gets loud")
	r.fill("What I will do, or not take part in", boundary)
	r.look("boundary")
	r.choose("Set this boundary")
	r.choose("Hand over to Noor to acknowledge it")
	r.take(noor)
	r.words("Eli alone makes, changes and ends it.")
	r.choose("I acknowledge it")
	r.words("Noor acknowledged it on")
	r.look("acknowledged")
}

// finishBefore skips what is left of the first evening, and closes it.
func (r *robot) finishBefore() {
	r.t.Helper()
	for _, title := range []string{"How we will sit together", "Are we ready?", "What broke"} {
		r.press("ctrl+2")
		r.screen("Path")
		r.choose("Before the path…")
		r.screen("Step")
		r.choose(title + "…")
		r.screen("Exercise")
		r.choose("Skip this exercise")
		r.screen("Step")
	}
	r.to("Close this step together")
	r.look("step")
	r.press("Return")
	r.words("You closed this step on")
	r.press("ctrl+2")
	r.screen("Path")
	r.look("path")
}

// unlockBoth makes both present; Eli holds the laptop, who came last.
func (r *robot) unlockBoth() {
	r.t.Helper()
	r.screen("Unlock")
	r.look("unlock")
	for _, p := range []person{noor, eli} {
		before := r.seen().At
		r.to("Passphrase")
		r.write(p.pass)
		r.press("Return")
		r.until(p.name+" unlocked", longWait, func(s traced) bool { return s.At != before && s.Focus != "" })
	}
	r.choose("Begin together")
	r.screen("Today")
	r.look("today")
}

// sayItPlainly lets both write what is hard to say, and open it.
func (r *robot) sayItPlainly() {
	r.t.Helper()
	r.press("ctrl+2")
	r.screen("Path")
	r.choose("Own what happened…")
	r.screen("Step")
	r.look("step-one")
	r.choose("Read the safety page")
	r.screen("Reading")
	r.choose("I have read this")
	r.screen("Step")
	r.choose("Say it plainly…")
	r.screen("Exercise")
	r.plainWords(map[string]string{"feel": eliFeels, "need": eliNeeds}, "")
	r.words("Your part is sealed.")
	r.choose("Hand over to Noor")
	r.take(noor)
	r.plainWords(map[string]string{"did": noorDid, "takeon": noorTakesOn}, noorUnsaid)
	r.words("Both of you have finished.")
	r.choose("Open together")
	for _, words := range []string{noorDid, noorTakesOn, eliFeels, eliNeeds} {
		r.words(words)
	}
	r.silent(noorUnsaid)
	r.look("opened-plainly")
}

// plainWords goes through the exercise's parts with pieces of a statement.
func (r *robot) plainWords(pieces map[string]string, unsaid string) {
	r.t.Helper()
	fields := map[string]string{
		"did": "I …", "takeon": "I take on …", "feel": "I feel …", "need": "I need …",
	}
	r.words("What plain words sound like")
	r.look("reading")
	r.choose("Go on")
	r.words("It becomes one text.")
	for _, id := range []string{"did", "takeon", "feel", "need"} {
		if text, ok := pieces[id]; ok {
			r.to(fields[id])
			r.write(text)
		}
	}
	r.look("pieces")
	r.choose("I've finished this part")
	r.words("It is not opened with the rest.")
	if unsaid != "" {
		r.to("What I did not write is …")
		r.write(unsaid)
	}
	r.choose("I've finished this part")
}

// agree lets both sign an agreement that comes from what they opened. Noor holds
// the laptop.
func (r *robot) agree() {
	r.t.Helper()
	r.choose("Make an agreement from this")
	r.screen("Agreements")
	r.fill("In a few words", "Ten minutes after supper")
	r.fill("The words you both sign", agreement)
	r.look("agreement")
	r.choose("Propose and sign")
	r.choose("Hand over to Eli to sign")
	r.take(eli)
	r.choose("Sign")
	r.words("Signed by Noor")
	r.words("; Eli")
	r.look("signed")
}

// lookAround visits the other places.
func (r *robot) lookAround() {
	r.t.Helper()
	r.press("ctrl+5")
	r.screen("Timeline")
	for _, words := range []string{"Say it plainly", "Ten minutes after supper", "A walk when it gets loud"} {
		r.words(words)
	}
	r.look("timeline")
	r.press("ctrl+f")
	r.to("Search…")
	r.choose("Settings")
	r.screen("Settings")
	r.look("settings")
	r.choose("Help & safety")
	r.screen("Safety")
	r.look("help")
}

// saveSummaries saves what was shared, as a PDF and as Markdown.
func (r *robot) saveSummaries() {
	r.t.Helper()
	r.press("ctrl+6")
	r.screen("Summary")
	r.look("summary")
	r.save("goldseam-summary.pdf", "%PDF-")
	r.to("As")
	r.press("Right", "Right")
	text := r.save("goldseam-summary.md", "")
	r.wholeAccount(text)
}

// save saves a summary in the home folder, and reads it.
func (r *robot) save(name, start string) string {
	r.t.Helper()
	r.choose("Save…")
	r.to("Name of the file")
	r.look("save")
	r.choose("Save")
	r.words("Saved as " + filepath.Join(r.home, name))
	r.choose("Done")
	b, err := os.ReadFile(filepath.Join(r.home, name))
	if err != nil || !strings.HasPrefix(string(b), start) {
		r.t.Errorf("the summary %s: %v", name, err)
	}
	return string(b)
}

// wholeAccount holds a summary against what was shared and what never was.
func (r *robot) wholeAccount(text string) {
	r.t.Helper()
	for _, words := range []string{noorHere, eliHere, noorDid, eliNeeds, agreement, boundary, "harbour"} {
		if !strings.Contains(text, words) {
			r.t.Errorf("the summary leaves out %q:\n%s", words, text)
		}
	}
	for _, words := range []string{noorUnsaid, eliDays[:24], "Mostly I"} {
		if strings.Contains(text, words) {
			r.t.Errorf("the summary tells %q, which was never opened", words)
		}
	}
}
