// Package coder holds the order of reading: a report goes in, its events come
// out. It opens with a gate, since most sentences of a news feed cannot hold an
// event and reading one in full is dear.
package coder
