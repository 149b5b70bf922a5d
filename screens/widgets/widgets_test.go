package widgets_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"goldseam.app/screens/widgets"
)

// fonts reads Literata from the assets, as the app does.
func fonts(t *testing.T) widgets.Fonts {
	t.Helper()
	read := func(name string) []byte {
		content, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	return widgets.Fonts{
		Serif: read("Literata_400Regular.ttf"), SerifBold: read("Literata_600SemiBold.ttf"),
		SerifItalic: read("Literata_400Regular_Italic.ttf"),
	}
}

// useTheme starts a test app with a look and a text size.
func useTheme(t *testing.T, mode widgets.Mode, scale float32) *widgets.Theme {
	t.Helper()
	th := widgets.NewTheme(mode, scale, fonts(t))
	test.NewTempApp(t).Settings().SetTheme(th)
	return th
}

// window shows an object on paper, as large as given or as it needs at that width.
func window(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	padded := widgets.Pad(16, 16, 16, 16, o)
	if height <= 0 {
		height = widgets.HeightFor(padded, width)
	}
	w := test.NewTempWindow(t, container.NewStack(widgets.NewGround(widgets.ColorPaper, 0), padded))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// looks are the themes that golden pictures are taken in.
var looks = []struct {
	name  string
	mode  widgets.Mode
	scale float32
}{
	{"light", widgets.Light, 1},
	{"dark", widgets.Dark, 1},
	{"light-160", widgets.Light, 1.6},
	{"contrast", widgets.HighContrast, 1},
}

// golden compares an object with its picture in each look; large ones are also taken at 160 %.
func golden(t *testing.T, name string, width float32, scaled bool, build func() fyne.CanvasObject) {
	t.Helper()
	for _, look := range looks {
		if look.scale != 1 && !scaled {
			continue
		}
		useTheme(t, look.mode, look.scale)
		w := window(t, build(), width, 0)
		test.AssertRendersToImage(t, name+"-"+look.name+".png", w.Canvas())
	}
}
