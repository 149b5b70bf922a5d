// Package widgets holds the small shared pieces that every screen is made of: colours and type, text, cards, buttons,
// fields, chips. It knows nothing about the journal; all words come in from the caller.
package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode is one of the looks that a couple can choose.
type Mode int

// The looks: paper, lacquer, and white on black for tired or weak eyes.
const (
	Light Mode = iota
	Dark
	HighContrast
)

// Tokens are the colours of one look. Every text on its ground has a contrast of at least 4.5:1, or 7:1 in HighContrast.
type Tokens struct {
	Paper, Surface     color.NRGBA // the window; cards and fields
	Ink, OnInk         color.NRGBA // text and the primary button; text on that button
	Muted              color.NRGBA // secondary text
	Line               color.NRGBA // hairlines and tracks
	Gold, OnGold       color.NRGBA // the seam and the button both press; text on gold
	GoldInk, GoldWash  color.NRGBA // text and ground of shared chips; selection
	First, FirstWash   color.NRGBA // the first partner
	Second, SecondWash color.NRGBA // the second partner
	OnFirst, OnSecond  color.NRGBA // text on a partner's full colour
	Sage, SageWash     color.NRGBA // kept, agreement
	Crack              color.NRGBA // a break in the seam; a calm error line
	Sheet, SheetInk    color.NRGBA // the page of a printed summary, white in every look
	Focus              color.NRGBA // the ring around what the keyboard is on
}

// The colour names by which widgets of the toolkit can ask a Theme for a token.
const (
	ColorPaper      fyne.ThemeColorName = "goldseamPaper"
	ColorSurface    fyne.ThemeColorName = "goldseamSurface"
	ColorInk        fyne.ThemeColorName = "goldseamInk"
	ColorOnInk      fyne.ThemeColorName = "goldseamOnInk"
	ColorMuted      fyne.ThemeColorName = "goldseamMuted"
	ColorLine       fyne.ThemeColorName = "goldseamLine"
	ColorGold       fyne.ThemeColorName = "goldseamGold"
	ColorOnGold     fyne.ThemeColorName = "goldseamOnGold"
	ColorGoldInk    fyne.ThemeColorName = "goldseamGoldInk"
	ColorGoldWash   fyne.ThemeColorName = "goldseamGoldWash"
	ColorFirst      fyne.ThemeColorName = "goldseamFirst"
	ColorFirstWash  fyne.ThemeColorName = "goldseamFirstWash"
	ColorOnFirst    fyne.ThemeColorName = "goldseamOnFirst"
	ColorSecond     fyne.ThemeColorName = "goldseamSecond"
	ColorSecondWash fyne.ThemeColorName = "goldseamSecondWash"
	ColorOnSecond   fyne.ThemeColorName = "goldseamOnSecond"
	ColorSage       fyne.ThemeColorName = "goldseamSage"
	ColorSageWash   fyne.ThemeColorName = "goldseamSageWash"
	ColorCrack      fyne.ThemeColorName = "goldseamCrack"
)

// PartnerColors is the number of colours that a partner can choose from.
const PartnerColors = 6

// partnerColor is a partner's colour in one look: the colour itself and the ground of a chip in it.
type partnerColor struct{ ink, wash uint32 }

// partnerColors lists blue, rust, plum, teal, olive and rose. The first two are the ones that partners begin with.
var partnerColors = map[Mode][PartnerColors]partnerColor{
	Light: {
		{0x35557F, 0xE6ECF4},
		{0xA84E30, 0xF7E6DE},
		{0x6F4470, 0xF2E7F2},
		{0x2A6468, 0xE0EFEF},
		{0x5A652A, 0xEDEFDC},
		{0x8F3F57, 0xF7E3E9},
	},
	Dark: {
		{0x9BB9DE, 0x273243},
		{0xE79E82, 0x43291F},
		{0xC9A0CB, 0x3A2A3B},
		{0x86C2C4, 0x1F3738},
		{0xBAC588, 0x33371F},
		{0xE29AAE, 0x42252E},
	},
	HighContrast: {
		{0xA8CBFF, 0x0C1E38},
		{0xFFB59A, 0x3A1608},
		{0xE9BDEB, 0x2E1430},
		{0x8FE3E6, 0x06292B},
		{0xD6E58F, 0x262B06},
		{0xFFB3C6, 0x38101C},
	},
}

// TokensFor gives the colours of a look, with the two partner colours that a couple begins with.
func TokensFor(mode Mode) Tokens {
	var t Tokens
	switch mode {
	case Dark:
		t = darkTokens()
	case HighContrast:
		t = highContrastTokens()
	default:
		t = lightTokens()
	}
	t.Sheet, t.SheetInk = rgb(0xFFFFFF), rgb(0x2B2622)
	return t.withPartners(mode, 0, 1)
}

// PartnerColor gives the partner colour of an index (0 … PartnerColors-1, others are taken round), the pale ground
// that goes with it, and the colour of text on it.
func PartnerColor(mode Mode, index int) (ink, wash, on color.NRGBA) {
	c := partnerColors[mode][((index%PartnerColors)+PartnerColors)%PartnerColors]
	on = rgb(0x1B1816)
	if mode == Light {
		on = rgb(0xFFFDF8)
	}
	return rgb(c.ink), rgb(c.wash), on
}

// TokensOf gives the colours in force where a widget stands.
func TokensOf(o fyne.Widget) Tokens { return lookOf(o).Tokens() }

func (t Tokens) withPartners(mode Mode, first, second int) Tokens {
	t.First, t.FirstWash, t.OnFirst = PartnerColor(mode, first)
	t.Second, t.SecondWash, t.OnSecond = PartnerColor(mode, second)
	return t
}

func lightTokens() Tokens {
	return Tokens{
		Paper: rgb(0xFAF6EF), Surface: rgb(0xFFFDF8),
		Ink: rgb(0x2B2622), OnInk: rgb(0xFFFDF8), Muted: rgb(0x6F655B), Line: rgb(0xE7DED1),
		Gold: rgb(0xB98A2F), OnGold: rgb(0x1B1816), GoldInk: rgb(0x7E5A12), GoldWash: rgb(0xF7EDD6),
		Sage: rgb(0x4F7353), SageWash: rgb(0xE5EEE4), Crack: rgb(0x8E3B2A), Focus: rgb(0x7E5A12),
	}
}

func darkTokens() Tokens {
	return Tokens{
		Paper: rgb(0x1B1816), Surface: rgb(0x252120),
		Ink: rgb(0xF3ECE2), OnInk: rgb(0x1B1816), Muted: rgb(0xADA296), Line: rgb(0x3B3430),
		Gold: rgb(0xD8AC57), OnGold: rgb(0x1B1816), GoldInk: rgb(0xE7C37B), GoldWash: rgb(0x3A301D),
		Sage: rgb(0x9CC09C), SageWash: rgb(0x263326), Crack: rgb(0xF0907B), Focus: rgb(0xE7C37B),
	}
}

func highContrastTokens() Tokens {
	return Tokens{
		Paper: rgb(0x000000), Surface: rgb(0x000000),
		Ink: rgb(0xFFFFFF), OnInk: rgb(0x000000), Muted: rgb(0xE0E0E0), Line: rgb(0xB0B0B0),
		Gold: rgb(0xFFCC55), OnGold: rgb(0x000000), GoldInk: rgb(0xFFDD88), GoldWash: rgb(0x2A2000),
		Sage: rgb(0xA8E0A8), SageWash: rgb(0x0C250C), Crack: rgb(0xFF9E8A), Focus: rgb(0xFFFFFF),
	}
}

// named gives the colours by all the names that a Theme answers to: our own and the toolkit's.
func (t Tokens) named() map[fyne.ThemeColorName]color.NRGBA {
	return map[fyne.ThemeColorName]color.NRGBA{
		ColorPaper: t.Paper, ColorSurface: t.Surface, ColorInk: t.Ink, ColorOnInk: t.OnInk, ColorMuted: t.Muted,
		ColorLine: t.Line, ColorGold: t.Gold, ColorOnGold: t.OnGold, ColorGoldInk: t.GoldInk, ColorGoldWash: t.GoldWash,
		ColorFirst: t.First, ColorFirstWash: t.FirstWash, ColorOnFirst: t.OnFirst,
		ColorSecond: t.Second, ColorSecondWash: t.SecondWash, ColorOnSecond: t.OnSecond,
		ColorSage: t.Sage, ColorSageWash: t.SageWash, ColorCrack: t.Crack,

		theme.ColorNameBackground: t.Paper, theme.ColorNameButton: t.Surface, theme.ColorNameDisabledButton: t.Paper,
		theme.ColorNameDisabled: t.Muted, theme.ColorNameError: t.Crack, theme.ColorNameFocus: t.GoldWash,
		theme.ColorNameForeground: t.Ink, theme.ColorNameForegroundOnPrimary: t.OnGold,
		theme.ColorNameHeaderBackground: t.Surface, theme.ColorNameHover: t.GoldWash, theme.ColorNameHyperlink: t.GoldInk,
		theme.ColorNameInputBackground: t.Surface, theme.ColorNameInputBorder: t.Line,
		theme.ColorNameMenuBackground: t.Surface, theme.ColorNameOverlayBackground: t.Surface,
		theme.ColorNamePlaceHolder: t.Muted, theme.ColorNamePressed: t.GoldWash, theme.ColorNamePrimary: t.Gold,
		theme.ColorNameScrollBar: t.Muted, theme.ColorNameSelection: t.GoldWash, theme.ColorNameSeparator: t.Line,
		theme.ColorNameShadow: {}, theme.ColorNameScrollBarBackground: {},
		theme.ColorNameSuccess: t.Sage, theme.ColorNameWarning: t.GoldInk,
	}
}

// rgb makes an opaque colour of 0xRRGGBB.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
