// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A token that bars accounts, for tests: as USDT does, or as USDC does
/// @notice USDT looks at who sends, so that a barred account still receives, and what it has stays there. USDC looks at both sides.
contract ListToken {
    bool public immutable bothSides;
    mapping(address account => uint256) public balanceOf;
    mapping(address account => bool) public barred;

    event Transfer(address indexed from, address indexed to, uint256 value);

    error Barred(address account);

    constructor(bool bothSides_) {
        bothSides = bothSides_;
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    /// @notice Anybody bars an account, or lets it go on.
    function bar(address account, bool on) external {
        barred[account] = on;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        if (barred[msg.sender]) revert Barred(msg.sender);
        if (bothSides && barred[to]) revert Barred(to);
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
        emit Transfer(msg.sender, to, amount);
        return true;
    }
}
