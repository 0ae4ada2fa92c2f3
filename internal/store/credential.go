package store

import (
	"database/sql"
	"strings"
)

// Credential lets a program or a person use a server of the record.
type Credential struct {
	Name   string
	Digest string // of the secret
	Scopes []string
	Made   string
	Ended  string // empty while it holds
}

// PutCredential writes a new credential.
func (t *Tx) PutCredential(c Credential) error {
	_, err := t.exec(`INSERT INTO credential (name, digest, scopes, made, ended) VALUES ($1, $2, $3, $4, '')`, c.Name, c.Digest, strings.Join(c.Scopes, " "), c.Made)
	return err
}

// EndCredential notes that a credential holds no more.
func (t *Tx) EndCredential(name, day string) error {
	_, err := t.exec(`UPDATE credential SET ended = $1 WHERE name = $2 AND ended = ''`, day, name)
	return err
}

// Credentials gives all, or those of a digest where one is named.
func (t *Tx) Credentials(digest string) (all []Credential, err error) {
	err = t.each(func(rows *sql.Rows) error {
		var c Credential
		var scopes string
		err := rows.Scan(&c.Name, &c.Digest, &scopes, &c.Made, &c.Ended)
		c.Scopes = strings.Fields(scopes)
		all = append(all, c)
		return err
	}, `SELECT name, digest, scopes, made, ended FROM credential WHERE digest = $1 OR $1 = '' ORDER BY name`, digest)
	return all, err
}
