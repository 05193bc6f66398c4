// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice For tests only: calls what it is told and takes no coins back, as a wallet contract without a receive
/// function. It plays the referrer that cannot be paid and the treasury that refuses.
contract Rejecting {
    function run(address target, bytes calldata data) external payable {
        (bool done, bytes memory answer) = target.call{value: msg.value}(data);
        if (done) return;
        assembly ("memory-safe") {
            revert(add(answer, 32), mload(answer))
        }
    }
}
