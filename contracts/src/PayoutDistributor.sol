// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title What is asked of the distributor that another one goes on from
/// @notice PayoutDistributor has it.
interface IEarlierDistributor {
    /// @notice The token that it pays out.
    /// @return its contract
    function token() external view returns (IERC20);

    /// @notice Base units paid to an account since the beginning.
    /// @param account who was paid
    /// @return the sum
    function claimed(address account) external view returns (uint256);

    /// @notice Base units paid to all accounts since the beginning.
    /// @return the sum
    function totalClaimed() external view returns (uint256);

    /// @notice Whether it pays nothing now.
    /// @return whether
    function paused() external view returns (bool);

    /// @notice Whether neither it nor those before it pay anything now; distributors of before this one do not know.
    /// @return whether
    function stopped() external view returns (bool);
}

/// @title Pays one ERC-20 token to many accounts, each of which collects by a Merkle proof
/// @notice A leaf says what an account was granted since the beginning, not what is new: an account that skips a month
/// collects it with the next root. Amounts are in base units of the token, times in seconds since 1970.
/// Guarantees:
/// - A root pays only after one account proposed it, `delay` passed, and another account activated exactly what was proposed: root,
///   total, file and checkpoint. The delay is never zero.
/// - An account gets what its leaf grants less what it has claimed, here and from the earlier distributors, never twice. Only it gets
///   it, whoever calls, or whom it named in a call or a signature of its own.
/// - While an earlier distributor is not paused, this one pays nothing: whoever claimed here could claim the same there.
/// - All roots together pay at most the active root's `total`, whatever the leaves say: totalClaimed <= total <= the
///   total of the next root. Both sums include what the earlier distributors paid.
/// - Tokens that the active or the proposed root grants cannot be swept.
/// - There is always an admin, who can end a pause, so that neither a pause nor who leaves can lock tokens in.
/// - A transfer moves exactly the amount or is undone, so a token that takes a fee is refused and nothing is lost.
/// Not guaranteed:
/// - That there are enough tokens: whoever claims first is paid first, until `fund` or a plain transfer brings more.
/// - That the leaves are right or sum up to `total`: this is what the activator has `delay` for. A later root can grant
///   an account less than an earlier one, as far as it was not claimed; what was claimed is never taken back.
/// - The admin is trusted to appoint two people: accounts are compared, not their owners; and that the earlier distributor is one.
/// - Tokens whose balances change by themselves. An account that passes tokens on while it receives them (a hook) is
///   refused. Whom the token itself refuses (USDC has such a list) is not paid, and stops nobody else: it can name another receiver with
///   `claimTo`. What it is granted stays reserved for it, until a later root grants it to somebody else: the total never falls. USDT bars
///   whom it has on its list from sending only: what anybody claims for such an account arrives, and stays there.
/// - That an earlier distributor stays paused: it knows nothing of this one, and would pay what its last root grants, which is counted
///   here. Nor what it holds for that. A last root there that grants what is left to the project settles both.
contract PayoutDistributor is AccessControl, EIP712, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @param root of the proposed tree; zero when nothing is proposed
    /// @param total base units that the tree grants, ever
    /// @param file hash of the published tree
    /// @param checkpoint root of the books that the tree was made from
    /// @param activeFrom second from which on it can be activated
    struct Proposal {
        bytes32 root;
        uint256 total;
        bytes32 file;
        bytes32 checkpoint;
        uint64 activeFrom;
    }

    /// @notice Proposes roots and cancels them.
    bytes32 public constant PROPOSER_ROLE = keccak256("PROPOSER_ROLE");
    /// @notice Activates roots that another account proposed, and cancels them.
    bytes32 public constant ACTIVATOR_ROLE = keccak256("ACTIVATOR_ROLE");
    /// @notice Pauses; the admin has it from the beginning.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");
    /// @notice The shortest delay in seconds: it is the time in which others can check a proposal.
    uint64 public constant MIN_DELAY = 10 minutes;
    /// @notice The longest delay in seconds: a longer one is taken for a mistake, and could never be put right.
    uint64 public constant MAX_DELAY = 365 days;

    bytes32 private constant CLAIM = keccak256("Claim(address account,address to,uint256 cumulative,uint256 deadline)");

    /// @notice What is paid out.
    IERC20 public immutable token;
    /// @notice Seconds between the proposal of a root and its activation, at least MIN_DELAY.
    uint64 public immutable delay;
    /// @notice The distributor that paid before this one; zero: none did. Trees go on growing from it.
    IEarlierDistributor public immutable earlier;

    /// @notice The active root; zero before the first one.
    bytes32 public root;
    /// @notice Base units that the active root grants, claimed ones included.
    uint256 public total;
    /// @notice Hash of the published tree of the active root.
    bytes32 public file;
    /// @notice Hash by which the books that the active root was made from are known: the root of their checkpoint.
    bytes32 public checkpoint;
    /// @notice Base units paid by this distributor so far, to all accounts.
    uint256 public totalPaid;
    /// @notice Base units paid by this distributor so far to an account.
    mapping(address account => uint256) public paid;
    /// @notice The root that waits for its activation, all zero when none does.
    Proposal public proposed;
    /// @notice Who proposed it, and so cannot activate it.
    address public proposedBy;

    uint256 private _admins; // how many accounts have DEFAULT_ADMIN_ROLE

    /// @notice A root was proposed; it replaces the one that was proposed before, if there was one.
    /// @param root of the tree
    /// @param total base units that the tree grants, ever
    /// @param file hash of the published tree
    /// @param checkpoint root of the books that the tree was made from
    /// @param activeFrom second from which on it can be activated
    event RootProposed(bytes32 indexed root, uint256 total, bytes32 file, bytes32 checkpoint, uint64 activeFrom);
    /// @notice The proposed root was dropped.
    /// @param root that was proposed
    event RootCancelled(bytes32 indexed root);
    /// @notice The proposed root became the active one.
    /// @param root of the tree
    /// @param total base units that it grants, ever
    event RootActivated(bytes32 indexed root, uint256 total);
    /// @notice An account was paid.
    /// @param account whose leaf it was
    /// @param amount base units paid now
    /// @param cumulative base units paid to the account since the beginning
    /// @param root that granted it
    event Claimed(address indexed account, uint256 amount, uint256 cumulative, bytes32 indexed root);
    /// @notice What the event before says went to somebody else, as the account asked.
    /// @param account whose leaf it was
    /// @param to who got it
    /// @param amount base units
    event ClaimedTo(address indexed account, address indexed to, uint256 amount);

    /// @notice Name an address.
    error ZeroAddress();
    /// @notice There is no contract at the address: check the chain and the token's address.
    error NotAToken(address token);
    /// @notice Choose a delay of `shortest` to `longest` seconds.
    error BadDelay(uint64 delay, uint64 shortest, uint64 longest);
    /// @notice The earlier distributor has to be a contract that pays the same token.
    error NotADistributor(address earlier);
    /// @notice Somebody has to be able to end a pause: appoint another admin first.
    error LastAdmin(address account);
    /// @notice The earlier distributor, or one before it, is not paused: claim there, or wait until it is.
    error EarlierStillPays(address earlier);
    /// @notice The signature is not the account's, over these values: sign them anew.
    error BadSignature(address account, address to, uint256 cumulative, uint256 deadline);
    /// @notice The signature was good until `deadline`: sign with a later one.
    error SignatureExpired(uint256 deadline, uint256 time);
    /// @notice The account proposes or activates already: name another one, or revoke its other role first.
    error SameProposerAndActivator(address account);
    /// @notice Propose the root of a tree.
    error ZeroRoot();
    /// @notice A tree grants everything since the beginning: propose one that grants at least `active`.
    error TotalBelowActive(uint256 total, uint256 active);
    /// @notice Nothing is proposed: propose a root first.
    error NothingProposed();
    /// @notice Something else is proposed than what was named: check it again, then name that.
    error NotWhatIsProposed(bytes32 root, uint256 total, bytes32 file, bytes32 checkpoint);
    /// @notice The account proposed this root itself: another activator has to look at it.
    error ProposerCannotActivate(address account);
    /// @notice Activate it at `activeFrom` or later.
    error TooEarly(uint64 activeFrom, uint256 time);
    /// @notice No root was activated yet: wait for the first one.
    error NoActiveRoot();
    /// @notice Take amount and proof from the tree that was published for `root`.
    error InvalidProof(address account, uint256 cumulative, bytes32 root);
    /// @notice Everything that the active root grants the account is paid: wait for the next root.
    error NothingToClaim(address account, uint256 claimed);
    /// @notice The root grants the account less than it has got: a root with the right tree has to be proposed.
    error CumulativeBelowClaimed(address account, uint256 cumulative, uint256 claimed);
    /// @notice The leaves grant more than the root's total: the root has to be proposed again with the right total.
    error TotalExceeded(uint256 amount, uint256 left);
    /// @notice The contract has to be funded before this can be paid.
    error Underfunded(uint256 amount, uint256 balance);
    /// @notice The transfer of `amount` moved `moved`: no token that takes a fee can be used here.
    error FeeOnTransfer(uint256 amount, uint256 moved);
    /// @notice The rest is granted to accounts: sweep at most `sweepable`.
    error NotSweepable(uint256 amount, uint256 sweepable);
    /// @notice This is the token that is paid out: use sweep.
    error UseSweep();

    /// @notice Makes a distributor without a root.
    /// @param token_ what is paid out; cannot be changed
    /// @param admin appoints the others, pauses, cancels and sweeps
    /// @param proposer proposes roots
    /// @param activator activates what another account proposed
    /// @param delay_ seconds, MIN_DELAY to MAX_DELAY; cannot be changed
    /// @param earlier_ the distributor whose trees go on here; zero: this one begins at zero
    constructor(
        IERC20 token_,
        address admin,
        address proposer,
        address activator,
        uint64 delay_,
        IEarlierDistributor earlier_
    ) EIP712("PayoutDistributor", "1") {
        if (address(token_).code.length == 0) revert NotAToken(address(token_));
        if (delay_ < MIN_DELAY || delay_ > MAX_DELAY) revert BadDelay(delay_, MIN_DELAY, MAX_DELAY);
        if (address(earlier_) != address(0)) {
            if (address(earlier_).code.length == 0 || address(earlier_.token()) != address(token_)) {
                revert NotADistributor(address(earlier_));
            }
            total = earlier_.totalClaimed(); // the least that a tree that goes on from there can grant
        }
        (token, delay, earlier) = (token_, delay_, earlier_);
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(PAUSER_ROLE, admin);
        _grantRole(PROPOSER_ROLE, proposer);
        _grantRole(ACTIVATOR_ROLE, activator);
    }

    // ---- roots

    /// @notice Proposes a tree in place of the one that is proposed now, if any; the delay begins again.
    /// @param root_ root of an OpenZeppelin StandardMerkleTree over (address account, uint256 cumulative)
    /// @param total_ sum of all cumulative amounts, in base units; never less than the active root's
    /// @param file_ hash of the published tree
    /// @param checkpoint_ root of the books that the tree was made from
    function propose(bytes32 root_, uint256 total_, bytes32 file_, bytes32 checkpoint_)
        external
        onlyRole(PROPOSER_ROLE)
    {
        if (root_ == 0) revert ZeroRoot();
        if (total_ < total) revert TotalBelowActive(total_, total);
        uint64 activeFrom = uint64(block.timestamp) + delay;
        proposed = Proposal(root_, total_, file_, checkpoint_, activeFrom);
        proposedBy = msg.sender;
        emit RootProposed(root_, total_, file_, checkpoint_, activeFrom);
    }

    /// @notice Drops the proposed root; a proposer, an activator or an admin can.
    function cancel() external {
        if (!hasRole(PROPOSER_ROLE, msg.sender) && !hasRole(DEFAULT_ADMIN_ROLE, msg.sender)) {
            _checkRole(ACTIVATOR_ROLE);
        }
        bytes32 dropped = proposed.root;
        if (dropped == 0) revert NothingProposed();
        _clearProposal();
        emit RootCancelled(dropped);
    }

    /// @notice Makes the proposed root the active one. What is named is what was checked: when anything else has been proposed meanwhile,
    /// the call is refused.
    /// @param root_ of the tree
    /// @param total_ that it grants, ever, in base units
    /// @param file_ hash of the published tree
    /// @param checkpoint_ root of the books that the tree was made from
    function activate(bytes32 root_, uint256 total_, bytes32 file_, bytes32 checkpoint_)
        external
        onlyRole(ACTIVATOR_ROLE)
        whenNotPaused
    {
        Proposal memory next = proposed;
        if (next.root == 0) revert NothingProposed();
        if (next.root != root_ || next.total != total_ || next.file != file_ || next.checkpoint != checkpoint_) {
            revert NotWhatIsProposed(next.root, next.total, next.file, next.checkpoint);
        }
        if (proposedBy == msg.sender) revert ProposerCannotActivate(msg.sender);
        if (block.timestamp < next.activeFrom) revert TooEarly(next.activeFrom, block.timestamp);
        (root, total, file, checkpoint) = (next.root, next.total, next.file, next.checkpoint);
        _clearProposal();
        emit RootActivated(next.root, next.total);
    }

    function _clearProposal() private {
        delete proposed;
        delete proposedBy;
    }

    // ---- paying

    /// @notice Pays `account` what the active root grants it and it has not got yet. Anybody may call.
    /// @param account whose leaf it is, and who is paid
    /// @param cumulative base units that the account's leaf grants
    /// @param proof siblings of the leaf on the way up to the root
    function claim(address account, uint256 cumulative, bytes32[] calldata proof) external whenNotPaused nonReentrant {
        _claim(account, account, cumulative, proof);
    }

    /// @notice Pays what the active root grants the caller to somebody else.
    /// @param to who is paid
    /// @param cumulative base units that the caller's leaf grants
    /// @param proof siblings of the leaf on the way up to the root
    function claimTo(address to, uint256 cumulative, bytes32[] calldata proof) external whenNotPaused nonReentrant {
        _claim(msg.sender, to, cumulative, proof);
    }

    /// @notice Pays what the active root grants an account to somebody else, as the account has signed. Anybody may call. A signature is
    /// good for one sum of the account's, so it can be used once.
    /// @param account whose leaf it is
    /// @param to who is paid
    /// @param cumulative base units that the account's leaf grants
    /// @param proof siblings of the leaf on the way up to the root
    /// @param deadline the last second at which the signature is good
    /// @param signature over Claim(address account,address to,uint256 cumulative,uint256 deadline), EIP-712; of a contract, ERC-1271
    function claimWith(
        address account,
        address to,
        uint256 cumulative,
        bytes32[] calldata proof,
        uint256 deadline,
        bytes calldata signature
    ) external whenNotPaused nonReentrant {
        if (block.timestamp > deadline) revert SignatureExpired(deadline, block.timestamp);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(CLAIM, account, to, cumulative, deadline)));
        if (!SignatureChecker.isValidSignatureNowCalldata(account, digest, signature)) {
            revert BadSignature(account, to, cumulative, deadline);
        }
        _claim(account, to, cumulative, proof);
    }

    function _claim(address account, address to, uint256 cumulative, bytes32[] calldata proof) private {
        if (to == address(0)) revert ZeroAddress();
        bytes32 root_ = root;
        if (root_ == 0) revert NoActiveRoot();
        if (!_earlierStopped()) revert EarlierStillPays(address(earlier));
        // Hashed twice, so that no pair of inner nodes, which is hashed once, can be passed off as a leaf.
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(account, cumulative))));
        if (!MerkleProof.verifyCalldata(proof, root_, leaf)) revert InvalidProof(account, cumulative, root_);

        uint256 before = claimed(account);
        if (cumulative == before) revert NothingToClaim(account, before);
        if (cumulative < before) revert CumulativeBelowClaimed(account, cumulative, before);
        uint256 amount = cumulative - before;
        uint256 left = unclaimed();
        if (amount > left) revert TotalExceeded(amount, left);
        paid[account] += amount;
        totalPaid += amount;
        emit Claimed(account, amount, cumulative, root_);
        if (to != account) emit ClaimedTo(account, to, amount);

        uint256 had = token.balanceOf(to);
        _send(to, amount);
        _checkMoved(amount, had, token.balanceOf(to));
    }

    /// @notice Takes tokens from the caller, who has approved them. A plain transfer does as well.
    /// @param amount base units
    function fund(uint256 amount) external nonReentrant {
        uint256 held = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        _checkMoved(amount, held, token.balanceOf(address(this)));
    }

    /// @notice Takes out tokens that no root grants, at most `sweepable`. Goes on while paused.
    /// @param to who gets them
    /// @param amount base units
    function sweep(address to, uint256 amount) external onlyRole(DEFAULT_ADMIN_ROLE) nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        uint256 most = sweepable();
        if (amount > most) revert NotSweepable(amount, most);
        _send(to, amount);
    }

    /// @notice Takes out another token that came here by mistake.
    /// @param other its contract
    /// @param to who gets it
    /// @param amount in its base units
    function sweepOther(IERC20 other, address to, uint256 amount) external onlyRole(DEFAULT_ADMIN_ROLE) nonReentrant {
        if (address(other) == address(token)) revert UseSweep();
        if (to == address(0)) revert ZeroAddress();
        uint256 held = token.balanceOf(address(this));
        other.safeTransfer(to, amount);
        if (token.balanceOf(address(this)) != held) revert UseSweep(); // a second address of the same token
    }

    /// @dev What leaves this contract is exactly `amount`; what arrives is for the caller to check.
    function _send(address to, uint256 amount) private {
        uint256 held = token.balanceOf(address(this));
        if (held < amount) revert Underfunded(amount, held);
        token.safeTransfer(to, amount);
        _checkMoved(amount, token.balanceOf(address(this)), held);
    }

    function _checkMoved(uint256 amount, uint256 low, uint256 high) private pure {
        uint256 moved = high > low ? high - low : 0;
        if (moved != amount) revert FeeOnTransfer(amount, moved);
    }

    // ---- pause and roles

    /// @notice Stops claims and activations, and nothing else.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @notice Lets claims and activations go on; whoever may pause can, and an admin.
    function unpause() external {
        if (!hasRole(DEFAULT_ADMIN_ROLE, msg.sender)) _checkRole(PAUSER_ROLE);
        _unpause();
    }

    /// @dev Every grant passes here, those of the constructor included.
    function _grantRole(bytes32 role, address account) internal override returns (bool) {
        if (account == address(0)) revert ZeroAddress();
        if (
            (role == PROPOSER_ROLE && hasRole(ACTIVATOR_ROLE, account))
                || (role == ACTIVATOR_ROLE && hasRole(PROPOSER_ROLE, account))
        ) revert SameProposerAndActivator(account);
        bool granted_ = super._grantRole(role, account);
        if (granted_ && role == DEFAULT_ADMIN_ROLE) _admins++;
        return granted_;
    }

    /// @dev Every revocation and renunciation passes here.
    function _revokeRole(bytes32 role, address account) internal override returns (bool) {
        bool revoked = super._revokeRole(role, account);
        if (revoked && role == DEFAULT_ADMIN_ROLE && --_admins == 0) revert LastAdmin(account);
        return revoked;
    }

    // ---- views

    /// @notice Whether neither this distributor nor those before it pay anything now.
    /// @return whether
    function stopped() external view returns (bool) {
        return paused() && _earlierStopped();
    }

    function _earlierStopped() private view returns (bool) {
        if (address(earlier) == address(0)) return true;
        try earlier.stopped() returns (bool all) {
            return all;
        } catch {
            return earlier.paused(); // it is one of before, and goes on from none
        }
    }

    /// @notice Base units paid to an account since the beginning, by this distributor and by those before it.
    /// @param account who was paid
    /// @return the sum
    function claimed(address account) public view returns (uint256) {
        uint256 here = paid[account];
        return address(earlier) == address(0) ? here : here + earlier.claimed(account);
    }

    /// @notice Base units paid to all accounts since the beginning, by this distributor and by those before it.
    /// @return the sum
    function totalClaimed() public view returns (uint256) {
        return address(earlier) == address(0) ? totalPaid : totalPaid + earlier.totalClaimed();
    }

    /// @notice The most that the active or the proposed root grants, claimed amounts included.
    /// @return base units
    function granted() public view returns (uint256) {
        return proposed.total > total ? proposed.total : total;
    }

    /// @notice What the active root grants and was not claimed yet.
    /// @return base units
    function unclaimed() public view returns (uint256) {
        return _less(total, totalClaimed());
    }

    /// @notice Tokens in this contract that neither the active nor the proposed root grants to anybody.
    /// @return base units
    function sweepable() public view returns (uint256) {
        return _less(token.balanceOf(address(this)), _less(granted(), totalClaimed()));
    }

    /// @dev What is left; nothing when an earlier distributor has gone on paying past what is granted here.
    function _less(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a - b : 0;
    }
}
