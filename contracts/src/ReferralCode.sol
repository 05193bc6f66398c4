// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What may be a referral code
/// @notice A code is 1 to 32 bytes of well-formed UTF-8 without control characters.
/// Codes end up in events, databases and files: a zero byte or a torn character would be refused there,
/// after the purchase was made. So they are refused here, before it.
library ReferralCode {
    uint256 internal constant MAX_BYTES = 32;

    /// @return whether `code` may be registered.
    function isValid(string calldata code) internal pure returns (bool) {
        bytes calldata text = bytes(code);
        if (text.length == 0 || text.length > MAX_BYTES) return false;
        uint256 i = 0;
        while (i < text.length) {
            uint256 width = _characterAt(text, i);
            if (width == 0) return false;
            i += width;
        }
        return true;
    }

    /// @dev The width in bytes of the character that begins at `i`; 0 when it is a control character, torn,
    /// longer than needed, a surrogate, or above U+10FFFF (the table of well-formed sequences of Unicode, 3-7).
    function _characterAt(bytes calldata text, uint256 i) private pure returns (uint256 width) {
        uint8 lead = uint8(text[i]);
        if (lead < 0x80) return lead < 0x20 || lead == 0x7f ? 0 : 1;
        // The range of the second byte is narrower after four of the leads; the others are 80..BF.
        (uint8 low, uint8 high) = (0x80, 0xbf);
        if (lead >= 0xc2 && lead <= 0xdf) {
            width = 2;
            if (lead == 0xc2) low = 0xa0; // U+0080..U+009F are control characters too
        } else if (lead >= 0xe0 && lead <= 0xef) {
            width = 3;
            if (lead == 0xe0) low = 0xa0;
            if (lead == 0xed) high = 0x9f;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            width = 4;
            if (lead == 0xf0) low = 0x90;
            if (lead == 0xf4) high = 0x8f;
        } else {
            return 0;
        }
        if (i + width > text.length) return 0;
        for (uint256 j = 1; j < width; j++) {
            uint8 next = uint8(text[i + j]);
            if (next < low || next > high) return 0;
            (low, high) = (0x80, 0xbf);
        }
    }
}
