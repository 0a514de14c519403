package main_test

import (
	"bytes"
	"go/ast"
	"go/printer"
	"slices"
	"strings"
	"testing"
)

// A panic in a goroutine ends the program whoever started it, leaves the terminal as it is and takes every session of a
// server with it. So each one recovers: in its own body, or in what it calls, where it calls nothing else of ours.

// harmless are calls that a goroutine may make outside of what recovers: they wait, tell and tidy up.
var harmless = []string{
	"close", "len", "cap", "min", "max", "append", "recover", "Wait", "Done", "Err", "Quit", "Store", "Load", "Add", "Lock", "Unlock", "Stop", "Reset", "Close", "After",
	"AfterFunc", "Broadcast", "cancel", "end", "stop", "Fprint", "Fprintln", "make", "Do", "Now", "NewTimer",
}

// A house is the functions of all packages by folder and name; several of one name must all be safe.
type house map[string][]function

type function struct {
	source
	body *ast.BlockStmt
}

func TestGoroutinesRecover(t *testing.T) {
	h, all := house{}, sources(t)
	for _, s := range all {
		for _, d := range s.tree.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil && !s.test {
				name := s.dir + " " + f.Name.Name
				h[name] = append(h[name], function{s, f.Body})
			}
		}
	}
	for _, s := range all {
		if s.test || s.workshop() {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			var started ast.Expr
			switch n := n.(type) {
			case *ast.GoStmt:
				started = n.Call.Fun
			case *ast.CallExpr:
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Go" && len(n.Args) == 1 {
					started = n.Args[0]
				}
			}
			if started == nil {
				return true
			}
			bad := ""
			if literal, ok := started.(*ast.FuncLit); ok {
				bad = h.unguarded(s, literal.Body, nil)
			} else if name := called(started); !h.safe(s, name, nil) {
				bad = name
			}
			if bad != "" {
				t.Errorf("%s: a goroutine calls %s outside of anything that recovers", s.set.Position(n.Pos()), bad)
			}
			return true
		})
	}
}

// safe tells whether a call cannot panic, or is recovered from within.
func (h house) safe(s source, name string, within []string) bool {
	if slices.Contains(harmless, name) {
		return true
	}
	all := h[s.dir+" "+name]
	for _, f := range all {
		if slices.Contains(within, name) || h.unguarded(f.source, f.body, append(within, name)) != "" {
			return false
		}
	}
	return len(all) > 0
}

// unguarded answers the first call of a body that may panic where nothing recovers.
func (h house) unguarded(s source, body *ast.BlockStmt, within []string) (bad string) {
	if defersRecover(s, body) {
		return ""
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if _, another := n.(*ast.GoStmt); another {
			return false // which is looked at by itself
		}
		call, ok := n.(*ast.CallExpr)
		if !ok || bad != "" {
			return bad == ""
		}
		if _, inner := call.Fun.(*ast.FuncLit); inner {
			return true
		}
		name := called(call.Fun)
		if !h.safe(s, name, within) {
			bad = name
		}
		return false // what is handed to what recovers is its own matter
	})
	return bad
}

func called(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return "something"
}

// defersRecover tells whether a body itself defers what recovers, by name: recover() in a literal, or recovered(…).
func defersRecover(s source, body *ast.BlockStmt) bool {
	for _, statement := range body.List {
		if d, ok := statement.(*ast.DeferStmt); ok {
			var text bytes.Buffer
			if printer.Fprint(&text, s.set, d) == nil && strings.Contains(text.String(), "recover") {
				return true
			}
		}
	}
	return false
}
