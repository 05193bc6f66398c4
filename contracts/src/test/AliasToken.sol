// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HookToken} from "./HookToken.sol";

/// @notice For tests only: a second address of the same token, as some tokens keep one after an upgrade. Moving tokens
/// here moves them there.
contract AliasToken {
    HookToken public immutable same;

    constructor(HookToken same_) {
        same = same_;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        same.moveFor(msg.sender, to, amount);
        return true;
    }
}
