// Package e2e holds the tests of the whole program: the built binary against recorded, simulated and real nodes, on both
// databases, with real faults.
package e2e
