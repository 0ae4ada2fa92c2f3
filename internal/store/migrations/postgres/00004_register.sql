-- +goose Up
CREATE TABLE bare (               -- names of persons in a report whose State it does not tell
  surname TEXT COLLATE "C" NOT NULL,
  known   TEXT COLLATE "C" NOT NULL,
  report  TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  name    TEXT COLLATE "C" NOT NULL,       -- as the report has it
  state   TEXT COLLATE "C" NOT NULL,       -- by the reports before it; empty where these do not tell either
  PRIMARY KEY (surname, known, report, version, name)
);
CREATE INDEX bare_report ON bare (report, version);
ALTER TABLE tenure ADD COLUMN words TEXT COLLATE "C" NOT NULL DEFAULT ''; -- of the report that say so
CREATE INDEX tenure_report ON tenure (report, version);

CREATE TABLE stone (              -- reports that were erased
  report TEXT COLLATE "C" PRIMARY KEY,
  at     TEXT COLLATE "C" NOT NULL,
  name   TEXT COLLATE "C" NOT NULL,        -- by whom
  reason TEXT COLLATE "C" NOT NULL
);

-- +goose Down
DROP TABLE stone;
DROP INDEX tenure_report;
ALTER TABLE tenure DROP COLUMN words;
DROP TABLE bare;
