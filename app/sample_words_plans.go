package app

// samplePlans is what they make to have it at hand: for the fear, for a slip, for
// comfort and for the old quarrel, piece by piece.
var samplePlans = sampleWords{
	"steady.triggers.plan.trigger": {{}, {
		"It is Friday after six, it is dark, and I don’t know where you are.",
		"A plan changes, and I hear of it last.",
	}},
	"steady.triggers.plan.sign": {{}, {
		"My stomach goes cold, and I pick up the telephone without wanting anything.",
		"I tidy things that are tidy, and I stop answering in whole sentences.",
	}},
	"steady.triggers.plan.mine": {{}, {
		"I put both feet on the floor and name five blue things. Then I ring my sister.",
		"I open the window, hold the cold rail, and count slowly to twenty.",
	}},
	"steady.triggers.plan.ask": {{}, {
		"One true sentence about where you are, and a time. No jokes, and no “calm down”.",
		"Stay on the line, and speak slowly. Questions make it worse.",
	}},
	"steady.triggers.plan.word": {{}, {
		"Weather", "Lighthouse",
	}},
	"steady.triggers.plan.watch": {{
		"Fridays, the station, a telephone with its face down. Eli’s answers get short, and the cups get rinsed twice.",
		"The first cold evenings, and any change of plan. Eli looks at the door and not at me.",
	}, {}},
	"steady.triggers.plan.do": {{
		"I stop, say where I am, and ask: “Near or far?” If I am not there I ring at once. If Eli wants me to go, I go, and I write at nine.",
		"I put everything down, breathe out, and answer in one sentence. Then I wait. I come back at the hour that I said.",
	}, {}},
	"steady.triggers.plan.steer": {{
		"The word “again”, jokes about jealousy, coming late without a line. The fair in autumn can’t be avoided; I say it a week before.",
		"Silence in the car, and a telephone on silent. On work evenings I say ahead when I can’t be reached.",
	}, {}},
	"steady.triggers.plan.say": {{
		"“I am at work, and I am on the tram at twenty past. You are right to ask.”",
		"“I am here. I lied on evenings like this one. Tonight I am where I said.”",
	}, {}},
	"steady.slip.words.near": {{
		"I am close to it when I think “this is not worth telling”. Then I ring my brother before I do anything.",
		"It is near when I am tired and proud on one evening. I go home by the main road and write to the counsellor.",
	}, {}},
	"steady.slip.words.tell": {{
		"“I did not keep what we agreed, and I want you to hear it from me.” I ring before nine the same evening.",
		"“Something happened today that you should know.” I come by and stand at the door, and you say whether I come in.",
	}, {}},
	"steady.slip.words.own": {{
		"“I was only being polite” will lie on my tongue. I leave it there.",
		"The excuse will be the long week. I say what I did and stop.",
	}, {}},
	"steady.slip.words.did": {{
		"I think that you would lie awake and go through the whole year again. I ask what it did, and I don’t get up.",
		"I think that you would believe me less in things that were mended. I ask the next day as well.",
	}, {}},
	"steady.slip.words.repair": {{
		"I close the door through which it came, and I show that it is closed. On Thursday it is the first thing that I say.",
		"I write down how it began, hour by hour, and we make the agreement smaller or plainer.",
	}, {}},
	"steady.slip.words.steady": {{
		"I go on with six o’clock, whatever the mood. My shame goes to the counsellor and into the canal path.",
		"I keep each promise of that week, also the dull ones. I don’t count the days until it is over.",
	}, {}},
	"steady.slip.words.inside": {{}, {
		"My sleep would go, and I would hear the old sentences.",
		"I would be cold and very polite. That is fear.",
	}},
	"steady.slip.words.hear": {{}, {
		"By telephone first, before nine, in three sentences. Not at my work, and not at the door.",
		"In person, sitting down. I want to know what and when, and whether it is over. No pictures.",
	}},
	"steady.slip.words.need": {{}, {
		"A night alone, and my sister. After that the same small things at the same hours.",
		"Answers when I ask, and quiet when I don’t. No flowers.",
	}},
	"steady.slip.words.cant": {{}, {
		"Nobody can ask me to say that it is fine, or to look after their tears.",
		"I can’t decide anything in that week, and I can’t give thanks for being told.",
	}},
	"steady.slip.words.more": {{}, {
		"Anything hidden for more than a day would be more than a slip. Then I would stop all of this for a month.",
		"If it is that person, I go to my sister’s, and I don’t know whether I come back.",
	}},
	"repair.comfort.once": {{
		"Once, when I broke my arm, a nurse sat next to me and peeled an orange, and gave no advice.",
		"Once my brother drove for two hours, put new batteries into my lamp, and said nothing clever.",
	}, {
		"Once, when my father was in hospital, a neighbour left soup on the mat and went away again.",
		"Once a dog at the lake lay down on my feet and stayed there until I had finished crying.",
	}},
	"repair.comfort.pieces.soothes": {{
		"The small lamp, tea with milk, rain on the window, the radio in another language.",
		"Walking fast along the water, and something warm in both hands.",
	}, {
		"My grey blanket, bread in the oven, a voice that reads something dull.",
		"The window open a hand wide, and nobody speaking for a while.",
	}},
	"repair.comfort.pieces.worse": {{
		"Being told that I have no right to be sad. A door that bangs.",
		"Bright light, and “look on the good side”.",
	}, {
		"“Don’t think about it.” A hand on the back that I did not see coming.",
		"Many questions in a row, and somebody who paces.",
	}},
	"repair.comfort.pieces.near": {{
		"My brother may always come. If you ever want to, a message with one word is plenty.",
		"After an hour it is good if somebody rings. It need not be you.",
	}, {
		"When I have made tea for two, you can sit down. Ask: “Next to you, or across?”",
		"My sister first. You when I write “come”.",
	}},
	"repair.comfort.pieces.wait": {{
		"When I wash the floor, leave me. I come out by myself when it is dry.",
		"When I say “later”, it takes about an hour. I write when it is over.",
	}, {
		"When the bedroom door is shut. It may take until morning, and I say good morning first.",
		"When I don’t look up. I put the radio on when it has passed.",
	}},
	"repair.comfort.pieces.myself": {{
		"Cold water on my wrists, twenty minutes of walking, my brother’s number.",
		"I write the worst sentence down, tear it up, and ring the night line if it is still there.",
	}, {
		"Dough, the blanket, three slow songs. Then I can ring my sister, also at night.",
		"I water the plants and name each one. Then I go to bed with a book that I know.",
	}},
	"renew.pattern.map.off": {{
		"It was ten past seven, supper was ready, and I looked at my telephone.",
		"Eli asked who would book the train, and I said “soon”.",
	}, {
		"I had cooked, and you answered a message from work at the table.",
		"I asked about the train for the third time.",
	}},
	"renew.pattern.map.mine": {{
		"I felt caught, said “one moment”, and turned half away. Then I explained for too long.",
		"I felt small. I went quiet, and I cleared the table while Eli was still eating.",
	}, {
		"I felt alone and got short. I put the lid on the pot, loudly.",
		"I felt like a clerk. I listed all the trains of last year.",
	}},
	"renew.pattern.map.yours": {{
		"Eli stopped eating, put the fork down, and looked out of the window.",
		"Eli’s voice got quick and clear, with numbers in it.",
	}, {
		"You turned your shoulder, and your sentences got long.",
		"You carried plates out and ran the tap.",
	}},
	"renew.pattern.map.ends": {{
		"An hour later I was in the yard, and Eli was in bed with the light on. Nobody had said “I missed you”.",
		"We sat in two rooms with two screens, and the train was not booked.",
	}, {
		"I went to bed at nine. You washed up as if somebody were ill. It stayed unsaid that I had looked forward to the evening.",
		"We were polite until Tuesday.",
	}},
	"renew.pattern.map.out": {{
		"At “one moment”. My ears get hot there. I can put the telephone on the shelf.",
		"At the first long sentence. I can end it with a full stop.",
	}, {
		"At the lid. My hand gets quick there. I can sit down before I speak.",
		"At the second example. I can leave it at one.",
	}},
	"renew.pattern.map.say": {{
		"“I am getting cornered in my own head. Ten minutes, and I am back at the table.”",
		"“I did not book it. I do it now, while you sit here.”",
	}, {
		"“I looked forward to this. Please be here for half an hour.”",
		"“I am getting sharp. I need some air, and I am back at eight.”",
	}},
}
