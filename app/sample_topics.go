package app

import "goldseam.app/data/journal"

// sampleTopic is something that the made-up couple agrees on, in two wordings.
type sampleTopic struct {
	kind     journal.AgreementKind
	title    string
	texts    [2]string
	why      string
	promises journal.Partner
	bodies   bool
}

// sampleFirst are the three agreements of the first evening.
var sampleFirst = []sampleTopic{
	{journal.Plain, "Our pause word", [2]string{
		"Our word is “lantern”. When one of us says it, we both stop at once. Nobody asks why.",
	}, "Each of us can stop a talk before it hurts.", journal.Nobody, false},
	{journal.Ritual, "When and where we sit", [2]string{
		"We sit down together on Sundays at half past seven, at Eli’s kitchen table. We stop after 45 minutes at most.",
	}, "A set time means that hard things don’t spill into the whole week.", journal.Nobody, false},
	{journal.Plain, "What stays between us", [2]string{
		"What we write and say here stays between us. Each of us may talk to a therapist, a doctor or a help line.\nWe don’t use these words later to win a fight.",
	}, "We can be open when we know where our words go.", journal.Nobody, false},
}

// sampleTopics are what they agree on later.
var sampleTopics = []sampleTopic{
	{journal.Plain, "A message when plans change", [2]string{
		"When I will be later than I said, I write before the hour is over.",
		"When I will be more than twenty minutes late, I write before the hour is over. A call is as good.",
	}, "Waiting without word is the hardest part of the day.", journal.First, false},
	{journal.Ritual, "Sunday walk", [2]string{
		"We walk for an hour on Sundays after breakfast and talk about anything but this.",
		"We walk for half an hour on Sundays, also when it rains a little. We talk about anything but this.",
	}, "We want time that is not about mending.", journal.Nobody, false},
	{journal.Goal, "Six calm weeks", [2]string{
		"For six weeks neither of us leaves a talk without saying when it goes on.",
		"For six weeks neither of us leaves a talk without naming a time. “Tomorrow at seven” is enough.",
	}, "Doors that close without a word still frighten us both.", journal.Nobody, false},
	{journal.Plain, "Questions have a place", [2]string{
		"Eli writes questions down and asks them on our evening. Noor answers once, and whole.",
		"Eli asks at most three questions an evening. Noor answers whole, or says when.",
	}, "Every day can’t be a day of questions.", journal.Nobody, false},
	{journal.Plain, "Money above fifty", [2]string{
		"Spending above fifty from the shared account is said beforehand.",
		"Spending above eighty from the shared account is said beforehand, by message if need be.",
	}, "No more bills that are a surprise.", journal.Nobody, false},
	{journal.Ritual, "Good night, whatever the day", [2]string{
		"We say good night, also by message, also after a bad day.",
		"We say good night by message before eleven, also after a bad day.",
	}, "A day should not end in the air.", journal.Nobody, false},
	{journal.Goal, "Back to the lake", [2]string{
		"Before the winter we go to the lake for one day together.",
		"Before the winter we go to the lake for one afternoon together, and each can leave alone.",
	}, "That place should not stay lost.", journal.Nobody, false},
	{journal.Plain, "A night under one roof", [2]string{
		"Noor may stay over on the sofa after our evening when it is late. Either can say no that same night.",
		"Noor may stay over on the sofa on Sundays. Either can say no that same night, without a reason.",
	}, "We want to try it slowly.", journal.Nobody, true},
	{journal.Plain, "No talks after ten", [2]string{
		"We begin no hard talk after ten in the evening.",
		"We begin no hard talk after ten in the evening, and none by message.",
	}, "Tired words hurt us both.", journal.Nobody, false},
	{journal.Ritual, "Wednesday supper", [2]string{
		"Noor cooks on Wednesdays. Eli brings the bread.",
		"We cook on Wednesdays by turns.",
	}, "One evening a week that is looked after.", journal.First, false},
}

// sampleAccess is access that ends by itself.
var sampleAccess = []sampleTopic{
	{journal.TemporaryAccess, "The shared account, to look at", [2]string{
		"Eli may look at what goes in and out of the account. Eli changes nothing in it.",
	}, "So that money is no longer something to guess about.", journal.First, false},
	{journal.TemporaryAccess, "The calendar, to look at", [2]string{
		"Eli may see Noor’s work calendar, without what others wrote in it.",
	}, "So that evenings can be planned calmly.", journal.First, false},
	{journal.TemporaryAccess, "Where Noor is on Fridays", [2]string{
		"On Fridays from six to ten Noor says by message where Noor is when a place changes.",
	}, "Fridays are the hardest evenings.", journal.First, false},
}

// sampleDeclined are proposals that one of them says no to. Each is proposed
// once only, because a declined proposal rests.
var sampleDeclined = []sampleTopic{
	{journal.Plain, "Both telephones on the table", [2]string{"We put both telephones on the table, unlocked, when we eat."}, "It might feel fair.", journal.Nobody, false},
	{journal.Goal, "A holiday in spring", [2]string{"We book a week by the sea for April."}, "Something to look forward to.", journal.Nobody, false},
	{journal.Ritual, "Breakfast every day", [2]string{"We have breakfast together every day at seven."}, "Mornings are our best time.", journal.Nobody, false},
	{journal.Plain, "Telling both families", [2]string{"We tell both families together what happened."}, "No more half stories.", journal.Nobody, false},
}

// sampleWithdrawn are proposals that are taken back before the other answers.
var sampleWithdrawn = []sampleTopic{
	{journal.Plain, "The spare key", [2]string{"Noor keeps the spare key again."}, "It would make things easier.", journal.Second, false},
	{journal.Goal, "A month without a slip", [2]string{"For a month nothing goes wrong."}, "It would feel good.", journal.Nobody, false},
	{journal.Ritual, "A list on Fridays", [2]string{"We write a list of the week on Fridays."}, "To see what was good.", journal.Nobody, false},
}

// sampleBoundary is a boundary in two wordings.
type sampleBoundary struct {
	owner journal.Partner
	title string
	texts [2]string
}

var sampleBoundaries = []sampleBoundary{
	{journal.Second, "No shouting", [2]string{
		"When voices get loud, I leave the room and come back after twenty minutes.",
		"When voices get loud, I leave the room and say when I will be back.",
	}},
	{journal.First, "My own evenings with my brother", [2]string{
		"On Tuesdays I see my brother. I don’t change that for a talk.",
		"On Tuesdays I see my brother. I answer messages after ten.",
	}},
	{journal.Second, "My diary is mine", [2]string{
		"I don’t show my diary, and I don’t talk about what is in it unless I begin.",
		"I don’t show my diary. When I want to share a page, I read it aloud.",
	}},
	{journal.First, "Not in front of others", [2]string{
		"I don’t talk about what happened when others are with us.",
		"I don’t talk about what happened when others are with us, and I say so kindly.",
	}},
	{journal.Second, "I sleep at home", [2]string{
		"For now I sleep in my own bed, also after a good evening.",
		"For now I sleep in my own bed on working days.",
	}},
	{journal.First, "Drinking and talking", [2]string{
		"I take no part in a hard talk after either of us has had a drink.",
		"I take no part in a hard talk on a day with a drink in it.",
	}},
}
