package canonical

// Known is how many versions are remembered.
func (v *Versions) Known() int {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return len(v.known)
}
