package journal

import "testing"

// TestStrictReadsOneAfterAnother wants each value read as if it were the only one.
func TestStrictReadsOneAfterAnother(t *testing.T) {
	var s strict
	for _, c := range []struct {
		json, want string
		fails      bool
	}{
		{json: `{"title":"one"}`, want: "one"},
		{json: `{"title":"two"} {"title":"left over"}`, want: "two"},
		{json: `{"title":"three"}` + "\n", want: "three"},
		{json: `{}`},
		{json: `{"title":"cut`, fails: true},
		{json: ``, fails: true},
		{json: `{"title":"four"}`, want: "four"},
		{json: `{"unknown":"five"}`, fails: true},
		{json: `{"title":"six"}`, want: "six"},
	} {
		var w words
		err := s.decode([]byte(c.json), &w)
		if (err != nil) != c.fails || (!c.fails && w.Title != c.want) {
			t.Errorf("%q: read %q, %v", c.json, w.Title, err)
		}
	}
}
