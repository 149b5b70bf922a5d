package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"time"

	"fyne.io/fyne/v2/lang"
	"github.com/spf13/cobra"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/data/vault"
)

// sampleOptions say what the journal of the made-up couple is to be like.
type sampleOptions struct {
	Moments int         // exactly so many; at least sampleLeast
	Weeks   int         // from the first evening to the last; at least 1
	Seed    uint64      // the same seed gives the same content
	Until   journal.Day // the last evening; empty means yesterday
}

const (
	sampleLeast = 3 // both join, and the evening ends
	sampleMost  = 1_000_000
	sampleWeeks = 1000 // at most
)

// errEnough ends an evening when there are as many moments as were asked for.
var errEnough = errors.New("the sample has its moments")

// sampler writes the journal of Noor and Eli evening by evening, through the
// same methods as the window, with a clock of its own.
type sampler struct {
	j      *journal.Journal
	course *course.Course
	rand   *rand.Rand
	opt    sampleOptions
	clock  time.Time
	step   time.Duration // between two moments of an evening
	pass   [2]string
	code   [2]string
	decks  map[string][]int
	topics map[string]string // title to the id of the newest agreement of that name
	bounds map[string]string // likewise for boundaries
	lapsed journal.Day       // when ended access was last recorded
	next   int               // of sampleMusts
	rest   int               // evenings that are left, with this one

	opened  map[string]int   // how often an exercise was opened
	running []samplePractice // what both practise
	broke   []string         // the kinds of break that they named

	slipped int     // how often something slipped
	dip     float64 // how far answers are down after a slip
	quiet   bool    // something came up, and the evening ends
}

// sampleInto makes a new journal at path and returns the passphrases of Noor and
// Eli. What partners wrote follows from the seed; keys, nonces, ids and
// passphrases never do. An existing file is left alone: journal.ErrExists.
func sampleInto(ctx context.Context, path string, opt sampleOptions) ([2]string, error) {
	c, err := loadCourse("")
	if err != nil {
		return [2]string{}, err
	}
	if opt.Until == "" {
		opt.Until = journal.DayOf(now()).Add(-1)
	}
	s := &sampler{
		course: c, opt: opt, rand: rand.New(rand.NewPCG(opt.Seed, uint64(opt.Weeks))),
		decks: map[string][]int{}, topics: map[string]string{}, bounds: map[string]string{}, opened: map[string]int{},
		pass: [2]string{vault.OfferPassphrase(), vault.OfferPassphrase()},
	}
	if err := s.begin(ctx, path); err != nil {
		return [2]string{}, err
	}
	err = errors.Join(s.evenings(ctx), s.j.Close())
	if err != nil {
		return [2]string{}, errors.Join(err, removeSample(path))
	}
	return s.pass, nil
}

// removeSample takes away a sample that was not finished.
func removeSample(path string) error {
	var errs []error
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// begin makes the file, and both join.
func (s *sampler) begin(ctx context.Context, path string) (err error) {
	s.setEvening(s.days()[0], s.opt.Moments+20)
	for i := range s.code {
		s.code[i] = fmt.Sprintf("%04d", s.rand.IntN(10_000))
	}
	noor := journal.Newcomer{
		Name: "Noor", Colour: 0, Apart: true, Passphrase: s.pass[0], Code: s.code[0], Role: journal.RoleRepairing,
	}
	eli := journal.Newcomer{
		Name: "Eli", Colour: 1, Passphrase: s.pass[1], Code: s.code[1], Role: journal.RoleHurt,
	}
	options := journal.Options{Now: func() time.Time { return s.clock }}
	if s.j, _, err = journal.Create(ctx, path, options, noor); err != nil {
		return err
	}
	s.clock = s.clock.Add(s.step)
	_, err = s.j.Join(ctx, eli)
	for _, p := range []journal.Partner{journal.First, journal.Second} {
		if err == nil {
			err = s.as(p, func() error { return s.j.ConfirmWords(ctx) })
		}
	}
	if err != nil {
		return errors.Join(err, s.j.Close(), removeSample(path))
	}
	return nil
}

// days are the evenings on which they sit down: the first and the last day of
// the weeks, and others spread between them.
func (s *sampler) days() []journal.Day {
	span := 7*s.opt.Weeks - 1
	n := min(max(s.opt.Moments/5, 2), max(2*s.opt.Weeks, 6), span+1)
	first := s.opt.Until.Add(-span)
	days := make([]journal.Day, n)
	for i := range days {
		days[i] = first.Add(i * span / (n - 1))
	}
	return days
}

// setEvening sets the clock to half past seven, an hour east of UTC, and spreads
// so many moments over at most three hours.
func (s *sampler) setEvening(day journal.Day, moments int) {
	t := day.Time()
	s.clock = time.Date(t.Year(), t.Month(), t.Day(), 19, 30, 0, 0, time.FixedZone("CET", 3600))
	s.step = min(3*time.Minute, 3*time.Hour/time.Duration(max(moments, 1)))
}

// as hands the laptop to p with their code and does something there.
func (s *sampler) as(p journal.Partner, do func() error) error {
	s.j.Cover()
	if err := s.j.TakeOver(p, s.code[p-1]); err != nil {
		return err
	}
	return do()
}

// add does something that makes one moment, for p at the keyboard, or errEnough.
// Nobody means both, or either.
func (s *sampler) add(ctx context.Context, p journal.Partner, do func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.left() < 1 {
		return errEnough
	}
	s.clock = s.clock.Add(s.step)
	if p == journal.Nobody {
		return do()
	}
	return s.as(p, do)
}

// left is how many moments may still come before the one that ends the last
// evening. Access that is still to end needs a moment each.
func (s *sampler) left() int {
	state := s.j.State()
	n := s.opt.Moments - 1 - len(state.Moments)
	for _, a := range state.Agreements {
		if endedAccess(a, s.opt.Until) {
			n--
		}
	}
	return n
}

// draw takes the next of n things from a shuffled deck of that name.
func (s *sampler) draw(deck string, n int) int {
	if len(s.decks[deck]) == 0 {
		s.decks[deck] = s.rand.Perm(n)
	}
	i := s.decks[deck][0]
	s.decks[deck] = s.decks[deck][1:]
	return i
}

func (c *command) sample() *cobra.Command {
	var opt sampleOptions
	var until string
	cmd := &cobra.Command{
		Use:   "sample --journal FILE",
		Short: lang.L("Make a journal of a made-up couple, to look around in"),
		Long: lang.L("Makes a new journal of a made-up couple, Noor and Eli, and prints their two passphrases: name, tab, passphrase.\n\n" +
			"The same seed gives the same content. Keys and passphrases are new each time. An existing file is left as it is."),
		Example: "  goldseam sample --journal sample.goldseam\n  goldseam sample --journal large.goldseam --moments 10000 --weeks 104",
		Args:    noArgs,
		RunE: stoppable(func(ctx context.Context) error {
			opt.Until = journal.Day(until)
			if err := c.checkSample(opt); err != nil {
				return err
			}
			return c.makeSample(ctx, opt)
		}),
	}
	cmd.Flags().IntVar(&opt.Moments, "moments", 60, lang.L("how many `MOMENTS` the timeline has"))
	cmd.Flags().IntVar(&opt.Weeks, "weeks", 9, lang.L("how many `WEEKS` it spans"))
	cmd.Flags().Uint64Var(&opt.Seed, "seed", 1, lang.L("the `SEED` that the content follows from"))
	cmd.Flags().StringVar(&until, "until", "", lang.L("the `DAY` of the last evening, as 2026-11-29; without it, yesterday"))
	return cmd
}

func (c *command) checkSample(opt sampleOptions) error {
	switch {
	case c.journal == "":
		return &usageError{lang.L("Please name the new file with --journal.")}
	case opt.Moments < sampleLeast || opt.Moments > sampleMost:
		return &usageError{lang.L("Please choose between 3 and 1,000,000 moments.")}
	case opt.Weeks < 1 || opt.Weeks > sampleWeeks:
		return &usageError{lang.L("Please choose between 1 and 1,000 weeks.")}
	case opt.Until != "" && !opt.Until.Valid():
		return &usageError{lang.L("Please write the day as 2026-11-29.")}
	}
	return nil
}

func (c *command) makeSample(ctx context.Context, opt sampleOptions) error {
	path, err := journalPath(c.journal)
	if err != nil {
		return err
	}
	if exists(path) {
		return journal.ErrExists
	}
	if err := makeFolder(path); err != nil {
		return err
	}
	pass, err := sampleInto(ctx, path, opt)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "Noor\t%s\nEli\t%s\n", pass[0], pass[1])
	return err
}
