package chain

// readProof reads what eth_getProof returned. Fields that are proven by nodes are not read, but for those that are compared
// with what the nodes say.
func readProof(r *reader) (a stateAnswer) {
	if r.null() || !r.open('{') {
		return a
	}
	a.there = true
	for n := 0; r.next('}', n); n++ {
		switch string(r.key()) {
		case "balance":
			a.balance = readStated(r, &a.arena)
		case "accountProof":
			a.account = readNodes(r, &a.arena)
		case "storageProof":
			if r.null() || !r.open('[') {
				continue
			}
			for n := 0; r.next(']', n); n++ {
				a.slots = append(a.slots, readSlot(r, &a.arena))
			}
		default:
			r.skip()
		}
	}
	return a
}

func readSlot(r *reader, arena *[]byte) (s slotAnswer) {
	r.open('{')
	for n := 0; r.next('}', n); n++ {
		switch string(r.key()) {
		case "value":
			s.value = readStated(r, arena)
		case "proof":
			s.nodes = readNodes(r, arena)
		default:
			r.skip()
		}
	}
	return s
}

// readStated reads a number; it is nil only when there is none.
func readStated(r *reader, arena *[]byte) []byte {
	if r.null() {
		return nil
	}
	return append([]byte{}, r.quantity(arena)...)
}

// readNodes reads a list of nodes.
func readNodes(r *reader, arena *[]byte) (nodes [][]byte) {
	if r.null() || !r.open('[') {
		return nil
	}
	for n := 0; r.next(']', n); n++ {
		nodes = append(nodes, r.data(arena))
	}
	return nodes
}
