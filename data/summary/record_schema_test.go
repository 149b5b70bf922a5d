package summary

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// schema is what export.schema.json uses of JSON Schema.
type schema struct {
	Type                 string             `json:"type"`
	Format               string             `json:"format"`
	Properties           map[string]*schema `json:"properties"`
	Required             []string           `json:"required"`
	Items                *schema            `json:"items"`
	Enum                 []any              `json:"enum"`
	AdditionalProperties *bool              `json:"additionalProperties"`
	Schema               string             `json:"$schema"`
	Title                string             `json:"title"`
	Description          string             `json:"description"`
}

func readDoc(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSchemaHasTheFieldsOfTheRecord compares the schema with the types, both ways.
func TestSchemaHasTheFieldsOfTheRecord(t *testing.T) {
	d := json.NewDecoder(strings.NewReader(readDoc(t, "export.schema.json")))
	d.DisallowUnknownFields()
	var s schema
	if err := d.Decode(&s); err != nil {
		t.Fatal(err)
	}
	compare(t, "record", &s, reflect.TypeFor[Record]())
}

func compare(t *testing.T, path string, s *schema, of reflect.Type) {
	t.Helper()
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	kind, format := jsonType(of)
	if s.Type != kind || s.Format != format {
		t.Errorf("%s is a %s %s in the schema, and a %s %s", path, s.Type, s.Format, kind, format)
		return
	}
	switch kind {
	case "array":
		compare(t, path, s.Items, of.Elem())
	case "object":
		if s.AdditionalProperties == nil || *s.AdditionalProperties {
			t.Errorf("%s lets other fields in", path)
		}
		compareFields(t, path, s, of)
	}
	if of == reflect.TypeFor[Side]() && len(s.Enum) < 2 {
		t.Errorf("%s may be any side", path)
	}
}

func compareFields(t *testing.T, path string, s *schema, of reflect.Type) {
	t.Helper()
	var names, required []string
	for i := range of.NumField() {
		name, options, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
		if options == "" {
			required = append(required, name)
		}
		if s.Properties[name] == nil {
			t.Errorf("the schema lacks %s.%s", path, name)
			continue
		}
		compare(t, path+"."+name, s.Properties[name], of.Field(i).Type)
	}
	for name := range maps.Keys(s.Properties) {
		if !slices.Contains(names, name) {
			t.Errorf("the record lacks %s.%s", path, name)
		}
	}
	if slices.Sort(required); !slices.Equal(required, slices.Sorted(slices.Values(s.Required))) {
		t.Errorf("%s requires %v in the schema, and %v", path, s.Required, required)
	}
}

func jsonType(of reflect.Type) (kind, format string) {
	switch {
	case of == reflect.TypeFor[time.Time]():
		return "string", "date-time"
	case of == reflect.TypeFor[Date]():
		return "string", "date"
	}
	switch of.Kind() {
	case reflect.Bool:
		return "boolean", ""
	case reflect.Int:
		return "integer", ""
	case reflect.Slice:
		return "array", ""
	case reflect.Struct:
		return "object", ""
	default:
		return "string", ""
	}
}

// TestEveryFieldIsDescribed looks for each field in the part of its list, and for
// each table with its columns.
func TestEveryFieldIsDescribed(t *testing.T) {
	text := readDoc(t, "export-format.md")
	sections := map[string]string{}
	for _, section := range strings.Split(text, "\n### ")[1:] {
		name := strings.FieldsFunc(section, func(r rune) bool { return r == ':' || r == '\n' })[0]
		sections[name] = section
	}
	of := reflect.TypeFor[Record]()
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if !strings.Contains(sections["The record"], "`"+name+"`") {
			t.Errorf("the record's %s is not described", name)
		}
		if of.Field(i).Type.Kind() == reflect.Slice {
			described(t, sections[name], name, "", of.Field(i).Type.Elem())
		}
	}
	for _, table := range Tables(Record{}) {
		if !strings.Contains(text, "| `"+table.File()+"` |") || !strings.Contains(text, "| `"+strings.Join(table.Rows[0], "`, `")+"` |") {
			t.Errorf("%s is not described with its columns", table.File())
		}
	}
}

func described(t *testing.T, section, list, path string, of reflect.Type) {
	t.Helper()
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		inner := of.Field(i).Type
		name = path + name
		twoSides := strings.HasPrefix(of.Name(), "Sides[")
		if kind, _ := jsonType(inner); !twoSides && !strings.Contains(section, "`"+name+"`") {
			t.Errorf("%s has %s, a %s that is not described", list, name, kind)
		}
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if kind, _ := jsonType(inner); kind == "object" {
			described(t, section, list, name+".", inner)
		}
	}
}
