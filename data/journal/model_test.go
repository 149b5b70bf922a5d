package journal

import (
	"maps"
	"slices"
)

// model is a second, simpler telling of the promises. It learns of each action
// that should succeed, and knows nothing of events, keys or files.
type model struct {
	today      Day
	here       [2]bool
	holder     Partner
	misses     [2]int
	drafts     [2]map[string]map[string]*modelDraft // by exercise and part
	closed     map[string]Day
	agreements []*modelAgreement
	boundaries []*modelBoundary
	shared     []modelShared
	struck     map[string]bool
	takenBack  map[string]bool
	modelKeeping
}

type modelDraft struct {
	text     string
	private  bool // is never opened together
	finished bool
}

// modelShared is what one partner gave the other of their own writing.
type modelShared struct {
	event string
	by    Partner
	text  string
}

type modelAgreement struct {
	id       string
	versions []*modelVersion
	left     bool
	said     Day // when it was left
	lapsed   int // all versions up to this place have lapsed
	declined Partner
	until    Day
	again    bool
}

type modelVersion struct {
	terms  Terms
	by     Partner
	signed [2]Day
	closed bool
	event  string
}

type modelBoundary struct {
	id     string
	owner  Partner
	texts  []string
	ended  bool
	answer EventKind
	event  string // the answer's
}

func newModel(today Day) *model {
	m := &model{today: today, closed: map[string]Day{}, struck: map[string]bool{}, takenBack: map[string]bool{}, modelKeeping: newModelKeeping()}
	m.here, m.holder = [2]bool{true, true}, Second
	for i := range m.drafts {
		m.drafts[i] = map[string]map[string]*modelDraft{}
	}
	return m
}

func (m *model) both() bool   { return m.here[0] && m.here[1] }
func (m *model) held() bool   { return m.holder != Nobody }
func (m *model) anyone() bool { return m.here[0] || m.here[1] }

func (m *model) stepOpen(step string) bool {
	if step == "before" {
		return true
	}
	day, ok := m.closed["before"]
	return step == "own" && ok && m.today > day
}

func (m *model) own(exercise string) map[string]*modelDraft {
	if !m.held() {
		return nil
	}
	return m.drafts[m.holder.index()][exercise]
}

// toOpen gives the drafts that wait to be opened together.
func toOpen(drafts map[string]*modelDraft) []*modelDraft {
	return slices.DeleteFunc(slices.Collect(maps.Values(drafts)), func(d *modelDraft) bool { return d.private })
}

func finished(drafts map[string]*modelDraft) bool {
	waiting := toOpen(drafts)
	return len(waiting) > 0 && !slices.ContainsFunc(waiting, func(d *modelDraft) bool { return !d.finished })
}

func isOpened(_ string, d *modelDraft) bool { return !d.private }

// mayWrite: what is finished is taken back before it, or anything beside it, is written anew.
func (m *model) mayWrite(exercise, part string, private bool) bool {
	drafts := m.own(exercise)
	before := drafts[part]
	return m.held() && m.stepOpen(stepOf(exercise)) && (before == nil || !before.finished) && (private || !finished(drafts))
}

func (m *model) write(exercise, part, text string, private bool) {
	own := m.drafts[m.holder.index()]
	if own[exercise] == nil {
		own[exercise] = map[string]*modelDraft{}
	}
	own[exercise][part] = &modelDraft{text: text, private: private}
}

// secrets are all words that were never opened.
func (m *model) secrets() []string {
	var out []string
	for _, own := range m.drafts {
		for _, parts := range own {
			for _, d := range parts {
				out = append(out, d.text)
			}
		}
	}
	for _, own := range m.checkIns {
		for _, c := range own {
			if c.words != "" {
				out = append(out, c.words)
			}
		}
	}
	return out
}

func (v *modelVersion) both() bool { return v.signed[0] != "" && v.signed[1] != "" }
func (v *modelVersion) cools() bool {
	return v.terms.Kind == TemporaryAccess || v.terms.Bodies
}

func (v *modelVersion) from() Day {
	day := max(v.signed[0], v.signed[1])
	if v.cools() {
		day = day.Add(1)
	}
	return max(day, v.terms.Start)
}

func (a *modelAgreement) latest() *modelVersion { return a.versions[len(a.versions)-1] }

func (a *modelAgreement) pending() bool {
	return !a.left && !a.latest().closed && !a.latest().both()
}

// counts gives the place, from 1, of the version that counts on that day: the
// newest that both signed and that has begun. 0 means none.
func (a *modelAgreement) counts(today Day) int {
	for i := len(a.versions); i > 0; i-- {
		if v := a.versions[i-1]; v.both() && v.from() <= today {
			return i
		}
	}
	return 0
}

func (a *modelAgreement) inForce(today Day) int {
	n := a.counts(today)
	if a.left || n <= a.lapsed {
		return 0
	}
	if end := a.versions[n-1].terms.End; end != "" && end < today {
		return 0
	}
	return n
}

func (a *modelAgreement) everSigned() bool {
	return slices.ContainsFunc(a.versions, (*modelVersion).both)
}

// over reports whether nothing of it counts or waits any more.
func (a *modelAgreement) over(today Day) bool {
	waits := a.latest().both() && a.latest().from() > today && !a.left
	return !a.pending() && a.inForce(today) == 0 && !waits
}

func (m *model) mayChange(a *modelAgreement) bool {
	if a.declined == Nobody || a.latest().both() || a.declined == m.holder {
		return true
	}
	return !a.again && m.today >= a.until
}

// arrive records what lapsed while nobody looked.
func (m *model) arrive() {
	for _, a := range m.agreements {
		if n := a.counts(m.today); !a.left && n > a.lapsed && a.versions[n-1].terms.End != "" && a.versions[n-1].terms.End < m.today {
			a.lapsed = n
		}
	}
}

func (m *model) declinedAs(title string) *modelAgreement {
	for _, a := range slices.Backward(m.agreements) {
		if a.declined != Nobody && !a.left && !m.struck[a.latest().event] && a.latest().terms.Title == title {
			return a
		}
	}
	return nil
}

func (m *model) propose(a *modelAgreement, t Terms) {
	if t.Kind == TemporaryAccess {
		t.Start = max(t.Start, m.today.Add(1))
		t.End = max(t.End, t.Start)
	}
	v := &modelVersion{terms: t, by: m.holder}
	v.signed[m.holder.index()] = m.today
	if len(a.versions) > 0 && !a.latest().both() {
		a.latest().closed = true
	}
	a.versions = append(a.versions, v)
	a.until = ""
}

func (m *model) decline(a *modelAgreement) {
	a.latest().closed = true
	a.again = a.declined == m.holder
	a.declined, a.until = m.holder, m.today.Add(14)
}

func (m *model) mayStrike(x Moment) bool {
	if !m.both() || m.struck[x.Event] {
		return false
	}
	switch x.Kind {
	case KindOpened, KindShared, KindSitting, KindStepClosed, KindCheckIn, KindSlip, KindSlipAnswer, KindRepair:
		return true
	case KindProposed:
		return m.agreement(x.Thing.ID).over(m.today)
	case KindSet:
		i := slices.IndexFunc(m.boundaries, func(b *modelBoundary) bool { return b.id == x.Thing.ID })
		return m.boundaries[i].ended
	default:
		return false
	}
}

func (m *model) mayTakeBack(x Moment) bool {
	if !m.held() || x.By != m.holder || m.takenBack[x.Event] {
		return false
	}
	switch x.Kind {
	case KindSkipped, KindAcknowledged, KindCannot, KindShared, KindKept, KindSurfaced:
		return true
	case KindSlip, KindSlipAnswer:
		return !m.slip(x.Thing.ID).mended
	default:
		return false
	}
}
