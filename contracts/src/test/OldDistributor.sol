// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What a distributor of before says of itself, for tests: it knows a pause, and nothing of distributors before it
contract OldDistributor {
    address public immutable token;
    bool public paused;
    uint256 public totalClaimed;
    mapping(address account => uint256) public claimed;

    constructor(address token_) {
        token = token_;
    }

    /// @notice Counts a claim that was made there.
    function count(address account, uint256 amount) external {
        claimed[account] += amount;
        totalClaimed += amount;
    }

    function pause(bool on) external {
        paused = on;
    }
}
