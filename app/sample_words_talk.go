package app

// sampleTalk is said in step 2.
var sampleTalk = sampleWords{
	"talk.feelings.feel": {{
		"I feel ashamed when you thank me for something small. I notice it in my neck.",
		"I feel afraid when you are quiet in the car, and my hands get cold.",
		"I feel guilty on Sunday mornings, because they were yours and I spoiled them.",
		"I see you feel wary when I laugh at my telephone. I may be wrong about that.",
		"I feel a bit lighter after I have said a hard thing the same day.",
	}, {
		"I feel sad when I put away the second plate. It sits behind my eyes.",
		"I feel sick to my stomach on the bridge by the station.",
		"I feel angry when a friend says that it takes two. My jaw locks.",
		"I feel lonely in the evening, also when you have just been here.",
		"I feel warm when you knock and wait. That scares me a little.",
	}},
	"talk.feelings.under": {{
		"Under the shame there is anger at how long I kept quiet about being unhappy.",
	}, {
		"Under the anger I am afraid that I was easy to leave.",
	}},
	"talk.turns.heard": {{
		"I heard that you don’t mind the dishes; you mind doing them alone on Fridays.",
		"I heard that you stood in the hall for a while before you rang.",
		"I heard that my short answers sound like a closed door.",
		"I heard that you were proud of the evening with your sister, and that I talked over it.",
	}, {
		"I heard that you rehearse what you will say on the tram.",
		"I heard that you are afraid of my face when you begin a sentence.",
		"I heard that you gave the money back in small parts, and told nobody.",
		"To be heard without an answer was new. I slept well after it.",
	}},
	// The list is in the order of its labels, two lines for each.
	"talk.questions.list": {{
		"Do you want to know which evenings were true?",
		"Would it help to see the papers about the money in one go?",
		"Will you ask me why I did not stop sooner?",
		"May I tell you how it ended, when you want to hear it?",
		"How do I answer when you ask whether I felt anything?",
		"What if I don’t remember, and it sounds like a lie?",
		"Do you think less of me for crying?",
		"Does your sister hate me?",
	}, {
		"Were you here on my birthday with your whole mind?",
		"Who else knew about it?",
		"What did you tell your mother?",
		"Is the last of the debt really paid?",
		"Why did it go on after you saw me cry?",
		"What did you get there that you did not get with me?",
		"What did the flat look like?",
		"Did you ever talk about me?",
	}},
	"talk.questions.bring": {{
		"I bring this: two of my friends knew from May on. I will give you their names.",
		"I bring this: in June I said that I was at the dentist. I was not.",
		"I bring this: the second account is closed since Tuesday, and the letter from the bank is here.",
		"I bring this: I got a message last week. I did not answer, and I can show you that it came.",
	}, {
		"I bring one question: was there a day when you nearly told me?",
		"I bring one question: which of our friends knew before I did?",
		"I bring one question: is there any bill left that I have not seen?",
		"None tonight. I would like to have a cup of tea and go home early.",
	}},
	"talk.needs.small": {{
		"This week I need ten minutes alone after work, before we talk. I will say when I am back.",
		"This week I would like to hear it when a message at six was good for you. Once is enough.",
		"There is nothing for now. I would rather get your week right first.",
	}, {
		"This week I need to hear on Thursday morning how Friday will look.",
		"This week I need one walk in which nobody says the word trust.",
		"This week I need you to ring the bell, also when the door is open.",
	}},
	"talk.needs.most": {{
		"What I need most is to be told plainly when I have gone quiet again. In a normal week that is one sentence.",
		"I need to know when a talk ends. Then I can stay in it to the end.",
		"Most of all I need time to get my answers right. “Tomorrow at eight” is my honest pace.",
	}, {
		"What I need most is to hear things first from you. In a normal week I would find nothing out by myself.",
		"Most of all I need your word and your day to match: the hour you said, the place you said.",
		"I need to be sad on a Monday without anyone having to be punished or cheered up.",
	}},
	"talk.needs.hard": {{
		"It is hard to ask, but I would like to be asked about my own day now and then.",
		"Not tonight. It is about my brother, and I want to say it well.",
		"I would like to see the photographs of the lake one day. You may say no.",
	}, {
		"It is hard to ask, but I need you to say aloud that I was not mad to doubt.",
		"I would like you to come along to my doctor once and wait outside.",
		"Not tonight. It sounds too soft in my head.",
	}},
	"talk.needs.unsaid": {{
		"I did not ask whether there will ever be a spring for us again. I can bring that to Thursday.",
	}, {
		"I did not ask to be held. I am afraid that I would not stop crying.",
	}},
	"talk.nonnegotiable.respect": {{
		"I will not lie about where I am again, not even about small things.",
		"I will not write to that person again, in any way.",
		"I would like to be argued with, and not be called names.",
		"No new debt without your knowing, whatever happens with us.",
	}, {
		"I can only be here if I hear the truth the same day.",
		"My flat is mine. Whoever comes in has rung the bell.",
		"Nobody tells me again that I imagine things.",
		"My evenings with my sister stay, and need no reason.",
	}},
	"talk.nonnegotiable.ends": {{
		"When a talk turns into shouting, I stop, and I come back at nine the next day.",
		"If my brother gets dragged in, I end the talk for that evening.",
		"I don’t know yet what would end us for me. I will say it when I do.",
	}, {
		"When I hear “you are too sensitive”, I get up and go home.",
		"If there is another hidden account, I go, and I don’t come back for a talk.",
		"If I am lied to about that person again, it is over for me.",
	}},
	"talk.messages.message.hello": {{
		"Dear Eli,", "Good morning, Eli,",
	}, {
		"Hello Noor,", "Noor,",
	}},
	"talk.messages.message.thing": {{
		"the swifts are back above the yard.",
		"I found your grey scarf and left it in a bag at the porter’s.",
	}, {
		"the letter from the landlord came. Nothing bad in it.",
		"I baked bread, and it came out like a stone. It made me laugh.",
	}},
	"talk.messages.message.room": {{
		"No need to write back. I write again on Sunday at noon.",
		"There is nothing to answer. See you on our evening.",
	}, {
		"A line by tomorrow is enough. Please nothing after ten.",
		"You don’t have to answer. Once a week is good for me.",
	}},
	"talk.messages.stop": {{
		"When you write “too much”, I answer “All right” and put the telephone into the drawer for an hour.",
		"When it is too much for me, I write: “Not by text. On Sunday.” Then I go down to the canal.",
		"I wash up by hand when I want to write a fourth message.",
	}, {
		"“That is enough for today.” Then I put the telephone under the cushion and read.",
		"“Not by text.” After nine I leave it in the hall.",
		"“Too long for me. One line, please.” Then I ring my sister.",
	}},
	"talk.weekly.bring": {{
		"The hardest part is to hear what hurt and not explain it. I will hold a cup with both hands.",
	}, {
		"Thanks are the hardest part for me. I am afraid that they sound like a receipt.",
	}},
}
