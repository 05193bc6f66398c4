// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev The hooks of ERC-777, without what the token passes to them.
interface ITokenHooks {
    function tokensToSend() external;
    function tokensReceived() external;
}

/// @notice For tests only: a token that calls the sender before and the receiver after a transfer, as ERC-777 does,
/// when they are set to be called. Anybody mints, sets and moves.
contract HookToken is ERC20 {
    mapping(address account => bool) public callsSender;
    mapping(address account => bool) public callsReceiver;

    constructor() ERC20("Hook", "HOOK") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setHooks(address account, bool sending, bool receiving) external {
        (callsSender[account], callsReceiver[account]) = (sending, receiving);
    }

    /// @notice For AliasToken: moves anybody's tokens.
    function moveFor(address from, address to, uint256 amount) external {
        _transfer(from, to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (callsSender[from]) ITokenHooks(from).tokensToSend();
        super._update(from, to, amount);
        if (callsReceiver[to]) ITokenHooks(to).tokensReceived();
    }
}
