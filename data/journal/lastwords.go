package journal

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"
)

// LastWords are what one partner leaves for the other when the work ends. They
// are opened only if the other chooses to.
type LastWords struct {
	Event     string
	By        Partner
	At        time.Time
	Opened    time.Time // when the other chose to open them; zero before
	Text      string    // empty until then
	TakenBack bool      // by their writer, unopened; the words are gone
	Struck    bool
}

// waits reports whether the words can still be opened, or taken back.
func (l LastWords) waits() bool {
	return l.Event != "" && l.Opened.IsZero() && !l.TakenBack && !l.Struck
}

// LastWordsOf gives what one partner left last, or nothing.
func (s State) LastWordsOf(p Partner) LastWords {
	for _, l := range slices.Backward(s.LastWords) {
		if l.By == p {
			return l
		}
	}
	return LastWords{}
}

// lastWordsPart is the part of Keeping where last words are drafted.
const lastWordsPart = "words"

// LastWordsDraft is the exercise under which last words are drafted.
const LastWordsDraft = Keeping + ".lastwords"

// LeaveLastWords leaves words for the other, for the holder, while the work ends
// or after. One at a time: earlier ones are taken back first. The draft is gone then.
func (j *Journal) LeaveLastWords(ctx context.Context, text string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if !hasInk(text) {
		return &Invalid{"Words", ProblemEmpty}
	}
	if err := checkOptional("Words", text, maxText); err != nil {
		return err
	}
	var rows []string
	if _, id := j.draftRow(p, LastWordsDraft, lastWordsPart); id != "" {
		rows = []string{id}
	}
	before := j.here[p.index()].rows
	e := entry{
		head:  head{Kind: KindLastWords, Authors: []Partner{p}, Facts: facts{Rows: rows}},
		words: words{Text: strings.TrimSpace(text)},
	}
	_, err = j.appendEvent(ctx, e, func(ctx context.Context, tx *sql.Tx) error { return j.dropOwn(ctx, tx, p, rows...) })
	if err != nil {
		j.here[p.index()].rows = before
	}
	return err
}

// OpenLastWords opens what the other left, because the holder chooses to.
func (j *Journal) OpenLastWords(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	f := facts{Event: j.fold.state.LastWordsOf(p.Other()).Event}
	_, err = j.appendEvent(ctx, entry{head: head{Kind: KindLastWordsOpened, Authors: []Partner{p}, Facts: f}}, nil)
	return err
}

// ruleLastWords: once the work ends, and one at a time.
func ruleLastWords(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	if f.state.phase() == working || f.state.LastWordsOf(by).waits() {
		return nil, ErrNotNow
	}
	return func() {
		f.rows[e.id], f.waiting[e.id] = e.head.Facts.Rows, e.words.Text
		f.state.LastWords = append(slices.Clip(f.state.LastWords), LastWords{Event: e.id, By: by, At: e.at, Struck: e.struck})
	}, nil
}

// ruleLastWordsOpened: by the one whom they were left for, and nobody else.
func ruleLastWordsOpened(f *fold, e *entry) (func(), error) {
	by := e.by()
	if by == Nobody {
		return nil, errAuthors
	}
	left := f.state.LastWordsOf(by.Other())
	if left.Event != e.head.Facts.Event {
		return nil, ErrUnknown
	}
	if !left.waits() && !left.Struck { // struck out later; it was opened all the same
		return nil, ErrNotNow
	}
	return func() {
		f.changeLastWords(left.Event, func(l *LastWords) { l.Opened, l.Text = e.at, f.waiting[left.Event] })
		delete(f.waiting, left.Event)
	}, nil
}

func (f *fold) changeLastWords(event string, edit func(*LastWords)) {
	f.state.LastWords = slices.Clone(f.state.LastWords)
	for i := range f.state.LastWords {
		if f.state.LastWords[i].Event == event {
			edit(&f.state.LastWords[i])
		}
	}
}

// lastWords finds what was left by its event.
func (f *fold) lastWords(event string) (LastWords, bool) {
	i := slices.IndexFunc(f.state.LastWords, func(l LastWords) bool { return l.Event == event })
	if i < 0 {
		return LastWords{}, false
	}
	return f.state.LastWords[i], true
}

// takeBackLastWords: they were never opened, so they are destroyed like other own
// writing (promise 8), and no place of words is missing.
func (f *fold) takeBackLastWords(event string) {
	f.struck[event] = true
	delete(f.waiting, event)
	f.changeLastWords(event, func(l *LastWords) { l.TakenBack, l.Struck = true, false })
	f.changeMoment(f.index[event], func(m *Moment) { m.Struck = false })
}

// destroyWords empties the body of an event inside a transaction.
func destroyWords(event string) func(context.Context, *sql.Tx) error {
	return func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, emptyBody, event)
		return err
	}
}

// emptyBody takes the words out of one event.
const emptyBody = `UPDATE event SET body = x'' WHERE id = ?`

// wordsDestroyed follows a change that emptied the body of an event: the words go
// from the log and from every copy in the folder, also as the drafts that they
// were, and the ledger is read anew.
func (j *Journal) wordsDestroyed(ctx context.Context) error {
	if err := j.truncateLog(ctx); err != nil {
		return err
	}
	if err := j.reload(ctx); err != nil {
		return err
	}
	return j.finishErasing(ctx)
}
