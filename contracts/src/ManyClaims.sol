// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What is asked of a distributor here
/// @notice PayoutDistributor has it.
interface IClaimable {
    /// @notice Pays an account what its leaf grants and it has not got yet.
    /// @param account whose leaf it is, and who is paid
    /// @param cumulative base units that the leaf grants
    /// @param proof siblings of the leaf
    function claim(address account, uint256 cumulative, bytes32[] calldata proof) external;
}

/// @title Claims from several distributors, each of which pays another token, in one transaction
/// @notice It holds nothing, may nothing and keeps nothing: a distributor pays the account of the leaf whoever calls. A leaf counts
/// everything since the beginning, so that one claim of a token is all its months. Either all claims are made or none is.
contract ManyClaims {
    /// @param distributor that pays
    /// @param account whose leaf it is, and who is paid
    /// @param cumulative base units that the leaf grants
    /// @param proof siblings of the leaf
    struct Claim {
        IClaimable distributor;
        address account;
        uint256 cumulative;
        bytes32[] proof;
    }

    /// @notice Makes all claims.
    /// @param claims in the order in which they are made
    function claim(Claim[] calldata claims) external {
        for (uint256 i = 0; i < claims.length; i++) {
            Claim calldata c = claims[i];
            c.distributor.claim(c.account, c.cumulative, c.proof);
        }
    }
}
