package app

// sampleRenew is said in step 6.
var sampleRenew = sampleWords{
	"renew.pattern.under": {{
		"Under it I was ashamed, and I wished that supper could just be supper.",
		"I could have said “I am glad to be here”. I longed to be met without a test.",
		"Under the long sentences I was afraid of being found too little.",
	}, {
		"Under it I was lonely, and I wanted half an hour that was ours.",
		"There was an old fear in it that night. It needed a chair of its own.",
		"I wished that somebody else would think of the train for once.",
	}},
	"renew.routines.back": {{
		"I don’t want back the hour in the car in front of the house. I use it to ring my brother now.",
		"I would like to save the radio play on Saturdays, if you want it too.",
		"I don’t want back the drawer with the unopened letters. They lie in the blue bowl now.",
	}, {
		"I don’t want back the suppers with the news on.",
		"I miss the crossword. It could come back without the rest.",
		"I don’t want anything old on Fridays. A pool ticket would be good in its place.",
	}},
	"renew.goals.mine": {{
		"In three months I have paid back two hundred each month. In a year the debt is gone.",
		"In three months I sing again on Mondays. In a year I have stood in a concert.",
		"In three months I can say a hard thing on the same day. In a year nobody is surprised by it.",
	}, {
		"In three months I sleep six hours. In a year I have been to the sea by myself.",
		"In three months I have asked for fewer hours at work. In a year I bake for the market.",
		"In a year I would like to swim across the lake.",
	}},
	"renew.goals.shared": {{
		"In three months we have had ten calm Sundays. In a year we can cook in one kitchen without fear. My part is to come on time.",
		"In three months we both know each number of the account. My part is the list on the first of the month.",
	}, {
		"In three months we can talk about money for twenty minutes. In a year we have a plan for the flat, together or not.",
		"Not for a year. In three months I would like one day at the lake that ends well.",
	}},
	"renew.learned.know": {{}, {
		"I know now that I saw it early and argued with my own eyes.",
		"If evenings lose their hour again, I ask on the second one and not on the tenth.",
		"I don’t want to live through being told that I dream.",
		"I know that I can leave a room, and that I can come back into it.",
	}},
	"renew.learned.guess": {{
		"I think you know now that your first feeling was right.",
		"You would worry if I became very cheerful and very vague. You would need the plain day, hour by hour.",
		"I think that you never want to be the last one to hear again.",
		"I think you know now that you can stand on your own.",
	}, {}},
	"renew.learned.myself": {{
		"My first step was a joke that I did not repeat at home. Now I repeat it at home.",
		"It could begin again when I am praised and tired. Then I go to the choir, and I tell my brother the same night.",
		"I told myself that it was only coffee. When I hear “only” in my head, I ring you.",
	}, {
		"From now on I say “I don’t believe that” aloud, and once.",
		"I keep my own account and my own Saturdays, whatever comes.",
		"I won’t go along with half an answer just because it is late.",
	}},
	"renew.learned.together": {{
		"We used to let the week run over us. I’d like us to look at it on Sunday, for ten minutes.",
		"I used to leave all the letters to one pair of hands. I take half of them now.",
		"I filled each evening. I would like some that are empty.",
	}, {
		"We used to be kind to guests first. I’d like a bit of that on a Tuesday.",
		"I’d like us to ask for help sooner, also for the boiler.",
		"We never said when a thing was nice. I would like that to be said.",
	}},
}
