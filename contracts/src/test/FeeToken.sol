// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice For tests only: a token that burns a fee at every transfer, once one is set. Anybody mints and sets it.
contract FeeToken is ERC20 {
    /// @notice The fee in hundredths of a per cent; none at first.
    uint256 public feeBps;
    /// @notice Whether the sender pays it on top; else it comes out of what arrives.
    bool public onTop;

    constructor() ERC20("Fee", "FEE") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setFee(uint256 bps, bool onTop_) external {
        (feeBps, onTop) = (bps, onTop_);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        uint256 fee = amount * feeBps / 10_000;
        if (fee > 0 && from != address(0) && to != address(0)) super._update(onTop ? from : to, address(0), fee);
    }
}
