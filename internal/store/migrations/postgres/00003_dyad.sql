-- +goose Up
CREATE TABLE dyad (               -- what the record has of each pair of parties
  name    TEXT COLLATE "C" PRIMARY KEY,
  acts    BIGINT NOT NULL,
  events  BIGINT NOT NULL,
  version BIGINT NOT NULL         -- how often it has changed
);

CREATE TABLE dyad_change (        -- which events of a pair have changed lately
  dyad    TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,        -- that the pair came to by it
  seqs    TEXT COLLATE "C" NOT NULL,          -- of the events; empty where there are too many to name
  PRIMARY KEY (dyad, version)
);

CREATE TABLE total (              -- how many there are in all
  name TEXT COLLATE "C" PRIMARY KEY, -- report, event or act; change: how often the record has changed
  n    BIGINT NOT NULL
);

CREATE TABLE due (                -- acts that are to be done by a day, or on it
  day TEXT COLLATE "C" NOT NULL,
  act TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (day, act)
);
CREATE INDEX due_act ON due (act);

INSERT INTO dyad SELECT e.dyad, COALESCE(a.n, 0), e.n, 1 FROM (SELECT dyad, COUNT(*) n FROM dyad_event GROUP BY dyad) e
LEFT JOIN (SELECT dyad, COUNT(*) n FROM dyad_act GROUP BY dyad) a ON a.dyad = e.dyad;
INSERT INTO total SELECT 'report', COUNT(*) FROM report;
INSERT INTO total SELECT 'event', COUNT(*) FROM event WHERE known_to <> '';
INSERT INTO total SELECT 'act', COUNT(*) FROM act;
-- A period is written as its first day, month or year, and the last after a slash.
INSERT INTO due SELECT CASE LENGTH(p.first) WHEN 4 THEN p.first || '-01-01' WHEN 7 THEN p.first || '-01' ELSE p.first END, p.id
FROM (SELECT d.id, SPLIT_PART(d.period, '/', 1) first
  FROM (SELECT id, CASE WHEN body::jsonb ->> 'deadline' <> '' THEN body::jsonb ->> 'deadline' WHEN status = 'planned' THEN body::jsonb ->> 'date' ELSE '' END period FROM act) d
  WHERE d.period <> '') p;

-- +goose Down
DROP TABLE due;
DROP TABLE total;
DROP TABLE dyad_change;
DROP TABLE dyad;
