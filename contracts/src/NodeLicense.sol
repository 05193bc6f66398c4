// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title The licence of a node
/// @notice One ERC-721 token a node, numbered from 1 without gaps, in the order of the sales.
/// - Only the minter (the sale contract) mints; it is set once.
/// - Soulbound (ERC-5192) until the owner unlocks all licences at once, which cannot be undone.
/// - Minting calls nothing on the receiver, so a receiver can neither refuse nor re-enter.
/// Not guaranteed: there is no burning and no enumeration on chain; the Transfer events are the list.
contract NodeLicense is ERC721, Ownable2Step {
    /// @notice The only address that may mint; zero until it is set.
    address public minter;
    /// @notice How many licences exist; also the highest token id.
    uint256 public totalSupply;
    /// @notice Whether licences can be transferred.
    bool public unlocked;

    event MinterSet(address indexed minter);
    /// @notice ERC-5192: the licence is minted locked.
    event Locked(uint256 tokenId);
    /// @notice Every licence, minted or still to be minted, can be transferred from now on.
    event Unlocked();

    error ZeroAddress();
    error MinterFixed(address minter);
    error NotMinter(address caller);
    error AlreadyUnlocked();
    error Soulbound(uint256 tokenId);

    constructor(address owner_, string memory name_, string memory symbol_) ERC721(name_, symbol_) Ownable(owner_) {}

    function setMinter(address minter_) external onlyOwner {
        if (minter_ == address(0)) revert ZeroAddress();
        if (minter != address(0)) revert MinterFixed(minter);
        minter = minter_;
        emit MinterSet(minter_);
    }

    function unlock() external onlyOwner {
        if (unlocked) revert AlreadyUnlocked();
        unlocked = true;
        emit Unlocked();
    }

    /// @notice Mints `quantity` licences to `to`, numbered totalSupply + 1 and on.
    function mint(address to, uint256 quantity) external {
        if (msg.sender != minter) revert NotMinter(msg.sender);
        uint256 last = totalSupply;
        bool locked_ = !unlocked;
        for (uint256 i = 0; i < quantity; i++) {
            _mint(to, ++last);
            if (locked_) emit Locked(last);
        }
        totalSupply = last;
    }

    /// @notice ERC-5192: whether the licence is bound to its holder. Reverts for an id that does not exist.
    function locked(uint256 tokenId) external view returns (bool) {
        _requireOwned(tokenId);
        return !unlocked;
    }

    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == this.locked.selector || super.supportsInterface(interfaceId);
    }

    /// @dev Every mint and transfer passes here; a mint comes from nobody.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        from = super._update(to, tokenId, auth);
        if (from != address(0) && !unlocked) revert Soulbound(tokenId);
    }
}
