package screens

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goldseam.app/data/course"
	"goldseam.app/data/journal"
	"goldseam.app/screens/widgets"
)

// lookAt draws a screen light and dark at full size, and narrow with large text.
func lookAt(t *testing.T, name string, build func(t *testing.T) fyne.CanvasObject) {
	t.Helper()
	for _, look := range []struct {
		name          string
		mode          widgets.Mode
		scale         float32
		width, height float32
	}{{"light", widgets.Light, 1, 1064, 800}, {"dark", widgets.Dark, 1, 1064, 800}, {"narrow", widgets.Light, 1.6, 684, 600}} {
		t.Run(look.name, func(t *testing.T) {
			sampleApp(t, look.mode, look.scale)
			w := roomFor(t, build(t))
			w.Resize(fyne.NewSize(look.width, look.height))
			scrollToField(w)
			test.AssertRendersToImage(t, "path/"+name+"-"+look.name+".png", w.Canvas())
		})
	}
}

// scrollToField brings the field of a narrow exercise into view.
func scrollToField(w fyne.Window) {
	s, ok := w.Content().(*Exercise)
	if !ok || s.view == nil || w.Canvas().Size().Width > 1000 {
		return
	}
	v, ok := s.view.(*writePart)
	f, framed := s.place.Objects[0].(*frame)
	if !ok || !framed {
		return
	}
	to := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.field)
	f.leftRoom.scroll.ScrollToOffset(fyne.NewPos(0, to.Y-40))
}

const plainWords = "For four months I wrote to someone and told you it was work. I deleted the messages so that you would not see them.\n\nI hid it because you were never home."

func TestExerciseLooks(t *testing.T) {
	lookAt(t, "write", func(t *testing.T) fyne.CanvasObject {
		f := newFakePath()
		s, clock := sitWith(t, f, "before.broke")
		s.Resize(fyne.NewSize(1064, 800))
		s.showPart(1)
		field := fieldOf(t, s)
		field.SetText(plainWords)
		clock.pass(2 * time.Second)
		return s
	})
}

func TestExercisePartsLook(t *testing.T) {
	for name, at := range map[string]struct {
		id   string
		part int
	}{
		"compose": {"own.plainly", 1}, "read": {"own.plainly", 0}, "choose": {"before.broke", 0}, "sort": {"own.excuses", 0},
		"scale": {"before.ready", 0}, "turns": {"own.heard", -1}, "agree": {"before.how", 0},
	} {
		t.Run(name, func(t *testing.T) {
			sampleApp(t, widgets.Light, 1)
			s, _ := sitWith(t, newFakePath(), at.id)
			part := at.part
			if part < 0 {
				part = turnsAt(t, s)
			}
			s.showPart(part)
			if v, ok := s.view.(*sortPart); ok {
				v.sort(course.PileRight)
			}
			test.AssertRendersToImage(t, "path/part-"+name+".png", roomFor(t, s).Canvas())
		})
	}
}

func TestSealedLooks(t *testing.T) {
	lookAt(t, "sealed", func(t *testing.T) fyne.CanvasObject {
		f := newFakePath()
		f.done = map[journal.Partner]bool{journal.First: true, journal.Second: true}
		s, _ := sitWith(t, f, "before.here")
		return s
	})
}

func TestOpenedLooks(t *testing.T) {
	lookAt(t, "opened", func(*testing.T) fyne.CanvasObject {
		f := newFakePath()
		r := journal.Reflection{Exercise: "own.plainly", Title: "Say it plainly", At: f.now, Parts: []journal.OpenedPart{{
			Part: "statement", Prompts: [2]string{"Say what you did, piece by piece.", "Say what it is like for you, piece by piece."},
			Words: [2]string{
				"For four months I wrote to someone and told you it was work. I deleted the messages so that you would not see them. You lay awake and I said you were imagining things. Nobody made me; I chose it each time. I will answer what you ask, also twice.",
				"I feel foolish, and tired of checking. I am not there yet and I won’t be by Christmas. I need many plain, ordinary days, and the truth while it is still small.",
			},
		}}}
		s := NewOpened(f.state, shippedCourse(), r, f.now)
		s.OnAgree, s.OnClose = func(course.AgreementDraft, string) {}, func() {}
		s.Reload()
		return s
	})
}
