package app

// sampleEnd is said in step 7 and when they look back.
var sampleEnd = sampleWords{
	"forgive.is.mean": {{
		"I took it for the end of the talk. I don’t expect an end any more.",
		"For me the word meant a clean page. Now I think that it is the other person’s pen.",
		"I had said “let us close this chapter”. I won’t say it again.",
		"It does not mean that I may stop.",
	}, {
		"For me the word means that I no longer set the table for it. It does not mean that I have lost the bill.",
		"It is not my word yet. “Lay down” is nearer.",
		"The card about making room stayed with me. The one about a duty made me angry.",
		"It does not mean that I was wrong to be angry for so long.",
	}},
	"forgive.is.from": {{
		"I learned that a hug ends a quarrel. I still wait for the hug.",
	}, {
		"I learned at home that the one who stays cross is the guilty one. I leave that there.",
	}},
	"forgive.ready.words": {{
		"I hope to hear that I may put the bag down. If I never hear it, I go on at six o’clock all the same.",
	}, {
		"Today I am beside it. I want nobody to ask on anniversaries.",
	}},
	"forgive.ready.myself": {{
		"I don’t want to forgive myself the look on your face in June. Not before the last of the debt is paid.",
	}, {
		"I am hard on myself for the word “fine”. I would tell a friend that it was shock.",
	}},
	"forgive.letter.letter": {{
		"To what happened: you began with a coffee, and I opened the door. I carry that I liked it. I go on telling the truth at six, and I don’t know what it will buy. It need not buy anything.",
		"To myself, as I was then: you thought that nobody was hurt as long as nobody knew. Somebody knew. You did. I keep your fear in my pocket, so that I notice it.",
	}, {
		"To myself, with the two bags: put them down. You saw right. You may sit on the kerb for as long as you like, and you may be angry in front of people.",
		"To what we had: you were good in the mornings. I don’t pretend that you weren’t. I keep the crossword and the song, and I leave the rest by the water.",
	}},
	"forgive.letter.second": {{
		"To me, on the evening before: go up, and say that you are lonely. It will be a bad night and a good year.",
	}, {
		"To Eli: I saw you at the shop, and I am not going to ask how your day was. I am going to tell you about mine.",
	}},
	"forgive.debt.down": {{
		"In fights I use how early I get up for all this. I could put that down.",
		"I put down “and you never once thanked me”.",
		"I no longer use the evening when you threw the keys. When the hurt comes up I say “Yes”, and I stay.",
		"I put down counting the months aloud.",
	}, {
		"In fights about the bins I use the word June. I could leave it out there.",
		"I keep the hurt itself, and I put down the list of witnesses.",
		"Nothing for now about the money. The dentist I can put down.",
		"I put down reading your messages back to you.",
	}},
	"forgive.lesson.know": {{
		"I know now that it began with a thing that I kept for myself because it was nice. When I want to keep a thing like that, I tell it at supper.",
		"The sign is a locked drawer of any kind. I open it the same day, also if we part.",
		"I know now that I lie when I am afraid of a face. I say “I am afraid of your answer” first.",
	}, {
		"I know now that I need a plain answer, and that a long one is a sign.",
		"When I begin to explain somebody to my friends, I stop and ask.",
		"I know now that I can be alone on a Friday and eat well.",
	}},
	"forgive.lesson.grudge": {{
		"I’d be glad to be rid of the grudge against the friend who talked. I keep the lesson in it.",
	}, {
		"I’d be glad to be rid of the bridge. I keep my ears.",
	}},
	"after.earned.see": {{
		"I kept six o’clock through the winter. In February I let two evenings slip, and I told both the same night.",
		"What I see is that I no longer rehearse. I fell short with the bank, and you waited too long for that letter.",
		"I go on with Thursdays, whatever you decide.",
		"I keep telling it first. That is not for a reward.",
	}, {
		"What I see is that you rang the bell each time. I count on that.",
		"On the day of the fair you told me who was there before I had put my bag down. That night I slept.",
		"I count on you with money. With nights away I don’t.",
		"I see the work, and part of me has still not laid everything down. Both are true.",
	}},
	"after.earned.self": {{
		"I trust myself to notice the word “only”.",
	}, {
		"I trust my eyes again.",
	}},
	"after.story.broke": {{
		"It began well, with a crossword and a bad boat. Then I hid a debt, and after that a person, for four months.",
		"You asked me twice. Twice I said that you imagined things, and that broke more than the rest.",
		"We had good years. I spoiled the last of them by lying.",
	}, {
		"It began with bread and a borrowed tent. For me it broke in front of a shop, on a warm day.",
		"What it cost me was the ground: my sleep, some friends, my own eyes for a time.",
		"We were kind and tired, and then I was told that I dreamed.",
	}},
	"after.story.work": {{
		"After that we only wrote about the post. There was a day when I said it without a because.",
		"I told the late Thursday the same night. You carried a whole winter of Fridays.",
		"I paid, I went on Thursdays, and I learned to say “I don’t know yet”.",
	}, {
		"After that I slept at my sister’s for three weeks. There was a Sunday when we first sat down with a lamp between us.",
		"What held was small: a bell, a message, a bag left with the porter.",
		"There were two weeks in which I wanted to stop, and I swam through them.",
	}},
	"after.story.now": {{
		"Today we have two flats and one table on Sundays. What stays broken is the time when you did not have to ask.",
		"We don’t know yet what we will be in a year. I am not hiding while we find out.",
		"What is mended has a line in it, and I am not sorry that it shows.",
	}, {
		"Today I like to open the door. What stays is Friday, a little.",
		"We are still finding out. I am not afraid of either end.",
		"The song is back in the kitchen. The bridge is not.",
	}},
}
