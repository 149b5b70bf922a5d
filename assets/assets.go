// Package assets holds what is built into the program: the course, the writing
// hints, help lines, translations, fonts and icons.
package assets

import "embed"

// FS has the folders course/<lang>, wording (<lang>.toml), help (lines.toml),
// fonts, translations (<lang>.json) and icons.
//
//go:embed course wording help fonts translations icons
var FS embed.FS

// Font returns the bytes of the named file in fonts, such as
// "Literata_400Regular.ttf", or nil when there is no such font.
func Font(name string) []byte {
	data, err := FS.ReadFile("fonts/" + name)
	if err != nil {
		return nil
	}
	return data
}
