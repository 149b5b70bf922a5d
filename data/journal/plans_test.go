package journal

import (
	"encoding/json"
	"testing"
)

// keeping renders parts that become the plan of their own name.
func keeping(exercise string) Opening {
	o := plainOpening(exercise)
	plain := o.Render
	o.Render = func(part string, p Partner, answer json.RawMessage) (OpenedPart, error) {
		shown, err := plain(part, p, answer)
		shown.Keeps = part
		return shown, err
	}
	return o
}

type planned struct {
	kind, reflection string
	words            [2]string
}

// wantPlans compares the plans as the state grew and as the file gives it.
func (c *couple) wantPlans(t *testing.T, want ...planned) {
	t.Helper()
	for range 2 {
		got := c.State().Plans()
		if len(got) != len(want) {
			t.Fatalf("plans %+v, want %+v", got, want)
		}
		for i, p := range got {
			r, _ := c.State().Reflection(want[i].reflection)
			if (planned{p.Kind, p.Reflection, p.Words}) != want[i] || p.Title != p.Kind || !p.At.Equal(r.At) {
				t.Errorf("plan %+v, want %+v", p, want[i])
			}
		}
		c.comeAgain(t)
	}
}

// TestPlans: each side has its newest words, and what was struck out or taken
// back is in no plan; what was there before it then is again.
func TestPlans(t *testing.T) {
	ctx := t.Context()
	c := newCouple(t)
	o := keeping("before.here")
	c.wantPlans(t)
	c.openBoth(t, plainOpening("before.words"), "trigger plan", [2]string{"Not kept.", "Not kept."})
	c.wantPlans(t)
	first := c.openBoth(t, o, "trigger plan", [2]string{"I breathe.", "I step out."})
	comfort := c.openBoth(t, keeping("before.words"), "comfort map", [2]string{"Tea.", ""})
	c.clock.days(1)
	second := c.openBoth(t, o, "trigger plan", [2]string{"I call you.", ""})
	c.wantPlans(t, planned{"trigger plan", second.ID, [2]string{"I call you.", "I step out."}},
		planned{"comfort map", comfort.ID, [2]string{"Tea.", ""}})

	c.hold(t, Second)
	_, err := c.SaveDraft(ctx, Draft{Exercise: "before.here", Part: "trigger plan", Private: true, Answer: text("I write it down.")})
	must(t, err)
	third, err := c.Share(ctx, o, "trigger plan")
	must(t, err)
	c.wantPlans(t, planned{"trigger plan", third.ID, [2]string{"I call you.", "I write it down."}},
		planned{"comfort map", comfort.ID, [2]string{"Tea.", ""}})
	c.hold(t, Second)
	must(t, c.TakeBackEvent(ctx, third.ID))
	c.wantPlans(t, planned{"trigger plan", second.ID, [2]string{"I call you.", "I step out."}},
		planned{"comfort map", comfort.ID, [2]string{"Tea.", ""}})
	must(t, c.Strike(ctx, second.ID))
	c.wantPlans(t, planned{"trigger plan", first.ID, [2]string{"I breathe.", "I step out."}},
		planned{"comfort map", comfort.ID, [2]string{"Tea.", ""}})
	must(t, c.Strike(ctx, first.ID))
	c.wantPlans(t, planned{"comfort map", comfort.ID, [2]string{"Tea.", ""}})
	must(t, c.Strike(ctx, comfort.ID))
	c.wantPlans(t)
}
