package ledgertest

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

func TestSQLite(t *testing.T)     { Run(t, SQLite) }
func TestPostgreSQL(t *testing.T) { Run(t, PostgreSQL) }
