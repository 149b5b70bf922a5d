package app

import (
	"math"

	"goldseam.app/data/journal"
)

// sampleLevels are where a partner's answers begin and where they tend to, from
// 0 to 10; index 0 is Noor.
var sampleLevels = map[string][2][2]float64{
	"mine":   {{4, 8}, {4, 7}},
	"did":    {{6, 8}, {3, 8}},
	"word":   {{5, 7}, {1.5, 7}},
	"safe":   {{5, 8}, {3, 7.5}},
	"heard":  {{4, 7}, {3, 7}},
	"theirs": {{5, 7}, {3, 8}},
	"fear":   {{4, 2}, {8, 3}},
	"hope":   {{4, 7.5}, {3, 7}},
}

// level is one answer: on the way from where it began, with a swing of its own.
func (s *sampler) level(question string, p journal.Partner) int {
	ends := sampleLevels[question][p-1]
	weeks := float64(journal.DayOf(s.j.State().Began).Until(s.j.Today())) / 7
	way := 1 - math.Exp(-weeks/20)
	dip := s.dip
	if ends[1] < ends[0] {
		dip = -dip
	}
	level := ends[0] + (ends[1]-ends[0])*way - dip + 2.4*(s.rand.Float64()-0.5)
	return int(math.Round(min(max(level, 0), 10)))
}

// sampleHelped is what helped and what hurt in the past days.
var sampleHelped = [2][]string{
	{
		"It helped that you said good night on Wednesday although the talk had been hard.",
		"It hurt to be asked about Thursday twice. I know why you asked.",
		"The walk helped. We talked about the neighbour’s dog for an hour.",
		"I noticed that I wanted to make a story smoother than it was, and I stopped.",
		"What helped: writing the message before the hour was over, without being asked.",
		"I was ashamed on Friday and went quiet. I wrote it down instead of leaving.",
		"It helped that you laughed about the soup.",
		"I slept badly and was short with you. I am sorry for the tone.",
	},
	{
		"It helped that the message came before I had to look at the clock.",
		"A song in the shop hurt. It had nothing to do with this week, and still.",
		"You said where you had been before I asked. That was new.",
		"It hurt that we passed over the money. I would like a place for it.",
		"I slept through twice. I want to write that down too.",
		"When you stopped in the middle of a sentence and began anew, I believed you.",
		"The evening on the stairs helped more than I had thought.",
		"It hurt to hear that name, even in passing.",
	},
}

// sampleSlips are the ways in which something was not kept, and what came of it.
var sampleSlips = []slipCase{
	{
		about: sampleTopics[0].title, came: journal.CameToldSelf, by: journal.First, answer: journal.SlipYes, mended: true,
		accounts: [2]string{
			"I was an hour late on Thursday and wrote only when I was in the tram.",
			"I sat there with my coat on. I had begun to count again.",
		},
		own:    "I saw the time and put the phone away, because I did not want to hear a disappointed voice.",
		effect: "For that hour I was back in the winter. The hour itself is not the point.",
		now:    "I set an alarm for half an hour before, on every evening that I am out.",
	},
	{
		came: journal.CameAsked, by: journal.Second, answer: journal.SlipPartly, mended: true,
		accounts: [2]string{
			"I had said it, but not so that it could be heard. Half of that is mine.",
			"We had said something else, and I learned it by asking.",
		},
		own:    "I said it into the next room and counted it as said.",
		effect: "I felt foolish for asking, and then angry that I felt foolish.",
		now:    "I say such things at the table, and I wait for your answer.",
	},
	{
		came: journal.CameOtherwise, by: journal.Second, answer: journal.SlipDiffer,
		accounts: [2]string{
			"I had understood that this was for weekdays only. I see how it looked.",
			"A friend mentioned it. For me that was what we had agreed on.",
		},
	},
	{
		came: journal.CameToldSelf, by: journal.First, answer: journal.SlipYes,
		accounts: [2]string{
			"I did not do what I had promised, and I noticed it only on the next morning.",
			"Thank you for saying so. I can’t talk about it yet.",
		},
		own:    "I forgot it. That I forgot it is mine too.",
		effect: "It was a small thing, and it was heavy all the same.",
		now:    "It stands in my calendar now, with a bell.",
	},
	{
		came: journal.CameAsked, by: journal.First,
		accounts: [2]string{
			"You asked, and I said it late. I want it to be written down.",
			"",
		},
	},
}
