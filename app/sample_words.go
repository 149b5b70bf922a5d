package app

import "goldseam.app/data/journal"

// sampleWords is what each of the made-up couple says; index 0 is Noor, who broke
// trust, and index 1 is Eli, who was hurt. It is found by the exercise and its
// part, and the piece or the card where there is one. Every sentence stands alone.
type sampleWords map[string][2][]string

// sampleBooks are all of their words, one book for a stretch of the path.
var sampleBooks = []sampleWords{
	sampleBegin, sampleTalk, sampleBounds, sampleSteady, samplePlans, sampleRepair, sampleRenew, sampleCards, sampleEnd,
}

// wordsOf gives all that p can say there; none for what is not theirs.
func wordsOf(key string, p journal.Partner) []string {
	for _, book := range sampleBooks {
		if said, ok := book[key]; ok {
			return said[p-1]
		}
	}
	return nil
}

// sampleBegin is said before the path and in step 1.
var sampleBegin = sampleWords{
	"before.here.why": {{
		"I am here because I want to stop hiding.",
		"I am here because I hid things, and I want to learn to say them.",
		"I am here because you asked me twice, and the second time I heard you.",
		"I am here because I would like to be someone who keeps a small promise.",
		"I am here because I miss talking with you until the tea is cold.",
		"I am here because running away was easier, and it helped nobody.",
	}, {
		"I am here because I miss us, and I am afraid of missing us.",
		"I am here because I want to know whether I can feel safe with you again.",
		"I am here because I am tired of guessing.",
		"I am here because part of me still sets two cups on the table.",
		"I am here because I want to ask, and not to check.",
		"I am here because I would like to laugh in our kitchen again.",
	}},
	"before.broke.story": {{
		"I told you that I was working late, and I was with someone else.",
		"I deleted messages so that you would not find them.",
		"I let you think that you were imagining things.",
		"I used money that we had put aside, and I said that it was a bill.",
		"It broke the plain way in which you used to believe me.",
		"It broke your sleep, and it broke the quiet between us.",
	}, {
		"I found out by accident, in the car, in front of a shop.",
		"What broke was that I used to feel at home with you without thinking.",
		"It broke my trust in my own eyes, because I had seen it and talked myself out of it.",
		"It broke the story that I told my friends about us.",
		"The lies were harder for me than the thing itself.",
		"It broke the way I walk into our flat: now I listen first.",
	}},
	"before.broke.possible": {{
		"I was lonely and I never said so; I went looking instead.",
		"I was afraid of your answer, so I did not ask you anything.",
		"I liked being seen as someone without debts or worries.",
		"I told a small lie first, and then I had to feed it.",
	}, {
		"I had stopped asking how your day was long before that.",
		"I went quiet when I was hurt, and I called it being patient.",
		"We had both been tired for a year, and nobody said it.",
		"I let my work eat the evenings and did not look up.",
	}},
	"own.excuses.mine": {{
		"“I did not want to hurt you.” In plain words: I did not want to be found out.",
		"“You never asked.” In plain words: I hid it well.",
		"“It was a hard time.” In plain words: I was unhappy, and I lied.",
		"“It meant nothing.” In plain words: I did it, and I went on doing it.",
	}, {
		"“Nothing happened.” I would have liked: “Something happened, and I hid it.”",
		"“You are tired.” I would have liked: “You saw right.”",
		"“Not now.” I would have liked: “I will tell you tonight at eight.”",
		"“You made me.” I would have liked: “It was my choice.”",
	}},
	"own.plainly.statement.did": {{
		"I met someone for four months, and I lied to you about it every week.",
		"I answered your questions with half of the truth, and I knew it.",
		"I laughed it off when you asked, and that was a second hurt.",
	}, {}},
	"own.plainly.statement.effect": {{
		"I have seen that you no longer sleep on the side next to the door.",
		"Since then you look at my face before you believe a sentence.",
		"I made you feel strict when you were only awake.",
	}, {}},
	"own.plainly.statement.choice": {{
		"It was my choice each time, and I could have gone home each time.",
		"It was my choice. I could have told you in March that I was unhappy.",
		"Nobody made me do it. I could have asked for help.",
	}, {}},
	"own.plainly.statement.takeon": {{
		"I take on telling you first when something changes, even when it looks bad for me.",
		"I take on answering a question once, whole, without sighing.",
		"I will go to the counsellor on Thursdays, whatever happens between us.",
	}, {}},
	"own.plainly.statement.feel": {{}, {
		"I feel sad in the mornings, before I remember why.",
		"I feel afraid when your telephone lights up and you turn it over.",
		"I feel angry, and under the anger I am mostly tired.",
	}},
	"own.plainly.statement.comes": {{}, {
		"It comes when I pass the station, and on Fridays after six.",
		"It comes when a plan changes and I hear it last.",
		"It comes when I lie awake and the house is very quiet.",
	}},
	"own.plainly.statement.need": {{}, {
		"I need steadiness: the same small thing, said and then done.",
		"I need you to stay in the room when I cry, and to say little.",
		"I need time. In a normal week that means one message when you leave work.",
	}},
	"own.plainly.statement.helps": {{}, {
		"It helps when you say first that you know it is hard.",
		"It helps to walk; it is harder to sit face to face.",
		"It is harder when you explain before you have listened.",
	}},
	"own.effect.guess": {{
		"I think that you wake at four and lie still so as not to wake anyone.",
		"I think that you eat less on the days when we have to speak.",
		"I think that you have told your sister only half, to protect me.",
		"I think that work is where you don’t have to feel it.",
	}, {}},
	"own.effect.new": {{
		"Now I know that you went to the lake alone in April.",
		"Now I know that the song in the shop was enough to send you home.",
		"I did not know that you had stopped wearing the watch.",
		"I did not know how long you waited before you asked me.",
	}, {
		"I am glad that you saw the part about the lake.",
		"I would still like to be seen in how hard the first weeks were.",
		"I am glad that you know about the watch without my saying it.",
		"I would still like you to see that I am brave when I come here.",
	}},
	"own.effect.days": {{}, {
		"Since then I wake at four and count what I know for sure.",
		"Since then I say no to invitations, because someone may ask about you.",
		"My stomach closes when I hear a key in the door at the wrong hour.",
		"I read my own old messages to see what I missed.",
		"At work I am fine until about three, and then it is all there.",
		"I used to think that I was easy to love, and I lost that for a while.",
	}},
	"own.heard.carry": {{
		"I heard that you need less explaining and more staying.",
		"I heard that a short message at six is not control; it is rest.",
		"I heard that you are not asking me to suffer, only to be there.",
		"I heard that the waiting was worse than the answer.",
		"I heard that you want to be asked and not managed.",
		"I heard that a quiet evening can be a good evening.",
	}, {
		"I heard that you said it without a because, and I noticed.",
		"I heard that you were ashamed long before I knew.",
		"I heard that you mean to go on with Thursdays for yourself.",
		"I heard that it was not about me being too little.",
		"I heard that you are afraid too, and that you stay anyway.",
		"I heard that you will answer once and whole.",
	}},
	"own.differently.things": {{
		"I will write at six where I am and when I will be back, every working day.",
		"I will put my telephone on the shelf by the door when I come in.",
		"I will say the same evening when I have met the person we spoke about.",
		"I will show you the shared account on the first Sunday of the month.",
		"I will say “I don’t know yet” when I don’t know.",
		"I will come to our evening on time, or say so the day before.",
		"I will ask whether you want an answer or an arm.",
		"I will cook on Wednesdays, so that one evening is looked after.",
		"I will tell you when I feel like hiding, before I hide.",
		"I will not bring up the past year to win a small point.",
	}, {
		"I will ask my question once, and write the rest down for our evening.",
		"I will say our word before I get loud.",
		"I will tell you when something you did was good for me.",
		"I will not read over your shoulder; I will ask.",
		"I will meet my sister on Tuesdays, so that not everything lands here.",
		"I will walk for ten minutes before I answer a hard message.",
		"I will say when I need an hour alone, and when I will be back.",
		"I will look up from my work when you come in.",
		"I will put the date of the next evening into my calendar myself.",
		"I will say “today is a hard day” instead of going quiet.",
	}},
	"before.ready.see": {{
		"Much of it is there. What is missing is that I say hard things sooner.",
		"I think that it is the right time, if we go slowly.",
		"I would first like to finish telling you about the money.",
		"I want to build something new, and I still miss the old days.",
		"I am willing, and I am also scared of doing it wrong.",
		"Patience is the part that I have to learn.",
		"I see that you are not sure, and that this is fair.",
		"I would like to stop at nine, before we are tired.",
	}, {
		"It may be the right time. I would like to see three calm weeks.",
		"What is there: we can sit in one room. What is missing: I don’t relax yet.",
		"I want something new. The old days had a draught in them.",
		"I would first like to sleep better.",
		"I am ready to begin, and not ready to promise how it ends.",
		"I feel safe enough to try, and I will say when I don’t.",
		"I trust the small things a little. The large ones can wait.",
		"I would like us to keep seeing our own people, too.",
	}},
}

// sampleTelltale is what each writes and does not open. None of it may ever
// leave the journal.
var sampleTelltale = [2][]string{{
	"Marmalade: I am still not sure that I can say the part about the second summer.",
	"Zeppelin: what I am healing is the fear of being found boring.",
	"Thimble: I want to call my old choir again, without telling anyone yet.",
	"Periwinkle: next week I would like to try a whole day without a single excuse.",
}, {
	"Cinnabar: some days I only stay because leaving needs more strength.",
	"Accordion: what I am healing is older than the two of us.",
	"Gooseberry: I would like to spend a weekend by the sea, alone.",
	"Tangerine: I have not decided whether I want to hear the rest.",
}}

// sampleOne is what they call an evening in one word.
var sampleOne = [2][]string{
	{"tired", "lighter", "ashamed", "hopeful", "clear", "shaky", "grateful", "quiet", "awake", "slower"},
	{"sad", "calmer", "wary", "warm", "heavy", "relieved", "curious", "sore", "softer", "steady"},
}

// sampleSmall is the one small thing until the next evening.
var sampleSmall = []string{
	"Coffee on Saturday, outside", "One message at six each day", "A walk along the canal",
	"Noor cooks on Wednesday", "Eli chooses the film", "Water the balcony together", "Ten minutes with no telephone",
	"Bring back the blue bowl", "Write down one good thing a day", "Buy bread at the corner on Sunday",
	"Call about the counsellor", "Say good night, also by message",
}

// sampleSooner is why they go on before a step's least time.
var sampleSooner = []string{
	"We both feel that this step is done, and we can come back to it.",
	"We talked about it for two long evenings, and both want to go on.",
}
