// Package beaconchain is a beacon chain for tests and demonstrations: it has committees of 512 keys, signs with them, and says what a
// beacon node says to a light client, about an execution chain that somebody else keeps.
//
// Its trees have what a light client looks at in its right place; everything else in them is filled with made-up hashes. Each execution
// block that is added has a slot, a period has 32 of them unless said otherwise, and a block calls the last epoch's beginning final that is
// two epochs or more before it. Committees are other keys in each period. All keys follow from a published seed.
package beaconchain
