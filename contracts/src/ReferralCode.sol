// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What may be a referral code
/// @notice A code is 3 to 32 of the characters A to Z, 0 to 9, underscore and hyphen. So no two codes look alike that differ in
/// case, in an invisible character or in a letter of another script, and each can be said aloud and typed.
library ReferralCode {
    /// @dev The fewest characters of a code.
    uint256 internal constant SHORTEST = 3;
    /// @dev The most characters of a code.
    uint256 internal constant LONGEST = 32;

    /// @notice Says whether a code may be registered.
    /// @param code the text that is looked at
    /// @return whether every character is allowed and there are neither too few nor too many
    function isValid(string calldata code) internal pure returns (bool) {
        bytes calldata text = bytes(code);
        if (text.length < SHORTEST || text.length > LONGEST) return false;
        for (uint256 i = 0; i < text.length; i++) {
            bytes1 c = text[i];
            if ((c >= "A" && c <= "Z") || (c >= "0" && c <= "9") || c == "_" || c == "-") continue;
            return false;
        }
        return true;
    }
}
