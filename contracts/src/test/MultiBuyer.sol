// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NodeSale} from "../NodeSale.sol";

/// @notice For tests only: buys several times in one transaction, paying what the sale quotes.
contract MultiBuyer {
    function buyAll(NodeSale sale, uint256[] calldata quantities, string[] calldata codes) external payable {
        for (uint256 i = 0; i < quantities.length; i++) {
            (,, uint256 paid,,) = sale.quote(address(this), quantities[i], codes[i]);
            sale.buy{value: paid}(quantities[i], codes[i], paid);
        }
    }
}
