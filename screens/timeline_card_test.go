package screens

import (
	"image/color"
	"testing"
)

func testCard(scale float32) cardLook {
	return cardLook{
		width: int(100 * scale), height: int(60 * scale), scale: scale, corner: 14, stroke: 2,
		ground: color.NRGBA{0xFF, 0xFD, 0xF8, 0xFF}, edge: color.NRGBA{0xB9, 0x8A, 0x2F, 0xFF},
	}
}

func TestCardHasGroundEdgeAndCorners(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 2} {
		look := testCard(scale)
		picture := look.draw()
		right, bottom := look.width-1, look.height-1
		for _, at := range [][2]int{{0, 0}, {right, 0}, {0, bottom}, {right, bottom}} {
			if c := color.NRGBAModel.Convert(picture.At(at[0], at[1])).(color.NRGBA); c.A != 0 {
				t.Errorf("×%v: the corner at %v is %v", scale, at, c)
			}
		}
		for _, at := range [][2]int{{right / 2, 0}, {right / 2, bottom}, {0, bottom / 2}, {right, bottom / 2}} {
			if c := color.NRGBAModel.Convert(picture.At(at[0], at[1])); c != look.edge {
				t.Errorf("×%v: the edge at %v is %v", scale, at, c)
			}
		}
		if c := color.NRGBAModel.Convert(picture.At(right/2, bottom/2)); c != look.ground {
			t.Errorf("×%v: the ground is %v", scale, c)
		}
	}
}

// TestCardIsTheSameOnAllSides also finds a copied pixel that should be drawn.
func TestCardIsTheSameOnAllSides(t *testing.T) {
	look := testCard(1.25)
	picture := look.draw()
	for y := range look.height {
		for x := range look.width {
			here := picture.At(x, y)
			if here != picture.At(look.width-1-x, y) || here != picture.At(x, look.height-1-y) {
				t.Fatalf("%d, %d is not as on the other side", x, y)
			}
		}
	}
}

func TestCardPicturesAreKeptAndForgotten(t *testing.T) {
	pictures := cardPictures{}
	look := testCard(1)
	first := pictures.of(look)
	if pictures.of(look) != first {
		t.Error("the same card was drawn twice")
	}
	for i := range 3 * mostCards {
		look.width = 100 + i
		pictures.of(look)
	}
	if len(pictures) > mostCards {
		t.Errorf("%d pictures are kept", len(pictures))
	}
}
