// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Tokens that may be bound to their holders
/// @notice ERC-5192.
interface IERC5192 {
    /// @notice A token became bound to its holder, or was minted so.
    /// @param tokenId of the token
    event Locked(uint256 tokenId);
    /// @notice A token can be transferred from now on.
    /// @param tokenId of the token
    event Unlocked(uint256 tokenId);

    /// @notice Whether a token is bound to its holder. Reverts for one that does not exist.
    /// @param tokenId of the token
    /// @return whether it is bound
    function locked(uint256 tokenId) external view returns (bool);
}

/// @title The licence of a node
/// @notice One ERC-721 token a node, numbered from 1 without gaps, in the order of the sales.
/// - Only the minter (the sale contract) mints; it is set once.
/// - Soulbound (ERC-5192) until the owner unlocks all licences at once, which cannot be undone. Until then nobody can be approved, so no
///   approval that looked harmless waits for the day of the unlocking.
/// - Minting calls nothing on the receiver, so a receiver can neither refuse nor re-enter.
/// - A purchase stores its holder once, however many licences it has; a licence has a slot of its own from its first transfer on.
/// Not guaranteed: there is no burning and no enumeration on chain; the Transfer events are the list.
contract NodeLicense is ERC721, ERC2981, Ownable2Step, IERC5192, IERC4906 {
    using SafeCast for uint256;
    using Strings for uint256;

    /// @dev The licences of one minting: up to token id `last`, from the one after the batch before it.
    struct Batch {
        uint96 last;
        address holder;
    }

    /// @notice The highest royalty, in hundredths of a per cent.
    uint256 public constant HIGHEST_ROYALTY = 1_000;

    /// @notice The only address that may mint; zero until it is set.
    address public minter;
    /// @notice Whether licences can be transferred.
    bool public unlocked;
    uint48 private _supply; // with the next one in the slot of minter, which every minting reads
    uint40 private _batchCount;
    /// @notice The highest token id that `Unlocked` was told of.
    uint256 public told;
    /// @notice What the address of a licence's metadata begins with, before its number; empty: the metadata is made by the contract.
    string public baseURI;

    mapping(uint256 number => Batch) private _batches;

    /// @notice The minter was set.
    /// @param minter the only address that may mint
    event MinterSet(address indexed minter);
    /// @notice Every licence, minted or still to be minted, can be transferred from now on.
    event AllUnlocked();
    /// @notice What the address of the metadata begins with was set.
    /// @param baseURI empty: the contract makes the metadata
    event BaseURISet(string baseURI);
    /// @notice What markets are asked to pay on a sale was set.
    /// @param receiver who is to get it
    /// @param bps hundredths of a per cent of the price
    event RoyaltySet(address indexed receiver, uint256 bps);

    /// @notice Name an address.
    error ZeroAddress();
    /// @notice The minter is set already.
    error MinterFixed(address minter);
    /// @notice Only the minter mints.
    error NotMinter(address caller);
    /// @notice Licences are unlocked already.
    error AlreadyUnlocked();
    /// @notice Licences are bound to their holders until the owner unlocks them: they can neither move nor be approved.
    error Soulbound(uint256 tokenId);
    /// @notice As Soulbound, for an operator of all licences.
    error AllSoulbound(address holder);
    /// @notice Unlock the licences first.
    error StillLocked();
    /// @notice Choose at most `most`, in hundredths of a per cent.
    error RoyaltyTooHigh(uint256 bps, uint256 most);

    /// @notice Makes the collection.
    /// @param owner_ who sets the minter, unlocks, and sets metadata and royalty
    /// @param name_ of the collection
    /// @param symbol_ of the collection
    constructor(address owner_, string memory name_, string memory symbol_) ERC721(name_, symbol_) Ownable(owner_) {}

    // ---- minting

    /// @notice Sets the minter, once.
    /// @param minter_ the sale contract
    function setMinter(address minter_) external onlyOwner {
        if (minter_ == address(0)) revert ZeroAddress();
        if (minter != address(0)) revert MinterFixed(minter);
        minter = minter_;
        emit MinterSet(minter_);
    }

    /// @notice Mints licences, numbered totalSupply + 1 and on.
    /// @param to who gets them
    /// @param quantity how many
    function mint(address to, uint256 quantity) external {
        (address only, bool open, uint256 last, uint40 number) = (minter, unlocked, _supply, _batchCount);
        if (msg.sender != only) revert NotMinter(msg.sender);
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        if (quantity == 0) return;
        uint256 end = last + quantity;
        (_supply, _batchCount) = (end.toUint48(), number + 1);
        _batches[number] = Batch(uint96(end), to);
        _increaseBalance(to, uint128(quantity));
        if (open && told == last) told = end;

        // The two events of each licence, written by hand: they are nearly all of what a large purchase costs.
        bytes32 transfer = IERC721.Transfer.selector;
        bytes32 state = open ? IERC5192.Unlocked.selector : IERC5192.Locked.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            for { let id := add(last, 1) } iszero(gt(id, end)) { id := add(id, 1) } {
                log4(0, 0, transfer, 0, to, id)
                mstore(0, id)
                log1(0, 32, state)
            }
        }
    }

    /// @notice How many licences exist; also the highest token id.
    /// @return the count
    function totalSupply() public view returns (uint256) {
        return _supply;
    }

    // ---- locking

    /// @notice Unlocks all licences, those still to be minted included. Follow it with `tell` until every licence is told.
    function unlock() external onlyOwner {
        if (unlocked) revert AlreadyUnlocked();
        unlocked = true;
        emit AllUnlocked();
        uint256 supply = totalSupply();
        if (supply > 0) emit BatchMetadataUpdate(1, supply);
    }

    /// @notice Tells wallets and markets of unlocked licences, one ERC-5192 event each, as many as fit into a transaction. Anybody may call.
    /// @param quantity how many licences, in the order of their numbers, from the first one that was not told
    function tell(uint256 quantity) external {
        if (!unlocked) revert StillLocked();
        uint256 last = told;
        uint256 end = totalSupply();
        if (quantity < end - last) end = last + quantity;
        while (last < end) emit Unlocked(++last);
        told = end;
    }

    /// @notice ERC-5192: whether the licence is bound to its holder. Reverts for an id that does not exist.
    /// @param tokenId of the licence
    /// @return whether it is bound
    function locked(uint256 tokenId) external view returns (bool) {
        _requireOwned(tokenId);
        return !unlocked;
    }

    // ---- metadata and royalty

    /// @notice Sets what the address of a licence's metadata begins with.
    /// @param baseURI_ empty: the contract makes the metadata
    function setBaseURI(string calldata baseURI_) external onlyOwner {
        baseURI = baseURI_;
        emit BaseURISet(baseURI_);
        uint256 supply = totalSupply();
        if (supply > 0) emit BatchMetadataUpdate(1, supply);
    }

    /// @notice Sets what markets are asked to pay when a licence is sold on (ERC-2981).
    /// @param receiver who is to get it; zero: nobody
    /// @param bps hundredths of a per cent of the price, at most HIGHEST_ROYALTY
    function setRoyalty(address receiver, uint96 bps) external onlyOwner {
        if (bps > HIGHEST_ROYALTY) revert RoyaltyTooHigh(bps, HIGHEST_ROYALTY);
        if (receiver == address(0)) _deleteDefaultRoyalty();
        else _setDefaultRoyalty(receiver, bps);
        emit RoyaltySet(receiver, bps);
    }

    /// @notice Where the metadata of a licence is: under the base address, or in the answer itself. Reverts for an id that does not exist.
    /// @param tokenId of the licence
    /// @return an address, or JSON with a picture as a data: URI
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        string memory number = tokenId.toString();
        if (bytes(baseURI).length > 0) return string.concat(baseURI, number);
        string memory title = Strings.escapeJSON(string.concat(name(), " #", number));
        bytes memory picture = bytes(
            string.concat(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 350"><rect width="350" height="350" fill="#10233f"/>',
                '<g fill="#fff" font-family="sans-serif" text-anchor="middle"><text x="175" y="190" font-size="72">#',
                number,
                "</text></g></svg>"
            )
        );
        return string.concat(
            "data:application/json;base64,",
            Base64.encode(
                bytes(
                    string.concat(
                        '{"name":"',
                        title,
                        '","attributes":[{"trait_type":"Locked","value":"',
                        unlocked ? "no" : "yes",
                        '"}],"image":"data:image/svg+xml;base64,',
                        Base64.encode(picture),
                        '"}'
                    )
                )
            )
        );
    }

    /// @notice Which standards the contract keeps: ERC-165, 721 with metadata, 2981, 4906 and 5192.
    /// @param interfaceId of a standard
    /// @return whether it is one of them
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, ERC2981, IERC165) returns (bool) {
        return interfaceId == type(IERC5192).interfaceId || interfaceId == bytes4(0x49064906)
            || super.supportsInterface(interfaceId);
    }

    // ---- ownership

    /// @dev The holder of a licence: the one of its own slot once it moved, before that whoever its purchase was minted to.
    function _ownerOf(uint256 tokenId) internal view override returns (address) {
        address holder = super._ownerOf(tokenId);
        if (holder != address(0) || tokenId == 0 || tokenId > _supply) return holder;
        (uint256 low, uint256 high) = (0, _batchCount - 1); // the first batch that ends with the id or after it
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (_batches[middle].last < tokenId) low = middle + 1;
            else high = middle;
        }
        return _batches[low].holder;
    }

    /// @dev Every transfer passes here; a mint does not, and there is no burning.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        if (!unlocked) {
            _requireOwned(tokenId);
            revert Soulbound(tokenId);
        }
        return super._update(to, tokenId, auth);
    }

    /// @dev Every approval of one licence passes here; taking one back, as every transfer does, is always allowed.
    function _approve(address to, uint256 tokenId, address auth, bool emitEvent) internal override {
        if (!unlocked && to != address(0)) {
            _requireOwned(tokenId);
            revert Soulbound(tokenId);
        }
        super._approve(to, tokenId, auth, emitEvent);
    }

    /// @dev Every approval of all licences passes here; taking one back is always allowed.
    function _setApprovalForAll(address holder, address operator, bool approved) internal override {
        if (!unlocked && approved) revert AllSoulbound(holder);
        super._setApprovalForAll(holder, operator, approved);
    }
}
