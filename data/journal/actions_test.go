package journal

import (
	"context"
	"fmt"
	"maps"

	"pgregory.net/rapid"
)

func (k *machine) comingAndGoing() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"clock": func(rt *rapid.T) {
			k.clock.days(rapid.SampledFrom([]int{-20, -1, 0, 1, 1, 2, 15, 40}).Draw(rt, "days"))
			k.today = k.Today()
		},
		"lock":   func(*rapid.T) { k.Lock(); k.left() },
		"unlock": func(rt *rapid.T) { k.unlock(rt, somePartners.Draw(rt, "p")) },
		"cover":  func(*rapid.T) { k.Cover(); k.holder = Nobody },
		"hand over": func(rt *rapid.T) {
			p, right := somePartners.Draw(rt, "p"), rapid.IntRange(0, 3).Draw(rt, "right") > 0
			code := map[bool]string{true: map[Partner]string{First: "1203", Second: "4417"}[p], false: "0000"}[right]
			ok := k.here[p.index()] && k.misses[p.index()] < 3 && right
			k.do(rt, ok, func(context.Context) error { return k.TakeOver(p, code) })
			switch {
			case ok:
				k.holder, k.misses[p.index()] = p, 0
			case k.here[p.index()]:
				k.misses[p.index()] = min(3, k.misses[p.index()]+1)
			}
		},
		"reopen": func(rt *rapid.T) { k.again(rt); k.unlock(rt, somePartners.Draw(rt, "p")) },
		"backup and restore": func(rt *rapid.T) {
			path := k.backupPath()
			k.do(rt, true, func(ctx context.Context) error { return k.Backup(ctx, path) })
			k.do(rt, true, func(context.Context) error { return k.Close() })
			if _, err := Restore(context.Background(), path, k.path, k.opt); err != nil {
				rt.Fatal(err)
			}
			k.again(rt)
			k.unlock(rt, somePartners.Draw(rt, "p"))
		},
		"passphrase": func(rt *rapid.T) {
			k.count++
			p, fresh := k.holder, fmt.Sprint("a fresh passphrase ", k.count)
			if k.do(rt, k.held(), func(ctx context.Context) error {
				_, err := k.ChangePassphrase(ctx, k.passes[max(p, First).index()], fresh)
				return err
			}) {
				k.passes[p.index()] = fresh
			}
		},
		"daily backup": func(rt *rapid.T) { k.do(rt, true, k.DailyBackup) },
	}
}

// comingLightly are the comings and goings that cost little.
func (k *machine) comingLightly() map[string]func(*rapid.T) {
	all := k.comingAndGoing()
	maps.DeleteFunc(all, func(name string, _ func(*rapid.T)) bool {
		return name == "backup and restore" || name == "passphrase" || name == "daily backup" || name == "hand over" || name == "cover"
	})
	return all
}

func (k *machine) ownWriting() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"write": func(rt *rapid.T) {
			k.writeSome(rt, rapid.IntRange(0, 2).Draw(rt, "private") == 0)
		},
		"finish": func(rt *rapid.T) {
			k.finish(rt, true, func(ctx context.Context, e string) error { return k.Finish(ctx, e) })
		},
		"take back": func(rt *rapid.T) {
			k.finish(rt, false, func(ctx context.Context, e string) error { return k.TakeBack(ctx, e) })
		},
		"erase": func(rt *rapid.T) {
			exercise, part := someExercises.Draw(rt, "exercise"), someParts.Draw(rt, "part")
			_, there := k.own(exercise)[part]
			if k.do(rt, there, func(ctx context.Context) error { return k.Erase(ctx, exercise, part) }) {
				delete(k.own(exercise), part)
			}
		},
	}
}

func (k *machine) writeSome(rt *rapid.T, private bool) {
	exercise, part := someExercises.Draw(rt, "exercise"), someParts.Draw(rt, "part")
	d := Draft{Exercise: exercise, Part: part, Private: private}
	for _, known := range k.Drafts(exercise) {
		if known.Part == part {
			d.Revision = known.Revision
		}
	}
	stale := d.Revision > 0 && rapid.IntRange(0, 4).Draw(rt, "stale") == 0
	if stale {
		d.Revision--
	}
	words := k.secret()
	d.Answer = text(words)
	ok := k.mayWrite(exercise, part, private) && !stale
	if k.do(rt, ok, func(ctx context.Context) error { _, err := k.SaveDraft(ctx, d); return err }) {
		k.model.write(exercise, part, words, private)
	}
}

func (k *machine) finish(rt *rapid.T, done bool, action func(context.Context, string) error) {
	exercise := someExercises.Draw(rt, "exercise")
	waiting := toOpen(k.own(exercise))
	if k.do(rt, len(waiting) > 0, func(ctx context.Context) error { return action(ctx, exercise) }) {
		for _, d := range waiting {
			d.finished = done
		}
	}
}

func (k *machine) togetherActions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"open together": func(rt *rapid.T) {
			e := someExercises.Draw(rt, "exercise")
			ok := k.both() && k.stepOpen(stepOf(e)) && finished(k.drafts[0][e]) && finished(k.drafts[1][e])
			if k.do(rt, ok, func(ctx context.Context) error { _, err := k.OpenTogether(ctx, plainOpening(e)); return err }) {
				maps.DeleteFunc(k.drafts[0][e], isOpened)
				maps.DeleteFunc(k.drafts[1][e], isOpened)
			}
		},
		"skip": func(rt *rapid.T) {
			e := someExercises.Draw(rt, "exercise")
			k.do(rt, k.held(), func(ctx context.Context) error { return k.Skip(ctx, e, "Skipped") })
		},
		"close exercise": func(rt *rapid.T) {
			e := someExercises.Draw(rt, "exercise")
			k.do(rt, k.both() && k.stepOpen(stepOf(e)), func(ctx context.Context) error { return k.CloseExercise(ctx, e, "Closed", 1) })
		},
		"close step": func(rt *rapid.T) {
			step := rapid.SampledFrom([]string{"before", "own"}).Draw(rt, "step")
			_, already := k.closed[step]
			if k.do(rt, k.both() && k.stepOpen(step) && !already, func(ctx context.Context) error { return k.CloseStep(ctx, step, "Step", "") }) {
				k.closed[step] = k.today
			}
		},
		"close sitting": func(rt *rapid.T) {
			k.do(rt, k.anyone(), func(ctx context.Context) error { return k.CloseSitting(ctx, [2]string{"a", "b"}, "", "", "Tea") })
		},
		"take back event": func(rt *rapid.T) {
			if x, ok := k.someMoment(rt); ok && k.do(rt, k.mayTakeBack(x), func(ctx context.Context) error { return k.TakeBackEvent(ctx, x.Event) }) {
				k.takenBack[x.Event] = true
				k.keepingTakenBack(x.Event)
				for _, b := range k.boundaries {
					if b.event == x.Event {
						b.answer, b.event = "", ""
					}
				}
			}
		},
		"strike": func(rt *rapid.T) {
			if x, ok := k.someMoment(rt); ok && k.do(rt, k.mayStrike(x), func(ctx context.Context) error { return k.Strike(ctx, x.Event) }) {
				k.struck[x.Event] = true
			}
		},
	}
}

func (k *machine) someMoment(rt *rapid.T) (Moment, bool) {
	all := k.State().Moments
	if len(all) == 0 {
		return Moment{}, false
	}
	if rapid.Bool().Draw(rt, "newest") {
		all = all[max(0, len(all)-4):]
	}
	return rapid.SampledFrom(all).Draw(rt, "moment"), true
}

// someTerms draws terms, and whether they keep the promises.
func (k *machine) someTerms(rt *rapid.T) (Terms, bool) {
	t := Terms{Kind: Plain, Title: someTitles.Draw(rt, "title"), Text: "Words", Why: "A reason"}
	days := rapid.SampledFrom([]int{-1, 1, 5, 30, 90, 91}).Draw(rt, "days")
	switch rapid.IntRange(0, 3).Draw(rt, "kind") {
	case 0:
		t.Kind, t.Promises, t.End = TemporaryAccess, somePartners.Draw(rt, "gives"), k.today.Add(days)
		return t, days >= 0 && days <= 90
	case 1:
		t.End = k.today.Add(days)
		return t, days >= 0
	case 2:
		t.Bodies = true
	}
	return t, true
}

func (k *machine) agreementActions() map[string]func(*rapid.T) {
	one := func(ok func(*modelAgreement) bool, act func(context.Context, string) error, then func(*modelAgreement)) func(*rapid.T) {
		return func(rt *rapid.T) {
			if len(k.agreements) == 0 {
				return
			}
			a := rapid.SampledFrom(k.agreements).Draw(rt, "agreement")
			if k.do(rt, k.held() && ok(a), func(ctx context.Context) error { return act(ctx, a.id) }) {
				then(a)
			}
		}
	}
	mine := func(a *modelAgreement) *Day { return &a.latest().signed[k.holder.index()] }
	return map[string]func(*rapid.T){
		"propose": k.proposeSome,
		"change":  k.changeSome,
		"sign": one(func(a *modelAgreement) bool { return a.pending() && *mine(a) == "" },
			func(ctx context.Context, id string) error { return k.Sign(ctx, id) },
			func(a *modelAgreement) { *mine(a), a.declined, a.again = k.today, Nobody, false }),
		"unsign": one(func(a *modelAgreement) bool {
			v := a.latest()
			return !a.left && v.both() && !v.closed && v.cools() && v.from() > k.today
		}, func(ctx context.Context, id string) error { return k.Unsign(ctx, id) },
			func(a *modelAgreement) { *mine(a), a.latest().closed = "", true }),
		"decline": one(func(a *modelAgreement) bool { return a.pending() && a.latest().by != k.holder },
			func(ctx context.Context, id string) error { return k.Decline(ctx, id) }, func(a *modelAgreement) { k.decline(a) }),
		"withdraw": one(func(a *modelAgreement) bool { return a.pending() && a.latest().by == k.holder },
			func(ctx context.Context, id string) error { return k.Withdraw(ctx, id) }, func(a *modelAgreement) { a.latest().closed = true }),
		"leave": one(func(a *modelAgreement) bool { return !a.left && a.everSigned() },
			func(ctx context.Context, id string) error { return k.Leave(ctx, id, "") }, func(a *modelAgreement) { a.left, a.said = true, k.today }),
	}
}

func (k *machine) proposeSome(rt *rapid.T) {
	t, ok := k.someTerms(rt)
	a := k.declinedAs(t.Title)
	if a != nil {
		ok = ok && k.mayChange(a)
	}
	var id string
	if !k.do(rt, k.held() && ok, func(ctx context.Context) (err error) { id, err = k.Propose(ctx, t); return err }) {
		return
	}
	if a == nil {
		a = &modelAgreement{id: id}
		k.agreements = append(k.agreements, a)
	}
	if a.id != id {
		rt.Fatalf("proposed as %s, want %s", id, a.id)
	}
	k.propose(a, t)
	a.latest().event = k.lastEvent()
}

func (k *machine) changeSome(rt *rapid.T) {
	if len(k.agreements) == 0 {
		return
	}
	t, ok := k.someTerms(rt)
	a := rapid.SampledFrom(k.agreements).Draw(rt, "agreement")
	if k.do(rt, k.held() && ok && !a.left && k.mayChange(a), func(ctx context.Context) error { return k.Change(ctx, a.id, t) }) {
		k.propose(a, t)
		a.latest().event = k.lastEvent()
	}
}

func (k *machine) boundaryActions() map[string]func(*rapid.T) {
	one := func(ok func(*modelBoundary) bool, act func(context.Context, string) error, then func(*modelBoundary)) func(*rapid.T) {
		return func(rt *rapid.T) {
			if len(k.boundaries) == 0 {
				return
			}
			b := rapid.SampledFrom(k.boundaries).Draw(rt, "boundary")
			if k.do(rt, k.held() && !b.ended && ok(b), func(ctx context.Context) error { return act(ctx, b.id) }) {
				then(b)
			}
		}
	}
	mine := func(b *modelBoundary) bool { return b.owner == k.holder }
	theirs := func(b *modelBoundary) bool { return !mine(b) }
	answer := func(kind EventKind) func(*modelBoundary) {
		return func(b *modelBoundary) { b.answer, b.event = kind, k.lastEvent() }
	}
	var fresh string
	return map[string]func(*rapid.T){
		"set boundary": func(rt *rapid.T) {
			k.count++
			words := fmt.Sprint("limit ", k.count)
			var id string
			if k.do(rt, k.held(), func(ctx context.Context) (err error) { id, err = k.SetBoundary(ctx, "Mine", words); return err }) {
				k.boundaries = append(k.boundaries, &modelBoundary{id: id, owner: k.holder, texts: []string{words}})
			}
		},
		"change boundary": one(mine, func(ctx context.Context, id string) error {
			k.count++
			fresh = fmt.Sprint("limit ", k.count)
			return k.ChangeBoundary(ctx, id, "Mine", fresh)
		}, func(b *modelBoundary) { b.texts, b.answer, b.event = append(b.texts, fresh), "", "" }),
		"end boundary": one(mine, func(ctx context.Context, id string) error { return k.EndBoundary(ctx, id) },
			func(b *modelBoundary) { b.ended = true }),
		"acknowledge": one(theirs, func(ctx context.Context, id string) error { return k.Acknowledge(ctx, id) }, answer(KindAcknowledged)),
		"cannot":      one(theirs, func(ctx context.Context, id string) error { return k.Cannot(ctx, id) }, answer(KindCannot)),
	}
}
