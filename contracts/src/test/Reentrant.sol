// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice For tests only: calls what it is told and, whenever it is itself called back (coins arrive, or a token calls
/// a hook), makes the armed call and remembers how it went. It plays the hostile buyer, referrer, treasury and holder.
contract Reentrant {
    address public target;
    uint256 public value;
    bytes public payload;
    /// @notice How often it was called back.
    uint256 public calledBack;
    /// @notice How often the armed call went through.
    uint256 public succeeded;
    /// @notice What the armed call answered last.
    bytes public answer;

    function arm(address target_, uint256 value_, bytes calldata payload_) external payable {
        (target, value, payload) = (target_, value_, payload_);
    }

    function run(address target_, uint256 value_, bytes calldata data) external payable {
        (bool done, bytes memory back) = target_.call{value: value_}(data);
        if (done) return;
        assembly ("memory-safe") {
            revert(add(back, 32), mload(back))
        }
    }

    receive() external payable {
        _callBack();
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        _callBack();
        return this.onERC721Received.selector;
    }

    function tokensToSend() external {
        _callBack();
    }

    function tokensReceived() external {
        _callBack();
    }

    function _callBack() private {
        calledBack++;
        bool done;
        (done, answer) = target.call{value: value}(payload);
        if (done) succeeded++;
    }
}
