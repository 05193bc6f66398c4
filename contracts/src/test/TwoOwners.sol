// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice For tests only: a wallet of two owners that signs as a Safe 1.4 does (ERC-1271). Both owners sign, in order of
/// their addresses, the hash of a message of this wallet on this chain.
contract TwoOwners {
    bytes32 private constant DOMAIN = keccak256("EIP712Domain(uint256 chainId,address verifyingContract)");
    bytes32 private constant MESSAGE = keccak256("SafeMessage(bytes message)");

    address[2] public owners;
    uint256[3] private unused;
    /// @notice In the slot where a Safe keeps it.
    uint256 public nonce;

    constructor(address first, address second, uint256 nonce_) {
        (owners[0], owners[1], nonce) = (first, second, nonce_);
    }

    /// @notice Anybody gives it other owners.
    function replace(address first, address second) external {
        (owners[0], owners[1]) = (first, second);
    }

    /// @notice What its owners sign for a hash.
    function messageHash(bytes32 hash) public view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN, block.chainid, address(this)));
        bytes32 message = keccak256(abi.encode(MESSAGE, keccak256(abi.encode(hash))));
        return keccak256(abi.encodePacked(hex"1901", domain, message));
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 130) return 0xffffffff;
        bytes32 signed = messageHash(hash);
        for (uint256 i = 0; i < 2; i++) {
            bytes calldata one = signature[65 * i:65 * (i + 1)];
            address by = ecrecover(signed, uint8(one[64]), bytes32(one[:32]), bytes32(one[32:64]));
            if (by == address(0) || by != owners[i]) return 0xffffffff;
        }
        return this.isValidSignature.selector;
    }
}
