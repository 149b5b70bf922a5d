package app

// sampleSteady is said in step 4.
var sampleSteady = sampleWords{
	"steady.promises.promises": {{
		"On Tuesday at six I bring the papers of the car.",
		"On Thursday at nine I write whether the counsellor’s hour took place.",
		"On Saturday by noon I have mended the lamp in the hall.",
		"Each evening at ten I write good night, also after a bad day.",
	}, {
		"On Monday at eight I go swimming, for myself.",
		"On Wednesday I put my question on the list, and not into a message.",
		"None this week. A small thing that would mean something: the bins on Thursday.",
	}},
	"steady.promises.week": {{
		"The papers were due at six. I was there at ten to, and it was quiet in me.",
		"Nothing was due today.",
		"I saw at four that I would be late, and I wrote it then. That was new.",
		"The lamp hangs. I did not point at it, and it was hard.",
		"I forgot good night until midnight, and I told it at breakfast by message.",
		"The counsellor was ill. I wrote that too.",
		"Good night was sent. It took ten seconds.",
		"I wanted to promise more today, and left it.",
	}, {
		"I swam. The water was cold, and I was proud.",
		"Nothing was due.",
		"The papers came on time. I noticed that I had stopped listening for the door.",
		"A message came before the hour and not after it. My stomach stayed calm.",
		"I put the question on the list. It was still there in the morning, and smaller.",
		"Good night came late. It was said by itself the next day.",
		"The lamp is on. I read under it.",
		"I did not watch over today. That was a rest.",
	}},
	"steady.promises.week.after": {{
		"Six of seven held. The one that did not was the one that I made too large.",
		"Small is harder than I thought, and it is the first thing that works.",
	}, {
		"I counted less in the second half of the week.",
		"I believe the lamp. I don’t believe all the rest yet.",
	}},
	"steady.showing.what": {{
		"When you came home pale in April I made a joke. Next time I ask: “Near or quiet?”",
		"I would bring soup, put it on the stove, and go without waiting for a word.",
		"I would stay at the table for the second half of the story, too.",
		"On my own hard days I ring my brother first.",
	}, {
		"On a hard day it helps when someone does a plain thing: the shopping, the washing-up.",
		"Too much is advice. Too little is a thumb on the screen.",
		"I would like to be asked once, and then be left to answer in my own time.",
		"When you have such a day, I can sit next to you and read.",
	}},
	"steady.showing.week": {{
		"Eli had a bad hour after work. I asked once, fetched bread, and came back at seven.",
		"There was none.",
		"I was low myself and rang my brother.",
		"Eli wanted no one near. I sat in the yard for a while and went home.",
		"I began to explain, and stopped in the middle of the sentence.",
		"I came back at the time that I had said, and it was the right thing.",
		"There was none that I saw.",
		"I listened to the same story again. It had a part in it that I had not heard.",
	}, {
		"I said “today is a hard day”. You put the kettle on and asked nothing.",
		"There was none.",
		"I wanted you to go, and you went. I felt safe on my own.",
		"The bread was on the table. That reached me.",
		"You stopped in the middle of an explanation. I noticed.",
		"It was hard on the train, and nobody could know. I bought myself flowers.",
		"You came back when you had said.",
		"I was there for you for ten minutes, because I wanted to be.",
	}},
	"steady.showing.week.after": {{
		"I used to think that being there is doing much. It is mostly staying.",
	}, {
		"What reached me was small and came on time.",
	}},
	"steady.triggers.sets": {{
		"I have seen it on Fridays after six, when I am late and say nothing.",
		"It comes when my telephone lies with its face down, because I used to hide it like that.",
		"It comes at the station, where I once said that I was at work.",
		"It comes when I answer too fast and too brightly.",
	}, {
		"It comes on Fridays when it gets dark and you are not where you said.",
		"It comes with the smell of that soap in the chemist’s.",
		"It comes when a voice in the next room goes low.",
		"Most often it comes with a change of plan that I hear last.",
	}},
	"steady.again.weeks.after": {{
		"At first it was easy to leave before ten. In the second week I sat in the car and was sad, and I still left.",
		"Late in the second week I forgot the bell once and said so on the stairs.",
		"It was hardest after a good evening, because I wanted it to count for something.",
	}, {
		"At first I explained my sentence. In the middle I just said it.",
		"The hard days were the nice ones. I said it all the same, and nothing broke.",
		"Late in the second week it had become a plain sentence, like good night.",
	}},
	"steady.mistakes.mine": {{
		"When I feel far away from you, I promise a journey. In its place I could wash the cups.",
		"When you are quiet I press for a word. I could read for half an hour.",
		"On Sundays at noon I act as if all were as before. I could ask how the week was.",
		"When I have kept a thing I wait for praise. I could tell my brother.",
	}, {
		"I keep count at night, and it costs me sleep. I could write the number down and close the book.",
		"I need to check for now, but only once, and by day.",
		"What wears me out most is the big promise after a small slip.",
		"I tell my sister too much when I am angry. I could walk first.",
	}},
	"steady.look.moved": {{
		"Six weeks ago I wrote at six because I had to. On the ninth I wrote because I wanted to.",
		"Thursday’s hour held, seven times out of seven.",
		"I saw you sleep on the sofa with the door open.",
		"I have said “I don’t know yet” more often than yes.",
	}, {
		"Six weeks ago I listened for the lift. Last Tuesday I noticed that I had been reading.",
		"I sleep until five, mostly.",
		"I can say that I am scared before I am angry.",
		"Fridays got harder for a while and then a bit easier.",
	}},
	"steady.look.still": {{
		"I still put off the letter to the bank. It is on the table now.",
		"The late evening was found out an hour before I would have told it.",
		"I still want to be told that I am doing well.",
	}, {
		"I still don’t count on nights away.",
		"The bridge by the station is as it was.",
		"From the outside it looks better than it is on Mondays.",
	}},
	"steady.look.next": {{
		"I go on with six o’clock, with or without thanks.",
		"I would like to move the call from Wednesday to Thursday, so that I can keep it better.",
		"The list of sums can stay as it is.",
	}, {
		"I would like more of the same weeks.",
		"I would like the walk to have no hard talk in it at all.",
		"The look at the account can end. I have stopped needing it.",
	}},
}
