// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Enumerable.sol";

/// @notice Mints by ERC721Enumerable, as Xai's licences do: what the licence's gas is compared with.
contract MintingEnumerable is ERC721Enumerable {
    constructor() ERC721("E", "E") {}

    function mint(address to, uint256 quantity) external {
        for (uint256 i = 0; i < quantity; i++) _mint(to, totalSupply() + 1);
    }
}
