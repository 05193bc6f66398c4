// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice For tests only: answers every call with the same bytes, refuses every call with them, or uses up all gas.
contract Answering {
    enum How {
        Answer,
        Revert,
        Burn
    }

    bytes private answer;
    How private how;

    constructor(bytes memory answer_, How how_) {
        (answer, how) = (answer_, how_);
    }

    fallback() external {
        bytes memory out = answer;
        if (how == How.Burn) while (true) out = abi.encode(keccak256(out));
        bool refuses = how == How.Revert;
        assembly {
            switch refuses
            case 0 { return(add(out, 32), mload(out)) }
            default { revert(add(out, 32), mload(out)) }
        }
    }
}
