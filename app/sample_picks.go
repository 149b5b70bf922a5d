package app

// samplePicks is what each of the made-up couple may tick, by the exercise and
// its part; index 0 is Noor and index 1 is Eli.
var samplePicks = map[string][2][]string{
	"before.broke.kinds": {{"affair", "lies", "promises"}, {"affair", "lies", "dismissing"}},
	"talk.feelings.words": {
		{"ashamed", "guilty", "regretful", "afraid", "sorry-for-you", "cross", "awkward", "scared-to-hope", "lighter", "tender"},
		{"sad", "sore", "wary", "angry", "lonely", "foolish", "worn-out", "torn-between", "uneasy", "warm", "curious"},
	},
	"talk.needs.picks": {
		{"may-say", "pause", "kind-words", "therapist", "slow", "ordinary", "be-seen", "no-shouting"},
		{"told-first", "whole-truth", "notice-early", "believed", "no-defence", "no-means-no", "alone", "my-friends", "money-clear"},
	},
	"talk.rules.rules": {
		{"hour-length", "hour-late", "pause-word", "pause-back", "speak-true", "speak-done", "text-fight", "sober"},
		{"hour-set", "hour-late", "place-car", "pause-word", "pause-time", "speak-loud", "audience-side", "text-fight", "sober"},
	},
	"bounds.close.now": {
		{"fine-sit", "ask-any", "ask-hug", "help-nothing", "help-word", "help-talk"},
		{"fine-sit", "fine-hand", "ask-hug", "ask-bed", "not-sudden", "not-bed", "help-lead", "help-stop"},
	},
	"renew.routines.picks": {
		{"day-late", "day-night", "day-ask", "week-walk", "week-cook", "month-money", "own-help", "small-cup"},
		{"day-greet", "day-night", "week-walk", "week-cook", "month-free", "own-evening", "own-quiet", "small-knock", "hard-say"},
	},
	"forgive.ready.today": {{}, {"not-yet", "partly", "some-days", "depends"}},
	"forgive.ready.asked": {{"not-asked", "hinted", "live-not-yet", "go-on"}, {}},
	"forgive.letter.whom": {{"happened", "myself-then", "not-be"}, {"myself-then", "had", "anger"}},
}

// sampleMany are parts in which they tick more than two, and how many.
var sampleMany = map[string]int{"talk.feelings.words": 4, "talk.needs.picks": 5, "talk.rules.rules": 6, "renew.routines.picks": 4, "bounds.close.now": 3}
