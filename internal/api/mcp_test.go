package api

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCP: each tool answers with its evidence.
func TestMCP(t *testing.T) {
	c := start(t)
	here, there := mcp.NewInMemoryTransports()
	server, err := MCP(c.site).Connect(t.Context(), there, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	pair := map[string]any{"a": "RUS", "b": "USA", "as_of": "2018-04-01"}
	for _, x := range []struct {
		tool string
		in   map[string]any
		want string
	}{
		{"brief", pair, `"words":`}, {"docket", pair, `"name":"docket"`}, {"timeline", pair, `"evidence":`}, {"events", pair, `"evidence":`},
		{"search", map[string]any{"words": "Seattle"}, `"snippet":`}, {"report", map[string]any{"id": "2018-03-26-united-states-russia"}, `"text":`},
		{"report", map[string]any{"id": "none"}, "!has no report"}, {"brief", map[string]any{"a": "RUS", "b": "RUS"}, "!a pair of parties"},
		{"brief", map[string]any{"a": "RUS", "b": "USA", "as_of": "soon"}, "!date"},
	} {
		got, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: x.tool, Arguments: x.in})
		if err != nil {
			t.Fatal(err)
		}
		text := got.Content[0].(*mcp.TextContent).Text
		want, bad := strings.CutPrefix(x.want, "!")
		if got.IsError != bad || !strings.Contains(text, want) || !bad && !json.Valid([]byte(text)) {
			t.Errorf("%s %v: %v %.300s", x.tool, x.in, got.IsError, text)
		}
	}
}
