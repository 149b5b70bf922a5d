package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	dashLength = 5
	dashStep   = 9
)

// dashesAround draws a dashed line around a box with round corners.
func dashesAround(size fyne.Size, radius float32, c color.Color) []fyne.CanvasObject {
	way := roundedWay{size, radius}
	total := way.length()
	var dashes []fyne.CanvasObject
	for at := float32(0); at < total; at += dashStep {
		line := canvas.NewLine(c)
		line.StrokeWidth = 1
		line.Position1, line.Position2 = way.point(at), way.point(min(at+dashLength, total))
		dashes = append(dashes, line)
	}
	return dashes
}

// roundedWay is the way around a box with round corners, clockwise from the left end of its top side.
type roundedWay struct {
	size   fyne.Size
	radius float32
}

func (w roundedWay) sides() (across, down, corner float32) {
	return max(0, w.size.Width-2*w.radius), max(0, w.size.Height-2*w.radius), w.radius * math.Pi / 2
}

func (w roundedWay) length() float32 {
	across, down, corner := w.sides()
	return 2*across + 2*down + 4*corner
}

// point gives the place at a distance along the way.
func (w roundedWay) point(at float32) fyne.Position {
	across, down, corner := w.sides()
	right, bottom, r := w.size.Width, w.size.Height, w.radius
	steps := []struct {
		length float32
		point  func(d float32) fyne.Position
	}{
		{across, func(d float32) fyne.Position { return fyne.NewPos(r+d, 0) }},
		{corner, func(d float32) fyne.Position { return w.arc(right-r, r, d, -math.Pi/2) }},
		{down, func(d float32) fyne.Position { return fyne.NewPos(right, r+d) }},
		{corner, func(d float32) fyne.Position { return w.arc(right-r, bottom-r, d, 0) }},
		{across, func(d float32) fyne.Position { return fyne.NewPos(right-r-d, bottom) }},
		{corner, func(d float32) fyne.Position { return w.arc(r, bottom-r, d, math.Pi/2) }},
		{down, func(d float32) fyne.Position { return fyne.NewPos(0, bottom-r-d) }},
	}
	for _, step := range steps {
		if at <= step.length {
			return step.point(at)
		}
		at -= step.length
	}
	return w.arc(r, r, at, math.Pi)
}

// arc gives the place at a distance along a corner whose middle is given, beginning at an angle.
func (w roundedWay) arc(x, y, distance float32, begin float64) fyne.Position {
	angle := begin + float64(distance/w.radius)
	return fyne.NewPos(x+w.radius*float32(math.Cos(angle)), y+w.radius*float32(math.Sin(angle)))
}
