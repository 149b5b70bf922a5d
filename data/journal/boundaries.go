package journal

import (
	"context"
	"strings"
)

// CheckBoundary says what keeps a boundary from being set: an *Invalid.
func CheckBoundary(title, text string) error {
	if err := checkLine("Title", title, maxTitle); err != nil {
		return err
	}
	return checkOptional("Text", text, maxText)
}

// SetBoundary makes a boundary of the holder's own and returns its id.
func (j *Journal) SetBoundary(ctx context.Context, title, text string) (string, error) {
	id := newID()
	return id, j.setBoundary(ctx, id, title, text)
}

// ChangeBoundary gives the holder's own boundary another wording.
func (j *Journal) ChangeBoundary(ctx context.Context, id, title, text string) error {
	if _, ok := j.State().Boundary(id); !ok {
		return ErrUnknown
	}
	return j.setBoundary(ctx, id, title, text)
}

func (j *Journal) setBoundary(ctx context.Context, id, title, text string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	if err := CheckBoundary(title, text); err != nil {
		return err
	}
	version := 1
	if b, ok := j.fold.state.Boundary(id); ok {
		version = b.Latest().Number + 1
	}
	e := entry{
		head:  head{Kind: KindSet, Authors: []Partner{p}, Facts: facts{Thing: id, Version: version}},
		words: words{Title: strings.TrimSpace(title), Text: strings.TrimSpace(text)},
	}
	_, err = j.appendEvent(ctx, e, nil)
	return err
}

// EndBoundary ends the holder's own boundary.
func (j *Journal) EndBoundary(ctx context.Context, id string) error {
	return j.aboutBoundary(ctx, KindEnded, id)
}

// Acknowledge says that the holder has read and will respect the other's boundary.
func (j *Journal) Acknowledge(ctx context.Context, id string) error {
	return j.aboutBoundary(ctx, KindAcknowledged, id)
}

// Cannot says that the holder can't live with the other's boundary. It stands all the same.
func (j *Journal) Cannot(ctx context.Context, id string) error {
	return j.aboutBoundary(ctx, KindCannot, id)
}

func (j *Journal) aboutBoundary(ctx context.Context, kind EventKind, id string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, err := j.holding()
	if err != nil {
		return err
	}
	b, ok := j.fold.state.Boundary(id)
	if !ok {
		return ErrUnknown
	}
	f := facts{Thing: id, Version: b.Latest().Number}
	_, err = j.appendEvent(ctx, entry{head: head{Kind: kind, Authors: []Partner{p}, Facts: f}}, nil)
	return err
}
