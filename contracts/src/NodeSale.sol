// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ReferralCode} from "./ReferralCode.sol";

/// @title What the sale needs of the licence contract
/// @notice NodeLicense has it.
interface ILicenseMinter {
    /// @notice Mints `quantity` licences to `to`.
    /// @param to who gets them
    /// @param quantity how many
    function mint(address to, uint256 quantity) external;

    /// @notice The only address that may mint.
    /// @return the address, zero before it is set
    function minter() external view returns (address);
}

/// @title The sale of nodes, tier by tier, for the chain's own coin
/// @notice Guarantees:
/// - `quote` and `buy` walk the tiers with the same code: what is quoted is what is charged, to the wei, and nobody pays more than the
///   `maxPrice` that was named. What was sent above the price comes back in the same transaction.
/// - Every wei of a price goes to the treasury (paid - referral) or to the referrer's credit (referral). Nothing else stays, so the
///   contract's balance is the sum of `referralOwed`, unless somebody forces coins into it (a block reward, a self-destruct), which
///   then stay in it for ever.
/// - A referrer is credited, never called: it cannot block a buyer. It collects with `withdrawReferral` or `withdrawReferralTo`, also
///   while the sale is paused.
/// - A code belongs to whoever committed to it a minute before it became known, so nobody can take it out of a transaction that waits.
/// - What a buyer pays and who gets it changes only by a call that was announced, byte for byte, `delay` before and not more than
///   `GRACE` ago. A delay of zero is possible only for a deployment that says so.
/// - Neither discount nor reward ever exceeds the cap that it was deployed with.
/// - Every setting, the initial ones included, is told by an event, so the books can be rebuilt from events.
/// Not guaranteed: the owner is trusted with prices, tiers, codes and the treasury, after the delay. A treasury that refuses coins stops
/// the sale. The owner can disable a code, but not take back what was credited. Somebody with two wallets can refer himself, and take a
/// quota twice: where that matters, tiers have a list of wallets or purchases need a voucher.
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

    /// @param owner who may change settings
    /// @param treasury who gets what is paid, less what referrers are credited with
    /// @param mode 0 sequential, 1 parallel
    /// @param maxNodes nodes that are sold at most, over all tiers, at most 2^96 - 1
    /// @param discountBps what a code takes off the list price, in hundredths of a per cent
    /// @param rewardBps what the referrer gets of what was paid, in hundredths of a per cent
    /// @param discountCap the most that discountBps can ever be, at most 5,000
    /// @param rewardCap the most that rewardBps can ever be, at most 5,000
    /// @param delay seconds between the announcement of a change and the change, at most 365 days
    /// @param immediate says that the delay is meant to be zero; otherwise it has to be above
    /// @param paused whether the sale begins paused: nobody can buy before its licence, lists and signer of vouchers are set
    /// @param tiers the ladder, from tier 0 on
    struct Settings {
        address owner;
        address treasury;
        uint8 mode;
        uint256 maxNodes;
        uint256 discountBps;
        uint256 rewardBps;
        uint256 discountCap;
        uint256 rewardCap;
        uint64 delay;
        bool immediate;
        bool paused;
        Tier[] tiers;
    }

    /// @notice What a purchase can bring along.
    /// @param deadline the last second at which the purchase may be mined; 0 is none
    /// @param proofs for each tier with a list, at its number, the proof that the wallet is on it; may be shorter than the tiers
    /// @param upTo of the voucher: nodes that the wallet may have bought with it, in all
    /// @param until of the voucher: the last second at which it is good
    /// @param voucher signature of `voucherSigner` over Voucher(address wallet,uint256 upTo,uint256 until), EIP-712
    struct Extra {
        uint256 deadline;
        bytes32[][] proofs;
        uint256 upTo;
        uint256 until;
        bytes voucher;
    }

    /// @dev Whom a code earns for. The wallet of a code that was registered is never zero.
    struct Code {
        address wallet;
        bool active;
    }

    /// @dev A tier and what was sold of it. The first four share a slot: a closed or sold out tier costs one read.
    struct Stock {
        uint64 size;
        uint64 perWallet;
        uint64 sold;
        bool listed;
        uint256 price;
    }

    /// @dev A purchase, priced. `opened` has a bit for each tier with a list that the wallet was found on.
    struct Bill {
        uint256 list;
        uint256 paid;
        uint256 referral;
        address referrer;
        uint256 opened;
        uint256[] perTier;
    }

    uint8 private constant SEQUENTIAL = 0;
    uint8 private constant PARALLEL = 1;
    uint256 private constant MAX_PRICE = type(uint128).max; // no sum of a purchase overflows below it
    uint256 private constant BPS = 10_000;
    uint256 private constant LISTABLE = 256; // tiers that can have a list: `opened` has a bit for each
    bytes32 private constant VOUCHER = keccak256("Voucher(address wallet,uint256 upTo,uint256 until)");
    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    /// @notice Nodes of one purchase at most: with its licences it fits into the gas that a transaction may use.
    uint256 public constant MAX_PURCHASE = 4_000;
    /// @notice The highest cap, in hundredths of a per cent.
    uint256 public constant HIGHEST_CAP = 5_000;
    /// @notice The longest delay in seconds: a longer one is taken for a mistake, and could never be put right.
    uint256 public constant MAX_DELAY = 365 days;
    /// @notice Seconds after its delay in which an announced change can be made.
    uint256 public constant GRACE = 14 days;
    /// @notice Seconds between the commitment to a code and its registration, at least.
    uint256 public constant CODE_WAIT = 1 minutes;
    /// @notice Seconds after which a commitment is forgotten.
    uint256 public constant CODE_LIFE = 1 days;

    /// @notice 0, sequential: one tier is open; when it is sold out the next one opens.
    /// 1, parallel: every tier is open; a wallet takes up to its quota of each, in tier order.
    uint8 public mode;
    bool private _vouchers; // whether voucherSigner is set
    /// @notice What a code takes off the list price, in hundredths of a per cent.
    uint16 public discountBps;
    /// @notice What the referrer gets of what was paid, in hundredths of a per cent.
    uint16 public rewardBps;
    /// @notice Who gets what is paid, less what referrers are credited with.
    address public treasury;
    /// @notice Nodes that are sold at most, over all tiers.
    uint96 public maxNodes;
    /// @notice The NodeLicense that mints for buyers; zero until it is set.
    address public license;
    /// @notice How many purchases there were; also the id of the last one.
    uint64 public purchaseCount;
    /// @notice How many tiers there are; they count from 0.
    uint32 public tierCount;

    // The next three are set once. They are kept in storage rather than in the code, so that every sale has the same code, which
    // `nodeledger` and explorers know by its hash.

    /// @notice The most that discountBps can ever be.
    uint256 public discountCap;
    /// @notice The most that rewardBps can ever be.
    uint256 public rewardCap;
    /// @notice Seconds between the announcement of a change and the change.
    uint256 public delay;

    /// @notice Nodes sold so far. Books read it in its slot, the seventh: contracts/storage.go.
    uint256 public totalSold;
    /// @notice Wei that a referrer can withdraw.
    mapping(address wallet => uint256) public referralOwed;

    mapping(uint256 tier => Stock) private _tiers;
    mapping(string code => Code) private _codes;
    // What a wallet bought: at 0 over all tiers, at i + 1 of tier i. Four numbers share a slot.
    mapping(address wallet => uint64[2 ** 32]) private _bought;

    /// @notice The second from which on an announced change can be made, by the hash of its call; zero when it was not announced.
    mapping(bytes32 change => uint256) public dueAt;
    /// @notice The second at which somebody committed to a code, by `codeCommitment`.
    mapping(bytes32 commitment => uint256) public committedAt;
    /// @notice The Merkle root of the wallets that may take of a tier, as OpenZeppelin's StandardMerkleTree over (address wallet)
    /// makes it; zero: everybody may.
    mapping(uint256 tier => bytes32) public allowlist;
    /// @notice Who signs the vouchers that every purchase needs; zero: none is needed.
    address public voucherSigner;

    /// @notice Nodes were bought. Amounts are in wei.
    /// @param id purchases count from 1
    /// @param buyer who paid and holds the nodes
    /// @param referrer whom the code earns for; zero without a code
    /// @param quantity nodes
    /// @param list what they cost without a code
    /// @param paid what was charged
    /// @param referral what of it the referrer is credited with
    /// @param code empty without one
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
    /// @notice Tiers with a list were open to the buyer of the purchase that the next event tells.
    /// @param id of the purchase
    /// @param tiers bit i is set when tier i has a list and the buyer is on it
    event Opened(uint256 indexed id, uint256 tiers);
    /// @notice A referrer took what it was owed.
    /// @param wallet the referrer
    /// @param to where it went
    /// @param amount wei
    event ReferralWithdrawn(address indexed wallet, address to, uint256 amount);
    /// @notice A tier was changed or appended.
    /// @param tier tiers count from 0
    /// @param price wei for one node
    /// @param size nodes in the tier
    /// @param perWallet nodes that one wallet may take
    event TierSet(uint256 indexed tier, uint256 price, uint256 size, uint256 perWallet);
    /// @notice The way of walking the tiers was set.
    /// @param mode 0 sequential, 1 parallel
    event ModeSet(uint8 mode);
    /// @notice The treasury was set.
    /// @param treasury who gets what is paid from now on
    event TreasurySet(address indexed treasury);
    /// @notice The most nodes that are sold was set.
    /// @param maxNodes nodes
    event MaxNodesSet(uint256 maxNodes);
    /// @notice What a code takes off was set.
    /// @param bps hundredths of a per cent of the list price
    event DiscountSet(uint256 bps);
    /// @notice What a referrer gets was set.
    /// @param bps hundredths of a per cent of what was paid
    event RewardSet(uint256 bps);
    /// @notice A code was registered, pointed to another wallet, disabled or enabled.
    /// @param code the code
    /// @param wallet whom it earns for
    /// @param active whether it can be used
    event CodeSet(string code, address indexed wallet, bool active);
    /// @notice The licence contract was set.
    /// @param license what mints for buyers from now on
    event LicenseSet(address indexed license);
    /// @notice What cannot be changed was set, by the constructor.
    /// @param discountCap the most that the discount can ever be, in hundredths of a per cent
    /// @param rewardCap the most that the reward can ever be, in hundredths of a per cent
    /// @param delay seconds between the announcement of a change and the change
    event BoundsSet(uint256 discountCap, uint256 rewardCap, uint256 delay);
    /// @notice The list of wallets of a tier was set.
    /// @param tier tiers count from 0
    /// @param root Merkle root; zero: everybody may take of it
    event AllowlistSet(uint256 indexed tier, bytes32 root);
    /// @notice Whose vouchers every purchase needs was set.
    /// @param signer zero: no voucher is needed
    event VoucherSignerSet(address indexed signer);
    /// @notice A change was announced.
    /// @param id hash of the call
    /// @param change the call's bytes
    /// @param due second from which on it can be made
    event ChangeAnnounced(bytes32 indexed id, bytes change, uint256 due);
    /// @notice An announced change was given up.
    /// @param id hash of the call
    event ChangeWithdrawn(bytes32 indexed id);
    /// @notice An announced change is made: the events that follow in the transaction tell it.
    /// @param id hash of the call
    event ChangeMade(bytes32 indexed id);
    /// @notice Somebody committed to a code that nobody can read yet.
    /// @param commitment see `codeCommitment`
    event CodeCommitted(bytes32 indexed commitment);

    /// @notice Buy one node or more.
    error ZeroQuantity();
    /// @notice Buy in several purchases.
    error PurchaseTooLarge(uint256 asked, uint256 most);
    /// @notice Nobody registered this code, or it is disabled: buy without it, or check its letters.
    error UnknownCode(string code);
    /// @notice The code earns for the buyer itself.
    error SelfReferral(address wallet);
    /// @param asked nodes of the purchase
    /// @param left nodes up to the sale's maximum
    error MaxNodesExceeded(uint256 asked, uint256 left);
    /// @param room what the wallet may still take of the tier
    /// @param wanted what it still needed when it came to the tier
    error QuotaExceeded(address wallet, uint256 tier, uint256 room, uint256 wanted);
    /// @param available what the wallet could have bought
    error NotEnoughNodes(uint256 asked, uint256 available);
    /// @notice The price has moved above what the buyer named: ask for a new quote.
    error PriceAboveMax(uint256 price, uint256 maxPrice);
    /// @notice Send at least the price; what is over comes back.
    error PaidTooLittle(uint256 price, uint256 sent);
    /// @notice The purchase came after its deadline.
    error TooLate(uint256 deadline, uint256 time);
    /// @notice The sale asks for a voucher: get one from whoever runs it, and buy with `buyWith`.
    error BadVoucher(address wallet, uint256 upTo, uint256 until);
    /// @notice The voucher's last second has passed.
    error VoucherExpired(uint256 until, uint256 time);
    /// @notice The wallet would have more nodes than the voucher is for.
    error VoucherExceeded(uint256 nodes, uint256 upTo);
    /// @notice The treasury refuses coins: nothing can be sold until the owner sets another one.
    error TreasuryRejected(address treasury, uint256 amount);
    /// @notice The buyer refuses what is over: send exactly the price.
    error RefundRejected(address buyer, uint256 amount);
    /// @notice The wallet is owed nothing.
    error NothingOwed(address wallet);
    /// @notice The receiver refuses coins: withdraw to another one.
    error WithdrawalRejected(address to, uint256 amount);
    /// @notice A code is 3 to 32 of A to Z, 0 to 9, underscore and hyphen.
    error BadCode(string code);
    /// @notice Somebody has the code: choose another one.
    error CodeTaken(string code);
    /// @notice Commit to the code first: commitCode(codeCommitment(code, wallet, salt)).
    error NotCommitted(bytes32 commitment);
    /// @notice The commitment is there already.
    error CommittedAlready(bytes32 commitment, uint256 since);
    /// @notice Register it at `from` or later.
    error CommittedTooLate(uint256 from, uint256 time);
    /// @notice The commitment was forgotten at `until`: commit again.
    error CommitmentExpired(uint256 until, uint256 time);
    /// @notice Name an address.
    error ZeroAddress();
    /// @notice A mode is 0, sequential, or 1, parallel.
    error BadMode(uint8 mode);
    /// @notice The mode cannot change after the first purchase.
    error ModeFixed(uint8 mode);
    /// @notice Choose at most `cap`, in hundredths of a per cent.
    error BpsTooHigh(uint256 bps, uint256 cap);
    /// @notice Choose at least what is sold.
    error MaxNodesBelowSold(uint256 maxNodes, uint256 sold);
    /// @notice Choose at most `most`.
    error MaxNodesTooHigh(uint256 maxNodes, uint256 most);
    /// @notice Change tier 0 to count - 1, or append tier `count`.
    error NoSuchTier(uint256 tier, uint256 count);
    /// @notice Choose a price of at most 2^128 - 1 wei.
    error PriceTooHigh(uint256 tier, uint256 price);
    /// @notice Choose at least what was sold of the tier.
    error TierBelowSold(uint256 tier, uint256 size, uint256 sold);
    /// @notice The licence contract is set already.
    error LicenseFixed(address license);
    /// @notice The licence contract has to be set before the first node is sold.
    error LicenseTooLate(uint256 sold);
    /// @notice The licence mints for somebody else: call its setMinter with this sale first.
    error LicenseMintsForAnother(address license, address minter);
    /// @notice A delay is at most MAX_DELAY, and zero exactly when `immediate` says so.
    error BadDelay(uint256 delay, bool immediate);
    /// @notice Announce the change first, with `announce`.
    error NotAnnounced(bytes32 id);
    /// @notice Make the change at `due` or later.
    error NotDue(uint256 due, uint256 time);
    /// @notice The announcement was good until `until`: announce the change again.
    error AnnouncementExpired(uint256 until, uint256 time);
    /// @notice Unpause first: a paused sale without an owner could never go on.
    error RenouncedWhilePaused();

    /// @notice Opens the sale.
    /// @param settings see Settings
    constructor(Settings memory settings) Ownable(settings.owner) {
        if (settings.delay > MAX_DELAY || (settings.delay == 0) != settings.immediate) {
            revert BadDelay(settings.delay, settings.immediate);
        }
        if (settings.discountCap > HIGHEST_CAP) revert BpsTooHigh(settings.discountCap, HIGHEST_CAP);
        if (settings.rewardCap > HIGHEST_CAP) revert BpsTooHigh(settings.rewardCap, HIGHEST_CAP);
        (discountCap, rewardCap, delay) = (settings.discountCap, settings.rewardCap, settings.delay);
        emit BoundsSet(settings.discountCap, settings.rewardCap, settings.delay);
        _setTreasury(settings.treasury);
        _setMode(settings.mode);
        _setMaxNodes(settings.maxNodes);
        _setDiscount(settings.discountBps);
        _setReward(settings.rewardBps);
        for (uint256 i = 0; i < settings.tiers.length; i++) {
            _setTier(i, settings.tiers[i]);
        }
        if (settings.paused) _pause();
    }

    // ---- buying

    /// @notice Buys nodes for the caller, who sends at least the price and gets back what is over.
    /// @param quantity nodes, 1 to MAX_PURCHASE
    /// @param code a referral code, or nothing
    /// @param maxPrice wei that the purchase may cost at most
    function buy(uint256 quantity, string calldata code, uint256 maxPrice)
        external
        payable
        whenNotPaused
        nonReentrant
    {
        Extra memory none;
        _buy(quantity, code, maxPrice, none);
    }

    /// @notice Buys as `buy` does, with a deadline, from tiers with a list, or with a voucher.
    /// @param quantity nodes, 1 to MAX_PURCHASE
    /// @param code a referral code, or nothing
    /// @param maxPrice wei that the purchase may cost at most
    /// @param extra see Extra
    function buyWith(uint256 quantity, string calldata code, uint256 maxPrice, Extra calldata extra)
        external
        payable
        whenNotPaused
        nonReentrant
    {
        _buy(quantity, code, maxPrice, extra);
    }

    /// @notice What `wallet` would pay for nodes now. Reverts with the error that `buy` would revert with.
    /// @param wallet who would buy
    /// @param quantity nodes
    /// @param code a referral code, or nothing
    /// @return list wei without a code
    /// @return discount wei that the code takes off
    /// @return paid wei that `buy` charges
    /// @return referral wei of it that the referrer is credited with
    /// @return perTier nodes taken of each tier
    function quote(address wallet, uint256 quantity, string calldata code)
        external
        view
        whenNotPaused
        returns (uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] memory perTier)
    {
        Extra memory none;
        return _quote(wallet, quantity, code, none);
    }

    /// @notice What `wallet` would pay for nodes now with `buyWith`. Reverts with the error that it would revert with.
    /// @param wallet who would buy
    /// @param quantity nodes
    /// @param code a referral code, or nothing
    /// @param extra see Extra
    /// @return list wei without a code
    /// @return discount wei that the code takes off
    /// @return paid wei that `buyWith` charges
    /// @return referral wei of it that the referrer is credited with
    /// @return perTier nodes taken of each tier
    function quoteWith(address wallet, uint256 quantity, string calldata code, Extra calldata extra)
        external
        view
        whenNotPaused
        returns (uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] memory perTier)
    {
        return _quote(wallet, quantity, code, extra);
    }

    function _buy(uint256 quantity, string calldata code, uint256 maxPrice, Extra memory extra) private {
        Bill memory bill = _bill(msg.sender, quantity, code, extra);
        if (bill.paid > maxPrice) revert PriceAboveMax(bill.paid, maxPrice);
        if (msg.value < bill.paid) revert PaidTooLittle(bill.paid, msg.value);

        uint64[2 ** 32] storage bought = _bought[msg.sender];
        for (uint256 i = 0; i < bill.perTier.length; i++) {
            uint64 taken = uint64(bill.perTier[i]); // at most MAX_PURCHASE
            if (taken == 0) continue;
            unchecked {
                _tiers[i].sold += taken; // at most the size
                bought[i + 1] += taken;
            }
        }
        unchecked {
            bought[0] += uint64(quantity); // 2^64 would take more purchases than there is time for
        }
        totalSold += quantity;
        if (bill.referral > 0) referralOwed[bill.referrer] += bill.referral;
        (address minting, uint256 id) = (license, purchaseCount + 1);
        purchaseCount = uint64(id);
        if (bill.opened > 0) emit Opened(id, bill.opened);
        emit Purchased(id, msg.sender, bill.referrer, quantity, bill.list, bill.paid, bill.referral, code);

        if (minting != address(0)) ILicenseMinter(minting).mint(msg.sender, quantity);
        uint256 share = bill.paid - bill.referral;
        if (share > 0) {
            (bool taken,) = treasury.call{value: share}("");
            if (!taken) revert TreasuryRejected(treasury, share);
        }
        uint256 over = msg.value - bill.paid;
        if (over > 0) {
            (bool taken,) = msg.sender.call{value: over}("");
            if (!taken) revert RefundRejected(msg.sender, over);
        }
    }

    function _quote(address wallet, uint256 quantity, string calldata code, Extra memory extra)
        private
        view
        returns (uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] memory perTier)
    {
        Bill memory bill = _bill(wallet, quantity, code, extra);
        return (bill.list, bill.list - bill.paid, bill.paid, bill.referral, bill.perTier);
    }

    function _bill(address wallet, uint256 quantity, string calldata code, Extra memory extra)
        private
        view
        returns (Bill memory bill)
    {
        if (quantity == 0) revert ZeroQuantity();
        if (quantity > MAX_PURCHASE) revert PurchaseTooLarge(quantity, MAX_PURCHASE);
        if (extra.deadline != 0 && block.timestamp > extra.deadline) revert TooLate(extra.deadline, block.timestamp);
        if (_vouchers) _checkVoucher(wallet, quantity, extra);
        bool withCode = bytes(code).length > 0;
        if (withCode) {
            Code storage known = _codes[code];
            if (!known.active) revert UnknownCode(code);
            bill.referrer = known.wallet;
            if (bill.referrer == wallet) revert SelfReferral(wallet);
        }
        uint256 left = maxNodes - totalSold;
        if (quantity > left) revert MaxNodesExceeded(quantity, left);

        _walk(bill, wallet, quantity, extra.proofs);
        bill.paid = bill.list;
        if (withCode) {
            bill.paid = bill.list * (BPS - discountBps) / BPS;
            bill.referral = bill.paid * rewardBps / BPS;
        }
    }

    /// @dev Takes `quantity` nodes from the tiers in order. The same walk is made off chain by whoever quotes.
    function _walk(Bill memory bill, address wallet, uint256 quantity, bytes32[][] memory proofs) private view {
        bool sequential = mode == SEQUENTIAL;
        bill.perTier = new uint256[](tierCount);
        uint256 remaining = quantity;
        for (uint256 i = 0; i < bill.perTier.length && remaining > 0; i++) {
            Stock storage tier = _tiers[i];
            (uint256 size, uint256 room, uint256 sold, bool listed) = (tier.size, tier.perWallet, tier.sold, tier.listed);
            uint256 left = size - sold;
            if (room == 0 || left == 0) continue;
            if (listed) {
                if (!_onList(wallet, i, proofs)) continue; // closed to it, as a tier with a quota of zero is to everybody
                bill.opened |= 1 << i;
            }
            room -= _min(room, _bought[wallet][i + 1]);
            uint256 taken = left < room ? left : room;
            if (taken > remaining) taken = remaining;
            // In sequence a wallet cannot reach past the open tier: its quota stops it there.
            if (sequential && taken < remaining && taken < left) revert QuotaExceeded(wallet, i, room, remaining);
            if (taken == 0) continue;
            bill.list += taken * tier.price;
            bill.perTier[i] = taken;
            remaining -= taken;
        }
        if (remaining > 0) revert NotEnoughNodes(quantity, quantity - remaining);
    }

    function _onList(address wallet, uint256 tier, bytes32[][] memory proofs) private view returns (bool) {
        if (tier >= proofs.length) return false;
        // Hashed twice, so that no pair of inner nodes, which is hashed once, can be passed off as a leaf.
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(wallet))));
        return MerkleProof.verify(proofs[tier], allowlist[tier], leaf);
    }

    /// @dev A voucher names the wallet and how many nodes it may have in all, so that it is no use to anybody else and can be
    /// shown again without buying more.
    function _checkVoucher(address wallet, uint256 quantity, Extra memory extra) private view {
        bytes32 digest = MessageHashUtils.toTypedDataHash(
            keccak256(abi.encode(DOMAIN, keccak256("NodeSale"), keccak256("1"), block.chainid, address(this))),
            keccak256(abi.encode(VOUCHER, wallet, extra.upTo, extra.until))
        );
        if (!SignatureChecker.isValidSignatureNow(voucherSigner, digest, extra.voucher)) {
            revert BadVoucher(wallet, extra.upTo, extra.until);
        }
        if (block.timestamp > extra.until) revert VoucherExpired(extra.until, block.timestamp);
        uint256 nodes = _bought[wallet][0] + quantity;
        if (nodes > extra.upTo) revert VoucherExceeded(nodes, extra.upTo);
    }

    // ---- referrals

    /// @notice Commits to a code without showing it, CODE_WAIT before `registerCode`.
    /// @param commitment what `codeCommitment` gives; ask a node for it rather than sending the code in a transaction
    function commitCode(bytes32 commitment) external {
        uint256 since = committedAt[commitment];
        if (since != 0 && block.timestamp <= since + CODE_LIFE) revert CommittedAlready(commitment, since);
        committedAt[commitment] = block.timestamp;
        emit CodeCommitted(commitment);
    }

    /// @notice Registers a code for the caller, who committed to it between CODE_WAIT and CODE_LIFE ago.
    /// @param code 3 to 32 of A to Z, 0 to 9, underscore and hyphen, that nobody has
    /// @param salt what the commitment was made with
    function registerCode(string calldata code, bytes32 salt) external {
        if (!code.isValid()) revert BadCode(code);
        bytes32 commitment = codeCommitment(code, msg.sender, salt);
        uint256 since = committedAt[commitment];
        if (since == 0) revert NotCommitted(commitment);
        if (block.timestamp < since + CODE_WAIT) revert CommittedTooLate(since + CODE_WAIT, block.timestamp);
        if (block.timestamp > since + CODE_LIFE) revert CommitmentExpired(since + CODE_LIFE, block.timestamp);
        if (_codes[code].wallet != address(0)) revert CodeTaken(code);
        delete committedAt[commitment];
        _setCode(code, msg.sender, true);
    }

    /// @notice What a wallet commits to before it registers a code.
    /// @param code the code
    /// @param wallet who will register it
    /// @param salt 32 bytes that nobody can guess
    /// @return the commitment
    function codeCommitment(string calldata code, address wallet, bytes32 salt) public pure returns (bytes32) {
        return keccak256(abi.encode(code, wallet, salt));
    }

    /// @notice Registers a code for somebody, points it to another wallet, disables or enables it; an announced change.
    /// @param code 3 to 32 of A to Z, 0 to 9, underscore and hyphen
    /// @param wallet whom it earns for
    /// @param active whether it can be used
    function setCode(string calldata code, address wallet, bool active) external onlyOwner announced {
        if (!code.isValid()) revert BadCode(code);
        if (wallet == address(0)) revert ZeroAddress();
        _setCode(code, wallet, active);
    }

    /// @notice Sends the caller what it is owed.
    function withdrawReferral() external {
        withdrawReferralTo(payable(msg.sender));
    }

    /// @notice Sends what the caller is owed to another address, for a caller that cannot be sent coins.
    /// @param to who gets it
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

    // ---- announcements

    /// @dev The call itself has to have been announced, byte for byte, unless the sale was deployed without a delay.
    modifier announced() {
        bytes32 id = keccak256(msg.data);
        uint256 due = dueAt[id];
        if (delay > 0) {
            if (due == 0) revert NotAnnounced(id);
            if (block.timestamp < due) revert NotDue(due, block.timestamp);
            if (block.timestamp > due + GRACE) revert AnnouncementExpired(due + GRACE, block.timestamp);
        }
        if (due > 0) {
            delete dueAt[id];
            emit ChangeMade(id);
        }
        _;
    }

    /// @notice Announces a change, which can be made `delay` from now and for GRACE after that. Announced again, it waits again.
    /// @param change the call that will be made to this contract: selector and arguments
    /// @return id hash of the call
    function announce(bytes calldata change) external onlyOwner returns (bytes32 id) {
        id = keccak256(change);
        uint256 due = block.timestamp + delay;
        dueAt[id] = due;
        emit ChangeAnnounced(id, change, due);
    }

    /// @notice Gives up an announced change.
    /// @param id hash of the call
    function withdrawAnnouncement(bytes32 id) external onlyOwner {
        if (dueAt[id] == 0) revert NotAnnounced(id);
        delete dueAt[id];
        emit ChangeWithdrawn(id);
    }

    // ---- settings

    /// @notice Changes a tier, or appends one when `tier` is the number of tiers; an announced change.
    /// @param tier tiers count from 0
    /// @param to price, size and quota
    function setTier(uint256 tier, Tier calldata to) external onlyOwner announced {
        _setTier(tier, to);
    }

    /// @notice Changes the way of walking the tiers, refused after the first purchase; an announced change.
    /// @param mode_ 0 sequential, 1 parallel
    function setMode(uint8 mode_) external onlyOwner announced {
        if (totalSold > 0) revert ModeFixed(mode);
        _setMode(mode_);
    }

    /// @notice Changes who gets what is paid; an announced change.
    /// @param treasury_ the new treasury
    function setTreasury(address treasury_) external onlyOwner announced {
        _setTreasury(treasury_);
    }

    /// @notice Changes how many nodes are sold at most; an announced change.
    /// @param maxNodes_ nodes
    function setMaxNodes(uint256 maxNodes_) external onlyOwner announced {
        _setMaxNodes(maxNodes_);
    }

    /// @notice Changes what a code takes off; an announced change.
    /// @param bps hundredths of a per cent of the list price, at most discountCap
    function setDiscount(uint256 bps) external onlyOwner announced {
        _setDiscount(bps);
    }

    /// @notice Changes what a referrer gets; an announced change.
    /// @param bps hundredths of a per cent of what was paid, at most rewardCap
    function setReward(uint256 bps) external onlyOwner announced {
        _setReward(bps);
    }

    /// @notice Opens a tier to the wallets of a list alone, or to everybody; an announced change.
    /// @param tier one of the first 256, which exists
    /// @param root Merkle root of the list; zero: everybody
    function setAllowlist(uint256 tier, bytes32 root) external onlyOwner announced {
        uint256 count = _min(tierCount, LISTABLE);
        if (tier >= count) revert NoSuchTier(tier, count);
        allowlist[tier] = root;
        _tiers[tier].listed = root != 0;
        emit AllowlistSet(tier, root);
    }

    /// @notice Asks for vouchers of a signer with every purchase, or for none. It takes effect at once: it is a defence.
    /// @param signer zero: no voucher is needed
    function setVoucherSigner(address signer) external onlyOwner {
        (voucherSigner, _vouchers) = (signer, signer != address(0));
        emit VoucherSignerSet(signer);
    }

    /// @notice Sets the licence contract, once, before the first purchase.
    /// @param license_ a contract whose minter is this sale
    function setLicense(address license_) external onlyOwner {
        if (license_ == address(0)) revert ZeroAddress();
        if (license != address(0)) revert LicenseFixed(license);
        if (totalSold > 0) revert LicenseTooLate(totalSold);
        address minter = _minterOf(license_);
        if (minter != address(this)) revert LicenseMintsForAnother(license_, minter);
        license = license_;
        emit LicenseSet(license_);
    }

    /// @notice Stops purchases and quotes. Withdrawals, codes and settings go on.
    function pause() external onlyOwner {
        _pause();
    }

    /// @notice Lets purchases and quotes go on.
    function unpause() external onlyOwner {
        _unpause();
    }

    /// @notice Leaves the sale without an owner, for ever; refused while it is paused.
    function renounceOwnership() public override onlyOwner {
        if (paused()) revert RenouncedWhilePaused();
        super.renounceOwnership();
    }

    /// @dev Zero for an address that has no contract, or one that has no minter.
    function _minterOf(address license_) private view returns (address) {
        (bool answered, bytes memory answer) = license_.staticcall(abi.encodeCall(ILicenseMinter.minter, ()));
        if (!answered || answer.length != 32) return address(0);
        return address(uint160(uint256(bytes32(answer))));
    }

    function _setTier(uint256 tier, Tier memory to) private {
        uint256 count = tierCount;
        if (tier > count) revert NoSuchTier(tier, count);
        if (to.price > MAX_PRICE) revert PriceTooHigh(tier, to.price);
        if (tier == count) tierCount++;
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
        if (maxNodes_ > type(uint96).max) revert MaxNodesTooHigh(maxNodes_, type(uint96).max);
        maxNodes = uint96(maxNodes_);
        emit MaxNodesSet(maxNodes_);
    }

    function _setDiscount(uint256 bps) private {
        if (bps > discountCap) revert BpsTooHigh(bps, discountCap);
        discountBps = uint16(bps); // at most HIGHEST_CAP
        emit DiscountSet(bps);
    }

    function _setReward(uint256 bps) private {
        if (bps > rewardCap) revert BpsTooHigh(bps, rewardCap);
        rewardBps = uint16(bps); // at most HIGHEST_CAP
        emit RewardSet(bps);
    }

    // ---- views

    /// @notice Nodes that a wallet bought, over all tiers.
    /// @param wallet the buyer
    /// @return how many
    function boughtOf(address wallet) external view returns (uint256) {
        return _bought[wallet][0];
    }

    /// @notice Nodes that a wallet bought of one tier.
    /// @param wallet the buyer
    /// @param tier tiers count from 0
    /// @return how many
    function boughtInTier(address wallet, uint256 tier) external view returns (uint256) {
        if (tier >= tierCount) revert NoSuchTier(tier, tierCount);
        return _bought[wallet][tier + 1];
    }

    /// @notice A tier and what was sold of it.
    /// @param tier tiers count from 0
    /// @return price wei for one node
    /// @return size nodes in the tier
    /// @return perWallet nodes that one wallet may take
    /// @return sold nodes that were sold
    function tiers(uint256 tier)
        external
        view
        returns (uint256 price, uint256 size, uint256 perWallet, uint256 sold)
    {
        if (tier >= tierCount) revert NoSuchTier(tier, tierCount);
        Stock storage stock = _tiers[tier];
        return (stock.price, stock.size, stock.perWallet, stock.sold);
    }

    /// @notice Whom a code earns for.
    /// @param code the code
    /// @return wallet zero when it was never registered
    /// @return active whether it can be used
    function codeOf(string calldata code) external view returns (address wallet, bool active) {
        Code storage known = _codes[code];
        return (known.wallet, known.active);
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
