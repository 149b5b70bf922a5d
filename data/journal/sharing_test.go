package journal

import (
	"context"
	"slices"

	"pgregory.net/rapid"
)

func (k *machine) sharing() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"write alone": func(rt *rapid.T) { k.writeSome(rt, true) },
		"share": func(rt *rapid.T) {
			exercise, part := k.someDraft(rt)
			d := k.own(exercise)[part]
			if k.do(rt, d != nil && d.private, func(ctx context.Context) error {
				_, err := k.Share(ctx, plainOpening(exercise), part)
				return err
			}) {
				k.shared = append(k.shared, modelShared{k.lastEvent(), k.holder, d.text})
				delete(k.own(exercise), part)
			}
		},
		"take back shared": func(rt *rapid.T) {
			k.withShared(rt, k.mayTakeBack, func(ctx context.Context, event string) error { return k.TakeBackEvent(ctx, event) }, k.takenBack)
		},
		"strike shared": func(rt *rapid.T) {
			k.withShared(rt, k.mayStrike, func(ctx context.Context, event string) error { return k.Strike(ctx, event) }, k.struck)
		},
	}
}

// someDraft draws one of the holder's drafts, or the name of one that may not be there.
func (k *machine) someDraft(rt *rapid.T) (exercise, part string) {
	there := k.Drafts("before.here")
	there = append(there, k.Drafts("before.words")...)
	if len(there) == 0 {
		return someExercises.Draw(rt, "exercise"), someParts.Draw(rt, "part")
	}
	d := rapid.SampledFrom(there).Draw(rt, "draft")
	return d.Exercise, d.Part
}

// withShared does something with one of the things that were shared, and notes that it was done.
func (k *machine) withShared(rt *rapid.T, may func(Moment) bool, action func(context.Context, string) error, done map[string]bool) {
	if len(k.shared) == 0 || !k.anyone() {
		return
	}
	event := rapid.SampledFrom(k.shared).Draw(rt, "shared").event
	all := k.State().Moments
	m := all[slices.IndexFunc(all, func(m Moment) bool { return m.Event == event })]
	if k.do(rt, may(m), func(ctx context.Context) error { return action(ctx, event) }) {
		done[event] = true
	}
}

// sameShared: what was shared is its writer's alone, stays, and is found only
// until it is taken back or struck out.
func (k *machine) sameShared(rt *rapid.T, s State) {
	alone := slices.DeleteFunc(slices.Clone(s.Reflections), func(r Reflection) bool { return r.SharedBy == Nobody })
	if len(alone) != len(k.shared) {
		rt.Fatalf("%d things were shared, want %d", len(alone), len(k.shared))
	}
	for i, r := range alone {
		want := k.shared[i]
		gone, takenBack := k.struck[want.event], k.takenBack[want.event]
		if r.ID != want.event || r.SharedBy != want.by || r.Struck != gone || r.TakenBack != takenBack {
			rt.Fatalf("shared %+v, want %+v, struck %v, taken back %v", r, want, gone, takenBack)
		}
		if words := sharedWords(r); gone && words != [2]string{} || !gone && (words[want.by.index()] != want.text || words[want.by.Other().index()] != "") {
			rt.Fatalf("shared %q, want %+v", words, want)
		}
		if _, total := k.Find(want.text, 1); (total > 0) == (gone || takenBack) {
			rt.Fatalf("%+v is found %d times, struck %v, taken back %v", want, total, gone, takenBack)
		}
	}
}

func sharedWords(r Reflection) (both [2]string) {
	for _, part := range r.Parts {
		both[0], both[1] = both[0]+part.Words[0], both[1]+part.Words[1]
	}
	return both
}
