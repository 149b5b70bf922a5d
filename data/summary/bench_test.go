package summary

import (
	"context"
	"io"
	"testing"

	"goldseam.app/data/journal"
)

func benchmarkWrite(b *testing.B, f Format) {
	state, fonts := manyState(), testFonts(b)
	for b.Loop() {
		d := Build(state, sampleCourse(), everything(), today, English)
		if err := Write(context.Background(), io.Discard, f, d, fonts, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarkdown10k(b *testing.B) { benchmarkWrite(b, Markdown) }

func BenchmarkHTML10k(b *testing.B) { benchmarkWrite(b, HTML) }

func BenchmarkPDF10k(b *testing.B) { benchmarkWrite(b, PDF) }

// manyPages is enough for a few pages, with odd words among them.
func manyPages() journal.State {
	s := sampleState()
	for range 6 {
		s.Reflections = append(s.Reflections, sampleReflections()[0])
	}
	return s
}
