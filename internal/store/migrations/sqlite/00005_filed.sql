-- +goose Up
CREATE TABLE filed (              -- the events of busy pairs by months, as they were last read; a change takes its month out
  dyad   TEXT NOT NULL,
  month  BIGINT NOT NULL,         -- when they became known: 12 times the year, and the months before it
  hard   BIGINT NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (dyad, month, hard)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE filed;
