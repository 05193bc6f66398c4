// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721A} from "erc721a/contracts/ERC721A.sol";

/// @notice Mints by ERC721A, whose large purchases are cheap too: what the licence's gas is compared with.
contract MintingA is ERC721A {
    constructor() ERC721A("A", "A") {}

    function mint(address to, uint256 quantity) external {
        _mint(to, quantity);
    }
}
