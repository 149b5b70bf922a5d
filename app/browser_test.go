package app

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// browser is one page of a headless Chromium, told what to do through a pipe in
// Chromium's own protocol: messages of JSON, each ended by a zero byte.
type browser struct {
	t       *testing.T
	to      io.Writer
	from    *bufio.Reader
	session string
	last    int
	events  []message // since they were last taken
}

// message is an answer or an event.
type message struct {
	ID     int             `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error"`
}

// newBrowser starts Chromium without any way out, and ends it with the test.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal(err)
	}
	toIn, toOut := pipe(t)
	fromIn, fromOut := pipe(t)
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe")
	cmd.ExtraFiles = []*os.File{toIn, fromOut}
	if err := errors.Join(cmd.Start(), toIn.Close(), fromOut.Close()); err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, to: toOut, from: bufio.NewReader(fromIn)}
	t.Cleanup(func() {
		b.session = ""
		b.send("Browser.close", nil)
		_ = cmd.Wait()
	})
	if err := fromIn.SetReadDeadline(time.Now().Add(2 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	b.open()
	return b
}

func pipe(t *testing.T) (in, out *os.File) {
	t.Helper()
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); out.Close() })
	return in, out
}

// open opens the one page, and listens to all that happens in it.
func (b *browser) open() {
	b.t.Helper()
	var made struct {
		TargetID  string `json:"targetId"`
		SessionID string `json:"sessionId"`
	}
	b.do("Target.createTarget", map[string]any{"url": "about:blank"}, &made)
	b.do("Target.attachToTarget", map[string]any{"targetId": made.TargetID, "flatten": true}, &made)
	b.session = made.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network", "Accessibility"} {
		b.do(domain+".enable", nil, nil)
	}
}

// send sends a command.
func (b *browser) send(method string, params any) {
	b.t.Helper()
	b.last++
	sent := map[string]any{"id": b.last, "method": method}
	if params != nil {
		sent["params"] = params
	}
	if b.session != "" {
		sent["sessionId"] = b.session
	}
	data, err := json.Marshal(sent)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.to.Write(append(data, 0)); err != nil {
		b.t.Fatal(method, err)
	}
}

// do sends a command, and waits for its answer.
func (b *browser) do(method string, params, answer any) {
	b.t.Helper()
	b.send(method, params)
	for {
		m := b.next()
		if m.ID != b.last {
			b.events = append(b.events, m)
			continue
		}
		if m.Error != nil {
			b.t.Fatal(method, m.Error.Message)
		}
		if answer != nil {
			b.read(m.Result, answer)
		}
		return
	}
}

// next waits for a message.
func (b *browser) next() message {
	b.t.Helper()
	data, err := b.from.ReadBytes(0)
	if err != nil {
		b.t.Fatal(err)
	}
	var m message
	b.read(data[:len(data)-1], &m)
	return m
}

func (b *browser) read(data []byte, into any) {
	b.t.Helper()
	if err := json.Unmarshal(data, into); err != nil {
		b.t.Fatal(err)
	}
}

// visit loads a file, and gives what went wrong: words in the console, and
// anything asked for besides the file itself.
func (b *browser) visit(file string) (wrong []string) {
	b.t.Helper()
	url := "file://" + file
	b.events = nil
	b.do("Page.navigate", map[string]any{"url": url}, nil)
	for i := 0; ; i++ {
		for ; i >= len(b.events); b.events = append(b.events, b.next()) {
		}
		if b.events[i].Method == "Page.loadEventFired" {
			break
		}
	}
	b.do("Runtime.evaluate", map[string]any{"expression": "1"}, nil) // whatever the page said until now has come
	for _, m := range b.events {
		switch m.Method {
		case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
			wrong = append(wrong, string(m.Params))
		case "Network.requestWillBeSent":
			var asked struct{ Request struct{ URL string } }
			b.read(m.Params, &asked)
			if asked.Request.URL != url {
				wrong = append(wrong, "asked for "+asked.Request.URL)
			}
		}
	}
	return wrong
}

// look chooses the reader's colours and the width of the window.
func (b *browser) look(scheme string, width int) {
	b.t.Helper()
	b.do("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	b.do("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 1400, "screenWidth": width, "screenHeight": 1400, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
}

// run runs a script in the page, beside its policy, and reads what it returns.
func (b *browser) run(script string, into any) {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.do("Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true}, &answer)
	if answer.ExceptionDetails != nil {
		b.t.Fatal(string(answer.ExceptionDetails))
	}
	b.read(answer.Result.Value, into)
}

// bytes gives what a command returns as its data.
func (b *browser) bytes(method string, params any) []byte {
	b.t.Helper()
	var answer struct{ Data []byte }
	b.do(method, params, &answer)
	return answer.Data
}

// heard is what a screen reader meets on a page, in its order.
type heard struct {
	headings       []string // with their level before them: “2 In force”
	images, tables []string
	mains          int
}

// node is what one element is for a screen reader.
type node struct {
	NodeID     string
	ChildIDs   []string
	Ignored    bool
	Role, Name struct{ Value string }
	Properties []struct {
		Name  string
		Value struct{ Value any }
	}
}

// hear gives what a screen reader meets on the page.
func (b *browser) hear() (h heard) {
	b.t.Helper()
	var tree struct{ Nodes []node }
	b.do("Accessibility.getFullAXTree", nil, &tree)
	nodes := map[string]node{}
	for _, n := range tree.Nodes {
		nodes[n.NodeID] = n
	}
	var walk func(n node)
	walk = func(n node) {
		h.meet(n)
		for _, id := range n.ChildIDs {
			walk(nodes[id])
		}
	}
	walk(tree.Nodes[0])
	return h
}

func (h *heard) meet(n node) {
	if n.Ignored {
		return
	}
	switch n.Role.Value {
	case "heading":
		for _, p := range n.Properties {
			if p.Name == "level" {
				h.headings = append(h.headings, fmt.Sprint(p.Value.Value, " ", n.Name.Value))
			}
		}
	case "image":
		h.images = append(h.images, n.Name.Value)
	case "table":
		h.tables = append(h.tables, n.Name.Value)
	case "main":
		h.mains++
	}
}
