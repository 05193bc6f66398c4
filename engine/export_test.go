package engine

// Few lets a commit of a backfill have few logs, so that small worlds have several commits in a stretch.
func Few() { commitEvents = 4 }

// Wanted says that somebody waits to look at the books.
func (e *Engine) Wanted() bool { return e.mu.wanted() }

// WriterWaits says that somebody waits to write.
func (e *Engine) WriterWaits() bool { return e.writing.wanted() }

// What the inputs add up to is saved every few inputs of every test, so that whoever opens books begins with it.
func init() { savedInputs, savedEvents = 20, 1000 }
