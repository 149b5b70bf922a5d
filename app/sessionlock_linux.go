package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// Where the addresses of the two message buses stand.
const (
	systemBusVariable  = "DBUS_SYSTEM_BUS_ADDRESS"
	sessionBusVariable = "DBUS_SESSION_BUS_ADDRESS"
	systemBusUsual     = "unix:path=/run/dbus/system_bus_socket"
)

const (
	login       = "org.freedesktop.login1"
	lockMember  = "Lock"
	sleepMember = "PrepareForSleep"
	saverMember = "ActiveChanged"
)

// signalBus is a connection to a message bus, as far as one listens on it.
type signalBus interface {
	AddMatchSignal(options ...dbus.MatchOption) error
	Signal(ch chan<- *dbus.Signal)
	Close() error
}

// dial connects to the bus at an address, which is a Unix socket.
type dial func(ctx context.Context, address string) (signalBus, error)

// watchSession calls locked, from its own goroutine, whenever the desktop session
// locks or the computer is about to sleep, until ctx ends. Errors: errNoBus when
// there is nobody to hear it from, errBusGone when they have gone.
func watchSession(ctx context.Context, locked func()) error {
	return watchBuses(ctx, dialUnix, locked)
}

func dialUnix(ctx context.Context, address string) (signalBus, error) {
	return dbus.Connect(address, dbus.WithContext(ctx))
}

func watchBuses(ctx context.Context, connect dial, locked func()) error {
	system, closeSystem := listenOn(ctx, connect, systemAddress(), systemRules())
	defer closeSystem()
	session, closeSession := listenOn(ctx, connect, sessionAddress(), sessionRules())
	defer closeSession()
	if system == nil && session == nil {
		return errNoBus
	}
	for system != nil || session != nil {
		var s *dbus.Signal
		var open bool
		select {
		case <-ctx.Done():
			return nil
		case s, open = <-system:
			if !open {
				system = nil // a nil channel is never ready
			}
		case s, open = <-session:
			if !open {
				session = nil
			}
		}
		if open && saysLocked(s) {
			locked()
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return errBusGone
}

// listenOn gives the signals of one bus that the rules ask for, or nil when there
// is no such bus. The channel is closed when the connection ends.
func listenOn(ctx context.Context, connect dial, address string, rules [][]dbus.MatchOption) (signals chan *dbus.Signal, end func()) {
	nothing := func() {}
	if address == "" {
		return nil, nothing
	}
	bus, err := connect(ctx, address)
	if err != nil {
		return nil, nothing
	}
	signals = make(chan *dbus.Signal, 8)
	bus.Signal(signals)
	var asked error
	for _, rule := range rules {
		asked = errors.Join(asked, bus.AddMatchSignal(rule...))
	}
	if asked != nil {
		_ = bus.Close()
		return nil, nothing
	}
	return signals, func() { _ = bus.Close() }
}

// systemRules ask for the locking of any session: a journal that locks once too
// often asks for a passphrase, and one that stays open shows words.
func systemRules() [][]dbus.MatchOption {
	from := dbus.WithMatchSender(login)
	return [][]dbus.MatchOption{
		{from, dbus.WithMatchInterface(login + ".Session"), dbus.WithMatchMember(lockMember)},
		{from, dbus.WithMatchInterface(login + ".Manager"), dbus.WithMatchMember(sleepMember)},
	}
}

// screenSavers are the names that desktops lock the screen under.
func screenSavers() []string {
	return []string{"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}
}

func sessionRules() [][]dbus.MatchOption {
	var rules [][]dbus.MatchOption
	for _, saver := range screenSavers() {
		rules = append(rules, []dbus.MatchOption{dbus.WithMatchInterface(saver), dbus.WithMatchMember(saverMember)})
	}
	return rules
}

// saysLocked tells whether a signal means that nobody sits at the laptop now. The
// end of sleep and of the screen saver say false, and are nothing to us.
func saysLocked(s *dbus.Signal) bool {
	if s == nil {
		return false
	}
	if s.Name == login+".Session."+lockMember {
		return true
	}
	begins := len(s.Body) > 0 && s.Body[0] == true
	if s.Name == login+".Manager."+sleepMember {
		return begins
	}
	for _, saver := range screenSavers() {
		if s.Name == saver+"."+saverMember {
			return begins
		}
	}
	return false
}

func systemAddress() string {
	if address := os.Getenv(systemBusVariable); address != "" {
		return unixOnly(address)
	}
	return systemBusUsual
}

func sessionAddress() string {
	if address := os.Getenv(sessionBusVariable); address != "" {
		return unixOnly(address)
	}
	if socket := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"); filepath.IsAbs(socket) && exists(socket) {
		return "unix:path=" + dbus.EscapeBusAddressValue(socket)
	}
	return ""
}

// unixOnly leaves of a list of bus addresses those that are Unix sockets. A bus
// can be named by a network address too; none is ever opened.
func unixOnly(list string) string {
	var kept []string
	for address := range strings.SplitSeq(list, ";") {
		if strings.HasPrefix(address, "unix:") {
			kept = append(kept, address)
		}
	}
	return strings.Join(kept, ";")
}

// keepBusLocal has the toolkit, which looks up the desktop's colours on the
// session bus, open only Unix sockets too.
func keepBusLocal() {
	if list := os.Getenv(sessionBusVariable); list != "" && unixOnly(list) != list {
		_ = os.Setenv(sessionBusVariable, unixOnly(list))
	}
}

// meetPortal asks the desktop portal once, on the connection that the toolkit uses
// too. A portal looks at who asks it first through /proc, remembers that, and
// refuses programs that hide their memory; so it is asked before ours is hidden,
// or light and dark would not follow the desktop. It waits no longer than d.
func meetPortal(ctx context.Context, d time.Duration) {
	if sessionAddress() == "" {
		return
	}
	bus, err := dbus.SessionBus() // shared with the toolkit, never closed
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	bus.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop").
		CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", 0, "org.freedesktop.appearance", "color-scheme")
}
