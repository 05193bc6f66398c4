// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ReferralCode} from "./ReferralCode.sol";

/// @dev What the sale needs of the licence contract.
interface ILicenseMinter {
    function mint(address to, uint256 quantity) external;
}

/// @title The sale of nodes, tier by tier, for the chain's own coin
/// @notice Guarantees:
/// - `quote` and `buy` walk the tiers with the same code: what is quoted is what is charged, to the wei.
/// - Every wei of a payment goes to the treasury (paid - referral) or to the referrer's credit (referral). Nothing
///   else comes in, so the contract's balance is the sum of `referralOwed`, unless somebody forces coins into it
///   (a block reward, a self-destruct), which then stay in it for ever.
/// - A referrer is credited, never called: it cannot block a buyer. It collects with `withdrawReferral` or
///   `withdrawReferralTo`, also while the sale is paused.
/// - Every setting, the initial ones included, is announced by an event, so the books can be rebuilt from events.
/// Not guaranteed: the owner is trusted with prices, tiers, codes and the treasury. A treasury that refuses coins
/// stops the sale. The owner can disable a code, but not take back what was credited.
contract NodeSale is Ownable2Step, Pausable, ReentrancyGuardTransient {
    using ReferralCode for string;

    /// @param price wei for one node, at most 2^128 - 1
    /// @param size nodes in the tier
    /// @param perWallet nodes that one wallet may take of the tier; 0 closes it to the public, 2^64 - 1 is no quota
    struct Tier {
        uint256 price;
        uint64 size;
        uint64 perWallet;
    }

    /// @param discountBps what a code takes off the list price, in hundredths of a per cent
    /// @param rewardBps what the referrer gets of what was paid, in hundredths of a per cent
    struct Settings {
        address owner;
        address treasury;
        uint8 mode;
        uint256 maxNodes;
        uint256 discountBps;
        uint256 rewardBps;
        Tier[] tiers;
    }

    struct Code {
        address wallet;
        bool active;
    }

    /// @dev A tier and what was sold of it. The first three share a slot: a closed or sold out tier costs one read.
    struct Stock {
        uint64 size;
        uint64 perWallet;
        uint64 sold;
        uint256 price;
    }

    struct Bill {
        uint256 list;
        uint256 paid;
        uint256 referral;
        address referrer;
        uint256[] perTier;
    }

    uint8 private constant SEQUENTIAL = 0;
    uint8 private constant PARALLEL = 1;
    uint256 private constant MAX_PRICE = type(uint128).max; // no sum of a purchase overflows below it
    uint256 private constant BPS = 10_000;

    /// @notice 0, sequential: one tier is open; when it is sold out the next one opens.
    /// 1, parallel: every tier is open; a wallet takes up to its quota of each, in tier order.
    uint8 public mode;
    address public treasury;
    /// @notice The NodeLicense that mints for buyers; zero until it is set.
    address public license;
    uint256 public maxNodes;
    uint256 public discountBps;
    uint256 public rewardBps;
    /// @notice Nodes sold so far.
    uint256 public totalSold;
    /// @notice How many purchases there were; also the id of the last one.
    uint256 public purchaseCount;
    /// @notice Nodes that a wallet bought, over all tiers.
    mapping(address wallet => uint256) public boughtOf;
    /// @notice Nodes that a wallet bought of one tier.
    mapping(address wallet => mapping(uint256 tier => uint256)) public boughtInTier;
    /// @notice Wei that a referrer can withdraw.
    mapping(address wallet => uint256) public referralOwed;

    Stock[] private _tiers;
    mapping(string code => Code) private _codes;

    event Purchased(
        uint256 indexed id,
        address indexed buyer,
        address indexed referrer,
        uint256 quantity,
        uint256 list,
        uint256 paid,
        uint256 referral,
        string code
    );
    event ReferralWithdrawn(address indexed wallet, address to, uint256 amount);
    event TierSet(uint256 indexed tier, uint256 price, uint256 size, uint256 perWallet);
    event ModeSet(uint8 mode);
    event TreasurySet(address indexed treasury);
    event MaxNodesSet(uint256 maxNodes);
    event DiscountSet(uint256 bps);
    event RewardSet(uint256 bps);
    event CodeSet(string code, address indexed wallet, bool active);
    event LicenseSet(address indexed license);

    error ZeroQuantity();
    error UnknownCode(string code);
    error SelfReferral(address wallet);
    /// @param asked nodes of the purchase
    /// @param left nodes up to the sale's maximum
    error MaxNodesExceeded(uint256 asked, uint256 left);
    /// @param room what the wallet may still take of the tier
    /// @param wanted what it still needed when it came to the tier
    error QuotaExceeded(address wallet, uint256 tier, uint256 room, uint256 wanted);
    /// @param available what the wallet could have bought
    error NotEnoughNodes(uint256 asked, uint256 available);
    error WrongPayment(uint256 expected, uint256 sent);
    error TreasuryRejected(address treasury, uint256 amount);
    error NothingOwed(address wallet);
    error WithdrawalRejected(address to, uint256 amount);
    error BadCode(string code);
    error CodeTaken(string code);
    error ZeroAddress();
    error BadMode(uint8 mode);
    error ModeFixed(uint8 mode);
    error BpsTooHigh(uint256 bps);
    error MaxNodesBelowSold(uint256 maxNodes, uint256 sold);
    error NoSuchTier(uint256 tier, uint256 count);
    error PriceTooHigh(uint256 tier, uint256 price);
    error TierBelowSold(uint256 tier, uint256 size, uint256 sold);
    error LicenseFixed(address license);

    constructor(Settings memory settings) Ownable(settings.owner) {
        _setTreasury(settings.treasury);
        _setMode(settings.mode);
        _setMaxNodes(settings.maxNodes);
        _setDiscount(settings.discountBps);
        _setReward(settings.rewardBps);
        for (uint256 i = 0; i < settings.tiers.length; i++) {
            _setTier(i, settings.tiers[i]);
        }
    }

    // ---- buying

    /// @notice Buys `quantity` nodes for the caller, who sends exactly the price. `code` may be empty.
    function buy(uint256 quantity, string calldata code) external payable whenNotPaused nonReentrant {
        Bill memory bill = _bill(msg.sender, quantity, code);
        if (msg.value != bill.paid) revert WrongPayment(bill.paid, msg.value);

        for (uint256 i = 0; i < bill.perTier.length; i++) {
            uint256 taken = bill.perTier[i];
            if (taken == 0) continue;
            _tiers[i].sold += uint64(taken); // at most the size, which is a uint64
            boughtInTier[msg.sender][i] += taken;
        }
        boughtOf[msg.sender] += quantity;
        totalSold += quantity;
        if (bill.referral > 0) referralOwed[bill.referrer] += bill.referral;
        emit Purchased(
            ++purchaseCount, msg.sender, bill.referrer, quantity, bill.list, bill.paid, bill.referral, code
        );

        if (license != address(0)) ILicenseMinter(license).mint(msg.sender, quantity);
        uint256 share = bill.paid - bill.referral;
        if (share > 0) {
            (bool taken,) = treasury.call{value: share}("");
            if (!taken) revert TreasuryRejected(treasury, share);
        }
    }

    /// @notice What `wallet` would pay for `quantity` nodes now. Reverts with the error that `buy` would revert with.
    /// @return list wei without a code
    /// @return discount wei that the code takes off
    /// @return paid wei to send with `buy`
    /// @return referral wei of it that the referrer is credited with
    /// @return perTier nodes taken of each tier
    function quote(address wallet, uint256 quantity, string calldata code)
        external
        view
        whenNotPaused
        returns (uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] memory perTier)
    {
        Bill memory bill = _bill(wallet, quantity, code);
        return (bill.list, bill.list - bill.paid, bill.paid, bill.referral, bill.perTier);
    }

    function _bill(address wallet, uint256 quantity, string calldata code) private view returns (Bill memory bill) {
        if (quantity == 0) revert ZeroQuantity();
        bool withCode = bytes(code).length > 0;
        if (withCode) {
            Code storage known = _codes[code];
            if (!known.active) revert UnknownCode(code);
            bill.referrer = known.wallet;
            if (bill.referrer == wallet) revert SelfReferral(wallet);
        }
        uint256 left = maxNodes - totalSold;
        if (quantity > left) revert MaxNodesExceeded(quantity, left);

        (bill.list, bill.perTier) = _walk(wallet, quantity);
        bill.paid = bill.list;
        if (withCode) {
            bill.paid = bill.list * (BPS - discountBps) / BPS;
            bill.referral = bill.paid * rewardBps / BPS;
        }
    }

    /// @dev Takes `quantity` nodes from the tiers in order. The same walk is made off chain by whoever quotes.
    function _walk(address wallet, uint256 quantity) private view returns (uint256 list, uint256[] memory perTier) {
        uint256 count = _tiers.length;
        bool sequential = mode == SEQUENTIAL;
        perTier = new uint256[](count);
        uint256 remaining = quantity;
        for (uint256 i = 0; i < count && remaining > 0; i++) {
            Stock storage tier = _tiers[i];
            (uint256 size, uint256 perWallet, uint256 sold) = (tier.size, tier.perWallet, tier.sold);
            if (perWallet == 0 || sold >= size) continue;
            uint256 left = size - sold;
            uint256 had = boughtInTier[wallet][i];
            uint256 room = had < perWallet ? perWallet - had : 0;
            uint256 taken = _min(remaining, _min(left, room));
            // In sequence a wallet cannot reach past the open tier: its quota stops it there.
            if (sequential && taken < remaining && taken < left) revert QuotaExceeded(wallet, i, room, remaining);
            if (taken == 0) continue;
            list += taken * tier.price;
            perTier[i] = taken;
            remaining -= taken;
        }
        if (remaining > 0) revert NotEnoughNodes(quantity, quantity - remaining);
    }

    // ---- referrals

    /// @notice Registers a code for the caller, first come, first served. Codes are case-sensitive, 1 to 32 bytes.
    function registerCode(string calldata code) external {
        if (!code.isValid()) revert BadCode(code);
        if (_codes[code].wallet != address(0)) revert CodeTaken(code);
        _setCode(code, msg.sender, true);
    }

    /// @notice Registers a code for somebody, points it to another wallet, or disables it.
    function setCode(string calldata code, address wallet, bool active) external onlyOwner {
        if (!code.isValid()) revert BadCode(code);
        if (wallet == address(0)) revert ZeroAddress();
        _setCode(code, wallet, active);
    }

    /// @notice Sends the caller what it is owed.
    function withdrawReferral() external {
        withdrawReferralTo(payable(msg.sender));
    }

    /// @notice Sends what the caller is owed to `to`, for a caller that cannot be sent coins.
    function withdrawReferralTo(address payable to) public nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        uint256 amount = referralOwed[msg.sender];
        if (amount == 0) revert NothingOwed(msg.sender);
        referralOwed[msg.sender] = 0;
        emit ReferralWithdrawn(msg.sender, to, amount);
        (bool taken,) = to.call{value: amount}("");
        if (!taken) revert WithdrawalRejected(to, amount);
    }

    function _setCode(string calldata code, address wallet, bool active) private {
        _codes[code] = Code(wallet, active);
        emit CodeSet(code, wallet, active);
    }

    // ---- settings

    /// @notice Changes a tier, or appends one when `tier` is the number of tiers.
    function setTier(uint256 tier, Tier calldata to) external onlyOwner {
        _setTier(tier, to);
    }

    /// @notice Changes the way of walking the tiers; refused after the first purchase.
    function setMode(uint8 mode_) external onlyOwner {
        if (totalSold > 0) revert ModeFixed(mode);
        _setMode(mode_);
    }

    function setTreasury(address treasury_) external onlyOwner {
        _setTreasury(treasury_);
    }

    function setMaxNodes(uint256 maxNodes_) external onlyOwner {
        _setMaxNodes(maxNodes_);
    }

    function setDiscount(uint256 bps) external onlyOwner {
        _setDiscount(bps);
    }

    function setReward(uint256 bps) external onlyOwner {
        _setReward(bps);
    }

    /// @notice Sets the licence contract, once. Nodes sold before get no licence from this contract.
    function setLicense(address license_) external onlyOwner {
        if (license_ == address(0)) revert ZeroAddress();
        if (license != address(0)) revert LicenseFixed(license);
        license = license_;
        emit LicenseSet(license_);
    }

    /// @notice Stops purchases and quotes. Withdrawals, codes and settings go on.
    function pause() external onlyOwner {
        _pause();
    }

    function unpause() external onlyOwner {
        _unpause();
    }

    function _setTier(uint256 tier, Tier memory to) private {
        uint256 count = _tiers.length;
        if (tier > count) revert NoSuchTier(tier, count);
        if (to.price > MAX_PRICE) revert PriceTooHigh(tier, to.price);
        if (tier == count) _tiers.push();
        Stock storage stock = _tiers[tier];
        if (to.size < stock.sold) revert TierBelowSold(tier, to.size, stock.sold);
        (stock.price, stock.size, stock.perWallet) = (to.price, to.size, to.perWallet);
        emit TierSet(tier, to.price, to.size, to.perWallet);
    }

    function _setMode(uint8 mode_) private {
        if (mode_ > PARALLEL) revert BadMode(mode_);
        mode = mode_;
        emit ModeSet(mode_);
    }

    function _setTreasury(address treasury_) private {
        if (treasury_ == address(0)) revert ZeroAddress();
        treasury = treasury_;
        emit TreasurySet(treasury_);
    }

    function _setMaxNodes(uint256 maxNodes_) private {
        if (maxNodes_ < totalSold) revert MaxNodesBelowSold(maxNodes_, totalSold);
        maxNodes = maxNodes_;
        emit MaxNodesSet(maxNodes_);
    }

    function _setDiscount(uint256 bps) private {
        if (bps > BPS) revert BpsTooHigh(bps);
        discountBps = bps;
        emit DiscountSet(bps);
    }

    function _setReward(uint256 bps) private {
        if (bps > BPS) revert BpsTooHigh(bps);
        rewardBps = bps;
        emit RewardSet(bps);
    }

    // ---- views

    function tierCount() external view returns (uint256) {
        return _tiers.length;
    }

    function tiers(uint256 tier)
        external
        view
        returns (uint256 price, uint256 size, uint256 perWallet, uint256 sold)
    {
        if (tier >= _tiers.length) revert NoSuchTier(tier, _tiers.length);
        Stock storage stock = _tiers[tier];
        return (stock.price, stock.size, stock.perWallet, stock.sold);
    }

    /// @notice The wallet that a code earns for, zero when it was never registered, and whether it is in use.
    function codeOf(string calldata code) external view returns (address wallet, bool active) {
        Code storage known = _codes[code];
        return (known.wallet, known.active);
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
