// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Pays one ERC-20 token to many accounts, each of which collects by a Merkle proof
/// @notice A leaf says what an account was granted since the beginning, not what is new: an account that skips a month
/// collects it with the next root. Amounts are in base units of the token, times in seconds since 1970.
/// Guarantees:
/// - A root pays only after one account proposed it, `delay` passed, and another account activated it by its name.
/// - An account gets what its leaf grants less what it has claimed, never twice, and only it gets it, whoever calls.
/// - All roots together pay at most the active root's `total`, whatever the leaves say: totalClaimed <= total <= the
///   total of the next root.
/// - Tokens that the active or the proposed root grants cannot be swept.
/// - A transfer moves exactly the amount or is undone, so a token that takes a fee is refused and nothing is lost.
/// Not guaranteed:
/// - That there are enough tokens: whoever claims first is paid first, until `fund` or a plain transfer brings more.
/// - That the leaves are right or sum up to `total`: this is what the activator has `delay` for. A later root can grant
///   an account less than an earlier one, as far as it was not claimed; what was claimed is never taken back.
/// - The admin is trusted to appoint two people: accounts are compared, not their owners.
/// - Tokens whose balances change by themselves. An account that passes tokens on while it receives them (a hook) is
///   refused. Whom the token itself refuses is not paid, and stops nobody else.
contract PayoutDistributor is AccessControl, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @param root of the proposed tree; zero when nothing is proposed
    /// @param total base units that the tree grants, ever
    /// @param file hash of the published tree
    /// @param activeFrom second from which on it can be activated
    struct Proposal {
        bytes32 root;
        uint256 total;
        bytes32 file;
        uint64 activeFrom;
    }

    /// @notice Proposes roots and cancels them.
    bytes32 public constant PROPOSER_ROLE = keccak256("PROPOSER_ROLE");
    /// @notice Activates roots that another account proposed, and cancels them.
    bytes32 public constant ACTIVATOR_ROLE = keccak256("ACTIVATOR_ROLE");
    /// @notice Pauses; the admin has it from the beginning.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");
    /// @notice The longest delay in seconds: a longer one is taken for a mistake, and could never be put right.
    uint64 public constant MAX_DELAY = 365 days;

    IERC20 public immutable token;
    /// @notice Seconds between the proposal of a root and its activation; 0 leaves no time to check it.
    uint64 public immutable delay;

    /// @notice The active root; zero before the first one.
    bytes32 public root;
    /// @notice Base units that the active root grants, claimed ones included.
    uint256 public total;
    /// @notice Hash of the published tree of the active root.
    bytes32 public file;
    /// @notice Base units paid so far, to all accounts.
    uint256 public totalClaimed;
    /// @notice Base units paid so far to an account.
    mapping(address account => uint256) public claimed;
    /// @notice The root that waits for its activation, all zero when none does.
    Proposal public proposed;
    /// @notice Who proposed it, and so cannot activate it.
    address public proposedBy;

    /// @notice It replaces the root that was proposed before, if there was one.
    event RootProposed(bytes32 indexed root, uint256 total, bytes32 file, uint64 activeFrom);
    event RootCancelled(bytes32 indexed root);
    event RootActivated(bytes32 indexed root, uint256 total);
    /// @param amount base units paid now
    /// @param cumulative base units paid to the account since the beginning
    event Claimed(address indexed account, uint256 amount, uint256 cumulative, bytes32 indexed root);

    /// @notice Name an address.
    error ZeroAddress();
    /// @notice There is no contract at the address: check the chain and the token's address.
    error NotAToken(address token);
    /// @notice Choose a delay of at most `longest` seconds.
    error DelayTooLong(uint64 delay, uint64 longest);
    /// @notice The account proposes or activates already: name another one, or revoke its other role first.
    error SameProposerAndActivator(address account);
    /// @notice Propose the root of a tree.
    error ZeroRoot();
    /// @notice A tree grants everything since the beginning: propose one that grants at least `active`.
    error TotalBelowActive(uint256 total, uint256 active);
    /// @notice Nothing is proposed: propose a root first.
    error NothingProposed();
    /// @notice Another root is proposed than the one named: check it again, then name that one.
    error NotTheProposedRoot(bytes32 named, bytes32 proposed);
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

    /// @param token_ what is paid out; cannot be changed
    /// @param admin appoints the others, pauses and sweeps
    /// @param delay_ seconds; cannot be changed
    constructor(IERC20 token_, address admin, address proposer, address activator, uint64 delay_) {
        if (address(token_).code.length == 0) revert NotAToken(address(token_));
        if (delay_ > MAX_DELAY) revert DelayTooLong(delay_, MAX_DELAY);
        token = token_;
        delay = delay_;
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
    function propose(bytes32 root_, uint256 total_, bytes32 file_) external onlyRole(PROPOSER_ROLE) {
        if (root_ == 0) revert ZeroRoot();
        if (total_ < total) revert TotalBelowActive(total_, total);
        uint64 activeFrom = uint64(block.timestamp) + delay;
        proposed = Proposal(root_, total_, file_, activeFrom);
        proposedBy = msg.sender;
        emit RootProposed(root_, total_, file_, activeFrom);
    }

    /// @notice Drops the proposed root; a proposer or an activator can.
    function cancel() external {
        if (!hasRole(PROPOSER_ROLE, msg.sender)) _checkRole(ACTIVATOR_ROLE);
        bytes32 dropped = proposed.root;
        if (dropped == 0) revert NothingProposed();
        _clearProposal();
        emit RootCancelled(dropped);
    }

    /// @notice Makes the proposed root the active one.
    /// @param root_ the root that was checked; when another one has been proposed meanwhile, the call is refused. When
    /// the same one has been proposed with another total or file, its delay has begun again.
    function activate(bytes32 root_) external onlyRole(ACTIVATOR_ROLE) whenNotPaused {
        Proposal memory next = proposed;
        if (next.root == 0) revert NothingProposed();
        if (next.root != root_) revert NotTheProposedRoot(root_, next.root);
        if (proposedBy == msg.sender) revert ProposerCannotActivate(msg.sender);
        if (block.timestamp < next.activeFrom) revert TooEarly(next.activeFrom, block.timestamp);
        (root, total, file) = (next.root, next.total, next.file);
        _clearProposal();
        emit RootActivated(next.root, next.total);
    }

    function _clearProposal() private {
        delete proposed;
        delete proposedBy;
    }

    // ---- paying

    /// @notice Pays `account` what the active root grants it and it has not got yet. Anybody may call.
    /// @param cumulative base units that the account's leaf grants
    /// @param proof siblings of the leaf on the way up to the root
    function claim(address account, uint256 cumulative, bytes32[] calldata proof) external whenNotPaused nonReentrant {
        bytes32 root_ = root;
        if (root_ == 0) revert NoActiveRoot();
        // Hashed twice, so that no pair of inner nodes, which is hashed once, can be passed off as a leaf.
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(account, cumulative))));
        if (!MerkleProof.verifyCalldata(proof, root_, leaf)) revert InvalidProof(account, cumulative, root_);

        uint256 before = claimed[account];
        if (cumulative == before) revert NothingToClaim(account, before);
        if (cumulative < before) revert CumulativeBelowClaimed(account, cumulative, before);
        uint256 amount = cumulative - before;
        uint256 left = total - totalClaimed;
        if (amount > left) revert TotalExceeded(amount, left);
        claimed[account] = cumulative;
        totalClaimed += amount;
        emit Claimed(account, amount, cumulative, root_);

        uint256 had = token.balanceOf(account);
        _send(account, amount);
        _checkMoved(amount, had, token.balanceOf(account));
    }

    /// @notice Takes `amount` base units from the caller, who has approved them. A plain transfer does as well.
    function fund(uint256 amount) external nonReentrant {
        uint256 held = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        _checkMoved(amount, held, token.balanceOf(address(this)));
    }

    /// @notice Takes out tokens that no root grants, at most `sweepable`. Goes on while paused.
    function sweep(address to, uint256 amount) external onlyRole(DEFAULT_ADMIN_ROLE) nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        uint256 most = sweepable();
        if (amount > most) revert NotSweepable(amount, most);
        _send(to, amount);
    }

    /// @notice Takes out another token that came here by mistake.
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

    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    /// @dev Every grant passes here, those of the constructor included.
    function _grantRole(bytes32 role, address account) internal override returns (bool) {
        if (account == address(0)) revert ZeroAddress();
        if (
            (role == PROPOSER_ROLE && hasRole(ACTIVATOR_ROLE, account))
                || (role == ACTIVATOR_ROLE && hasRole(PROPOSER_ROLE, account))
        ) revert SameProposerAndActivator(account);
        return super._grantRole(role, account);
    }

    // ---- views

    /// @notice The most that the active or the proposed root grants, in base units, claimed ones included.
    function granted() public view returns (uint256) {
        return proposed.total > total ? proposed.total : total;
    }

    /// @notice Base units that the active root grants and that were not claimed yet.
    function unclaimed() external view returns (uint256) {
        return total - totalClaimed;
    }

    /// @notice Base units in this contract that neither the active nor the proposed root grants to anybody.
    function sweepable() public view returns (uint256) {
        uint256 held = token.balanceOf(address(this));
        uint256 owed = granted() - totalClaimed;
        return held > owed ? held - owed : 0;
    }
}
