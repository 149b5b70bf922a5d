package screens

import (
	"image"
	"image/color"
	"math"
)

// cardLook is all that the picture of a card depends on.
type cardLook struct {
	width, height  int     // pixels
	scale          float32 // pixels a point
	corner, stroke float32 // points
	ground, edge   color.NRGBA
}

// cardPictures keeps the pictures of cards. Most rows have one of three, which is
// drawn once and not anew in each row and step.
type cardPictures map[cardLook]image.Image

const mostCards = 12 // sizes come and go while a window is resized

func (c cardPictures) of(look cardLook) image.Image {
	if picture, ok := c[look]; ok {
		return picture
	}
	if len(c) >= mostCards {
		clear(c)
	}
	picture := look.draw()
	c[look] = picture
	return picture
}

// draw makes a box with round corners and a line along the inside of its edge.
// What lies between the corners is all alike, and copied.
func (l cardLook) draw() image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, l.width, l.height))
	corner := int(math.Ceil(float64(max(l.corner, l.stroke)*l.scale))) + 1
	for y := range l.height {
		row := picture.Pix[y*picture.Stride:][:picture.Stride]
		if y > corner && y < l.height-corner {
			copy(row, picture.Pix[(y-1)*picture.Stride:])
			continue
		}
		for x := range l.width {
			if x > corner && x < l.width-corner {
				copy(row[4*x:4*x+4], row[4*x-4:])
				continue
			}
			picture.Set(x, y, l.at(x, y))
		}
	}
	return picture
}

// at gives the colour of a pixel by how far it is from the edge.
func (l cardLook) at(x, y int) color.NRGBA {
	out := l.outside(float64(x)+0.5, float64(y)+0.5)
	box := min(max(0.5-out, 0), 1) // how much of the pixel is in the box, and in its ground
	ground := min(max(0.5-out-float64(l.stroke*l.scale), 0), 1)
	mix := func(edge, inner uint8) uint8 {
		return uint8(math.Round(float64(edge) + ground*(float64(inner)-float64(edge))))
	}
	return color.NRGBA{
		R: mix(l.edge.R, l.ground.R), G: mix(l.edge.G, l.ground.G), B: mix(l.edge.B, l.ground.B),
		A: uint8(math.Round(255 * box)),
	}
}

// outside tells how many pixels a point is outside the box; below 0 it is inside.
func (l cardLook) outside(x, y float64) float64 {
	corner := float64(l.corner * l.scale)
	dx := math.Abs(x-float64(l.width)/2) - float64(l.width)/2 + corner
	dy := math.Abs(y-float64(l.height)/2) - float64(l.height)/2 + corner
	return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - corner
}
