package course

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// maxFile is the largest course file that is read, in bytes.
const maxFile = 256 << 10

// The files that are not exercises.
const (
	stepsFile   = "course.toml"
	safetyFile  = "safety.toml"
	aboutFile   = "first.toml"
	endingFile  = "ending.toml"
	checkInFile = "checkin.toml"
)

// ErrCourse is wrapped by every error of Load.
var ErrCourse = errors.New("course files")

// stepEntry is a step as the file has it: with the ids of its exercises.
type stepEntry struct {
	Step
	Exercises []string `toml:"exercises"`
}

// Load reads the course from the root of fsys: course.toml with the steps in
// order, one "<step>.<name>.toml" an exercise, checkin.toml, safety.toml,
// first.toml and ending.toml. It is strict: an unknown key, a missing text or a file that no
// step names is an error, which says the file and what is wrong, and wraps
// ErrCourse.
func Load(fsys fs.FS) (*Course, error) {
	c, err := load(fsys)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCourse, err)
	}
	return c, nil
}

func load(fsys fs.FS) (*Course, error) {
	c := &Course{}
	for name, page := range map[string]*Page{safetyFile: &c.Safety, aboutFile: &c.About, endingFile: &c.Ending} {
		if err := decode(fsys, name, page); err != nil {
			return nil, err
		}
		if err := checkPage(*page); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := c.loadCheckIn(fsys); err != nil {
		return nil, err
	}
	if err := c.loadSteps(fsys); err != nil {
		return nil, err
	}
	return c, errors.Join(checkFits(c), noStrays(fsys, c))
}

func (c *Course) loadSteps(fsys fs.FS) error {
	var file struct {
		Steps []stepEntry `toml:"steps"`
	}
	if err := decode(fsys, stepsFile, &file); err != nil {
		return err
	}
	for _, entry := range file.Steps {
		step := entry.Step
		for _, id := range entry.Exercises {
			e, err := loadExercise(fsys, step.ID, id)
			if err != nil {
				return err
			}
			step.Exercises = append(step.Exercises, e)
		}
		c.Steps = append(c.Steps, step)
	}
	if err := checkSteps(c.Steps); err != nil {
		return fmt.Errorf("%s: %w", stepsFile, err)
	}
	return nil
}

func loadExercise(fsys fs.FS, step, id string) (Exercise, error) {
	name := id + ".toml"
	e := Exercise{}
	if err := decode(fsys, name, &e); err != nil {
		return e, err
	}
	e.Step = step
	fillAudience(&e)
	if e.ID != id || !strings.HasPrefix(id, step+".") {
		return e, fmt.Errorf("%s: the id %q does not match the file or its step %q", name, e.ID, step)
	}
	if err := checkExercise(e); err != nil {
		return e, place(fsys, name, err)
	}
	return e, nil
}

// problem is an error near an id of the file.
type problem struct {
	near string
	err  error
}

func (p *problem) Error() string { return p.err.Error() }
func (p *problem) Unwrap() error { return p.err }

// place says the file, and the line of the part in which something is wrong.
func place(fsys fs.FS, name string, err error) error {
	var near *problem
	if !errors.As(err, &near) {
		return fmt.Errorf("%s: %w", name, err)
	}
	line := regexp.MustCompile(`^\s*id\s*=\s*["']` + regexp.QuoteMeta(near.near) + `["']`)
	return fmt.Errorf("%s: %w", at(fsys, name, line), err)
}

// at names the file and the first line that the pattern fits.
func at(fsys fs.FS, name string, pattern *regexp.Regexp) string {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return name
	}
	for i, line := range strings.Split(string(data), "\n") {
		if pattern.MatchString(line) {
			return fmt.Sprintf("%s, line %d", name, i+1)
		}
	}
	return name
}

// fillAudience makes everything that names nobody for both.
func fillAudience(e *Exercise) {
	if e.For == "" {
		e.For = ForBoth
	}
	for i := range e.Parts {
		p := &e.Parts[i]
		if p.For == "" {
			p.For = ForBoth
		}
		for k := range p.Pieces {
			if p.Pieces[k].For == "" {
				p.Pieces[k].For = ForBoth
			}
		}
	}
}

// decode reads one TOML file into v and refuses keys that v does not have.
func decode(fsys fs.FS, name string, v any) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close() //nolint:errcheck // read only
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > maxFile {
		return fmt.Errorf("%s: larger than %d bytes", name, maxFile)
	}
	meta, err := toml.Decode(string(data), v)
	if err != nil {
		return tomlError(name, err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		key := extra[0][len(extra[0])-1]
		line := regexp.MustCompile(`^\s*\[*(.*\.)?["']?` + regexp.QuoteMeta(key) + `["']?\s*[=\]]`)
		return fmt.Errorf("%s: unknown key %q", at(fsys, name, line), extra[0].String())
	}
	return nil
}

func tomlError(name string, err error) error {
	var at toml.ParseError
	if errors.As(err, &at) {
		return fmt.Errorf("%s, line %d: %s", name, at.Position.Line, at.Message)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// noStrays refuses a file that belongs to no step: it would never be shown.
func noStrays(fsys fs.FS, c *Course) error {
	names, err := fs.Glob(fsys, "*.toml")
	if err != nil {
		return fmt.Errorf("list files: %w", err)
	}
	known := []string{stepsFile, safetyFile, aboutFile, endingFile, checkInFile}
	for _, name := range names {
		_, found := c.Exercise(strings.TrimSuffix(path.Base(name), ".toml"))
		if !found && !slices.Contains(known, name) {
			return fmt.Errorf("%s: no step names this exercise", name)
		}
	}
	return nil
}
