-- Everything the couple wrote is sealed; what stands here in clear is two
-- initials and colours for the lock screen, slot parameters, and sizes.
CREATE TABLE journal (
    id      TEXT    NOT NULL CHECK (length(id) = 32),
    only    INTEGER PRIMARY KEY CHECK (only = 1)
) STRICT;

CREATE TABLE face (
    partner INTEGER PRIMARY KEY CHECK (partner IN (1, 2)),
    initial TEXT    NOT NULL,
    colour  INTEGER NOT NULL,
    joined  INTEGER NOT NULL CHECK (joined IN (0, 1))
) STRICT;

-- Exactly four: a passphrase and recovery words for each partner. A partner who
-- has not joined has slots of the same shape that nothing opens.
CREATE TABLE slot (
    partner INTEGER NOT NULL CHECK (partner IN (1, 2)),
    kind    INTEGER NOT NULL CHECK (kind IN (1, 2)),
    memory  INTEGER NOT NULL,
    time    INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    salt    BLOB    NOT NULL,
    sealed  BLOB    NOT NULL,
    PRIMARY KEY (partner, kind)
) STRICT, WITHOUT ROWID;

-- The journal key and the partner's signing seed, under the partner's key.
CREATE TABLE keyring (
    partner INTEGER PRIMARY KEY CHECK (partner IN (1, 2)),
    sealed  BLOB    NOT NULL
) STRICT;

-- seq is the ledger's order. A row is added once and never changed, but for a
-- body that both struck out, which becomes empty.
CREATE TABLE event (
    seq  INTEGER PRIMARY KEY,
    id   TEXT    NOT NULL UNIQUE,
    head BLOB    NOT NULL,
    body BLOB    NOT NULL
) STRICT;

CREATE TABLE private (
    id     TEXT PRIMARY KEY,
    mark   BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tip (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    sealed BLOB    NOT NULL
) STRICT;

-- How far a partner's program has verified signatures, under that partner's key.
CREATE TABLE checkpoint (
    partner INTEGER PRIMARY KEY CHECK (partner IN (1, 2)),
    sealed  BLOB    NOT NULL
) STRICT;
