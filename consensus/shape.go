package consensus

// shape is where a fork has what is proven, as generalised indices: the tree's root is 1, the children of i are 2i and 2i+1.
type shape struct {
	finalRoot, committee, nextCommittee uint64 // in the state
	execution                           uint64 // in the block's body
	blobs                               bool   // the execution header has blob_gas_used and excess_blob_gas
}

// Fields of a beacon state and of a block's body, by their place. The root of the finalised checkpoint is its second field.
const (
	fieldFinalised     = 20
	fieldCommittee     = 22
	fieldNextCommittee = 23
	fieldExecution     = 9
)

// shapeOf is the shape of a state whose fields fill a tree of so many leaves; a body's fill 16.
func shapeOf(leaves uint64, blobs bool) shape {
	return shape{
		finalRoot: (leaves+fieldFinalised)*2 + 1, committee: leaves + fieldCommittee, nextCommittee: leaves + fieldNextCommittee,
		execution: 16 + fieldExecution, blobs: blobs,
	}
}

// shapes by fork: a state has 28 fields up to Deneb, and 37 from Electra on.
var shapes = map[string]shape{
	capella: shapeOf(32, false),
	deneb:   shapeOf(32, true),
	electra: shapeOf(64, true),
	fulu:    shapeOf(64, true),
}
