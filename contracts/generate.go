// Package contracts holds the Solidity sources of the node sale and its payouts, what they compile to, and the Go
// bindings.
//
//   - src/NodeSale.sol sells nodes tier by tier and credits referrers; package nodesale binds it.
//   - src/NodeLicense.sol is the ERC-721 licence of a node; package nodelicense binds it.
//   - src/PayoutDistributor.sol pays a token by cumulative Merkle claims; package payoutdistributor binds it.
//   - src/test holds contracts that tests use against these; package testcontracts binds them.
//   - build holds ABI and bytecode, as committed and deployed, and the slots of the storage, as the compiler gives them.
//
// Guaranteed: the committed ABI, bytecode, slots and bindings are what the sources compile to with the locked compiler;
// check.sh proves it. Not guaranteed: an audit. The contracts are tested here against every refusal and against a
// second model of the arithmetic, but nobody outside the project has reviewed them.
package contracts

//go:generate ./generate.sh
