package journal

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var (
	someExercises = rapid.SampledFrom([]string{"before.here", "before.words", "own.plainly"})
	someParts     = rapid.SampledFrom([]string{"one", "two"})
	somePartners  = rapid.SampledFrom([]Partner{First, Second})
	someTitles    = rapid.SampledFrom([]string{"Lantern", "Phone", "Sunday walk"})
)

// machine drives a real journal and the model side by side.
type machine struct {
	*couple
	*model
	dir    string
	passes [2]string
	count  int
}

// TestPromisesHold does what two people could do, in any order, and compares
// the journal with the model after each action.
func TestPromisesHold(t *testing.T) {
	live(t, "30", func(k *machine) map[string]func(*rapid.T) {
		return k.actions(k.comingAndGoing(), k.ownWriting(), k.sharing(), k.togetherActions(), k.agreementActions(), k.boundaryActions())
	})
}

// TestSharedWordsHold does the same with own writing and sharing alone, so that
// they meet each other often.
func TestSharedWordsHold(t *testing.T) {
	live(t, "30", func(k *machine) map[string]func(*rapid.T) {
		return k.actions(k.comingAndGoing(), k.ownWriting(), k.sharing())
	})
}

// TestCheckInsHold does the same with check-ins, and marks of agreements that come and go.
func TestCheckInsHold(t *testing.T) {
	live(t, "18", func(k *machine) map[string]func(*rapid.T) {
		return k.actions(k.comingLightly(), k.keeping(), k.checkInActions())
	})
}

// TestSlipsHold does the same with slips and their repair, and rests.
func TestSlipsHold(t *testing.T) {
	live(t, "18", func(k *machine) map[string]func(*rapid.T) {
		return k.actions(k.comingLightly(), k.keeping(), k.slipActions())
	})
}

func live(t *testing.T, runs string, actions func(*machine) map[string]func(*rapid.T)) {
	limitChecks(t, runs)
	rapid.Check(t, func(rt *rapid.T) {
		dir := t.TempDir()
		k := &machine{couple: newCouple(discard{dir: dir}), dir: dir, passes: [2]string{passNoor, passEli}}
		k.model = newModel(k.Today())
		defer func() { k.Close() }()
		rt.Repeat(actions(k))
		k.rebuiltTheSame(rt)
	})
}

// limited is what limitChecks set last.
var limited string

// limitChecks sets how many runs rapid makes, unless the command line says so.
func limitChecks(t *testing.T, n string) {
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" && f.Value.String() != limited })
	if !given {
		must(t, flag.Set("rapid.checks", n))
		limited = n
	}
}

// do runs one action, compares its success with what the model expects, and
// wants a failed one to have changed nothing.
func (k *machine) do(rt *rapid.T, expect bool, action func(context.Context) error) bool {
	before := k.State()
	err := action(context.Background())
	if (err == nil) != expect {
		rt.Fatalf("err = %v, expected success: %v", err, expect)
	}
	if err != nil && !reflect.DeepEqual(before, k.State()) {
		rt.Fatalf("failed with %v and yet changed the state", err)
	}
	return err == nil
}

func (k *machine) lastEvent() string {
	all := k.State().Moments
	return all[len(all)-1].Event
}

func (k *machine) secret() string {
	k.count++
	return fmt.Sprintf("secret%04dx", k.count)
}

func (k *machine) actions(groups ...map[string]func(*rapid.T)) map[string]func(*rapid.T) {
	all := map[string]func(*rapid.T){"": k.promises}
	for _, some := range groups {
		maps.Copy(all, some)
	}
	return all
}

func (k *machine) promises(rt *rapid.T) {
	k.today = k.Today()
	if !k.anyone() {
		if !reflect.DeepEqual(k.State(), State{}) {
			rt.Fatalf("a locked journal shows something")
		}
		return
	}
	s := k.State()
	k.sameAgreements(rt, s)
	k.sameBoundaries(rt, s)
	k.sameShared(rt, s)
	k.sameDrafts(rt)
	k.sameKeeping(rt, s)
	k.nothingPrivateIn(rt, s)
	if k.ReadOnly() {
		rt.Fatalf("faults: %v", k.Faults())
	}
}

func (k *machine) sameAgreements(rt *rapid.T, s State) {
	if len(s.Agreements) != len(k.agreements) {
		rt.Fatalf("%d agreements, want %d", len(s.Agreements), len(k.agreements))
	}
	for i, a := range s.Agreements {
		want := k.agreements[i].inForce(k.today)
		v, ok := a.InForce(k.today)
		if ok != (want > 0) || ok && v.Number != want {
			rt.Fatalf("version %d in force: %v, want %d: %+v", v.Number, ok, want, a)
		}
		if ok && (v.Signed[0].IsZero() || v.Signed[1].IsZero() || a.LeftBy != Nobody || v.Terms.End != "" && v.Terms.End < k.today) {
			rt.Fatalf("in force against promise 3: %+v", a)
		}
		for _, v := range a.Versions {
			if t := v.Terms; t.Kind == TemporaryAccess && (t.End == "" || t.Start.Until(t.End) > 90 || t.Start <= DayOf(v.Proposed)) {
				rt.Fatalf("access without a near end: %+v", t)
			}
		}
		if _, pending := a.Pending(); pending != k.agreements[i].pending() {
			rt.Fatalf("pending %v: %+v", pending, a)
		}
	}
}

func (k *machine) sameBoundaries(rt *rapid.T, s State) {
	for i, b := range s.Boundaries {
		want := k.boundaries[i]
		last := b.Latest()
		text := want.texts[len(want.texts)-1]
		if b.Owner != want.owner || len(b.Versions) != len(want.texts) || (last.Text != text && !b.Struck) || b.Ended.IsZero() == want.ended {
			rt.Fatalf("boundary %+v, want %+v", b, want)
		}
		if last.Acknowledged.IsZero() == (want.answer == KindAcknowledged) || last.Cannot.IsZero() == (want.answer == KindCannot) {
			rt.Fatalf("answer to %+v, want %q", last, want.answer)
		}
	}
}

func (k *machine) sameDrafts(rt *rapid.T) {
	for _, exercise := range []string{"before.here", "before.words", "own.plainly"} {
		got := k.Drafts(exercise)
		want := k.own(exercise)
		if len(got) != len(want) {
			rt.Fatalf("%v sees %d drafts of %s, want %d", k.holder, len(got), exercise, len(want))
		}
		for _, d := range got {
			if w := want[d.Part]; w == nil || !strings.Contains(string(d.Answer), w.text) || d.Finished != w.finished || d.Private != w.private {
				rt.Fatalf("draft %+v, want %+v", d, w)
			}
		}
		p := k.Progress(exercise)
		theirs := k.held() && finished(k.drafts[k.model.holder.Other().index()][exercise])
		if p.Begun != (len(toOpen(want)) > 0) || p.Finished != finished(want) || p.Theirs != theirs {
			rt.Fatalf("progress of %s for %v: %+v, theirs %v", exercise, k.holder, p, theirs)
		}
	}
}

func (k *machine) nothingPrivateIn(rt *rapid.T, s State) {
	all, err := json.Marshal(s)
	if err != nil {
		rt.Fatal(err)
	}
	for _, secret := range k.secrets() {
		if _, total := k.Find(secret, 1); total > 0 || strings.Contains(string(all), secret) {
			rt.Fatalf("%s was never opened", secret)
		}
	}
}

// rebuiltTheSame: the state that grew one event at a time is the one that the file adds up to.
func (k *machine) rebuiltTheSame(rt *rapid.T) {
	k.comeIn(rt)
	k.unlock(rt, First) // coming in again records what is over by now
	grown := k.State()
	k.again(rt)
	k.comeIn(rt)
	if d := stateDiff(k.State(), grown); d != "" {
		rt.Fatalf("rebuilt differently (-grown +rebuilt):\n%s", d)
	}
	if found, err := k.Check(context.Background()); err != nil || len(found) > 0 {
		rt.Fatalf("faults %v, %v", found, err)
	}
}

// comeIn makes both present.
func (k *machine) comeIn(rt *rapid.T) {
	for _, p := range []Partner{First, Second} {
		if !k.here[p.index()] {
			k.unlock(rt, p)
		}
	}
}

func (k *machine) unlock(rt *rapid.T, p Partner) {
	if err := k.Unlock(context.Background(), p, k.passes[p.index()]); err != nil {
		rt.Fatal(err)
	}
	k.here[p.index()], k.holder, k.misses[p.index()] = true, p, 0
	k.today = k.Today()
	k.arrive()
}

// again closes the file and opens it, locked.
func (k *machine) again(rt *rapid.T) {
	if err := k.Close(); err != nil {
		rt.Fatal(err)
	}
	j, err := Open(context.Background(), k.path, k.opt)
	if err != nil {
		rt.Fatal(err)
	}
	k.Journal = j
	k.left()
}

func (k *machine) left() {
	k.here, k.holder = [2]bool{}, Nobody
	k.misses = [2]int{}
}

func (k *machine) backupPath() string {
	k.count++
	return filepath.Join(k.dir, fmt.Sprint("copy", k.count, ".goldseam"))
}
