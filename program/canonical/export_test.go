package canonical

// Known is how many versions are remembered.
func (v *Versions) Known() int {
	n := 0
	v.known.Range(func(any, any) bool { n++; return true })
	return n
}
