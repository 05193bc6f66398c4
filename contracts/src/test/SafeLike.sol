// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice For tests only: what a Safe 1.4 does on the chain, without its signatures: anybody executes. It is also the
/// contract that a Safe lends itself to for a batch.
contract SafeLike {
    event ExecutionSuccess(bytes32 indexed txHash, uint256 payment);
    event SafeReceived(address indexed sender, uint256 value);

    error Failed();

    uint256 public nonce;

    receive() external payable {
        emit SafeReceived(msg.sender, msg.value);
    }

    /// @param operation 0: a call; 1: to's code runs as the Safe's own.
    function execTransaction(
        address to,
        uint256 value,
        bytes memory data,
        uint8 operation,
        uint256,
        uint256,
        uint256,
        address,
        address payable,
        bytes memory
    ) external payable returns (bool success) {
        if (operation == 1) (success,) = to.delegatecall(data);
        else (success,) = to.call{value: value}(data);
        if (!success) revert Failed();
        emit ExecutionSuccess(keccak256(abi.encode(nonce++, msg.data)), 0);
    }

    /// @param transactions One after the other and without padding: operation (1 byte), to (20), value (32), the length of
    /// the data (32), the data. Calls only.
    function multiSend(bytes calldata transactions) external payable {
        for (uint256 i = 0; i < transactions.length;) {
            address to = address(bytes20(transactions[i + 1:i + 21]));
            uint256 value = uint256(bytes32(transactions[i + 21:i + 53]));
            uint256 size = uint256(bytes32(transactions[i + 53:i + 85]));
            (bool success,) = to.call{value: value}(transactions[i + 85:i + 85 + size]);
            if (!success) revert Failed();
            i += 85 + size;
        }
    }
}
