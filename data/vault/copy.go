package vault

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

// ErrNotCopy means that bytes are no age file sealed with a passphrase, or one
// that asks for more work than ordinary age does.
var ErrNotCopy = errors.New("not an age file that a passphrase opens")

const (
	copyMark   = "age-encryption.org/v1\n" // how an age file begins
	copyStanza = "\n-> scrypt "            // it is sealed with a passphrase

	// copyWork is the cost of scrypt as a power of two: 256 MiB and about a
	// second. Ordinary age takes the same, so a file that asks for more is hostile.
	copyWork     = 18
	copyTestWork = 10       // where UseParams makes slots light
	copyHeader   = 16 << 10 // bytes; a passphrase header has about 200
)

// IsCopy says whether r begins as an age file does.
func IsCopy(r io.Reader) bool {
	begin := make([]byte, len(copyMark))
	_, err := io.ReadFull(r, begin)
	return err == nil && string(begin) == copyMark
}

// SealCopy begins an age file on w that the passphrase opens, here and with the
// ordinary age program. It is whole once the writer is closed. Errors: those of
// NormalizePassphrase, that of ctx before the derivation begins, and those of w.
func SealCopy(ctx context.Context, w io.Writer, passphrase string) (io.WriteCloser, error) {
	passphrase, err := NormalizePassphrase(passphrase)
	if err != nil {
		return nil, err
	}
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("seal copy: %w", err)
	}
	recipient.SetWorkFactor(newCopyWork())
	release, err := takeTurn(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return nil, fmt.Errorf("seal copy: %w", err)
	}
	return sealed, nil
}

// OpenCopy gives what is sealed in the age file r. Errors: ErrNotCopy,
// ErrWrongPassphrase, that of ctx; reading gives ErrDamaged where the file was
// changed or cut short. A file can't ask for more than 256 MiB.
func OpenCopy(ctx context.Context, r io.Reader, passphrase string) (io.Reader, error) {
	identity, err := age.NewScryptIdentity(norm.NFC.String(passphrase))
	if err != nil {
		return nil, ErrWrongPassphrase // an empty one
	}
	identity.SetMaxWorkFactor(copyWork)
	from := bufio.NewReaderSize(r, copyHeader)
	begin, _ := from.Peek(copyHeader) // a shorter file gives what there is
	header, err := age.ExtractHeader(bytes.NewReader(begin))
	if err != nil || !bytes.Contains(header, []byte(copyStanza)) {
		return nil, ErrNotCopy
	}
	release, err := takeTurn(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	opened, err := age.Decrypt(from, identity)
	switch wrong := (*age.NoIdentityMatchError)(nil); {
	case errors.As(err, &wrong):
		return nil, ErrWrongPassphrase
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrNotCopy, err)
	}
	return copyReader{opened}, nil
}

// copyReader names what age finds wrong with a file.
type copyReader struct{ from io.Reader }

func (c copyReader) Read(b []byte) (int, error) {
	n, err := c.from.Read(b)
	if err == nil || err == io.EOF { //nolint:errorlint // readers give io.EOF itself
		return n, err
	}
	return n, fmt.Errorf("%w: %w", ErrDamaged, err)
}

func newCopyWork() int {
	if newParams() != DefaultParams() {
		return copyTestWork
	}
	return copyWork
}

// takeTurn waits, as long as ctx lasts, until no other derivation runs. release
// lets the next one in and gives the working memory back.
func takeTurn(ctx context.Context) (release func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("derive key: %w", err)
	}
	select {
	case deriving <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("derive key: %w", ctx.Err())
	}
	return func() {
		debug.FreeOSMemory()
		<-deriving
	}, nil
}
