package app

// sampleRepair is said in step 5.
var sampleRepair = sampleWords{
	"repair.shoes.mine": {{}, {
		"I stood in front of the shop with two bags, and I saw your car where it could not be.",
		"I thought that I had the day wrong. Then I saw you laugh, and I knew that I had not.",
		"I drove home very slowly, and I put the milk into the cupboard.",
		"In the evening you asked how my day was, and I said “fine”. That word has stayed with me.",
	}},
	"repair.shoes.guess": {{
		"You had bought things for supper. I think that you saw the car before you saw me.",
		"Maybe you looked for a reason that was not true, because you wanted it to be harmless.",
		"I think that your hands were cold, and that you drove home without hearing the radio.",
		"When I asked about your day, I think that you waited for me to say it by myself.",
	}, {}},
	"repair.shoes.ask": {{
		"Where I am least sure: did you sit in the car for long before you went up?",
		"I don’t know whether you wanted me to see you there.",
	}, {
		"The moment with the milk. I was not there in my own kitchen.",
		"The word “fine”. I would like it to be understood that it was a question.",
	}},
	"repair.shoes.stays": {{
		"While I wrote, I wanted to say that it was raining and that I was sad too. I keep that here.",
	}, {
		"While I wrote, I was angry at the bags for being so full.",
	}},
	"repair.validate.three": {{
		"I said: “You know that it is over.” Now: “Knowing it does not stop the fear at six. I see that.”",
		"I said: “I was only tired.” Now: “I was short with you, and it made the old fear ring.”",
		"I said: “Let us go away for a weekend.” Now: “You can’t breathe in this flat on Fridays. Tell me about it, or don’t.”",
		"I said: “It was months ago.” Now: “It is new each time that you pass there.”",
	}, {
		"I heard: “I have told you everything.” It would have reached me to hear: “Ask, as often as it comes.”",
		"I heard: “You are hard to please.” I would have liked: “You looked forward to it, and I came late.”",
		"I heard: “Other couples manage.” Better: “We are not there. I sit here with you.”",
		"I heard a long list of good deeds. “You are sad” would have been enough.",
	}},
	"repair.ask.heard": {{
		"The need is to be met at the door by somebody who has put everything down.",
		"The need is rest: evenings in which nothing is due.",
		"The need is to be believed before it is proved.",
		"The need is that I stay calm when it comes back.",
	}, {
		"I most want it to be remembered that I need mornings without talk.",
		"Being asked and then not answered was like a warm bath.",
		"I need my own people, and no explaining about it.",
		"I heard that you need to know when a talk ends.",
	}},
	"repair.room.room": {{
		"When Eli closes the door, I want to knock. I go down, wind up the hose, and write nothing until ten the next day.",
		"When a week is quiet, I want to ask where I stand. I plant something in its place.",
		"When the answer is “I don’t know”, I say “All right”, and I don’t bring it up on Sunday.",
	}, {
		"I need Saturdays to myself. I notice that it is given freely when no message comes at noon.",
		"A soft push is a sad smile at the door. I see it.",
		"I need months in which nobody asks what we are.",
	}},
	"repair.thanks.week": {{
		"Eli wrapped the bread in two cloths so that it would still be warm for the neighbour.",
		"Nothing today. I was busy with myself.",
		"Eli said “stop” in a clear voice, and it was good to hear it so clear.",
		"In the hall there was a light on for me.",
		"Eli laughed at the crossword with the whole face.",
		"Eli asked the baker about his knee.",
		"At supper Eli told the story of the ferry again, and told it well.",
		"A note on the bill, in neat small letters: paid.",
	}, {
		"You waited at the kerb until I had found my key.",
		"Nothing today, and that is all right.",
		"You said “I don’t know” and looked it up later.",
		"The bell rang, although the door was open.",
		"I sang while I hung up the washing. I noticed it only afterwards.",
		"You turned the telephone over so that I could see its face, and said nothing about it.",
		"My sister rang just when I needed it.",
		"You took the long way so that I need not cross the bridge.",
	}},
	"repair.thanks.week.after": {{
		"I looked more than I waited. That is a better way to go through a week.",
	}, {
		"There was more to see than I had expected, and none of it had to mean anything.",
	}},
	"repair.thanks.cover": {{
		"And also: on Tuesday I did the shopping so that it would be seen.",
	}, {
		"And also: Thursday was the day a year ago, and nobody said it.",
	}},
}
