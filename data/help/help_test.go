package help_test

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldseam.app/assets"
	"goldseam.app/data/course"
	"goldseam.app/data/help"
)

func shipped(t *testing.T) help.Lines {
	t.Helper()
	built, err := fs.Sub(assets.FS, "help")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := help.Load(built)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// seen are the numbers that were read in a public source, by country; the first
// is the emergency number, which is common knowledge.
var seen = map[string][]string{
	"AT": {"112", "0800 222 555"},
	"AU": {"000", "1800 737 732", "13 11 14"},
	"CA": {"911", "sheltersafe.ca", "988", "1-800-363-9010"},
	"DE": {"112", "08000 116 016"},
	"EU": {"112"},
	"FR": {"112", "3919"},
	"GB": {"999", "0808 2000 247", "0800 027 1234", "0808 801 0327"},
	"IE": {"112", "1800 341 900", "1800 816 588"},
	"IT": {"112", "1522"},
	"NL": {"112", "0800-2000"},
	"NZ": {"111", "0800 733 843", "0800 456 450"},
	"US": {"911", "1-800-799-7233", "88788", "1-800-787-3224"},
	"ZA": {"10111", "0800 428 428"},
}

func TestOnlyNumbersThatWereSeen(t *testing.T) {
	has := map[string][]string{}
	for _, c := range shipped(t) {
		has[c.Code] = []string{c.Emergency}
		for _, line := range c.Lines {
			for _, n := range line.Numbers {
				has[c.Code] = append(has[c.Code], n.Number)
			}
		}
	}
	if diff := cmp.Diff(seen, has); diff != "" {
		t.Errorf("numbers (-seen +in the file):\n%s", diff)
	}
}

func TestEveryLineSaysWhereAndWhen(t *testing.T) {
	for _, c := range shipped(t) {
		if len(c.Lines) == 0 && c.Code != "EU" {
			t.Errorf("%s has no line", c.Name)
		}
		for _, line := range c.Lines {
			day, err := time.Parse(time.DateOnly, line.Checked)
			if err != nil || day.Year() < 2026 || strings.TrimSpace(line.Source) == "" {
				t.Errorf("%s, %s: checked %q, source %q", c.Name, line.Name, line.Checked, line.Source)
			}
		}
	}
}

func TestWordsAreCalm(t *testing.T) {
	bad := regexp.MustCompile(`!|"|(?i)\b(victim|perpetrator|hotline|http)`)
	for _, c := range shipped(t) {
		for _, line := range c.Lines {
			if m := bad.FindString(c.Note + line.Name + line.Whom + line.Hours); m != "" {
				t.Errorf("%s: %q", c.Name, m)
			}
		}
	}
}

// The safety page of the course is read where nothing can be looked up, so it
// has the numbers too. It must not say others.
func TestTheSafetyPageHasTheSameNumbers(t *testing.T) {
	built, err := fs.Sub(assets.FS, "course/en")
	if err != nil {
		t.Fatal(err)
	}
	c, err := course.Load(built)
	if err != nil {
		t.Fatal(err)
	}
	page := ""
	for _, s := range c.Safety.Sections {
		page += strings.Join(s.Lines, "\n") + "\n"
	}
	known := []string{"55"}
	for _, numbers := range seen {
		known = append(known, numbers...)
		for _, n := range numbers {
			if !strings.Contains(page, n) {
				t.Errorf("the safety page lacks %s", n)
			}
		}
	}
	for _, n := range regexp.MustCompile(`\d[\d -]*\d`).FindAllString(page, -1) {
		if !slices.Contains(known, n) {
			t.Errorf("the safety page says %q, which the help lines don't have", n)
		}
	}
}

func TestSortedByName(t *testing.T) {
	names := namesOf(shipped(t))
	if !slices.IsSorted(names) || len(names) != len(seen) {
		t.Errorf("order %q", names)
	}
	lines, err := help.Load(file("[[countries]]\nname='Zypern'\ncode='CY'\nemergency='112'\n[[countries]]\nname='Österreich'\ncode='AT'\nemergency='112'\n"))
	if got := namesOf(lines); err != nil || !slices.Equal(got, []string{"Österreich", "Zypern"}) {
		t.Errorf("%q, %v", got, err)
	}
}

func namesOf(lines help.Lines) []string {
	var names []string
	for _, c := range lines {
		names = append(names, c.Name)
	}
	return names
}

func TestFind(t *testing.T) {
	lines := shipped(t)
	const others = "Other countries of the European Union"
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"austria", []string{"Austria"}},
		{"  AUSTR ", []string{"Australia", "Austria"}},
		{"at", []string{"Austria"}},
		{"in", nil},
		{"US", []string{"United States"}},
		{"österreich", []string{"Austria"}},
		{"osterreich", []string{"Austria"}},
		{"o\u0308sterr", []string{"Austria"}},
		{"Québec", []string{"Canada"}},
		{"quebec", []string{"Canada"}},
		{"new zea", []string{"New Zealand"}},
		{"scotland", []string{"United Kingdom"}},
		{"Spain", []string{others}},
		{"stalking", []string{"Italy"}},
		{"suicide", []string{"Canada"}},
		{"for men", []string{"Ireland", "United Kingdom"}},
		{"women", []string{"Austria", "France", "Germany"}},
		{"abuse new", []string{"New Zealand"}},
		{"Atlantis", nil},
		{"*", namesOf(lines)},
		{"", namesOf(lines)},
	} {
		if diff := cmp.Diff(c.want, namesOf(lines.Find(c.query))); diff != "" {
			t.Errorf("%q (-want +found):\n%s", c.query, diff)
		}
	}
}

func TestByCode(t *testing.T) {
	lines := shipped(t)
	for code, want := range map[string]string{"AT": "Austria", "GB": "United Kingdom", "SE": "Other countries of the European Union"} {
		if c, ok := lines.ByCode(code); !ok || c.Name != want {
			t.Errorf("%s is %q, %v", code, c.Name, ok)
		}
	}
	for _, code := range []string{"", "JP", "at"} {
		if c, ok := lines.ByCode(code); ok {
			t.Errorf("%q is %q", code, c.Name)
		}
	}
}

func TestRegion(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"LANG": "de_AT"}, "AT"},
		{map[string]string{"LANG": "de_AT.UTF-8"}, "AT"},
		{map[string]string{"LANG": "sr_RS@latin"}, "RS"},
		{map[string]string{"LANG": "zh-Hant-TW"}, "TW"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_TELEPHONE": "de_AT.UTF-8"}, "AT"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"}, "US"},
		{map[string]string{"LANG": "C.UTF-8"}, ""},
		{map[string]string{"LANG": "POSIX"}, ""},
		{map[string]string{"LANG": "de"}, ""},
		{nil, ""},
	} {
		if got := help.Region(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v gives %q, want %q", c.env, got, c.want)
		}
	}
}

func TestNamedIn(t *testing.T) {
	lines := shipped(t)
	for text, want := range map[string]bool{
		"European Union: 112": true, "in Austria 0800 222 555, day and night": true, "shelters: sheltersafe.ca": true,
		"1125 letters": false, "page 9112": false, "9112, then 112": true, "no number": false, "": false,
	} {
		if got := lines.NamedIn(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func file(text string) fs.FS { return fstest.MapFS{"lines.toml": {Data: []byte(text)}} }

const whole = `[[countries]]
name = "Austria"
code = "AT"
emergency = "112"
[[countries.lines]]
name = "Abuse"
numbers = [{ number = "0800 222 555" }, { by = "message", number = "88788", word = "START" }]
source = "sn.at"
checked = "2026-11-22"
`

func TestLoadSaysWhatIsWrong(t *testing.T) {
	if _, err := help.Load(file(whole)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"broken", `code = "AT"`, `code = "AT`, "lines.toml:3:"},
		{"wrong kind", `code = "AT"`, `code = 7`, "lines.toml:"},
		{"unknown key", `source =`, "phone = 1\nsource =", `lines.toml:8: unknown key "countries.lines.phone"`},
		{"unknown key of a country", `code =`, "capital = 'Vienna'\ncode =", `lines.toml:3: unknown key "countries.capital"`},
		{"unknown key of a number", `{ number = "0800 222 555" }`, `{ number = "0800 222 555", cost = 1 }`, "lines.toml:7: unknown key"},
		{"no name", `name = "Austria"`, `name = " "`, "lines.toml:1: a country without a name"},
		{"no code", `code = "AT"`, `code = "at"`, `lines.toml:1: Austria: "at" is no code`},
		{"bad code of others", `code = "AT"`, "code = \"AT\"\ncovers = [\"L\"]", `"L" is no code`},
		{"no emergency number", `emergency = "112"`, ``, "lines.toml:1: Austria: \"\" is no emergency number"},
		{"no purpose", `name = "Abuse"`, ``, "lines.toml:5: Austria: a line that does not say what it is for"},
		{"no numbers", `numbers = [{ number = "0800 222 555" }, { by = "message", number = "88788", word = "START" }]`, ``, `lines.toml:5: Austria: "Abuse" has no number`},
		{"no source", `source = "sn.at"`, ``, `lines.toml:5: Austria: "Abuse" has no source`},
		{"no day", `checked = "2026-11-22"`, ``, `"" is no day`},
		{"odd day", `2026-11-22`, `2026-11-31`, `"2026-11-31" is no day`},
		{"odd number", `0800 222 555`, `call me`, `"call me" is no number`},
		{"odd way", `"message"`, `"owl"`, `unknown way "owl"`},
		{"odd address", `by = "message", number = "88788", word = "START"`, `by = "web", number = "https://a.b"`, `"https://a.b" is no number or address`},
		{"message without a word", `, word = "START"`, ``, "88788: a message has a word"},
		{"word without a message", `{ number = "0800 222 555" }`, `{ number = "0800 222 555", word = "A" }`, "0800 222 555: a message has a word"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(whole, c.old, c.new, 1)
			if text == whole {
				t.Fatal("nothing was changed")
			}
			fails(t, file(text), c.want)
		})
	}
	second := strings.Replace(whole, "AT", "DE", 1)
	fails(t, file(whole+second), "lines.toml:10: Austria is there twice")
	fails(t, file(whole+strings.Replace(whole, "Austria", "Germany", 1)), "lines.toml:10: the code AT is there twice")
	fails(t, file(whole+"[[countries]]\nname = 'Germany'\ncode = 'DE'\nemergency = '112'\n[[countries.lines]]\nname = 'A'\n"), "lines.toml:14: Germany: ")
	fails(t, file(""), "lines.toml: no countries")
	fails(t, file("#"+strings.Repeat(" ", 300<<10)), "larger than")
	fails(t, fstest.MapFS{}, "lines.toml")
}

func fails(t *testing.T, fsys fs.FS, want string) {
	t.Helper()
	lines, err := help.Load(fsys)
	if !errors.Is(err, help.ErrHelp) || lines != nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}
