-- +goose Up
CREATE TABLE credential (       -- who may use a server of the record; the secret itself is not kept
  name   TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,  -- of the secret
  scopes TEXT NOT NULL,         -- read, add, correct, with blanks between
  made   TEXT NOT NULL,
  ended  TEXT NOT NULL          -- the day on which it was ended; empty while it holds
);

-- +goose Down
DROP TABLE credential;
