package app

// sampleCards is what they answer when they draw cards: one answer for each card.
var sampleCards = sampleWords{
	"renew.again.cards.supper": {{"Toast with pears, standing at the window."}, {"Rice with an egg, out of the pot."}},
	"renew.again.cards.smile":  {{"A child on the tram who greeted each stop."}, {"The neighbour’s cat in my bread basket."}},
	"renew.again.cards.cup":    {{"Black tea, on the stairs to the yard."}, {"Coffee, at the sink, looking at the swifts."}},
	"renew.again.cards.song":   {{"The slow one from the radio play, with the harbour in it."}, {"Anything with a clarinet."}},
	"renew.again.cards.free-day": {
		{"I would take the first ferry and read all the way over and back."},
		{"Swim, bread, a nap, and nobody’s calendar."},
	},
	"renew.again.cards.best-hour": {
		{"Half past six in the morning. Nobody wants anything, and the light is thin."},
		{"Four in the afternoon on a Saturday, when the dough rises."},
	},
	"renew.again.cards.smell":      {{"Rain on warm stones."}, {"Pencils, and the lake in May."}},
	"renew.again.cards.near-place": {{"The tower by the water works."}, {"The little cinema behind the market."}},
	"renew.again.cards.good-at":    {{"I can fold a map the right way."}, {"I can tell from the sound which pipe it is."}},
	"renew.again.cards.learn":      {{"To play the trumpet, badly and loud."}, {"To sail. I would be afraid for most of the year."}},
	"renew.again.cards.story": {
		{"The book about the two lighthouse keepers who only write to each other."},
		{"The film with the train that never leaves the station."},
	},
	"renew.again.cards.phrase": {
		{"“That depends.” From my father, who sold umbrellas."},
		{"“Well then.” My sister says it too."},
	},
	"renew.again.cards.throw-away": {{"Tickets, of any kind."}, {"Jars. One never knows."}},
	"renew.again.cards.thing": {
		{"The blue bowl came from a flea market. It had a crack when we got it."},
		{"My grey blanket was on a ship once. There is a number sewn into one corner."},
	},
	"renew.again.cards.laugh": {
		{"My brother, trying to whisper."},
		{"People who meet their own reflection and say sorry."},
	},
	"renew.again.cards.good-day": {
		{"The second Sunday. There was fog, and we said almost nothing, and it was fine."},
		{"The day at the pool when the roof was open and it snowed."},
	},
	"renew.again.cards.animal": {
		{"A heron. I would stand in the canal and be left alone."},
		{"An otter. I would eat lying on my back."},
	},
	"renew.again.cards.yourself": {
		{"When I sing the low part and nobody listens for it."},
		{"With flour up to the elbows."},
	},
	"renew.again.cards.taste": {
		{"I like bitter things now: chicory, dark beer, true answers."},
		{"I have stopped liking loud rooms. I like wool."},
	},
	"renew.again.cards.friend": {
		{"The one from the choir who asks and then really waits. I get slower there."},
		{"My friend from the market. We talk nonsense, and it does me good."},
	},
	"renew.again.cards.sunday": {
		{"Ironing, with the radio on."},
		{"Laying out the clothes for Monday, and then soup."},
	},
	"renew.again.cards.work": {
		{"It makes me quick, and I have to walk it off."},
		{"It holds me until three. After that I hold it."},
	},
	"renew.again.cards.ten": {
		{"Damming up streams with stones and then letting them go."},
		{"Drawing maps of islands that did not exist."},
	},
	"renew.again.cards.kind-adult": {
		{"The caretaker at school let me wind the big clock."},
		{"An aunt who never asked why I was crying, and always had plums."},
	},
	"renew.again.cards.proud": {
		{"I taught my nephew to ride a bicycle."},
		{"I once carried a piano up four floors, with five others, without a scratch."},
	},
	"renew.again.cards.show-day": {
		{"The day on which my brother and I slept on the roof."},
		{"My first day at the bakery, at four in the morning, with all the lights."},
	},
	"renew.again.cards.mind": {
		{"I used to think that calm is the same as honest."},
		{"I used to think that asking is weak."},
	},
	"renew.again.cards.wrong": {
		{"They think that I am at ease. I am only quick."},
		{"They think that I am stern. I am mostly shy."},
	},
	"renew.again.cards.home": {
		{"A stair whose third step creaks."},
		{"A door that I can leave open."},
	},
	"renew.again.cards.alone": {
		{"Two evenings. I walk, or I mend something."},
		{"All of Saturday. I swim and talk to nobody."},
	},
	"renew.again.cards.too-much": {
		{"I answer before the question is over. One could notice my shoulders."},
		{"I lose things. Then I clean."},
	},
	"renew.again.cards.help": {
		{"Take one thing off the list and don’t tell me which."},
		{"Put soup on the stove, and go."},
	},
}
