package help

import (
	"regexp"
	"strings"
)

// regionForm finds the region in the name of a locale, such as "de_AT.UTF-8".
var regionForm = regexp.MustCompile(`^[A-Za-z]{2,3}[_-](?:[A-Za-z]{4}[_-])?([A-Za-z]{2})(?:[.@].*)?$`)

// Region gives the code of the country for which the system was set up, such as
// "AT", or "" where it doesn't say. It looks at names of the environment only;
// LC_TELEPHONE comes before LANG, since many read another country's language.
func Region(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_TELEPHONE", "LANG"} {
		if found := regionForm.FindStringSubmatch(getenv(name)); found != nil {
			return strings.ToUpper(found[1])
		}
	}
	return ""
}
