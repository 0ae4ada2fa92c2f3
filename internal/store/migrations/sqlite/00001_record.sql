-- +goose Up
CREATE TABLE report (
  seq        INTEGER PRIMARY KEY, -- day and hash of the id: the newest last
  id         TEXT NOT NULL,
  version    BIGINT NOT NULL,
  date       TEXT NOT NULL,       -- known from
  known_to   TEXT NOT NULL,       -- 9999-12-31 until another version took its place
  taken      TEXT NOT NULL,       -- the day it was taken in
  replaces   TEXT NOT NULL,
  digest     TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,
  rest       TEXT NOT NULL,       -- url, lang, dateline, body, as JSON
  UNIQUE (id, version)
);
CREATE INDEX report_replaces ON report (replaces) WHERE replaces <> '';

CREATE TABLE event (
  seq        INTEGER PRIMARY KEY, -- day known and hash of the id
  id         TEXT NOT NULL UNIQUE,
  report     TEXT NOT NULL,
  version    BIGINT NOT NULL,
  place      BIGINT NOT NULL,     -- among the events of its report
  known      TEXT NOT NULL,
  known_to   TEXT NOT NULL,
  type       TEXT NOT NULL,
  status     TEXT NOT NULL,
  evidence   TEXT NOT NULL,
  answer     BIGINT NOT NULL,
  corrected  BIGINT NOT NULL,
  block      TEXT NOT NULL,       -- see reconcile.Reach
  win_from   BIGINT NOT NULL,    
  win_to     BIGINT NOT NULL,
  trait      TEXT NOT NULL,
  component  TEXT NOT NULL,
  act        TEXT NOT NULL,
  body       TEXT NOT NULL        -- the codebook's object
);
CREATE INDEX event_report ON event (report, version, place);
CREATE INDEX event_block ON event (block, win_from, win_to, component);
CREATE INDEX event_trait ON event (trait) WHERE trait <> '';
CREATE INDEX event_component ON event (component);
CREATE INDEX event_act ON event (act);
CREATE INDEX event_stats ON event (known, known_to, type, status);

CREATE TABLE event_past (         -- what events were coded as before the rules changed
  id       TEXT NOT NULL,
  recoded  TEXT NOT NULL,
  body     TEXT NOT NULL
);
CREATE INDEX event_past_id ON event_past (id);

CREATE TABLE dyad_event (
  dyad TEXT NOT NULL,
  seq  BIGINT NOT NULL,
  hard BIGINT NOT NULL,           -- 1 for deeds, 0 for words
  PRIMARY KEY (dyad, hard, seq)
) WITHOUT ROWID;
CREATE INDEX dyad_event_seq ON dyad_event (seq);

CREATE TABLE act (
  id        TEXT PRIMARY KEY,
  component TEXT NOT NULL,
  day       TEXT NOT NULL,        -- when it was or is to be
  known     TEXT NOT NULL,
  type      TEXT NOT NULL,
  status    TEXT NOT NULL,
  body      TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX act_component ON act (component);

CREATE TABLE dyad_act (
  dyad TEXT NOT NULL,
  day  TEXT NOT NULL,
  act  TEXT NOT NULL,
  PRIMARY KEY (dyad, day, act)
) WITHOUT ROWID;
CREATE INDEX dyad_act_act ON dyad_act (act);

CREATE TABLE entry (              -- the ledger of corrections: a log, never changed
  subject TEXT NOT NULL,          -- an event
  field   TEXT NOT NULL,          -- of the event; empty for the event itself; "act" for its tie to another
  other   TEXT NOT NULL,          -- the other event of a tie
  verb    TEXT NOT NULL,          -- see package ledger
  value   TEXT NOT NULL,
  at      TEXT NOT NULL,
  name    TEXT NOT NULL,
  reason  TEXT NOT NULL,
  nth     BIGINT NOT NULL        -- the order in which a subject's lines were written
);
CREATE INDEX entry_subject ON entry (subject);
CREATE INDEX entry_other ON entry (other) WHERE other <> '';

CREATE TABLE remark (             -- what reports say of the dealings as a whole
  dyad    TEXT NOT NULL,
  known   TEXT NOT NULL,
  report  TEXT NOT NULL,
  version BIGINT NOT NULL,
  nth     BIGINT NOT NULL,
  body    TEXT NOT NULL,
  PRIMARY KEY (dyad, known, report, version, nth)
) WITHOUT ROWID;

CREATE TABLE tenure (             -- the register: persons with their offices, as reports name them
  surname TEXT NOT NULL,
  state   TEXT NOT NULL,
  name    TEXT NOT NULL,
  office  TEXT NOT NULL,
  known   TEXT NOT NULL,
  report  TEXT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (surname, state, name, office, known, report, version)
) WITHOUT ROWID;

CREATE TABLE unindexed (          -- rows whose words are not in the index yet: that is done for many at once
  kind TEXT NOT NULL,             -- report or event
  seq  BIGINT NOT NULL,
  PRIMARY KEY (kind, seq)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE report_text USING fts5(title, text, content='report', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE event_text USING fts5(evidence, content='event', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2');

-- +goose Down
DROP TABLE event_text;
DROP TABLE unindexed;
DROP TABLE remark;
DROP TABLE tenure;
DROP TABLE report_text;
DROP TABLE entry;
DROP TABLE dyad_act;
DROP TABLE act;
DROP TABLE dyad_event;
DROP TABLE event_past;
DROP TABLE event;
DROP TABLE report;
