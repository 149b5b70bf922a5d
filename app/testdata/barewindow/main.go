// Command barewindow opens a window with one label, and closes it at any key: the
// least that a window of this toolkit can cost.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("Bare window")
	w.SetContent(widget.NewLabel("A window, and nothing else"))
	w.Resize(fyne.NewSize(1120, 760))
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { w.Close() })
	w.ShowAndRun()
}
