// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A registry of names and their resolver in one, as EIP-137 and EIP-181 have them, for tests: whoever asks may set anything.
contract Names {
    mapping(bytes32 node => address) public addr;
    mapping(bytes32 node => string) public name;

    function resolver(bytes32 node) external view returns (address) {
        return addr[node] != address(0) || bytes(name[node]).length > 0 ? address(this) : address(0);
    }

    function set(bytes32 node, address a, string calldata n) external {
        addr[node] = a;
        name[node] = n;
    }
}
