-- +goose Up
CREATE TABLE bare (               -- names of persons in a report whose State it does not tell
  surname TEXT NOT NULL,
  known   TEXT NOT NULL,
  report  TEXT NOT NULL,
  version BIGINT NOT NULL,
  name    TEXT NOT NULL,       -- as the report has it
  state   TEXT NOT NULL,       -- by the reports before it; empty where these do not tell either
  PRIMARY KEY (surname, known, report, version, name)
) WITHOUT ROWID;
CREATE INDEX bare_report ON bare (report, version);
ALTER TABLE tenure ADD COLUMN words TEXT NOT NULL DEFAULT ''; -- of the report that say so
CREATE INDEX tenure_report ON tenure (report, version);

CREATE TABLE stone (              -- reports that were erased
  report TEXT PRIMARY KEY,
  at     TEXT NOT NULL,
  name   TEXT NOT NULL,        -- by whom
  reason TEXT NOT NULL
);

-- +goose Down
DROP TABLE stone;
DROP INDEX tenure_report;
ALTER TABLE tenure DROP COLUMN words;
DROP TABLE bare;
