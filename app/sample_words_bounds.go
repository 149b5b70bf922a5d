package app

// sampleBounds is said in step 3.
var sampleBounds = sampleWords{
	"bounds.contact.between": {{
		"I can keep up one message at six and one call on Wednesdays, also in a bad week.",
		"I would like more, and I offer a good morning on working days. That I will keep.",
		"I don’t write after ten, and I don’t send three in a row.",
		"When I have no time I write one word, and the rest in the evening.",
	}, {
		"One message at six is right. More than three a day makes me look at the clock.",
		"A call on Wednesdays is good, twenty minutes at most.",
		"Too much is when a message asks how I feel about the message before.",
		"At work I would like quiet, unless a plan changes.",
	}},
	"bounds.contact.quiet": {{
		"When it gets too much I used to drive off. I will say “I need an hour” first.",
		"I write too much when I am scared. I will write it on paper and keep it.",
		"I will say when I am back, and I will be back then.",
	}, {
		"Silence takes me back to the evening in the car. It helps to hear “Not gone, only quiet”.",
		"I go quiet when I am tired. I will say “It is not about you tonight”.",
		"After a day without a word I make up stories. A time is what helps.",
	}},
	"bounds.contact.people": {{
		"With that person there is nothing since August. If a message comes, I tell you the same day.",
		"We may meet at the fair in autumn for work. I will say it a week before, and who else is there.",
		"I have asked my two friends not to pass anything on.",
	}, {
		"I need to know if they meet by chance, the same evening, in two sentences.",
		"I would rather not hear the name at breakfast.",
		"Nobody else. My sister knows what I have told her, and no more.",
	}},
	"bounds.access.words": {{
		"I can open the account on Sundays for four weeks. My brother’s letters stay closed.",
		"I can show my work calendar until the end of the month, without what others wrote in it.",
		"On Fridays I can say where I am each time it changes, for three weeks.",
	}, {
		"I would like to see the account on Sundays. It is for the fear of another bill.",
		"I would like to see the calendar for four weeks, so that I don’t guess on Fridays.",
		"I want to ask for nothing just now. Looking did not calm me last time.",
	}},
	"bounds.access.instead": {{
		"I can say on Monday which evenings will be late, before anyone asks.",
		"I can tell you the balance unasked on the first of the month.",
		"I can say who was there, in one line, when I come home.",
	}, {
		"It would help as well to be told about a late evening in the morning.",
		"I would rather hear “It was hard today” than look for it in your face.",
		"A photograph of the paid bill, sent unasked, is worth more than a password.",
	}},
	"bounds.expect.expect": {{}, {
		"From now on I expect to hear bad news on the day it happens.",
		"I expect that money from the shared account is talked about first.",
		"I expect an answer that is whole, or a time when it will be.",
		"I expect that nobody raises a voice in my kitchen.",
	}},
	"bounds.expect.guess": {{
		"I think that you expect to hear it first from me, also when it looks bad.",
		"I think that you expect me on time, because waiting is the worst of it.",
		"I think that you expect no more sighs when you ask.",
		"I think that you expect me to carry my own shame.",
	}, {}},
	"bounds.expect.standard": {{
		"Even if nobody sees it, I leave a place when I begin to hide that I am there.",
		"I write down what I spend, also the small sums.",
		"I go on Thursdays, also in weeks in which all is calm.",
		"I would like to be asked, and not be called a liar in front of others.",
	}, {
		"For my own sake I eat at seven, whatever the day was.",
		"I will ask, and not search.",
		"I would like both of us to finish a sentence before the other begins.",
		"I keep my Saturdays for swimming.",
	}},
	"bounds.pace.hurry": {{
		"I hurry with gifts. I am afraid that slow means no.",
	}, {
		"I said yes to the cinema and meant not yet. I can still say so.",
	}},
	"bounds.reassure.words.starts": {{}, {
		"It starts with a cold stomach when the light in the hall goes out.",
		"It starts with counting: how long since the last message.",
	}},
	"bounds.reassure.words.ask": {{}, {
		"I am scared. Is there anything that I should know about today?",
		"I feel shaky. Are you where you said?",
	}},
	"bounds.reassure.words.want": {{}, {
		"A fact first, then a warm word, and no long talk.",
		"Someone who stays on the line until I breathe slowly.",
	}},
	"bounds.reassure.words.meanwhile": {{}, {
		"A walk around the block, and the radio on.",
		"I ring my sister, or I knead dough.",
	}},
	"bounds.reassure.words.inside": {{
		"Shame, and the wish to be believed at once. It is mine to carry.",
		"A hot face, and the sentence “not again”. I let it pass.",
	}, {}},
	"bounds.reassure.words.first": {{
		"I put down what I hold, look up, and say: “Good that you ask.”",
		"I breathe out once and say back what I heard.",
	}, {}},
	"bounds.reassure.words.leave": {{
		"The word “again”, the sigh, and the look at the clock.",
		"Jokes, and “as I told you yesterday”.",
	}, {}},
	"bounds.reassure.words.later": {{
		"“I want to answer this well. I ring you at half past eight.” Then I set an alarm.",
		"“Give me until nine.” At nine I begin, without being asked.",
	}, {}},
	"bounds.no.hard": {{
		"The hardest no is “not tonight” at the door, when I have brought supper.",
	}, {
		"The hardest no for me is to say it when you have cooked.",
	}},
	"bounds.no.week": {{
		"Eli said no to Saturday. I said “All right” and meant it by the evening.",
		"There was none today.",
		"The no was about a call. I wanted to ask once more and cleaned the window.",
		"I was asked not to come up. I left the bread on the stairs and went.",
		"I said no to a talk at eleven at night. It felt odd, and it was fine.",
		"Eli did not want to tell me about the doctor. I did not ask.",
		"A no by message, no reason given. I was sad for an hour.",
		"None. We were both at work until late.",
	}, {
		"I said no to the walk. You said “All right”, and nothing came after it.",
		"There was none.",
		"I said it twice today, because the first time I only mumbled.",
		"You did not want to talk about your mother. I took it the first time.",
		"I said no to the film. I waited for the sigh, and there was none.",
		"My no came late, and I said that it was late. That was all right too.",
		"I said that I was tired. You put on your coat without a face.",
		"None today. I noticed that I could have.",
	}},
	"bounds.no.week.after": {{
		"Looking back, a no got easier to hear when I stopped reading it as a verdict.",
		"The hard hour is the one after it. Walking helps more than asking.",
	}, {
		"By the fifth day I said it in one sentence, and my hands were still.",
		"What I notice is that I did not have to be angry to say it.",
	}},
}
