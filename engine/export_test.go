package engine

// Few lets a commit of a backfill have few logs, so that small worlds have several commits in a stretch.
func Few() { commitEvents = 4 }

// Wanted says that somebody waits to look at the books.
func (e *Engine) Wanted() bool { return e.mu.wanted() }
