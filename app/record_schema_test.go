package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"goldseam.app/data/journal"
)

// wantSchema checks JSON against the schema, as far as the schema goes.
func wantSchema(t *testing.T, text []byte) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "docs", "export.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	var value any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	fitsSchema(t, "record", schema, value)
}

func fitsSchema(t *testing.T, path string, schema map[string]any, value any) {
	t.Helper()
	if enum, ok := schema["enum"].([]any); ok && !slices.Contains(enum, value) {
		t.Errorf("%s may not be %v", path, value)
	}
	ok := false
	switch value := value.(type) {
	case string:
		ok = schema["type"] == "string" && fitsFormat(schema["format"], value)
	case float64:
		ok = schema["type"] == "integer" && value == float64(int(value))
	case bool:
		ok = schema["type"] == "boolean"
	case []any:
		ok = schema["type"] == "array"
		for _, item := range value {
			fitsSchema(t, path+"[]", schema["items"].(map[string]any), item)
		}
	case map[string]any:
		ok = schema["type"] == "object"
		fitsObject(t, path, schema, value)
	}
	if !ok {
		t.Errorf("%s is no %v: %v", path, schema["type"], value)
	}
}

func fitsFormat(format any, value string) bool {
	switch format {
	case "date":
		return journal.Day(value).Valid()
	case "date-time":
		_, err := time.Parse(time.RFC3339Nano, value)
		return err == nil
	default:
		return format == nil
	}
}

func fitsObject(t *testing.T, path string, schema, value map[string]any) {
	t.Helper()
	fields, _ := schema["properties"].(map[string]any)
	for name, field := range value {
		inner, ok := fields[name].(map[string]any)
		if !ok {
			t.Errorf("%s has %s", path, name)
			continue
		}
		fitsSchema(t, path+"."+name, inner, field)
	}
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, ok := value[name.(string)]; !ok {
			t.Errorf("%s lacks %s", path, name)
		}
	}
}
