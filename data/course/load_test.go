package course_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"goldseam.app/data/course"
)

const (
	page     = "title='T'\nintro='I'\n[[sections]]\ntitle='S'\ntext='X'\n"
	stepFile = "[[steps]]\nid='own'\nnumber=1\ntitle='T'\npurpose='P'\nwhy='W'\nexercises=['own.one']\n"
	head     = "id='own.one'\ntitle='T'\npurpose='P'\nversion=1\nminutes=5\nwhy='W'\nhow=['a','b','c']\nexamples=['e']\nskip='S'\ndebrief='D'\nleaves=['goal']\n"
	write    = "[[parts]]\nid='w'\nkind='write'\ntitle='T'\nprompt='P'\n"
	exercise = head + write
)

func files(exercise string) fstest.MapFS {
	return fstest.MapFS{
		"course.toml":  {Data: []byte(stepFile)},
		"first.toml":   {Data: []byte(page)},
		"safety.toml":  {Data: []byte(page)},
		"ending.toml":  {Data: []byte(page)},
		"checkin.toml": {Data: []byte(checkIn)},
		"own.one.toml": {Data: []byte(exercise)},
	}
}

func TestLoadSmallest(t *testing.T) {
	c, err := course.Load(files(exercise))
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := c.Exercise("own.one"); !ok || e.Parts[0].For != course.ForBoth {
		t.Errorf("got %+v", e)
	}
}

// Each row is an exercise with one thing wrong, and what the error must say.
func TestLoadSaysWhatIsWrong(t *testing.T) {
	part := func(kind, rest string) string {
		return head + "[[parts]]\nid='p'\nkind='" + kind + "'\ntitle='T'\nprompt='P'\n" + rest
	}
	card := "[[parts.cards]]\nid='x'\ntext='X'\npile='left'\nfeedback='F'\n"
	for name, tc := range map[string]struct{ file, says string }{
		"line":            {strings.Replace(exercise, "minutes=5", "minutes=", 1), "own.one.toml, line 5"},
		"unknown key":     {exercise + "colour='red'\n", `unknown key "parts.colour"`},
		"unknown kind":    {part("dance", ""), "unknown kind"},
		"other id":        {strings.Replace(exercise, "own.one", "own.two", 1), "does not match"},
		"no title":        {strings.Replace(exercise, "title='T'", "title=' '", 1), "title is empty"},
		"no how":          {strings.Replace(exercise, "['a','b','c']", "[]", 1), "how has 0 lines"},
		"empty how":       {strings.Replace(exercise, "['a','b','c']", "['a','','c']", 1), "how is empty"},
		"no example":      {strings.Replace(exercise, "['e']", "[]", 1), "0 examples"},
		"unknown leaf":    {strings.Replace(exercise, "'goal'", "'gold'", 1), `unknown "gold"`},
		"bad minutes":     {strings.Replace(exercise, "minutes=5", "minutes=500", 1), "out of range"},
		"unknown for":     {"for='all'\n" + exercise, "unknown audience"},
		"no parts":        {head, "0 parts"},
		"same id":         {exercise + write, `"w" is there twice`},
		"bad id":          {strings.Replace(exercise, "id='w'", "id='W!'", 1), "wrong form"},
		"no prompt":       {strings.Replace(exercise, "prompt='P'", "prompt_hurt='P'", 1), "prompt is empty"},
		"foreign field":   {exercise + "low='L'\n", "fields of a scale part"},
		"no scale end":    {part("scale", "low='L'\n"), "high is empty"},
		"one choice":      {part("choose", "[[parts.choices]]\nid='a'\ntext='A'\n"), "1 choices"},
		"same choice":     {part("choose", strings.Repeat("[[parts.choices]]\nid='a'\ntext='A'\n", 2)), "twice"},
		"one card":        {part("sort", "piles=['A','B']\n"+card), "1 cards"},
		"unknown pile":    {part("sort", "piles=['A','B']\n"+card+strings.Replace(strings.Replace(card, "left", "up", 1), "'x'", "'y'", 1)), "unknown pile"},
		"no feedback":     {part("sort", "piles=['A','B']\n"+card+"[[parts.cards]]\nid='y'\ntext='X'\npile='left'\n"), "feedback is empty"},
		"three piles":     {part("sort", "piles=['A','B','C']\n"+card+strings.Replace(card, "'x'", "'y'", 1)), "own.one.toml"},
		"no rules":        {part("turns", "minutes=5\nrounds=1\n"), "rules is empty"},
		"no rounds":       {part("turns", "minutes=5\nrules=['r']\n"), "out of range"},
		"no guess":        {part("guess", ""), "guess is empty"},
		"no draft":        {part("agree", ""), "draft is missing"},
		"draft kind":      {part("agree", "[parts.draft]\nkind='vow'\ntitle='T'\ntext='X'\nwhy='W'\n"), "unknown kind"},
		"draft text":      {part("agree", "[parts.draft]\nkind='goal'\ntitle='T'\nwhy='W'\n"), "draft text is empty"},
		"from":            {part("agree", "from='zz'\n[parts.draft]\nkind='goal'\ntitle='T'\nwhy='W'\n"), "from names no part"},
		"counterpart":     {exercise + "counterpart='zz'\n", "does not answer back"},
		"no text to read": {part("read", ""), "text is empty"},
		"half a pair":     {part("read", "text=['t']\n[parts.pair]\nhelps='h'\n"), "pair.hurts is empty"},
		"one piece":       {part("compose", "[[parts.pieces]]\nid='a'\nprompt='P'\n"), "1 pieces"},
		"silent piece":    {part("compose", "[[parts.pieces]]\nid='a'\nprompt='P'\n[[parts.pieces]]\nid='b'\n"), "piece b"},
		"part's line":     {part("scale", "low='L'\n"), "own.one.toml, line 13: part p"},
		"key's line":      {exercise + "colour='red'\n", "own.one.toml, line 17"},
		"no days":         {part("practise", "report='R'\n"), "0 days"},
		"no report":       {part("practise", "days=7\n"), "report is empty"},
		"open letter":     {part("letter", ""), "a letter is private"},
		"one label":       {part("write", "labels=['now']\n"), "1 labels"},
		"odd deck":        {part("write", "draw=2\n[[parts.deck]]\nid='a'\ntext='A'\n"), "can't be dealt"},
		"same card":       {part("write", "draw=2\n"+strings.Repeat("[[parts.deck]]\nid='a'\ntext='A'\n", 2)), "twice"},
		"no label":        {part("compose", "keeps='trigger plan'\n[[parts.pieces]]\nid='a'\nprompt='P'\n[[parts.pieces]]\nid='b'\nprompt='P'\n"), "label is empty"},
		"keeps":           {part("compose", "keeps='secret'\n[[parts.pieces]]\nid='a'\nprompt='P'\n[[parts.pieces]]\nid='b'\nprompt='P'\n"), "keeps: unknown"},
		"after":           {part("write", "after=true\n"), "only for read and turns"},
		"private reply":   {part("write", "private=true\nreply=true\n"), "can't have a reply"},
		"empty also":      {part("write", "[[parts.also]]\nfits=['affair']\n"), "also text is empty"},
		"unknown break":   {strings.Replace(exercise, "minutes=5", "minutes=5\nfits=['rain']", 1), `fits: "rain"`},
		"family of one":   {part("choose", "[[parts.choices]]\nid='a'\ntext='A'\nfamily='F'\n[[parts.choices]]\nid='b'\ntext='B'\n"), "families are for several"},
		"too large":       {exercise + "#" + strings.Repeat("x", 300<<10), "larger than"},
	} {
		_, err := course.Load(files(tc.file))
		if !errors.Is(err, course.ErrCourse) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s: got %v, want %q", name, err, tc.says)
		}
	}
}

func TestLoadChecksTheOtherFiles(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){
		"missing exercise": func(f fstest.MapFS) { delete(f, "own.one.toml") },
		"missing safety":   func(f fstest.MapFS) { delete(f, "safety.toml") },
		"missing ending":   func(f fstest.MapFS) { delete(f, "ending.toml") },
		"stray file":       func(f fstest.MapFS) { f["own.two.toml"] = f["own.one.toml"] },
		"no steps":         func(f fstest.MapFS) { f["course.toml"] = &fstest.MapFile{} },
		"same step":        func(f fstest.MapFS) { f["course.toml"] = &fstest.MapFile{Data: []byte(stepFile + stepFile)} },
		"empty section": func(f fstest.MapFS) {
			f["first.toml"] = &fstest.MapFile{Data: []byte(page + "[[sections]]\ntitle='S'\n")}
		},
		"wrong step": func(f fstest.MapFS) {
			f["course.toml"].Data = []byte(strings.Replace(stepFile, "id='own'", "id='talk'", 1))
		},
	} {
		f := files(exercise)
		change(f)
		if _, err := course.Load(f); !errors.Is(err, course.ErrCourse) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := course.Load(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no files: got %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(exercise, stepFile, page)
	f.Add(head+"[[parts]]\nid='p'\nkind='sort'\ntitle='T'\nprompt='P'\npiles=['A','B']\n", "", "")
	f.Fuzz(func(t *testing.T, exercise, steps, page string) {
		m := files(exercise)
		m["course.toml"].Data = []byte(steps)
		m["safety.toml"].Data = []byte(page)
		c, err := course.Load(m)
		if (err == nil) == (c == nil) {
			t.Errorf("course %v with error %v", c, err)
		}
		if err != nil && !errors.Is(err, course.ErrCourse) {
			t.Errorf("error of another kind: %v", err)
		}
	})
}
