-- +goose Up
CREATE TABLE report (
  seq        BIGINT PRIMARY KEY, -- day and hash of the id: the newest last
  id         TEXT COLLATE "C" NOT NULL,
  version    BIGINT NOT NULL,
  date       TEXT COLLATE "C" NOT NULL,       -- known from
  known_to   TEXT COLLATE "C" NOT NULL,       -- 9999-12-31 until another version took its place
  taken      TEXT COLLATE "C" NOT NULL,       -- the day it was taken in
  replaces   TEXT COLLATE "C" NOT NULL,
  digest     TEXT COLLATE "C" NOT NULL,
  outlet     TEXT COLLATE "C" NOT NULL,
  title      TEXT COLLATE "C" NOT NULL,
  text       TEXT COLLATE "C" NOT NULL,
  rest       TEXT COLLATE "C" NOT NULL,       -- url, lang, dateline, body, as JSON
  UNIQUE (id, version)
);
CREATE INDEX report_replaces ON report (replaces) WHERE replaces <> '';

CREATE TABLE event (
  seq        BIGINT PRIMARY KEY, -- day known and hash of the id
  id         TEXT COLLATE "C" NOT NULL UNIQUE,
  report     TEXT COLLATE "C" NOT NULL,
  version    BIGINT NOT NULL,
  place      BIGINT NOT NULL,     -- among the events of its report
  known      TEXT COLLATE "C" NOT NULL,
  known_to   TEXT COLLATE "C" NOT NULL,
  type       TEXT COLLATE "C" NOT NULL,
  status     TEXT COLLATE "C" NOT NULL,
  evidence   TEXT COLLATE "C" NOT NULL,
  answer     BIGINT NOT NULL,
  corrected  BIGINT NOT NULL,
  block      TEXT COLLATE "C" NOT NULL,       -- see reconcile.Reach
  win_from   BIGINT NOT NULL,    
  win_to     BIGINT NOT NULL,
  trait      TEXT COLLATE "C" NOT NULL,
  component  TEXT COLLATE "C" NOT NULL,
  act        TEXT COLLATE "C" NOT NULL,
  body       TEXT COLLATE "C" NOT NULL        -- the codebook's object
);
CREATE INDEX event_report ON event (report, version, place);
CREATE INDEX event_block ON event (block, win_from, win_to, component);
CREATE INDEX event_trait ON event (trait) WHERE trait <> '';
CREATE INDEX event_component ON event (component);
CREATE INDEX event_act ON event (act);
CREATE INDEX event_stats ON event (known, known_to, type, status);

CREATE TABLE event_past (         -- what events were coded as before the rules changed
  id       TEXT COLLATE "C" NOT NULL,
  recoded  TEXT COLLATE "C" NOT NULL,
  body     TEXT COLLATE "C" NOT NULL
);
CREATE INDEX event_past_id ON event_past (id);

CREATE TABLE dyad_event (
  dyad TEXT COLLATE "C" NOT NULL,
  seq  BIGINT NOT NULL,
  hard BIGINT NOT NULL,           -- 1 for deeds, 0 for words
  PRIMARY KEY (dyad, hard, seq)
);
CREATE INDEX dyad_event_seq ON dyad_event (seq);

CREATE TABLE act (
  id        TEXT COLLATE "C" PRIMARY KEY,
  component TEXT COLLATE "C" NOT NULL,
  day       TEXT COLLATE "C" NOT NULL,        -- when it was or is to be
  known     TEXT COLLATE "C" NOT NULL,
  type      TEXT COLLATE "C" NOT NULL,
  status    TEXT COLLATE "C" NOT NULL,
  body      TEXT COLLATE "C" NOT NULL
);
CREATE INDEX act_component ON act (component);

CREATE TABLE dyad_act (
  dyad TEXT COLLATE "C" NOT NULL,
  day  TEXT COLLATE "C" NOT NULL,
  act  TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (dyad, day, act)
);
CREATE INDEX dyad_act_act ON dyad_act (act);

CREATE TABLE entry (              -- the ledger of corrections: a log, never changed
  subject TEXT COLLATE "C" NOT NULL,          -- an event
  field   TEXT COLLATE "C" NOT NULL,          -- of the event; empty for the event itself; "act" for its tie to another
  other   TEXT COLLATE "C" NOT NULL,          -- the other event of a tie
  verb    TEXT COLLATE "C" NOT NULL,          -- see package ledger
  value   TEXT COLLATE "C" NOT NULL,
  at      TEXT COLLATE "C" NOT NULL,
  name    TEXT COLLATE "C" NOT NULL,
  reason  TEXT COLLATE "C" NOT NULL,
  nth     BIGINT NOT NULL        -- the order in which a subject's lines were written
);
CREATE INDEX entry_subject ON entry (subject);
CREATE INDEX entry_other ON entry (other) WHERE other <> '';

CREATE TABLE remark (             -- what reports say of the dealings as a whole
  dyad    TEXT COLLATE "C" NOT NULL,
  known   TEXT COLLATE "C" NOT NULL,
  report  TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  nth     BIGINT NOT NULL,
  body    TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (dyad, known, report, version, nth)
);

CREATE TABLE tenure (             -- the register: persons with their offices, as reports name them
  surname TEXT COLLATE "C" NOT NULL,
  state   TEXT COLLATE "C" NOT NULL,
  name    TEXT COLLATE "C" NOT NULL,
  office  TEXT COLLATE "C" NOT NULL,
  known   TEXT COLLATE "C" NOT NULL,
  report  TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (surname, state, name, office, known, report, version)
);

CREATE TABLE unindexed (          -- rows whose words are not in the index yet: that is done for many at once
  kind TEXT COLLATE "C" NOT NULL,             -- report or event
  seq  BIGINT NOT NULL,
  PRIMARY KEY (kind, seq)
);

CREATE TABLE report_text (
  seq   BIGINT PRIMARY KEY,
  words TSVECTOR NOT NULL
);
CREATE INDEX report_text_words ON report_text USING GIN (words);
CREATE TABLE event_text (
  seq   BIGINT PRIMARY KEY,
  words TSVECTOR NOT NULL
);
CREATE INDEX event_text_words ON event_text USING GIN (words);

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
