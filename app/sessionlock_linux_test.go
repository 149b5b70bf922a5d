package app

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"goldseam.app/data/journal"
)

// fakeBus is a message bus that says what a test has it say.
type fakeBus struct {
	refuses error
	signals chan<- *dbus.Signal
	rules   int
	closed  bool
}

func (b *fakeBus) AddMatchSignal(...dbus.MatchOption) error {
	b.rules++
	return b.refuses
}

func (b *fakeBus) Signal(ch chan<- *dbus.Signal) { b.signals = ch }

func (b *fakeBus) Close() error {
	b.closed = true
	return nil
}

func signalOf(name string, body ...any) *dbus.Signal { return &dbus.Signal{Name: name, Body: body} }

// sessionSignals are what a desktop says, and whether the journal locks.
func sessionSignals() map[*dbus.Signal]bool {
	return map[*dbus.Signal]bool{
		signalOf("org.freedesktop.login1.Session.Lock"):                    true,
		signalOf("org.freedesktop.login1.Session.Unlock"):                  false,
		signalOf("org.freedesktop.login1.Manager.PrepareForSleep", true):   true,
		signalOf("org.freedesktop.login1.Manager.PrepareForSleep", false):  false,
		signalOf("org.freedesktop.login1.Manager.PrepareForSleep"):         false,
		signalOf("org.freedesktop.login1.Manager.PrepareForSleep", "true"): false,
		signalOf("org.freedesktop.ScreenSaver.ActiveChanged", true):        true,
		signalOf("org.freedesktop.ScreenSaver.ActiveChanged", false):       false,
		signalOf("org.gnome.ScreenSaver.ActiveChanged", true):              true,
		signalOf("org.gnome.ScreenSaver.ActiveChanged", false):             false,
		signalOf("org.freedesktop.DBus.NameAcquired", ":1.7"):              false,
	}
}

func TestSessionSignals(t *testing.T) {
	for s, want := range sessionSignals() {
		if saysLocked(s) != want {
			t.Errorf("%s %v: %v", s.Name, s.Body, !want)
		}
	}
	if saysLocked(nil) {
		t.Error("nothing means locked")
	}
}

// TestSessionBuses watches buses that come, refuse, speak and go.
func TestSessionBuses(t *testing.T) {
	t.Setenv(systemBusVariable, "unix:path=/system")
	t.Setenv(sessionBusVariable, "unix:path=/session")
	system, session := &fakeBus{}, &fakeBus{refuses: errors.New("refused")}
	locks := 0
	ready := make(chan struct{}, 2)
	connect := func(_ context.Context, address string) (signalBus, error) {
		if strings.HasSuffix(address, "/session") {
			ready <- struct{}{} // the system bus is listened to by then
			return session, nil
		}
		return system, nil
	}
	over := make(chan error)
	go func() { over <- watchBuses(t.Context(), connect, func() { locks++ }) }()
	<-ready
	for s := range sessionSignals() {
		system.signals <- s
	}
	close(system.signals)
	if err := <-over; !errors.Is(err, errBusGone) {
		t.Errorf("ended with %v", err)
	}
	if locks != 4 || system.rules != 2 || session.rules != 2 || !system.closed || !session.closed {
		t.Errorf("%d locks, %+v, %+v", locks, system, session)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := watchBuses(ctx, connect, func() {}); err != nil {
		t.Errorf("the window closed: %v", err)
	}
	if err := watchBuses(t.Context(), func(context.Context, string) (signalBus, error) {
		return nil, errors.New("nobody")
	}, func() {}); !errors.Is(err, errNoBus) {
		t.Errorf("without a bus: %v", err)
	}
}

// TestSessionBusIsNeverOnTheNetwork: an address that isn't a Unix socket is not opened.
func TestSessionBusIsNeverOnTheNetwork(t *testing.T) {
	for list, want := range map[string]string{
		"":                              "",
		"tcp:host=127.0.0.1,port=1":     "",
		"nonce-tcp:host=h;unix:path=/a": "unix:path=/a",
		"unix:path=/a;tcp:host=h;unix:abstract=/b,guid=1": "unix:path=/a;unix:abstract=/b,guid=1",
		"autolaunch:;unixexec:path=/bin/sh":               "",
	} {
		if got := unixOnly(list); got != want {
			t.Errorf("%q: %q", list, got)
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	came := make(chan struct{})
	go func() {
		if c, err := listener.Accept(); err == nil {
			close(came)
			c.Close()
		}
	}()
	address := "tcp:host=127.0.0.1,port=" + strings.TrimPrefix(listener.Addr().String(), "127.0.0.1:")
	t.Setenv(systemBusVariable, address)
	t.Setenv(sessionBusVariable, address)
	if err := watchSession(t.Context(), func() {}); !errors.Is(err, errNoBus) {
		t.Errorf("ended with %v", err)
	}
	meetPortal(t.Context(), portalWait)
	keepBusLocal()
	if left := os.Getenv(sessionBusVariable); left != "" {
		t.Errorf("the toolkit would be given %q", left)
	}
	select {
	case <-came:
		t.Error("somebody connected")
	case <-time.After(50 * time.Millisecond):
	}
}

// privateBus starts a message bus of the test's own, where there is such a
// program, and names it in place of both of the desktop's.
func privateBus(t *testing.T) (speaker *dbus.Conn, ok bool) {
	t.Helper()
	program, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Log("dbus-daemon is not installed; the bus of TestSessionBuses has to do")
		return nil, false
	}
	socket := filepath.Join(t.TempDir(), "bus")
	address := "unix:path=" + socket
	daemon := exec.CommandContext(t.Context(), program, "--session", "--nofork", "--nopidfile", "--address="+address)
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait()
	})
	for range 200 {
		if speaker, err = dbus.Connect(address); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { speaker.Close() })
	if _, err := speaker.RequestName(login, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	t.Setenv(systemBusVariable, address)
	t.Setenv(sessionBusVariable, address)
	return speaker, true
}

// say has a signal said on a real bus until it was heard.
func say(t *testing.T, bus *dbus.Conn, name string, heard <-chan struct{}, body ...any) {
	t.Helper()
	for range 500 {
		if err := bus.Emit("/org/freedesktop/login1/session/_31", name, body...); err != nil {
			t.Fatal(err)
		}
		select {
		case <-heard:
			return
		case <-time.After(10 * time.Millisecond): // it does not listen yet
		}
	}
	t.Errorf("%s was not heard", name)
}

// TestSessionOnARealBus hears each signal through a message bus.
func TestSessionOnARealBus(t *testing.T) {
	speaker, ok := privateBus(t)
	if !ok {
		return
	}
	for s, want := range sessionSignals() {
		if !want {
			continue
		}
		ctx, cancel := context.WithCancel(t.Context())
		heard, over := make(chan struct{}), make(chan error, 1)
		go func() {
			over <- watchSession(ctx, func() {
				select {
				case heard <- struct{}{}:
				case <-ctx.Done():
				}
			})
		}()
		say(t, speaker, s.Name, heard, s.Body...)
		cancel()
		if err := <-over; err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}

// TestSessionLocksTheJournal: when the desktop locks nobody is present any more.
// What locking does to the screen, TestLockForgets looks at.
func TestSessionLocksTheJournal(t *testing.T) {
	speaker, ok := privateBus(t)
	if !ok {
		return
	}
	p := newTestProgram(t, journal.First, journal.Second)
	p.show(route{place: placeAgreements})
	p.lockWithSession()
	for range 20 {
		if err := speaker.Emit("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", true); err != nil {
			t.Fatal(err)
		}
		time.Sleep(250 * time.Millisecond) // it may not listen yet, and locking takes a moment
		for comes(p) {
		}
		if len(p.journal.Present()) == 0 {
			break
		}
	}
	p.tasks.finish()
	if len(p.journal.Present()) > 0 {
		t.Error("the journal is still open")
	}
}
