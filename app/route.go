package app

// place is one kind of page.
type place string

const (
	placeToday      place = "today"
	placePath       place = "path"
	placeAgreements place = "agreements"
	placeCheckIns   place = "check-ins"
	placeTimeline   place = "timeline"
	placeSummary    place = "summary"
	placeHelp       place = "help"
	placeSettings   place = "settings"
	placeStep       place = "step"
	placeExercise   place = "exercise"
	placeSafety     place = "safety" // the safety page before a step
	placeClosing    place = "closing"
	placeWords      place = "words"
	placePlans      place = "plans"      // of one kind
	placeReflection place = "reflection" // one that was opened or shared
	placeSheet      place = "sheet"      // an exercise, or the check-in, to print
	placeStrike     place = "strike"     // striking one of those out
	placeAnswer     place = "answer"     // the holder's check-in
	placeSitting    place = "sitting"    // how one was closed
	placeAnswers    place = "answers"    // check-ins that were opened at one moment
	placeReviews    place = "reviews"    // of all agreements that are due
	placeNameSlip   place = "name slip"  // of an agreement
	placeSlip       place = "slip"       // one slip, and its repair
	placeRest       place = "rest"       // something new from before
	placeCarrying   place = "carrying"   // for one who carries it alone
	placeCalm       place = "calm"       // trigger plan and grounding
	placeEnding     place = "ending"     // the work comes to its end
	placeTelling    place = "telling"    // the children
	placeLastWords  place = "last words"
	placeCopy       place = "copy"   // a sealed copy to keep elsewhere
	placeDelete     place = "delete" // everything
)

// route says which page is shown, and of what. It is a comparable value.
type route struct {
	place place
	id    string // of a step, an exercise, or a thing
}

// history is where the couple came from, newest last.
type history struct{ routes []route }

const historyLength = 30

// push notes that r is shown now.
func (h *history) push(r route) {
	if h.current() == r {
		return
	}
	h.routes = append(h.routes, r)
	if len(h.routes) > historyLength {
		h.routes = h.routes[1:]
	}
}

// back gives the page before, or Today.
func (h *history) back() route {
	if len(h.routes) > 1 {
		h.routes = h.routes[:len(h.routes)-1]
		return h.current()
	}
	return route{place: placeToday}
}

func (h *history) current() route {
	if len(h.routes) == 0 {
		return route{}
	}
	return h.routes[len(h.routes)-1]
}

// menu is the place in the sidebar that a page belongs to.
func (r route) menu() place {
	switch r.place {
	case placeSheet:
		if r.id == sheetCheckIn {
			return placeCheckIns
		}
		return placePath
	case placeStep, placeExercise, placeSafety, placeReflection, placeStrike:
		return placePath
	case placeClosing, placeWords, placePlans, placeRest, placeCarrying, placeCalm,
		placeEnding, placeTelling, placeLastWords:
		return placeToday
	case placeReviews, placeNameSlip, placeSlip:
		return placeAgreements
	case placeSitting:
		return placeTimeline
	case placeAnswer, placeAnswers:
		return placeCheckIns
	case placeCopy, placeDelete:
		return placeSettings
	default:
		return r.place
	}
}

// replace says that the page shown now is another one of its kind.
func (h *history) replace(r route) {
	if len(h.routes) > 0 {
		h.routes[len(h.routes)-1] = r
	}
}
