package screens

import (
	"context"
	"fmt"

	"goldseam.app/data/journal"
)

// fakeAgreements writes down what the screen asks for.
type fakeAgreements struct {
	state  journal.State
	holder journal.Partner
	both   bool
	may    bool
	rests  journal.Day
	err    error
	asked  []string
	terms  journal.Terms
	said   journal.Day

	halfStruck bool // striking fails only in the backups
}

func (f *fakeAgreements) State() journal.State                      { return f.state }
func (f *fakeAgreements) Today() journal.Day                        { return sampleToday }
func (f *fakeAgreements) Holder() journal.Partner                   { return f.holder }
func (f *fakeAgreements) Both() bool                                { return f.both }
func (f *fakeAgreements) MayBringBack(string) (bool, journal.Day)   { return f.may, f.rests }
func (f *fakeAgreements) Sign(_ context.Context, id string) error   { return f.ask("sign " + id) }
func (f *fakeAgreements) Unsign(_ context.Context, id string) error { return f.ask("unsign " + id) }
func (f *fakeAgreements) Decline(_ context.Context, id string) error {
	return f.ask("decline " + id)
}

func (f *fakeAgreements) Withdraw(_ context.Context, id string) error {
	return f.ask("withdraw " + id)
}

func (f *fakeAgreements) EndBoundary(_ context.Context, id string) error { return f.ask("end " + id) }

func (f *fakeAgreements) Acknowledge(_ context.Context, id string) error {
	return f.ask("acknowledge " + id)
}
func (f *fakeAgreements) Cannot(_ context.Context, id string) error { return f.ask("cannot " + id) }

func (f *fakeAgreements) TakeBackEvent(_ context.Context, event string) error {
	return f.ask("take back " + event)
}

func (f *fakeAgreements) Strike(_ context.Context, event string) error {
	err := f.ask("strike " + event)
	for i := range f.state.Moments {
		if f.state.Moments[i].Event == event && (err == nil || f.halfStruck) {
			f.state.Moments[i].Struck = true
		}
	}
	return err
}

func (f *fakeAgreements) ask(what string) error {
	f.asked = append(f.asked, what)
	return f.err
}

func (f *fakeAgreements) Propose(_ context.Context, t journal.Terms) (string, error) {
	f.terms = t
	return "new", f.ask("propose")
}

func (f *fakeAgreements) Change(_ context.Context, id string, t journal.Terms) error {
	f.terms = t
	return f.ask("change " + id)
}

func (f *fakeAgreements) Leave(_ context.Context, id string, said journal.Day) error {
	f.said = said
	return f.ask("leave " + id)
}

func (f *fakeAgreements) MarkKept(_ context.Context, id string, day journal.Day, answer string) error {
	f.said = day
	return f.ask("mark " + id + " " + answer)
}

func (f *fakeAgreements) MarkStep(_ context.Context, id string, number int, done bool) error {
	return f.ask(fmt.Sprint("step ", id, " ", number, " ", done))
}

func (f *fakeAgreements) SetBoundary(_ context.Context, title, _ string) (string, error) {
	return "new", f.ask("set " + title)
}

func (f *fakeAgreements) ChangeBoundary(_ context.Context, id, title, _ string) error {
	return f.ask("change " + id + " " + title)
}
