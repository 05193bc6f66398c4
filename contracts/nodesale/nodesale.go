// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package nodesale

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// NodeSaleExtra is an auto generated low-level Go binding around an user-defined struct.
type NodeSaleExtra struct {
	Deadline *big.Int
	Proofs   [][][32]byte
	UpTo     *big.Int
	Until    *big.Int
	Voucher  []byte
}

// NodeSaleSettings is an auto generated low-level Go binding around an user-defined struct.
type NodeSaleSettings struct {
	Owner       common.Address
	Treasury    common.Address
	Mode        uint8
	MaxNodes    *big.Int
	DiscountBps *big.Int
	RewardBps   *big.Int
	DiscountCap *big.Int
	RewardCap   *big.Int
	Delay       uint64
	Immediate   bool
	Tiers       []NodeSaleTier
}

// NodeSaleTier is an auto generated low-level Go binding around an user-defined struct.
type NodeSaleTier struct {
	Price     *big.Int
	Size      uint64
	PerWallet uint64
}

// NodeSaleMetaData contains all meta data concerning the NodeSale contract.
var NodeSaleMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discountBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"rewardBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discountCap\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"rewardCap\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"delay\",\"type\":\"uint64\"},{\"internalType\":\"bool\",\"name\":\"immediate\",\"type\":\"bool\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"perWallet\",\"type\":\"uint64\"}],\"internalType\":\"structNodeSale.Tier[]\",\"name\":\"tiers\",\"type\":\"tuple[]\"}],\"internalType\":\"structNodeSale.Settings\",\"name\":\"settings\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"AnnouncementExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"BadCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"immediate\",\"type\":\"bool\"}],\"name\":\"BadDelay\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"}],\"name\":\"BadMode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"}],\"name\":\"BadVoucher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"cap\",\"type\":\"uint256\"}],\"name\":\"BpsTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"CodeTaken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"CommitmentExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"since\",\"type\":\"uint256\"}],\"name\":\"CommittedAlready\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"CommittedTooLate\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"license\",\"type\":\"address\"}],\"name\":\"LicenseFixed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"license\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"minter\",\"type\":\"address\"}],\"name\":\"LicenseMintsForAnother\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"name\":\"LicenseTooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"name\":\"MaxNodesBelowSold\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"MaxNodesExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"}],\"name\":\"ModeFixed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"NoSuchTier\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"NotAnnounced\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"NotCommitted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"due\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"NotDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"available\",\"type\":\"uint256\"}],\"name\":\"NotEnoughNodes\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"NothingOwed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"}],\"name\":\"PaidTooLittle\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"}],\"name\":\"PriceAboveMax\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"}],\"name\":\"PriceTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"PurchaseTooLarge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"room\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"wanted\",\"type\":\"uint256\"}],\"name\":\"QuotaExceeded\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"RefundRejected\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"RenouncedWhilePaused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"SelfReferral\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"name\":\"TierBelowSold\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"TooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"TreasuryRejected\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"UnknownCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"nodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"}],\"name\":\"VoucherExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"VoucherExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"WithdrawalRejected\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroQuantity\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"AllowlistSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"discountCap\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"rewardCap\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"}],\"name\":\"BoundsSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"change\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"due\",\"type\":\"uint256\"}],\"name\":\"ChangeAnnounced\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"ChangeWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"CodeCommitted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"name\":\"CodeSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"DiscountSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"license\",\"type\":\"address\"}],\"name\":\"LicenseSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"}],\"name\":\"MaxNodesSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"}],\"name\":\"ModeSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tiers\",\"type\":\"uint256\"}],\"name\":\"Opened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"referrer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"list\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"referral\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"Purchased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"ReferralWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"RewardSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"perWallet\",\"type\":\"uint256\"}],\"name\":\"TierSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"}],\"name\":\"TreasurySet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"VoucherSignerSet\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"CODE_LIFE\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"CODE_WAIT\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"GRACE\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"HIGHEST_CAP\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_DELAY\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_PURCHASE\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"allowlist\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"change\",\"type\":\"bytes\"}],\"name\":\"announce\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"boughtInTier\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"boughtOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"}],\"name\":\"buy\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"voucher\",\"type\":\"bytes\"}],\"internalType\":\"structNodeSale.Extra\",\"name\":\"extra\",\"type\":\"tuple\"}],\"name\":\"buyWith\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"codeCommitment\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"codeOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commitCode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"committedAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"delay\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"discountBps\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"discountCap\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"change\",\"type\":\"bytes32\"}],\"name\":\"dueAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"license\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"maxNodes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mode\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"purchaseCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"quote\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"list\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"referral\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"perTier\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"voucher\",\"type\":\"bytes\"}],\"internalType\":\"structNodeSale.Extra\",\"name\":\"extra\",\"type\":\"tuple\"}],\"name\":\"quoteWith\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"list\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"referral\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"perTier\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"referralOwed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"registerCode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"rewardBps\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"rewardCap\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"setAllowlist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"name\":\"setCode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"setDiscount\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"license_\",\"type\":\"address\"}],\"name\":\"setLicense\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"maxNodes_\",\"type\":\"uint256\"}],\"name\":\"setMaxNodes\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"mode_\",\"type\":\"uint8\"}],\"name\":\"setMode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"setReward\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"perWallet\",\"type\":\"uint64\"}],\"internalType\":\"structNodeSale.Tier\",\"name\":\"to\",\"type\":\"tuple\"}],\"name\":\"setTier\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"treasury_\",\"type\":\"address\"}],\"name\":\"setTreasury\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"setVoucherSigner\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tierCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"tiers\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"perWallet\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSold\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"treasury\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"voucherSigner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"withdrawAnnouncement\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdrawReferral\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"addresspayable\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawReferralTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "NodeSale",
	Bin: "0x608060405234801561000f575f5ffd5b50604051614d6a380380614d6a83398101604081905261002e91610904565b80516001600160a01b038116610062575f604051631e4fbdf760e01b8152600401610059919061094a565b60405180910390fd5b61006b81610225565b506301e133808161010001516001600160401b031611806100a357506101208101516101008201516001600160401b03161590151514155b156100cf57806101000151816101200151604051638a8f833560e01b8152600401610059929190610980565b6113888160c001511115610100578060c00151611388604051630293cfd760e11b81526004016100599291906109a8565b6113888160e001511115610131578060e00151611388604051630293cfd760e11b81526004016100599291906109a8565b60c081015160e08201516101008301516001600160401b038116601055600f829055600e8390556040517fefd24ff092dd9695a9457846e27267387654702be6704b8e9427e5a92e17c9f09361018a93909290916109c3565b60405180910390a160208101516101a090610241565b60408101516101ae906102b1565b60608101516101bc9061032a565b60808101516101ca90610387565b60a08101516101d8906103e4565b5f5b8161014001515181101561021e57610216818361014001518381518110610203576102036109eb565b602002602001015161044160201b60201c565b6001016101da565b5050610a3f565b600180546001600160a01b031916905561023e816105b5565b50565b6001600160a01b0381166102685760405163d92e233d60e01b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0383169081179091556040517f3c864541ef71378c6229510ed90f376565ee42d9c5e0904a984a9e863e6db44f905f90a250565b600160ff821611156102d7578060405162b3130160e81b81526004016100599190610a08565b6001805460ff60a81b1916600160a81b60ff8416021790556040517f3999b8ac9be57cf2fb4f2508733bf803394c77fbeae3203cf5593067125e7c9c9061031f908390610a08565b60405180910390a150565b6007548110156103525760075460405163f98954cd60e01b81526100599183916004016109a8565b60048190556040517ff1fafaef8a55e8927e4435cedac3774780fa39edef0ecd2f1e64b58cde1e097c9061031f908390610a16565b600e548111156103af57600e54604051630293cfd760e11b81526100599183916004016109a8565b60058190556040517f1b69574255c79758c64d1a097acfd0300110698292feae84be7ab7e574f195d29061031f908390610a16565b600f5481111561040c57600f54604051630293cfd760e11b81526100599183916004016109a8565b60068190556040517f4c42db8a799110fdd6a26148a21a5fbe4e581c926bccfd3b2d8a7f3aed4a87c89061031f908390610a16565b600c548083111561046957828160405163441943f360e11b81526004016100599291906109a8565b81516001600160801b0310156104965781516040516387ebe85d60e01b81526100599185916004016109a8565b8083036104a957600c805460010181555f525b5f600c84815481106104bd576104bd6109eb565b5f9182526020918290206002909102018054918501519092506001600160401b03600160801b90920482169116101561052657602083015181546040516340d3957560e01b81526100599287929091600160801b9091046001600160401b031690600401610a24565b8251602084015160408086015184546001600160801b031916680100000000000000006001600160401b03808416919091026001600160401b0319169190911790841617855560018501849055905187937ff57d99cbd60f4d294ddc666f800b81f8b402ded526c9c1719f401747741ee52b936105a7939192909190610a24565b60405180910390a250505050565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b634e487b7160e01b5f52604160045260245ffd5b601f19601f83011681018181106001600160401b038211171561063d5761063d610604565b6040525050565b5f61064e60405190565b905061065a8282610618565b919050565b5f6001600160a01b0382165b92915050565b61067a8161065f565b811461023e575f5ffd5b805161066b81610671565b60ff811661067a565b805161066b8161068f565b8061067a565b805161066b816106a3565b6001600160401b03811661067a565b805161066b816106b4565b80151561067a565b805161066b816106ce565b5f6001600160401b038211156106f9576106f9610604565b5060209081020190565b5f60608284031215610716576107165f5ffd5b6107206060610644565b90505f61072d84846106a9565b825250602061073e848483016106c3565b6020830152506040610752848285016106c3565b60408301525092915050565b5f61077061076b846106e1565b610644565b8381529050602081016060840283018581111561078e5761078e5f5ffd5b835b818110156107b457806107a38882610703565b845250602090920191606001610790565b5050509392505050565b5f82601f8301126107d0576107d05f5ffd5b81516107e084826020860161075e565b949350505050565b5f61016082840312156107fc576107fc5f5ffd5b610807610160610644565b90505f6108148484610684565b825250602061082584848301610684565b602083015250604061083984828501610698565b604083015250606061084d848285016106a9565b6060830152506080610861848285016106a9565b60808301525060a0610875848285016106a9565b60a08301525060c0610889848285016106a9565b60c08301525060e061089d848285016106a9565b60e0830152506101006108b2848285016106c3565b610100830152506101206108c8848285016106d6565b610120830152506101408201516001600160401b038111156108eb576108eb5f5ffd5b6108f7848285016107be565b6101408301525092915050565b5f60208284031215610917576109175f5ffd5b81516001600160401b0381111561092f5761092f5f5ffd5b6107e0848285016107e8565b6109448161065f565b82525050565b6020810161066b828461093b565b5f61066b61096c6001600160401b03841681565b90565b61094481610958565b801515610944565b6040810161098e828561096f565b61099b6020830184610978565b9392505050565b80610944565b604081016109b682856109a2565b61099b60208301846109a2565b606081016109d182866109a2565b6109de60208301856109a2565b6107e0604083018461096f565b634e487b7160e01b5f52603260045260245ffd5b60ff8116610944565b6020810161066b82846109ff565b6020810161066b82846109a2565b60608101610a3282866109a2565b6109de602083018561096f565b61431e80610a4c5f395ff3fe60806040526004361061035b575f3560e01c806382328ffc116101bd578063af6e40d0116100f2578063dabd271911610092578063f0f442601161006d578063f0f4426014610973578063f2fde38b14610992578063f76f39f1146109b1578063fb43de2e146109d0575f5ffd5b8063dabd271914610922578063ddf0185f14610941578063e30c397814610956575f5ffd5b8063b56e1c73116100cd578063b56e1c73146108b0578063b60446f1146108db578063cec02c8f146108fa578063d35c33ec1461090d575f5ffd5b8063af6e40d014610853578063b216706c14610872578063b3f9b52e14610891575f5ffd5b80639532e2871161015d578063994ec7c711610138578063994ec7c7146107d65780639ea0e07414610801578063a2a5899614610815578063a44c839414610834575f5ffd5b80639532e2871461078e57806396b55f7d146107a357806397d695cf146107b7575f5ffd5b806388f4c1371161019857806388f4c1371461071f5780638da5cb5b1461073e5780639106d7ba1461075a57806392d7ae071461076f575f5ffd5b806382328ffc146106d75780638456cb59146106ec5780638461afa814610700575f5ffd5b80634d02bf92116102935780636b87d24c116102335780637146bd081161020e5780637146bd081461066d578063715018a61461068257806373d530291461069657806379ba5097146106c3575f5ffd5b80636b87d24c146106265780636baca6a7146106455780636c1f563314610658575f5ffd5b8063626e72db1161026e578063626e72db146105a75780636533d53f146105bb57806369c45824146105e65780636a42b8f814610611575f5ffd5b80634d02bf92146105365780635c975abb1461055557806361d027b31461057b575f5ffd5b8063293be456116102fe5780633358c80a116102d95780633358c80a146104bc5780633e1dc7a2146104ec5780633f4ba83a1461050b5780634125ff901461051f575f5ffd5b8063293be4561461045b578063295a52121461047a5780632b85ed9c146104a7575f5ffd5b80630fd21c17116103395780630fd21c17146103cf578063137d29d9146103f05780631c2d292d1461040657806321175b4a1461043c575f5ffd5b8063039af9eb1461035f5780630552d51e146103975780630aa7a447146103ba575b5f5ffd5b34801561036a575f5ffd5b5061037e61037936600461353e565b6109fb565b60405161038e9493929190613564565b60405180910390f35b3480156103a2575f5ffd5b506103ad6201518081565b60405161038e9190613599565b3480156103c5575f5ffd5b506103ad61138881565b3480156103da575f5ffd5b506103ee6103e93660046135cb565b610a8f565b005b3480156103fb575f5ffd5b506103ad6212750081565b348015610411575f5ffd5b506103ad6104203660046135e9565b600a60209081525f928352604080842090915290825290205481565b348015610447575f5ffd5b506103ee610456366004613637565b610be7565b348015610466575f5ffd5b506103ee61047536600461353e565b610d25565b348015610485575f5ffd5b5060015461049a90600160a81b900460ff1681565b60405161038e919061365e565b3480156104b2575f5ffd5b506103ad60085481565b3480156104c7575f5ffd5b506104db6104d63660046136b3565b610de3565b60405161038e959493929190613776565b3480156104f7575f5ffd5b506103ee6105063660046137c8565b610e43565b348015610516575f5ffd5b506103ee611001565b34801561052a575f5ffd5b506103ad6301e1338081565b348015610541575f5ffd5b506103ee61055036600461381f565b611013565b348015610560575f5ffd5b50600154600160a01b900460ff1660405161038e9190613846565b348015610586575f5ffd5b5060025461059a906001600160a01b031681565b60405161038e919061385d565b3480156105b2575f5ffd5b506103ad603c81565b3480156105c6575f5ffd5b506103ad6105d536600461353e565b60126020525f908152604090205481565b3480156105f1575f5ffd5b506103ad61060036600461353e565b60136020525f908152604090205481565b34801561061c575f5ffd5b506103ad60105481565b348015610631575f5ffd5b5060035461059a906001600160a01b031681565b6103ee610653366004613884565b61118a565b348015610663575f5ffd5b506103ad60055481565b348015610678575f5ffd5b506103ad610fa081565b34801561068d575f5ffd5b506103ee6111b7565b3480156106a1575f5ffd5b506106b56106b036600461391c565b61120b565b60405161038e929190613961565b3480156106ce575f5ffd5b506103ee611252565b3480156106e2575f5ffd5b506103ad60065481565b3480156106f7575f5ffd5b506103ee61128a565b34801561070b575f5ffd5b506103ad61071a36600461397c565b61129a565b34801561072a575f5ffd5b5060145461059a906001600160a01b031681565b348015610749575f5ffd5b505f546001600160a01b031661059a565b348015610765575f5ffd5b506103ad60075481565b34801561077a575f5ffd5b506103ee61078936600461353e565b6112d3565b348015610799575f5ffd5b506103ad600f5481565b3480156107ae575f5ffd5b50600c546103ad565b3480156107c2575f5ffd5b506103ee6107d13660046139fa565b611344565b3480156107e1575f5ffd5b506103ad6107f03660046135cb565b600b6020525f908152604090205481565b34801561080c575f5ffd5b506103ee611415565b348015610820575f5ffd5b506103ee61082f36600461353e565b61141e565b34801561083f575f5ffd5b506103ee61084e36600461353e565b6114bd565b34801561085e575f5ffd5b506103ee61086d3660046135cb565b61157b565b34801561087d575f5ffd5b506103ad61088c36600461391c565b611600565b34801561089c575f5ffd5b506104db6108ab366004613a2a565b61168a565b3480156108bb575f5ffd5b506103ad6108ca3660046135cb565b60096020525f908152604090205481565b3480156108e6575f5ffd5b506103ee6108f53660046135cb565b6116c3565b6103ee610908366004613aa9565b611828565b348015610918575f5ffd5b506103ad600e5481565b34801561092d575f5ffd5b506103ee61093c36600461353e565b611883565b34801561094c575f5ffd5b506103ad60045481565b348015610961575f5ffd5b506001546001600160a01b031661059a565b34801561097e575f5ffd5b506103ee61098d3660046135cb565b611941565b34801561099d575f5ffd5b506103ee6109ac3660046135cb565b6119ff565b3480156109bc575f5ffd5b506103ee6109cb366004613b1b565b611a6f565b3480156109db575f5ffd5b506103ad6109ea36600461353e565b60116020525f908152604090205481565b5f5f5f5f600c805490508510610a3257600c5460405163441943f360e11b8152610a29918791600401613b7a565b60405180910390fd5b5f600c8681548110610a4657610a46613b95565b5f918252602090912060029091020160018101549054909767ffffffffffffffff808316985068010000000000000000830481169750600160801b909204909116945092505050565b610a97611b82565b6001600160a01b038116610abe5760405163d92e233d60e01b815260040160405180910390fd5b6003546001600160a01b031615610b0e576003546040517fc72058b3000000000000000000000000000000000000000000000000000000008152610a29916001600160a01b03169060040161385d565b60075415610b4c576007546040517fa10f7211000000000000000000000000000000000000000000000000000000008152600401610a299190613599565b5f610b5682611bae565b90506001600160a01b0381163014610b9e5781816040517f8d8c613f000000000000000000000000000000000000000000000000000000008152600401610a29929190613ba9565b600380546001600160a01b0319166001600160a01b0384169081179091556040517e88461a1e1750a05172c5d2c2a580b445049e83eda94983497b6c09fe6f3ead905f90a25050565b610bef611b82565b60105415610cd1575f5f36604051610c08929190613be1565b60408051918290039091205f81815260116020529182205490925090819003610c465781604051633c0cac2560e21b8152600401610a299190613599565b80421015610c6b5780426040516339c32aeb60e01b8152600401610a29929190613b7a565b610c786212750082613c01565b421115610cc157610c8c6212750082613c01565b426040517fca4f3027000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b505f908152601160205260408120555b60075415610d19576001546040517f29f09a5d000000000000000000000000000000000000000000000000000000008152610a2991600160a81b900460ff169060040161365e565b610d2281611c89565b50565b610d2d611b82565b60105415610dda575f5f36604051610d46929190613be1565b60408051918290039091205f81815260116020529182205490925090819003610d845781604051633c0cac2560e21b8152600401610a299190613599565b80421015610da95780426040516339c32aeb60e01b8152600401610a29929190613b7a565b610db66212750082613c01565b421115610dca57610c8c6212750082613c01565b505f908152601160205260408120555b610d2281611d37565b5f5f5f5f6060610df1611d94565b610e206040518060a001604052805f8152602001606081526020015f81526020015f8152602001606081525090565b610e2d8a8a8a8a85611dd8565b9550955095509550955050945094509450945094565b610e4d8383611e26565b610e6e578282604051632f6dde7f60e11b8152600401610a29929190613c36565b5f610e7b8484338561129a565b5f81815260126020526040812054919250819003610ec757816040517f4ebe8a4d000000000000000000000000000000000000000000000000000000008152600401610a299190613599565b610ed2603c82613c01565b421015610f1957610ee4603c82613c01565b426040517f4564c1d4000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b610f266201518082613c01565b421115610f6f57610f3a6201518082613c01565b426040517f74cba217000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b5f6001600160a01b0316600d8686604051610f8b929190613be1565b908152604051908190036020019020546001600160a01b031614610fdf5784846040517f88681e8d000000000000000000000000000000000000000000000000000000008152600401610a29929190613c36565b5f82815260126020526040812055610ffa8585336001611fce565b5050505050565b611009611b82565b61101161209c565b565b61101b611b82565b601054156110c8575f5f36604051611034929190613be1565b60408051918290039091205f818152601160205291822054909250908190036110725781604051633c0cac2560e21b8152600401610a299190613599565b804210156110975780426040516339c32aeb60e01b8152600401610a29929190613b7a565b6110a46212750082613c01565b4211156110b857610c8c6212750082613c01565b505f908152601160205260408120555b600c545f906110d9906101006120eb565b90508083106110ff57828160405163441943f360e11b8152600401610a29929190613b7a565b5f838152601360205260409020829055600c805483151591908590811061112857611128613b95565b905f5260205f2090600202015f0160186101000a81548160ff021916908315150217905550827fcc7b35b1894b398b0cfe282351fcc5a2b0cb247ba99771b9a03252394ffefe5f8360405161117d9190613599565b60405180910390a2505050565b611192611d94565b61119a612102565b6111af858585856111aa86613f09565b61213e565b610ffa612602565b6111bf611b82565b600154600160a01b900460ff1615611203576040517f778e84f300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61101161262c565b5f5f5f600d8585604051611220929190613be1565b908152604051908190036020019020546001600160a01b038116935060ff600160a01b909104169150505b9250929050565b60015433906001600160a01b03168114611281578060405163118cdaa760e01b8152600401610a29919061385d565b610d2281612639565b611292611b82565b611011612652565b5f848484846040516020016112b29493929190613f14565b6040516020818303038152906040528051906020012090505b949350505050565b6112db611b82565b5f81815260116020526040812054900361130a5780604051633c0cac2560e21b8152600401610a299190613599565b5f818152601160205260408082208290555182917f02bbc6cc5df7dbea4ce360049d22d47ebca1396e53d3ffbde83d999581e3052e91a250565b61134c611b82565b601054156113f9575f5f36604051611365929190613be1565b60408051918290039091205f818152601160205291822054909250908190036113a35781604051633c0cac2560e21b8152600401610a299190613599565b804210156113c85780426040516339c32aeb60e01b8152600401610a29929190613b7a565b6113d56212750082613c01565b4211156113e957610c8c6212750082613c01565b505f908152601160205260408120555b6114118261140c36849003840184613fb8565b612695565b5050565b611011336116c3565b5f81815260126020526040902054801580159061144757506114436201518082613c01565b4211155b156114825781816040517f7686c448000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b5f828152601260205260408082204290555183917fe0a6eb57aa963cba0b7e034a5a37ceaf3eaa9c30b4639bea70fff2289eb3849e91a25050565b6114c5611b82565b60105415611572575f5f366040516114de929190613be1565b60408051918290039091205f8181526011602052918220549092509081900361151c5781604051633c0cac2560e21b8152600401610a299190613599565b804210156115415780426040516339c32aeb60e01b8152600401610a29929190613b7a565b61154e6212750082613c01565b42111561156257610c8c6212750082613c01565b505f908152601160205260408120555b610d2281612852565b611583611b82565b600180547fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff166001600160a01b038316801515600160b01b0291909117909155601480546001600160a01b031916821790556040517ff7a1e49d5a5ec6f8eb66f7e9fbbff8f4e3d23ac8e54dc234e11a7b0caee05ff5905f90a250565b5f611609611b82565b8282604051611619929190613be1565b604051809103902090505f601054426116329190613c01565b5f83815260116020526040908190208290555190915082907ffa0eaf3f77ca1574850d6f19462ef182521325ae7c5a7563fb1d21993d2ab3609061167b90879087908690613fd6565b60405180910390a25092915050565b5f5f5f5f6060611698611d94565b6116ad8a8a8a8a6116a88b613f09565b611dd8565b939e929d50909b50995090975095505050505050565b6116cb612102565b6001600160a01b0381166116f25760405163d92e233d60e01b815260040160405180910390fd5b335f908152600b60205260408120549081900361173d57336040517f751b0fda000000000000000000000000000000000000000000000000000000008152600401610a29919061385d565b335f818152600b602052604080822091909155517f6e2d2364747cadc92f23592b15251fbed0e0a427122af4ea58be2d7411e52f10906117809085908590614014565b60405180910390a25f826001600160a01b0316826040516117a090614022565b5f6040518083038185875af1925050503d805f81146117da576040519150601f19603f3d011682016040523d82523d5f602084013e6117df565b606091505b505090508061181e5782826040517f440440e1000000000000000000000000000000000000000000000000000000008152600401610a29929190614014565b5050610d22612602565b611830611d94565b611838612102565b6118676040518060a001604052805f8152602001606081526020015f81526020015f8152602001606081525090565b611874858585858561213e565b5061187d612602565b50505050565b61188b611b82565b60105415611938575f5f366040516118a4929190613be1565b60408051918290039091205f818152601160205291822054909250908190036118e25781604051633c0cac2560e21b8152600401610a299190613599565b804210156119075780426040516339c32aeb60e01b8152600401610a29929190613b7a565b6119146212750082613c01565b42111561192857610c8c6212750082613c01565b505f908152601160205260408120555b610d22816128c8565b611949611b82565b601054156119f6575f5f36604051611962929190613be1565b60408051918290039091205f818152601160205291822054909250908190036119a05781604051633c0cac2560e21b8152600401610a299190613599565b804210156119c55780426040516339c32aeb60e01b8152600401610a29929190613b7a565b6119d26212750082613c01565b4211156119e657610c8c6212750082613c01565b505f908152601160205260408120555b610d2281612925565b611a07611b82565b600180546001600160a01b0383166001600160a01b03199091168117909155611a375f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b611a77611b82565b60105415611b24575f5f36604051611a90929190613be1565b60408051918290039091205f81815260116020529182205490925090819003611ace5781604051633c0cac2560e21b8152600401610a299190613599565b80421015611af35780426040516339c32aeb60e01b8152600401610a29929190613b7a565b611b006212750082613c01565b421115611b1457610c8c6212750082613c01565b505f908152601160205260408120555b611b2e8484611e26565b611b4f578383604051632f6dde7f60e11b8152600401610a29929190613c36565b6001600160a01b038216611b765760405163d92e233d60e01b815260040160405180910390fd5b61187d84848484611fce565b5f546001600160a01b03163314611011573360405163118cdaa760e01b8152600401610a29919061385d565b60408051600481526024810182526020810180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f075461720000000000000000000000000000000000000000000000000000000017905290515f91829182916001600160a01b03861691611c219190614058565b5f60405180830381855afa9150503d805f8114611c59576040519150601f19603f3d011682016040523d82523d5f602084013e611c5e565b606091505b5091509150811580611c7257508051602014155b15611c8057505f9392505050565b6112cb8161406c565b600160ff82161115611cc957806040517fb3130100000000000000000000000000000000000000000000000000000000008152600401610a29919061365e565b600180547fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff16600160a81b60ff8416021790556040517f3999b8ac9be57cf2fb4f2508733bf803394c77fbeae3203cf5593067125e7c9c90611d2c90839061365e565b60405180910390a150565b600f54811115611d5f57600f54604051630293cfd760e11b8152610a29918391600401613b7a565b60068190556040517f4c42db8a799110fdd6a26148a21a5fbe4e581c926bccfd3b2d8a7f3aed4a87c890611d2c908390613599565b600154600160a01b900460ff1615611011576040517fd93c066500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5f5f5f60605f611dec8b8b8b8b8b612995565b8051602082015191925090611e0190826140a9565b6020830151604084015160a090940151929e919d509b50919950975095505050505050565b5f82826003811080611e385750602081115b15611e47575f92505050611fc8565b5f5b81811015611fc0575f838383818110611e6457611e64613b95565b909101356001600160f81b0319169150507f41000000000000000000000000000000000000000000000000000000000000008110801590611ecf57507f5a000000000000000000000000000000000000000000000000000000000000006001600160f81b0319821611155b80611f3957507f30000000000000000000000000000000000000000000000000000000000000006001600160f81b0319821610801590611f3957507f39000000000000000000000000000000000000000000000000000000000000006001600160f81b0319821611155b80611f6d57507f5f000000000000000000000000000000000000000000000000000000000000006001600160f81b03198216145b80611fa157507f2d000000000000000000000000000000000000000000000000000000000000006001600160f81b03198216145b15611fac5750611fb8565b5f945050505050611fc8565b600101611e49565b506001925050505b92915050565b6040518060400160405280836001600160a01b03168152602001821515815250600d8585604051612000929190613be1565b90815260405190819003602090810182208351815494909201511515600160a01b027fffffffffffffffffffffff0000000000000000000000000000000000000000009094166001600160a01b039283161793909317909255908316907f890aeb497136b408d95c1c7b1fb971147ef901a269374cb7c6bef113c8470ec69061208e908790879086906140bc565b60405180910390a250505050565b6120a4612c48565b6001805460ff60a01b191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516120e1919061385d565b60405180910390a1565b5f8183106120f957816120fb565b825b9392505050565b61210a612c8b565b61101160017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00612138565b90565b90612ce4565b5f61214c3387878786612995565b90508281602001511115612194578060200151836040517f8b8675a5000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b80602001513410156121da578060200151346040517f22eb3e73000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b5f5b8160a00151518110156122b7575f8260a00151828151811061220057612200613b95565b60200260200101519050805f0361221757506122af565b80600c838154811061222b5761222b613b95565b5f9182526020909120600290910201805460109061225b908490600160801b900467ffffffffffffffff166140dd565b825467ffffffffffffffff9182166101009390930a928302919092021990911617905550335f908152600a60209081526040808320858452909152812080548392906122a8908490613c01565b9091555050505b6001016121dc565b50335f90815260096020526040812080548892906122d6908490613c01565b925050819055508560075f8282546122ee9190613c01565b90915550506040810151156123345760408082015160608301516001600160a01b03165f908152600b60205291822080549192909161232e908490613c01565b90915550505b5f60085f815461234390614101565b918290555060808301519091501561239257807f709e84e6ccb1745779b70753baa2955484bb112b6ae6e7c9b4a7379f5b7952d383608001516040516123899190613599565b60405180910390a25b81606001516001600160a01b0316336001600160a01b0316827f4c6d2407b6912b64d3ab33c0838e56be81e2abb2236eaa8e62e5bbbc065accdd8a865f0151876020015188604001518d8d6040516123ef96959493929190614119565b60405180910390a46003546001600160a01b031615612481576003546040517f40c10f190000000000000000000000000000000000000000000000000000000081526001600160a01b03909116906340c10f19906124539033908b9060040161416d565b5f604051808303815f87803b15801561246a575f5ffd5b505af115801561247c573d5f5f3e3d5ffd5b505050505b5f8260400151836020015161249691906140a9565b90508015612546576002546040515f916001600160a01b03169083906124bb90614022565b5f6040518083038185875af1925050503d805f81146124f5576040519150601f19603f3d011682016040523d82523d5f602084013e6124fa565b606091505b5050905080612544576002546040517f8b1e85c1000000000000000000000000000000000000000000000000000000008152610a29916001600160a01b031690849060040161416d565b505b5f83602001513461255791906140a9565b905080156125f7575f336001600160a01b03168260405161257790614022565b5f6040518083038185875af1925050503d805f81146125b1576040519150601f19603f3d011682016040523d82523d5f602084013e6125b6565b606091505b50509050806125f55733826040517fd2bfce20000000000000000000000000000000000000000000000000000000008152600401610a2992919061416d565b505b505050505050505050565b6110115f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00612138565b612634611b82565b6110115f5b600180546001600160a01b0319169055610d2281612ceb565b61265a611d94565b6001805460ff60a01b1916600160a01b1790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586120d43390565b600c54808311156126bd57828160405163441943f360e11b8152600401610a29929190613b7a565b81516fffffffffffffffffffffffffffffffff101561270c5781516040517f87ebe85d000000000000000000000000000000000000000000000000000000008152610a29918591600401613b7a565b80830361271f57600c805460010181555f525b5f600c848154811061273357612733613b95565b5f91825260209182902060029091020180549185015190925067ffffffffffffffff600160801b9092048216911610156127b757602083015181546040517f40d39575000000000000000000000000000000000000000000000000000000008152610a299287929091600160801b90910467ffffffffffffffff1690600401614199565b8251602084015160408086015184547fffffffffffffffffffffffffffffffff00000000000000000000000000000000166801000000000000000067ffffffffffffffff8084169190910267ffffffffffffffff19169190911790841617855560018501849055905187937ff57d99cbd60f4d294ddc666f800b81f8b402ded526c9c1719f401747741ee52b9361208e939192909190614199565b600754811015612893576007546040517ff98954cd000000000000000000000000000000000000000000000000000000008152610a29918391600401613b7a565b60048190556040517ff1fafaef8a55e8927e4435cedac3774780fa39edef0ecd2f1e64b58cde1e097c90611d2c908390613599565b600e548111156128f057600e54604051630293cfd760e11b8152610a29918391600401613b7a565b60058190556040517f1b69574255c79758c64d1a097acfd0300110698292feae84be7ab7e574f195d290611d2c908390613599565b6001600160a01b03811661294c5760405163d92e233d60e01b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0383169081179091556040517f3c864541ef71378c6229510ed90f376565ee42d9c5e0904a984a9e863e6db44f905f90a250565b6129d26040518060c001604052805f81526020015f81526020015f81526020015f6001600160a01b031681526020015f8152602001606081525090565b845f03612a0b576040517ff4f5b73300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610fa0851115612a4d5784610fa06040517ff76492f4000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b815115801590612a5d5750815142115b15612a995781516040517f388b0173000000000000000000000000000000000000000000000000000000008152610a2991904290600401613b7a565b600154600160b01b900460ff1615612ab657612ab6868684612d3a565b8215801590612b7e575f600d8686604051612ad2929190613be1565b908152604051908190036020019020805490915060ff600160a01b90910416612b2b5785856040517ff63509d3000000000000000000000000000000000000000000000000000000008152600401610a29929190613c36565b80546001600160a01b03908116606085018190529089169003612b7c57876040517fb3a0e4d7000000000000000000000000000000000000000000000000000000008152600401610a29919061385d565b505b5f600754600454612b8f91906140a9565b905080871115612bcf5786816040517fc084d2e6000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b612bdf8389898760200151612f73565b825160208401528115612c3d57612710600554612710612bff91906140a9565b8451612c0b91906141c1565b612c1591906141f4565b6020840181905260065461271091612c2d91906141c1565b612c3791906141f4565b60408401525b505095945050505050565b600154600160a01b900460ff16611011576040517f8dfc202b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15611011576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f612e5c7f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f7fc888ac2682c444cade9eb6375877aeaea1032aca0414b7f496d38e80565dd0ae7fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc64630604051602001612db7959493929190614207565b604051602081830303815290604052805190602001207fa806c8c4885ed9ff3b9908037802f88efbb0bcf9e6d18522e80c967c4b335ad58685604001518660600151604051602001612e0c9493929190614253565b604051602081830303815290604052805190602001206040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b6014546080840151919250612e7e916001600160a01b0390911690839061321d565b612ec25783826040015183606001516040517fd66aea9b000000000000000000000000000000000000000000000000000000008152600401610a299392919061426e565b8160600151421115612f08578160600151426040517f3bd4ab41000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b6001600160a01b0384165f90815260096020526040812054612f2b908590613c01565b90508260400151811115610ffa578083604001516040517f535f33b4000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b600154600c54600160a81b90910460ff16159067ffffffffffffffff811115612f9e57612f9e613c48565b604051908082528060200260200182016040528015612fc7578160200160208202803683370190505b5060a0860152825f5b8660a001515181108015612fe357505f82115b156131cf575f600c8281548110612ffc57612ffc613b95565b5f918252602082206002909102018054909250819061302e9067ffffffffffffffff600160801b820481169116614296565b835467ffffffffffffffff9182169350680100000000000000009004169050801580613058575081155b15613065575050506131bd565b82547801000000000000000000000000000000000000000000000000900460ff16156130b057613096898589613286565b6130a2575050506131bd565b60808a0180516001861b1790525b6001600160a01b0389165f908152600a602090815260408083208784529091529020546130de9082906120eb565b6130e890826140a9565b90505f6130fe866130f985856120eb565b6120eb565b905086801561310c57508581105b801561311757508281105b1561315657898583886040517f01118751000000000000000000000000000000000000000000000000000000008152600401610a2994939291906142ba565b805f0361316657505050506131bd565b600184015461317590826141c1565b8b518c90613184908390613c01565b90525060a08b01518051829190879081106131a1576131a1613b95565b60209081029190910101526131b681876140a9565b9550505050505b806131c781614101565b915050612fd0565b50801561321557836131e182826140a9565b6040517f98b3730f000000000000000000000000000000000000000000000000000000008152600401610a29929190613b7a565b505050505050565b5f836001600160a01b03163b5f0361327b575f5f61323b8585613324565b5090925090505f816003811115613254576132546142c8565b1480156132725750856001600160a01b0316826001600160a01b0316145b925050506120fb565b6112cb84848461336d565b5f8151831061329657505f6120fb565b5f846040516020016132a8919061385d565b604051602081830303815290604052805190602001206040516020016132ce91906142e2565b60405160208183030381529060405280519060200120905061331b8385815181106132fb576132fb613b95565b602002602001015160135f8781526020019081526020015f2054836133ea565b95945050505050565b5f5f5f835160410361335b576020840151604085015160608601515f1a61334d888285856133ff565b955095509550505050613366565b505081515f91506002905b9250925092565b8051604080517f1626ba7e000000000000000000000000000000000000000000000000000000008082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa835f5114601f3d111681169450505050509392505050565b5f826133f685846134b9565b14949350505050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561343857505f915060039050826134af565b5f6001888888886040515f815260200160405260405161345b94939291906142f6565b6020604051602081039080840390855afa15801561347b573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166134a657505f9250600191508290506134af565b92505f91508190505b9450945094915050565b5f81815b84518110156134f3576134e9828683815181106134dc576134dc613b95565b60200260200101516134fb565b91506001016134bd565b509392505050565b5f818310613515575f8281526020849052604090206120fb565b5f8381526020839052604090206120fb565b805b8114610d22575f5ffd5b8035611fc881613527565b5f60208284031215613551576135515f5ffd5b5f6112cb8484613533565b805b82525050565b60808101613572828761355c565b61357f602083018661355c565b61358c604083018561355c565b61331b606083018461355c565b60208101611fc8828461355c565b5f6001600160a01b038216611fc8565b613529816135a7565b8035611fc8816135b7565b5f602082840312156135de576135de5f5ffd5b5f6112cb84846135c0565b5f5f604083850312156135fd576135fd5f5ffd5b5f61360885856135c0565b925050602061361985828601613533565b9150509250929050565b60ff8116613529565b8035611fc881613623565b5f6020828403121561364a5761364a5f5ffd5b5f6112cb848461362c565b60ff811661355e565b60208101611fc88284613655565b5f5f83601f84011261367f5761367f5f5ffd5b50813567ffffffffffffffff811115613699576136995f5ffd5b60208301915083600182028301111561124b5761124b5f5ffd5b5f5f5f5f606085870312156136c9576136c95f5ffd5b5f6136d487876135c0565b94505060206136e587828801613533565b935050604085013567ffffffffffffffff811115613704576137045f5ffd5b6137108782880161366c565b95989497509550505050565b5f613727838361355c565b505060200190565b5f613738825190565b8084526020938401938301805f5b8381101561376b57815161375a888261371c565b975060208301925050600101613746565b509495945050505050565b60a08101613784828861355c565b613791602083018761355c565b61379e604083018661355c565b6137ab606083018561355c565b81810360808301526137bd818461372f565b979650505050505050565b5f5f5f604084860312156137dd576137dd5f5ffd5b833567ffffffffffffffff8111156137f6576137f65f5ffd5b6138028682870161366c565b9350935050602061381586828701613533565b9150509250925092565b5f5f60408385031215613833576138335f5ffd5b5f6136088585613533565b80151561355e565b60208101611fc8828461383e565b61355e816135a7565b60208101611fc88284613854565b5f60a0828403121561387e5761387e5f5ffd5b50919050565b5f5f5f5f5f6080868803121561389b5761389b5f5ffd5b5f6138a68888613533565b955050602086013567ffffffffffffffff8111156138c5576138c55f5ffd5b6138d18882890161366c565b945094505060406138e488828901613533565b925050606086013567ffffffffffffffff811115613903576139035f5ffd5b61390f8882890161386b565b9150509295509295909350565b5f5f60208385031215613930576139305f5ffd5b823567ffffffffffffffff811115613949576139495f5ffd5b6139558582860161366c565b92509250509250929050565b6040810161396f8285613854565b6120fb602083018461383e565b5f5f5f5f60608587031215613992576139925f5ffd5b843567ffffffffffffffff8111156139ab576139ab5f5ffd5b6139b78782880161366c565b945094505060206139ca878288016135c0565b92505060406139db87828801613533565b91505092959194509250565b5f6060828403121561387e5761387e5f5ffd5b5f5f60808385031215613a0e57613a0e5f5ffd5b5f613a198585613533565b9250506020613619858286016139e7565b5f5f5f5f5f60808688031215613a4157613a415f5ffd5b5f613a4c88886135c0565b9550506020613a5d88828901613533565b945050604086013567ffffffffffffffff811115613a7c57613a7c5f5ffd5b613a888882890161366c565b9350935050606086013567ffffffffffffffff811115613903576139035f5ffd5b5f5f5f5f60608587031215613abf57613abf5f5ffd5b5f613aca8787613533565b945050602085013567ffffffffffffffff811115613ae957613ae95f5ffd5b613af58782880161366c565b935093505060406139db87828801613533565b801515613529565b8035611fc881613b08565b5f5f5f5f60608587031215613b3157613b315f5ffd5b843567ffffffffffffffff811115613b4a57613b4a5f5ffd5b613b568782880161366c565b94509450506020613b69878288016135c0565b92505060406139db87828801613b10565b60408101613b88828561355c565b6120fb602083018461355c565b634e487b7160e01b5f52603260045260245ffd5b60408101613bb78285613854565b6120fb6020830184613854565b82818337505f910152565b5f613bdb838584613bc4565b50500190565b5f6112cb828486613bcf565b634e487b7160e01b5f52601160045260245ffd5b80820180821115611fc857611fc8613bed565b8183525f602084019350613c29838584613bc4565b5050601f01601f19160190565b602080825281016112cb818486613c14565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff82111715613c8257613c82613c48565b6040525050565b5f613c9360405190565b9050613c9f8282613c5c565b919050565b5f67ffffffffffffffff821115613cbd57613cbd613c48565b5060209081020190565b5f613cd9613cd484613ca4565b613c89565b83815290506020808201908402830185811115613cf757613cf75f5ffd5b835b81811015613d1b5780613d0c8882613533565b84525060209283019201613cf9565b5050509392505050565b5f82601f830112613d3757613d375f5ffd5b81356112cb848260208601613cc7565b5f613d54613cd484613ca4565b83815290506020808201908402830185811115613d7257613d725f5ffd5b835b81811015613d1b57803567ffffffffffffffff811115613d9557613d955f5ffd5b808601613da28982613d25565b8552505060209283019201613d74565b5f82601f830112613dc457613dc45f5ffd5b81356112cb848260208601613d47565b5f67ffffffffffffffff821115613ded57613ded613c48565b601f19601f83011660200192915050565b5f613e0b613cd484613dd4565b905082815260208101848484011115613e2557613e255f5ffd5b6134f3848285613bc4565b5f82601f830112613e4257613e425f5ffd5b81356112cb848260208601613dfe565b5f60a08284031215613e6557613e655f5ffd5b613e6f60a0613c89565b90505f613e7c8484613533565b825250602082013567ffffffffffffffff811115613e9b57613e9b5f5ffd5b613ea784828501613db2565b6020830152506040613ebb84828501613533565b6040830152506060613ecf84828501613533565b606083015250608082013567ffffffffffffffff811115613ef157613ef15f5ffd5b613efd84828501613e30565b60808301525092915050565b5f611fc83683613e52565b60608082528101613f26818688613c14565b9050613f356020830185613854565b61331b604083018461355c565b67ffffffffffffffff8116613529565b8035611fc881613f42565b5f60608284031215613f7057613f705f5ffd5b613f7a6060613c89565b90505f613f878484613533565b8252506020613f9884848301613f52565b6020830152506040613fac84828501613f52565b60408301525092915050565b5f60608284031215613fcb57613fcb5f5ffd5b5f6112cb8484613f5d565b60408082528101613fe8818587613c14565b90506112cb602083018461355c565b5f611fc8826135a7565b5f611fc882613ff7565b61355e81614001565b60408101613b88828561400b565b5f611fc882612135565b8281835e505f910152565b5f614040825190565b61404e81856020860161402c565b9290920192915050565b5f6120fb8284614037565b5f611fc8825190565b5f614075825190565b6020830161408281614063565b925060208210156140a25761409d5f19836020036008021b90565b831692505b5050919050565b81810381811115611fc857611fc8613bed565b604080825281016140ce818587613c14565b90506112cb602083018461383e565b67ffffffffffffffff918216919081169082820190811115611fc857611fc8613bed565b5f5f19820361411257614112613bed565b5060010190565b60a08101614127828961355c565b614134602083018861355c565b614141604083018761355c565b61414e606083018661355c565b8181036080830152614161818486613c14565b98975050505050505050565b60408101613b888285613854565b5f611fc861213567ffffffffffffffff841681565b61355e8161417b565b606081016141a7828661355c565b6141b46020830185614190565b6112cb6040830184614190565b8181028082158382048514176141d9576141d9613bed565b5092915050565b634e487b7160e01b5f52601260045260245ffd5b5f82614202576142026141e0565b500490565b60a08101614215828861355c565b614222602083018761355c565b61422f604083018661355c565b61423c606083018561355c565b6142496080830184613854565b9695505050505050565b60808101614261828761355c565b61357f6020830186613854565b6060810161427c8286613854565b614289602083018561355c565b6112cb604083018461355c565b67ffffffffffffffff918216919081169082820390811115611fc857611fc8613bed565b608081016135728287613854565b634e487b7160e01b5f52602160045260245ffd5b8061355e565b5f6142ed82846142dc565b50602001919050565b60808101614304828761355c565b61357f602083018661365556fea164736f6c6343000825000a",
}

// NodeSale is an auto generated Go binding around an Ethereum contract.
type NodeSale struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NodeSale) GetABI() abi.ABI {
	return c.abi
}

// NewNodeSale creates a new instance of NodeSale.
func NewNodeSale() *NodeSale {
	parsed, err := NodeSaleMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NodeSale{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NodeSale) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,uint8,uint256,uint256,uint256,uint256,uint256,uint64,bool,(uint256,uint64,uint64)[]) settings) returns()
func (nodeSale *NodeSale) PackConstructor(settings NodeSaleSettings) []byte {
	enc, err := nodeSale.abi.Pack("", settings)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCODELIFE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0552d51e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CODE_LIFE() view returns(uint256)
func (nodeSale *NodeSale) PackCODELIFE() []byte {
	enc, err := nodeSale.abi.Pack("CODE_LIFE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCODELIFE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0552d51e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CODE_LIFE() view returns(uint256)
func (nodeSale *NodeSale) TryPackCODELIFE() ([]byte, error) {
	return nodeSale.abi.Pack("CODE_LIFE")
}

// UnpackCODELIFE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0552d51e.
//
// Solidity: function CODE_LIFE() view returns(uint256)
func (nodeSale *NodeSale) UnpackCODELIFE(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("CODE_LIFE", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCODEWAIT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x626e72db.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CODE_WAIT() view returns(uint256)
func (nodeSale *NodeSale) PackCODEWAIT() []byte {
	enc, err := nodeSale.abi.Pack("CODE_WAIT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCODEWAIT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x626e72db.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CODE_WAIT() view returns(uint256)
func (nodeSale *NodeSale) TryPackCODEWAIT() ([]byte, error) {
	return nodeSale.abi.Pack("CODE_WAIT")
}

// UnpackCODEWAIT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x626e72db.
//
// Solidity: function CODE_WAIT() view returns(uint256)
func (nodeSale *NodeSale) UnpackCODEWAIT(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("CODE_WAIT", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x137d29d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function GRACE() view returns(uint256)
func (nodeSale *NodeSale) PackGRACE() []byte {
	enc, err := nodeSale.abi.Pack("GRACE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x137d29d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function GRACE() view returns(uint256)
func (nodeSale *NodeSale) TryPackGRACE() ([]byte, error) {
	return nodeSale.abi.Pack("GRACE")
}

// UnpackGRACE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x137d29d9.
//
// Solidity: function GRACE() view returns(uint256)
func (nodeSale *NodeSale) UnpackGRACE(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("GRACE", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackHIGHESTCAP is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa7a447.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function HIGHEST_CAP() view returns(uint256)
func (nodeSale *NodeSale) PackHIGHESTCAP() []byte {
	enc, err := nodeSale.abi.Pack("HIGHEST_CAP")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHIGHESTCAP is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa7a447.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function HIGHEST_CAP() view returns(uint256)
func (nodeSale *NodeSale) TryPackHIGHESTCAP() ([]byte, error) {
	return nodeSale.abi.Pack("HIGHEST_CAP")
}

// UnpackHIGHESTCAP is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0aa7a447.
//
// Solidity: function HIGHEST_CAP() view returns(uint256)
func (nodeSale *NodeSale) UnpackHIGHESTCAP(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("HIGHEST_CAP", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4125ff90.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_DELAY() view returns(uint256)
func (nodeSale *NodeSale) PackMAXDELAY() []byte {
	enc, err := nodeSale.abi.Pack("MAX_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4125ff90.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_DELAY() view returns(uint256)
func (nodeSale *NodeSale) TryPackMAXDELAY() ([]byte, error) {
	return nodeSale.abi.Pack("MAX_DELAY")
}

// UnpackMAXDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4125ff90.
//
// Solidity: function MAX_DELAY() view returns(uint256)
func (nodeSale *NodeSale) UnpackMAXDELAY(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("MAX_DELAY", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXPURCHASE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7146bd08.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_PURCHASE() view returns(uint256)
func (nodeSale *NodeSale) PackMAXPURCHASE() []byte {
	enc, err := nodeSale.abi.Pack("MAX_PURCHASE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXPURCHASE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7146bd08.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_PURCHASE() view returns(uint256)
func (nodeSale *NodeSale) TryPackMAXPURCHASE() ([]byte, error) {
	return nodeSale.abi.Pack("MAX_PURCHASE")
}

// UnpackMAXPURCHASE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7146bd08.
//
// Solidity: function MAX_PURCHASE() view returns(uint256)
func (nodeSale *NodeSale) UnpackMAXPURCHASE(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("MAX_PURCHASE", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (nodeSale *NodeSale) PackAcceptOwnership() []byte {
	enc, err := nodeSale.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (nodeSale *NodeSale) TryPackAcceptOwnership() ([]byte, error) {
	return nodeSale.abi.Pack("acceptOwnership")
}

// PackAllowlist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69c45824.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowlist(uint256 tier) view returns(bytes32)
func (nodeSale *NodeSale) PackAllowlist(tier *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("allowlist", tier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowlist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x69c45824.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowlist(uint256 tier) view returns(bytes32)
func (nodeSale *NodeSale) TryPackAllowlist(tier *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("allowlist", tier)
}

// UnpackAllowlist is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x69c45824.
//
// Solidity: function allowlist(uint256 tier) view returns(bytes32)
func (nodeSale *NodeSale) UnpackAllowlist(data []byte) ([32]byte, error) {
	out, err := nodeSale.abi.Unpack("allowlist", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb216706c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announce(bytes change) returns(bytes32 id)
func (nodeSale *NodeSale) PackAnnounce(change []byte) []byte {
	enc, err := nodeSale.abi.Pack("announce", change)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb216706c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function announce(bytes change) returns(bytes32 id)
func (nodeSale *NodeSale) TryPackAnnounce(change []byte) ([]byte, error) {
	return nodeSale.abi.Pack("announce", change)
}

// UnpackAnnounce is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb216706c.
//
// Solidity: function announce(bytes change) returns(bytes32 id)
func (nodeSale *NodeSale) UnpackAnnounce(data []byte) ([32]byte, error) {
	out, err := nodeSale.abi.Unpack("announce", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBoughtInTier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c2d292d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function boughtInTier(address wallet, uint256 tier) view returns(uint256)
func (nodeSale *NodeSale) PackBoughtInTier(wallet common.Address, tier *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("boughtInTier", wallet, tier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBoughtInTier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1c2d292d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function boughtInTier(address wallet, uint256 tier) view returns(uint256)
func (nodeSale *NodeSale) TryPackBoughtInTier(wallet common.Address, tier *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("boughtInTier", wallet, tier)
}

// UnpackBoughtInTier is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1c2d292d.
//
// Solidity: function boughtInTier(address wallet, uint256 tier) view returns(uint256)
func (nodeSale *NodeSale) UnpackBoughtInTier(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("boughtInTier", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBoughtOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb56e1c73.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function boughtOf(address wallet) view returns(uint256)
func (nodeSale *NodeSale) PackBoughtOf(wallet common.Address) []byte {
	enc, err := nodeSale.abi.Pack("boughtOf", wallet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBoughtOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb56e1c73.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function boughtOf(address wallet) view returns(uint256)
func (nodeSale *NodeSale) TryPackBoughtOf(wallet common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("boughtOf", wallet)
}

// UnpackBoughtOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb56e1c73.
//
// Solidity: function boughtOf(address wallet) view returns(uint256)
func (nodeSale *NodeSale) UnpackBoughtOf(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("boughtOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcec02c8f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buy(uint256 quantity, string code, uint256 maxPrice) payable returns()
func (nodeSale *NodeSale) PackBuy(quantity *big.Int, code string, maxPrice *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("buy", quantity, code, maxPrice)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcec02c8f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buy(uint256 quantity, string code, uint256 maxPrice) payable returns()
func (nodeSale *NodeSale) TryPackBuy(quantity *big.Int, code string, maxPrice *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("buy", quantity, code, maxPrice)
}

// PackBuyWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6baca6a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buyWith(uint256 quantity, string code, uint256 maxPrice, (uint256,bytes32[][],uint256,uint256,bytes) extra) payable returns()
func (nodeSale *NodeSale) PackBuyWith(quantity *big.Int, code string, maxPrice *big.Int, extra NodeSaleExtra) []byte {
	enc, err := nodeSale.abi.Pack("buyWith", quantity, code, maxPrice, extra)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuyWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6baca6a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buyWith(uint256 quantity, string code, uint256 maxPrice, (uint256,bytes32[][],uint256,uint256,bytes) extra) payable returns()
func (nodeSale *NodeSale) TryPackBuyWith(quantity *big.Int, code string, maxPrice *big.Int, extra NodeSaleExtra) ([]byte, error) {
	return nodeSale.abi.Pack("buyWith", quantity, code, maxPrice, extra)
}

// PackCodeCommitment is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8461afa8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function codeCommitment(string code, address wallet, bytes32 salt) pure returns(bytes32)
func (nodeSale *NodeSale) PackCodeCommitment(code string, wallet common.Address, salt [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("codeCommitment", code, wallet, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCodeCommitment is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8461afa8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function codeCommitment(string code, address wallet, bytes32 salt) pure returns(bytes32)
func (nodeSale *NodeSale) TryPackCodeCommitment(code string, wallet common.Address, salt [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("codeCommitment", code, wallet, salt)
}

// UnpackCodeCommitment is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8461afa8.
//
// Solidity: function codeCommitment(string code, address wallet, bytes32 salt) pure returns(bytes32)
func (nodeSale *NodeSale) UnpackCodeCommitment(data []byte) ([32]byte, error) {
	out, err := nodeSale.abi.Unpack("codeCommitment", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCodeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73d53029.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function codeOf(string code) view returns(address wallet, bool active)
func (nodeSale *NodeSale) PackCodeOf(code string) []byte {
	enc, err := nodeSale.abi.Pack("codeOf", code)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCodeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73d53029.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function codeOf(string code) view returns(address wallet, bool active)
func (nodeSale *NodeSale) TryPackCodeOf(code string) ([]byte, error) {
	return nodeSale.abi.Pack("codeOf", code)
}

// CodeOfOutput serves as a container for the return parameters of contract
// method CodeOf.
type CodeOfOutput struct {
	Wallet common.Address
	Active bool
}

// UnpackCodeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x73d53029.
//
// Solidity: function codeOf(string code) view returns(address wallet, bool active)
func (nodeSale *NodeSale) UnpackCodeOf(data []byte) (CodeOfOutput, error) {
	out, err := nodeSale.abi.Unpack("codeOf", data)
	outstruct := new(CodeOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Wallet = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Active = *abi.ConvertType(out[1], new(bool)).(*bool)
	return *outstruct, nil
}

// PackCommitCode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa2a58996.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitCode(bytes32 commitment) returns()
func (nodeSale *NodeSale) PackCommitCode(commitment [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("commitCode", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitCode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa2a58996.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitCode(bytes32 commitment) returns()
func (nodeSale *NodeSale) TryPackCommitCode(commitment [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("commitCode", commitment)
}

// PackCommittedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6533d53f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function committedAt(bytes32 commitment) view returns(uint256)
func (nodeSale *NodeSale) PackCommittedAt(commitment [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("committedAt", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommittedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6533d53f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function committedAt(bytes32 commitment) view returns(uint256)
func (nodeSale *NodeSale) TryPackCommittedAt(commitment [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("committedAt", commitment)
}

// UnpackCommittedAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6533d53f.
//
// Solidity: function committedAt(bytes32 commitment) view returns(uint256)
func (nodeSale *NodeSale) UnpackCommittedAt(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("committedAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delay() view returns(uint256)
func (nodeSale *NodeSale) PackDelay() []byte {
	enc, err := nodeSale.abi.Pack("delay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delay() view returns(uint256)
func (nodeSale *NodeSale) TryPackDelay() ([]byte, error) {
	return nodeSale.abi.Pack("delay")
}

// UnpackDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a42b8f8.
//
// Solidity: function delay() view returns(uint256)
func (nodeSale *NodeSale) UnpackDelay(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("delay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDiscountBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6c1f5633.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function discountBps() view returns(uint256)
func (nodeSale *NodeSale) PackDiscountBps() []byte {
	enc, err := nodeSale.abi.Pack("discountBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDiscountBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6c1f5633.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function discountBps() view returns(uint256)
func (nodeSale *NodeSale) TryPackDiscountBps() ([]byte, error) {
	return nodeSale.abi.Pack("discountBps")
}

// UnpackDiscountBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6c1f5633.
//
// Solidity: function discountBps() view returns(uint256)
func (nodeSale *NodeSale) UnpackDiscountBps(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("discountBps", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDiscountCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd35c33ec.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function discountCap() view returns(uint256)
func (nodeSale *NodeSale) PackDiscountCap() []byte {
	enc, err := nodeSale.abi.Pack("discountCap")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDiscountCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd35c33ec.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function discountCap() view returns(uint256)
func (nodeSale *NodeSale) TryPackDiscountCap() ([]byte, error) {
	return nodeSale.abi.Pack("discountCap")
}

// UnpackDiscountCap is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd35c33ec.
//
// Solidity: function discountCap() view returns(uint256)
func (nodeSale *NodeSale) UnpackDiscountCap(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("discountCap", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDueAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb43de2e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dueAt(bytes32 change) view returns(uint256)
func (nodeSale *NodeSale) PackDueAt(change [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("dueAt", change)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDueAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb43de2e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dueAt(bytes32 change) view returns(uint256)
func (nodeSale *NodeSale) TryPackDueAt(change [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("dueAt", change)
}

// UnpackDueAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb43de2e.
//
// Solidity: function dueAt(bytes32 change) view returns(uint256)
func (nodeSale *NodeSale) UnpackDueAt(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("dueAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLicense is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b87d24c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function license() view returns(address)
func (nodeSale *NodeSale) PackLicense() []byte {
	enc, err := nodeSale.abi.Pack("license")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLicense is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b87d24c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function license() view returns(address)
func (nodeSale *NodeSale) TryPackLicense() ([]byte, error) {
	return nodeSale.abi.Pack("license")
}

// UnpackLicense is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b87d24c.
//
// Solidity: function license() view returns(address)
func (nodeSale *NodeSale) UnpackLicense(data []byte) (common.Address, error) {
	out, err := nodeSale.abi.Unpack("license", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackMaxNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddf0185f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function maxNodes() view returns(uint256)
func (nodeSale *NodeSale) PackMaxNodes() []byte {
	enc, err := nodeSale.abi.Pack("maxNodes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMaxNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddf0185f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function maxNodes() view returns(uint256)
func (nodeSale *NodeSale) TryPackMaxNodes() ([]byte, error) {
	return nodeSale.abi.Pack("maxNodes")
}

// UnpackMaxNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xddf0185f.
//
// Solidity: function maxNodes() view returns(uint256)
func (nodeSale *NodeSale) UnpackMaxNodes(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("maxNodes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x295a5212.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mode() view returns(uint8)
func (nodeSale *NodeSale) PackMode() []byte {
	enc, err := nodeSale.abi.Pack("mode")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x295a5212.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mode() view returns(uint8)
func (nodeSale *NodeSale) TryPackMode() ([]byte, error) {
	return nodeSale.abi.Pack("mode")
}

// UnpackMode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x295a5212.
//
// Solidity: function mode() view returns(uint8)
func (nodeSale *NodeSale) UnpackMode(data []byte) (uint8, error) {
	out, err := nodeSale.abi.Unpack("mode", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (nodeSale *NodeSale) PackOwner() []byte {
	enc, err := nodeSale.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (nodeSale *NodeSale) TryPackOwner() ([]byte, error) {
	return nodeSale.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (nodeSale *NodeSale) UnpackOwner(data []byte) (common.Address, error) {
	out, err := nodeSale.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (nodeSale *NodeSale) PackPause() []byte {
	enc, err := nodeSale.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (nodeSale *NodeSale) TryPackPause() ([]byte, error) {
	return nodeSale.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (nodeSale *NodeSale) PackPaused() []byte {
	enc, err := nodeSale.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (nodeSale *NodeSale) TryPackPaused() ([]byte, error) {
	return nodeSale.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (nodeSale *NodeSale) UnpackPaused(data []byte) (bool, error) {
	out, err := nodeSale.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (nodeSale *NodeSale) PackPendingOwner() []byte {
	enc, err := nodeSale.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (nodeSale *NodeSale) TryPackPendingOwner() ([]byte, error) {
	return nodeSale.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (nodeSale *NodeSale) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := nodeSale.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPurchaseCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b85ed9c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function purchaseCount() view returns(uint256)
func (nodeSale *NodeSale) PackPurchaseCount() []byte {
	enc, err := nodeSale.abi.Pack("purchaseCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPurchaseCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b85ed9c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function purchaseCount() view returns(uint256)
func (nodeSale *NodeSale) TryPackPurchaseCount() ([]byte, error) {
	return nodeSale.abi.Pack("purchaseCount")
}

// UnpackPurchaseCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b85ed9c.
//
// Solidity: function purchaseCount() view returns(uint256)
func (nodeSale *NodeSale) UnpackPurchaseCount(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("purchaseCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3358c80a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quote(address wallet, uint256 quantity, string code) view returns(uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)
func (nodeSale *NodeSale) PackQuote(wallet common.Address, quantity *big.Int, code string) []byte {
	enc, err := nodeSale.abi.Pack("quote", wallet, quantity, code)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3358c80a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quote(address wallet, uint256 quantity, string code) view returns(uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)
func (nodeSale *NodeSale) TryPackQuote(wallet common.Address, quantity *big.Int, code string) ([]byte, error) {
	return nodeSale.abi.Pack("quote", wallet, quantity, code)
}

// QuoteOutput serves as a container for the return parameters of contract
// method Quote.
type QuoteOutput struct {
	List     *big.Int
	Discount *big.Int
	Paid     *big.Int
	Referral *big.Int
	PerTier  []*big.Int
}

// UnpackQuote is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3358c80a.
//
// Solidity: function quote(address wallet, uint256 quantity, string code) view returns(uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)
func (nodeSale *NodeSale) UnpackQuote(data []byte) (QuoteOutput, error) {
	out, err := nodeSale.abi.Unpack("quote", data)
	outstruct := new(QuoteOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.List = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Discount = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.Paid = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Referral = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.PerTier = *abi.ConvertType(out[4], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackQuoteWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb3f9b52e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quoteWith(address wallet, uint256 quantity, string code, (uint256,bytes32[][],uint256,uint256,bytes) extra) view returns(uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)
func (nodeSale *NodeSale) PackQuoteWith(wallet common.Address, quantity *big.Int, code string, extra NodeSaleExtra) []byte {
	enc, err := nodeSale.abi.Pack("quoteWith", wallet, quantity, code, extra)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuoteWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb3f9b52e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quoteWith(address wallet, uint256 quantity, string code, (uint256,bytes32[][],uint256,uint256,bytes) extra) view returns(uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)
func (nodeSale *NodeSale) TryPackQuoteWith(wallet common.Address, quantity *big.Int, code string, extra NodeSaleExtra) ([]byte, error) {
	return nodeSale.abi.Pack("quoteWith", wallet, quantity, code, extra)
}

// QuoteWithOutput serves as a container for the return parameters of contract
// method QuoteWith.
type QuoteWithOutput struct {
	List     *big.Int
	Discount *big.Int
	Paid     *big.Int
	Referral *big.Int
	PerTier  []*big.Int
}

// UnpackQuoteWith is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb3f9b52e.
//
// Solidity: function quoteWith(address wallet, uint256 quantity, string code, (uint256,bytes32[][],uint256,uint256,bytes) extra) view returns(uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)
func (nodeSale *NodeSale) UnpackQuoteWith(data []byte) (QuoteWithOutput, error) {
	out, err := nodeSale.abi.Unpack("quoteWith", data)
	outstruct := new(QuoteWithOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.List = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Discount = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.Paid = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Referral = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.PerTier = *abi.ConvertType(out[4], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackReferralOwed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x994ec7c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function referralOwed(address wallet) view returns(uint256)
func (nodeSale *NodeSale) PackReferralOwed(wallet common.Address) []byte {
	enc, err := nodeSale.abi.Pack("referralOwed", wallet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReferralOwed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x994ec7c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function referralOwed(address wallet) view returns(uint256)
func (nodeSale *NodeSale) TryPackReferralOwed(wallet common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("referralOwed", wallet)
}

// UnpackReferralOwed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x994ec7c7.
//
// Solidity: function referralOwed(address wallet) view returns(uint256)
func (nodeSale *NodeSale) UnpackReferralOwed(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("referralOwed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegisterCode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e1dc7a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerCode(string code, bytes32 salt) returns()
func (nodeSale *NodeSale) PackRegisterCode(code string, salt [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("registerCode", code, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterCode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e1dc7a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerCode(string code, bytes32 salt) returns()
func (nodeSale *NodeSale) TryPackRegisterCode(code string, salt [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("registerCode", code, salt)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (nodeSale *NodeSale) PackRenounceOwnership() []byte {
	enc, err := nodeSale.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (nodeSale *NodeSale) TryPackRenounceOwnership() ([]byte, error) {
	return nodeSale.abi.Pack("renounceOwnership")
}

// PackRewardBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82328ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rewardBps() view returns(uint256)
func (nodeSale *NodeSale) PackRewardBps() []byte {
	enc, err := nodeSale.abi.Pack("rewardBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRewardBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82328ffc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rewardBps() view returns(uint256)
func (nodeSale *NodeSale) TryPackRewardBps() ([]byte, error) {
	return nodeSale.abi.Pack("rewardBps")
}

// UnpackRewardBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82328ffc.
//
// Solidity: function rewardBps() view returns(uint256)
func (nodeSale *NodeSale) UnpackRewardBps(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("rewardBps", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRewardCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9532e287.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rewardCap() view returns(uint256)
func (nodeSale *NodeSale) PackRewardCap() []byte {
	enc, err := nodeSale.abi.Pack("rewardCap")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRewardCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9532e287.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rewardCap() view returns(uint256)
func (nodeSale *NodeSale) TryPackRewardCap() ([]byte, error) {
	return nodeSale.abi.Pack("rewardCap")
}

// UnpackRewardCap is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9532e287.
//
// Solidity: function rewardCap() view returns(uint256)
func (nodeSale *NodeSale) UnpackRewardCap(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("rewardCap", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSetAllowlist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d02bf92.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAllowlist(uint256 tier, bytes32 root) returns()
func (nodeSale *NodeSale) PackSetAllowlist(tier *big.Int, root [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("setAllowlist", tier, root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetAllowlist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d02bf92.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setAllowlist(uint256 tier, bytes32 root) returns()
func (nodeSale *NodeSale) TryPackSetAllowlist(tier *big.Int, root [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("setAllowlist", tier, root)
}

// PackSetCode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf76f39f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setCode(string code, address wallet, bool active) returns()
func (nodeSale *NodeSale) PackSetCode(code string, wallet common.Address, active bool) []byte {
	enc, err := nodeSale.abi.Pack("setCode", code, wallet, active)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetCode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf76f39f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setCode(string code, address wallet, bool active) returns()
func (nodeSale *NodeSale) TryPackSetCode(code string, wallet common.Address, active bool) ([]byte, error) {
	return nodeSale.abi.Pack("setCode", code, wallet, active)
}

// PackSetDiscount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdabd2719.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setDiscount(uint256 bps) returns()
func (nodeSale *NodeSale) PackSetDiscount(bps *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("setDiscount", bps)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetDiscount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdabd2719.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setDiscount(uint256 bps) returns()
func (nodeSale *NodeSale) TryPackSetDiscount(bps *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("setDiscount", bps)
}

// PackSetLicense is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0fd21c17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setLicense(address license_) returns()
func (nodeSale *NodeSale) PackSetLicense(license common.Address) []byte {
	enc, err := nodeSale.abi.Pack("setLicense", license)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetLicense is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0fd21c17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setLicense(address license_) returns()
func (nodeSale *NodeSale) TryPackSetLicense(license common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("setLicense", license)
}

// PackSetMaxNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa44c8394.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMaxNodes(uint256 maxNodes_) returns()
func (nodeSale *NodeSale) PackSetMaxNodes(maxNodes *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("setMaxNodes", maxNodes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMaxNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa44c8394.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMaxNodes(uint256 maxNodes_) returns()
func (nodeSale *NodeSale) TryPackSetMaxNodes(maxNodes *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("setMaxNodes", maxNodes)
}

// PackSetMode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x21175b4a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMode(uint8 mode_) returns()
func (nodeSale *NodeSale) PackSetMode(mode uint8) []byte {
	enc, err := nodeSale.abi.Pack("setMode", mode)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x21175b4a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMode(uint8 mode_) returns()
func (nodeSale *NodeSale) TryPackSetMode(mode uint8) ([]byte, error) {
	return nodeSale.abi.Pack("setMode", mode)
}

// PackSetReward is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x293be456.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setReward(uint256 bps) returns()
func (nodeSale *NodeSale) PackSetReward(bps *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("setReward", bps)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetReward is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x293be456.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setReward(uint256 bps) returns()
func (nodeSale *NodeSale) TryPackSetReward(bps *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("setReward", bps)
}

// PackSetTier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97d695cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setTier(uint256 tier, (uint256,uint64,uint64) to) returns()
func (nodeSale *NodeSale) PackSetTier(tier *big.Int, to NodeSaleTier) []byte {
	enc, err := nodeSale.abi.Pack("setTier", tier, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetTier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97d695cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setTier(uint256 tier, (uint256,uint64,uint64) to) returns()
func (nodeSale *NodeSale) TryPackSetTier(tier *big.Int, to NodeSaleTier) ([]byte, error) {
	return nodeSale.abi.Pack("setTier", tier, to)
}

// PackSetTreasury is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0f44260.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setTreasury(address treasury_) returns()
func (nodeSale *NodeSale) PackSetTreasury(treasury common.Address) []byte {
	enc, err := nodeSale.abi.Pack("setTreasury", treasury)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetTreasury is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0f44260.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setTreasury(address treasury_) returns()
func (nodeSale *NodeSale) TryPackSetTreasury(treasury common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("setTreasury", treasury)
}

// PackSetVoucherSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf6e40d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setVoucherSigner(address signer) returns()
func (nodeSale *NodeSale) PackSetVoucherSigner(signer common.Address) []byte {
	enc, err := nodeSale.abi.Pack("setVoucherSigner", signer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetVoucherSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf6e40d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setVoucherSigner(address signer) returns()
func (nodeSale *NodeSale) TryPackSetVoucherSigner(signer common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("setVoucherSigner", signer)
}

// PackTierCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96b55f7d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tierCount() view returns(uint256)
func (nodeSale *NodeSale) PackTierCount() []byte {
	enc, err := nodeSale.abi.Pack("tierCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTierCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96b55f7d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tierCount() view returns(uint256)
func (nodeSale *NodeSale) TryPackTierCount() ([]byte, error) {
	return nodeSale.abi.Pack("tierCount")
}

// UnpackTierCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x96b55f7d.
//
// Solidity: function tierCount() view returns(uint256)
func (nodeSale *NodeSale) UnpackTierCount(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("tierCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x039af9eb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tiers(uint256 tier) view returns(uint256 price, uint256 size, uint256 perWallet, uint256 sold)
func (nodeSale *NodeSale) PackTiers(tier *big.Int) []byte {
	enc, err := nodeSale.abi.Pack("tiers", tier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x039af9eb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tiers(uint256 tier) view returns(uint256 price, uint256 size, uint256 perWallet, uint256 sold)
func (nodeSale *NodeSale) TryPackTiers(tier *big.Int) ([]byte, error) {
	return nodeSale.abi.Pack("tiers", tier)
}

// TiersOutput serves as a container for the return parameters of contract
// method Tiers.
type TiersOutput struct {
	Price     *big.Int
	Size      *big.Int
	PerWallet *big.Int
	Sold      *big.Int
}

// UnpackTiers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x039af9eb.
//
// Solidity: function tiers(uint256 tier) view returns(uint256 price, uint256 size, uint256 perWallet, uint256 sold)
func (nodeSale *NodeSale) UnpackTiers(data []byte) (TiersOutput, error) {
	out, err := nodeSale.abi.Unpack("tiers", data)
	outstruct := new(TiersOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Price = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Size = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.PerWallet = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Sold = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackTotalSold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9106d7ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSold() view returns(uint256)
func (nodeSale *NodeSale) PackTotalSold() []byte {
	enc, err := nodeSale.abi.Pack("totalSold")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9106d7ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSold() view returns(uint256)
func (nodeSale *NodeSale) TryPackTotalSold() ([]byte, error) {
	return nodeSale.abi.Pack("totalSold")
}

// UnpackTotalSold is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9106d7ba.
//
// Solidity: function totalSold() view returns(uint256)
func (nodeSale *NodeSale) UnpackTotalSold(data []byte) (*big.Int, error) {
	out, err := nodeSale.abi.Unpack("totalSold", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (nodeSale *NodeSale) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := nodeSale.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (nodeSale *NodeSale) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("transferOwnership", newOwner)
}

// PackTreasury is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x61d027b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function treasury() view returns(address)
func (nodeSale *NodeSale) PackTreasury() []byte {
	enc, err := nodeSale.abi.Pack("treasury")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTreasury is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x61d027b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function treasury() view returns(address)
func (nodeSale *NodeSale) TryPackTreasury() ([]byte, error) {
	return nodeSale.abi.Pack("treasury")
}

// UnpackTreasury is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x61d027b3.
//
// Solidity: function treasury() view returns(address)
func (nodeSale *NodeSale) UnpackTreasury(data []byte) (common.Address, error) {
	out, err := nodeSale.abi.Unpack("treasury", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (nodeSale *NodeSale) PackUnpause() []byte {
	enc, err := nodeSale.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (nodeSale *NodeSale) TryPackUnpause() ([]byte, error) {
	return nodeSale.abi.Pack("unpause")
}

// PackVoucherSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88f4c137.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function voucherSigner() view returns(address)
func (nodeSale *NodeSale) PackVoucherSigner() []byte {
	enc, err := nodeSale.abi.Pack("voucherSigner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoucherSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88f4c137.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function voucherSigner() view returns(address)
func (nodeSale *NodeSale) TryPackVoucherSigner() ([]byte, error) {
	return nodeSale.abi.Pack("voucherSigner")
}

// UnpackVoucherSigner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x88f4c137.
//
// Solidity: function voucherSigner() view returns(address)
func (nodeSale *NodeSale) UnpackVoucherSigner(data []byte) (common.Address, error) {
	out, err := nodeSale.abi.Unpack("voucherSigner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackWithdrawAnnouncement is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92d7ae07.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawAnnouncement(bytes32 id) returns()
func (nodeSale *NodeSale) PackWithdrawAnnouncement(id [32]byte) []byte {
	enc, err := nodeSale.abi.Pack("withdrawAnnouncement", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawAnnouncement is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92d7ae07.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawAnnouncement(bytes32 id) returns()
func (nodeSale *NodeSale) TryPackWithdrawAnnouncement(id [32]byte) ([]byte, error) {
	return nodeSale.abi.Pack("withdrawAnnouncement", id)
}

// PackWithdrawReferral is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9ea0e074.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawReferral() returns()
func (nodeSale *NodeSale) PackWithdrawReferral() []byte {
	enc, err := nodeSale.abi.Pack("withdrawReferral")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawReferral is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9ea0e074.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawReferral() returns()
func (nodeSale *NodeSale) TryPackWithdrawReferral() ([]byte, error) {
	return nodeSale.abi.Pack("withdrawReferral")
}

// PackWithdrawReferralTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb60446f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawReferralTo(address to) returns()
func (nodeSale *NodeSale) PackWithdrawReferralTo(to common.Address) []byte {
	enc, err := nodeSale.abi.Pack("withdrawReferralTo", to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawReferralTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb60446f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawReferralTo(address to) returns()
func (nodeSale *NodeSale) TryPackWithdrawReferralTo(to common.Address) ([]byte, error) {
	return nodeSale.abi.Pack("withdrawReferralTo", to)
}

// NodeSaleAllowlistSet represents a AllowlistSet event raised by the NodeSale contract.
type NodeSaleAllowlistSet struct {
	Tier *big.Int
	Root [32]byte
	Raw  *types.Log // Blockchain specific contextual infos
}

const NodeSaleAllowlistSetEventName = "AllowlistSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleAllowlistSet) ContractEventName() string {
	return NodeSaleAllowlistSetEventName
}

// UnpackAllowlistSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AllowlistSet(uint256 indexed tier, bytes32 root)
func (nodeSale *NodeSale) UnpackAllowlistSetEvent(log *types.Log) (*NodeSaleAllowlistSet, error) {
	event := "AllowlistSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleAllowlistSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleBoundsSet represents a BoundsSet event raised by the NodeSale contract.
type NodeSaleBoundsSet struct {
	DiscountCap *big.Int
	RewardCap   *big.Int
	Delay       *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeSaleBoundsSetEventName = "BoundsSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleBoundsSet) ContractEventName() string {
	return NodeSaleBoundsSetEventName
}

// UnpackBoundsSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BoundsSet(uint256 discountCap, uint256 rewardCap, uint256 delay)
func (nodeSale *NodeSale) UnpackBoundsSetEvent(log *types.Log) (*NodeSaleBoundsSet, error) {
	event := "BoundsSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleBoundsSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleChangeAnnounced represents a ChangeAnnounced event raised by the NodeSale contract.
type NodeSaleChangeAnnounced struct {
	Id     [32]byte
	Change []byte
	Due    *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeSaleChangeAnnouncedEventName = "ChangeAnnounced"

// ContractEventName returns the user-defined event name.
func (NodeSaleChangeAnnounced) ContractEventName() string {
	return NodeSaleChangeAnnouncedEventName
}

// UnpackChangeAnnouncedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChangeAnnounced(bytes32 indexed id, bytes change, uint256 due)
func (nodeSale *NodeSale) UnpackChangeAnnouncedEvent(log *types.Log) (*NodeSaleChangeAnnounced, error) {
	event := "ChangeAnnounced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleChangeAnnounced)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleChangeWithdrawn represents a ChangeWithdrawn event raised by the NodeSale contract.
type NodeSaleChangeWithdrawn struct {
	Id  [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const NodeSaleChangeWithdrawnEventName = "ChangeWithdrawn"

// ContractEventName returns the user-defined event name.
func (NodeSaleChangeWithdrawn) ContractEventName() string {
	return NodeSaleChangeWithdrawnEventName
}

// UnpackChangeWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChangeWithdrawn(bytes32 indexed id)
func (nodeSale *NodeSale) UnpackChangeWithdrawnEvent(log *types.Log) (*NodeSaleChangeWithdrawn, error) {
	event := "ChangeWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleChangeWithdrawn)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleCodeCommitted represents a CodeCommitted event raised by the NodeSale contract.
type NodeSaleCodeCommitted struct {
	Commitment [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const NodeSaleCodeCommittedEventName = "CodeCommitted"

// ContractEventName returns the user-defined event name.
func (NodeSaleCodeCommitted) ContractEventName() string {
	return NodeSaleCodeCommittedEventName
}

// UnpackCodeCommittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CodeCommitted(bytes32 indexed commitment)
func (nodeSale *NodeSale) UnpackCodeCommittedEvent(log *types.Log) (*NodeSaleCodeCommitted, error) {
	event := "CodeCommitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleCodeCommitted)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleCodeSet represents a CodeSet event raised by the NodeSale contract.
type NodeSaleCodeSet struct {
	Code   string
	Wallet common.Address
	Active bool
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeSaleCodeSetEventName = "CodeSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleCodeSet) ContractEventName() string {
	return NodeSaleCodeSetEventName
}

// UnpackCodeSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CodeSet(string code, address indexed wallet, bool active)
func (nodeSale *NodeSale) UnpackCodeSetEvent(log *types.Log) (*NodeSaleCodeSet, error) {
	event := "CodeSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleCodeSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleDiscountSet represents a DiscountSet event raised by the NodeSale contract.
type NodeSaleDiscountSet struct {
	Bps *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const NodeSaleDiscountSetEventName = "DiscountSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleDiscountSet) ContractEventName() string {
	return NodeSaleDiscountSetEventName
}

// UnpackDiscountSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DiscountSet(uint256 bps)
func (nodeSale *NodeSale) UnpackDiscountSetEvent(log *types.Log) (*NodeSaleDiscountSet, error) {
	event := "DiscountSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleDiscountSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleLicenseSet represents a LicenseSet event raised by the NodeSale contract.
type NodeSaleLicenseSet struct {
	License common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeSaleLicenseSetEventName = "LicenseSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleLicenseSet) ContractEventName() string {
	return NodeSaleLicenseSetEventName
}

// UnpackLicenseSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LicenseSet(address indexed license)
func (nodeSale *NodeSale) UnpackLicenseSetEvent(log *types.Log) (*NodeSaleLicenseSet, error) {
	event := "LicenseSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleLicenseSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleMaxNodesSet represents a MaxNodesSet event raised by the NodeSale contract.
type NodeSaleMaxNodesSet struct {
	MaxNodes *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const NodeSaleMaxNodesSetEventName = "MaxNodesSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleMaxNodesSet) ContractEventName() string {
	return NodeSaleMaxNodesSetEventName
}

// UnpackMaxNodesSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MaxNodesSet(uint256 maxNodes)
func (nodeSale *NodeSale) UnpackMaxNodesSetEvent(log *types.Log) (*NodeSaleMaxNodesSet, error) {
	event := "MaxNodesSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleMaxNodesSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleModeSet represents a ModeSet event raised by the NodeSale contract.
type NodeSaleModeSet struct {
	Mode uint8
	Raw  *types.Log // Blockchain specific contextual infos
}

const NodeSaleModeSetEventName = "ModeSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleModeSet) ContractEventName() string {
	return NodeSaleModeSetEventName
}

// UnpackModeSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ModeSet(uint8 mode)
func (nodeSale *NodeSale) UnpackModeSetEvent(log *types.Log) (*NodeSaleModeSet, error) {
	event := "ModeSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleModeSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleOpened represents a Opened event raised by the NodeSale contract.
type NodeSaleOpened struct {
	Id    *big.Int
	Tiers *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const NodeSaleOpenedEventName = "Opened"

// ContractEventName returns the user-defined event name.
func (NodeSaleOpened) ContractEventName() string {
	return NodeSaleOpenedEventName
}

// UnpackOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Opened(uint256 indexed id, uint256 tiers)
func (nodeSale *NodeSale) UnpackOpenedEvent(log *types.Log) (*NodeSaleOpened, error) {
	event := "Opened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleOpened)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the NodeSale contract.
type NodeSaleOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeSaleOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (NodeSaleOwnershipTransferStarted) ContractEventName() string {
	return NodeSaleOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (nodeSale *NodeSale) UnpackOwnershipTransferStartedEvent(log *types.Log) (*NodeSaleOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleOwnershipTransferred represents a OwnershipTransferred event raised by the NodeSale contract.
type NodeSaleOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeSaleOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (NodeSaleOwnershipTransferred) ContractEventName() string {
	return NodeSaleOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (nodeSale *NodeSale) UnpackOwnershipTransferredEvent(log *types.Log) (*NodeSaleOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSalePaused represents a Paused event raised by the NodeSale contract.
type NodeSalePaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeSalePausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (NodeSalePaused) ContractEventName() string {
	return NodeSalePausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (nodeSale *NodeSale) UnpackPausedEvent(log *types.Log) (*NodeSalePaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSalePaused)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSalePurchased represents a Purchased event raised by the NodeSale contract.
type NodeSalePurchased struct {
	Id       *big.Int
	Buyer    common.Address
	Referrer common.Address
	Quantity *big.Int
	List     *big.Int
	Paid     *big.Int
	Referral *big.Int
	Code     string
	Raw      *types.Log // Blockchain specific contextual infos
}

const NodeSalePurchasedEventName = "Purchased"

// ContractEventName returns the user-defined event name.
func (NodeSalePurchased) ContractEventName() string {
	return NodeSalePurchasedEventName
}

// UnpackPurchasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Purchased(uint256 indexed id, address indexed buyer, address indexed referrer, uint256 quantity, uint256 list, uint256 paid, uint256 referral, string code)
func (nodeSale *NodeSale) UnpackPurchasedEvent(log *types.Log) (*NodeSalePurchased, error) {
	event := "Purchased"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSalePurchased)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleReferralWithdrawn represents a ReferralWithdrawn event raised by the NodeSale contract.
type NodeSaleReferralWithdrawn struct {
	Wallet common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeSaleReferralWithdrawnEventName = "ReferralWithdrawn"

// ContractEventName returns the user-defined event name.
func (NodeSaleReferralWithdrawn) ContractEventName() string {
	return NodeSaleReferralWithdrawnEventName
}

// UnpackReferralWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReferralWithdrawn(address indexed wallet, address to, uint256 amount)
func (nodeSale *NodeSale) UnpackReferralWithdrawnEvent(log *types.Log) (*NodeSaleReferralWithdrawn, error) {
	event := "ReferralWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleReferralWithdrawn)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleRewardSet represents a RewardSet event raised by the NodeSale contract.
type NodeSaleRewardSet struct {
	Bps *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const NodeSaleRewardSetEventName = "RewardSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleRewardSet) ContractEventName() string {
	return NodeSaleRewardSetEventName
}

// UnpackRewardSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RewardSet(uint256 bps)
func (nodeSale *NodeSale) UnpackRewardSetEvent(log *types.Log) (*NodeSaleRewardSet, error) {
	event := "RewardSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleRewardSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleTierSet represents a TierSet event raised by the NodeSale contract.
type NodeSaleTierSet struct {
	Tier      *big.Int
	Price     *big.Int
	Size      *big.Int
	PerWallet *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const NodeSaleTierSetEventName = "TierSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleTierSet) ContractEventName() string {
	return NodeSaleTierSetEventName
}

// UnpackTierSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TierSet(uint256 indexed tier, uint256 price, uint256 size, uint256 perWallet)
func (nodeSale *NodeSale) UnpackTierSetEvent(log *types.Log) (*NodeSaleTierSet, error) {
	event := "TierSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleTierSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleTreasurySet represents a TreasurySet event raised by the NodeSale contract.
type NodeSaleTreasurySet struct {
	Treasury common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const NodeSaleTreasurySetEventName = "TreasurySet"

// ContractEventName returns the user-defined event name.
func (NodeSaleTreasurySet) ContractEventName() string {
	return NodeSaleTreasurySetEventName
}

// UnpackTreasurySetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TreasurySet(address indexed treasury)
func (nodeSale *NodeSale) UnpackTreasurySetEvent(log *types.Log) (*NodeSaleTreasurySet, error) {
	event := "TreasurySet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleTreasurySet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleUnpaused represents a Unpaused event raised by the NodeSale contract.
type NodeSaleUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeSaleUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (NodeSaleUnpaused) ContractEventName() string {
	return NodeSaleUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (nodeSale *NodeSale) UnpackUnpausedEvent(log *types.Log) (*NodeSaleUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleUnpaused)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeSaleVoucherSignerSet represents a VoucherSignerSet event raised by the NodeSale contract.
type NodeSaleVoucherSignerSet struct {
	Signer common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeSaleVoucherSignerSetEventName = "VoucherSignerSet"

// ContractEventName returns the user-defined event name.
func (NodeSaleVoucherSignerSet) ContractEventName() string {
	return NodeSaleVoucherSignerSetEventName
}

// UnpackVoucherSignerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event VoucherSignerSet(address indexed signer)
func (nodeSale *NodeSale) UnpackVoucherSignerSetEvent(log *types.Log) (*NodeSaleVoucherSignerSet, error) {
	event := "VoucherSignerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleVoucherSignerSet)
	if len(log.Data) > 0 {
		if err := nodeSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (nodeSale *NodeSale) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["AnnouncementExpired"].ID.Bytes()[:4]) {
		return nodeSale.UnpackAnnouncementExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["BadCode"].ID.Bytes()[:4]) {
		return nodeSale.UnpackBadCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["BadDelay"].ID.Bytes()[:4]) {
		return nodeSale.UnpackBadDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["BadMode"].ID.Bytes()[:4]) {
		return nodeSale.UnpackBadModeError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["BadVoucher"].ID.Bytes()[:4]) {
		return nodeSale.UnpackBadVoucherError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["BpsTooHigh"].ID.Bytes()[:4]) {
		return nodeSale.UnpackBpsTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["CodeTaken"].ID.Bytes()[:4]) {
		return nodeSale.UnpackCodeTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["CommitmentExpired"].ID.Bytes()[:4]) {
		return nodeSale.UnpackCommitmentExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["CommittedAlready"].ID.Bytes()[:4]) {
		return nodeSale.UnpackCommittedAlreadyError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["CommittedTooLate"].ID.Bytes()[:4]) {
		return nodeSale.UnpackCommittedTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return nodeSale.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return nodeSale.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["LicenseFixed"].ID.Bytes()[:4]) {
		return nodeSale.UnpackLicenseFixedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["LicenseMintsForAnother"].ID.Bytes()[:4]) {
		return nodeSale.UnpackLicenseMintsForAnotherError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["LicenseTooLate"].ID.Bytes()[:4]) {
		return nodeSale.UnpackLicenseTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["MaxNodesBelowSold"].ID.Bytes()[:4]) {
		return nodeSale.UnpackMaxNodesBelowSoldError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["MaxNodesExceeded"].ID.Bytes()[:4]) {
		return nodeSale.UnpackMaxNodesExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["ModeFixed"].ID.Bytes()[:4]) {
		return nodeSale.UnpackModeFixedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["NoSuchTier"].ID.Bytes()[:4]) {
		return nodeSale.UnpackNoSuchTierError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["NotAnnounced"].ID.Bytes()[:4]) {
		return nodeSale.UnpackNotAnnouncedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["NotCommitted"].ID.Bytes()[:4]) {
		return nodeSale.UnpackNotCommittedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["NotDue"].ID.Bytes()[:4]) {
		return nodeSale.UnpackNotDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["NotEnoughNodes"].ID.Bytes()[:4]) {
		return nodeSale.UnpackNotEnoughNodesError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["NothingOwed"].ID.Bytes()[:4]) {
		return nodeSale.UnpackNothingOwedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return nodeSale.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return nodeSale.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["PaidTooLittle"].ID.Bytes()[:4]) {
		return nodeSale.UnpackPaidTooLittleError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["PriceAboveMax"].ID.Bytes()[:4]) {
		return nodeSale.UnpackPriceAboveMaxError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["PriceTooHigh"].ID.Bytes()[:4]) {
		return nodeSale.UnpackPriceTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["PurchaseTooLarge"].ID.Bytes()[:4]) {
		return nodeSale.UnpackPurchaseTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["QuotaExceeded"].ID.Bytes()[:4]) {
		return nodeSale.UnpackQuotaExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return nodeSale.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["RefundRejected"].ID.Bytes()[:4]) {
		return nodeSale.UnpackRefundRejectedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["RenouncedWhilePaused"].ID.Bytes()[:4]) {
		return nodeSale.UnpackRenouncedWhilePausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["SelfReferral"].ID.Bytes()[:4]) {
		return nodeSale.UnpackSelfReferralError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["TierBelowSold"].ID.Bytes()[:4]) {
		return nodeSale.UnpackTierBelowSoldError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["TooLate"].ID.Bytes()[:4]) {
		return nodeSale.UnpackTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["TreasuryRejected"].ID.Bytes()[:4]) {
		return nodeSale.UnpackTreasuryRejectedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["UnknownCode"].ID.Bytes()[:4]) {
		return nodeSale.UnpackUnknownCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["VoucherExceeded"].ID.Bytes()[:4]) {
		return nodeSale.UnpackVoucherExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["VoucherExpired"].ID.Bytes()[:4]) {
		return nodeSale.UnpackVoucherExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["WithdrawalRejected"].ID.Bytes()[:4]) {
		return nodeSale.UnpackWithdrawalRejectedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return nodeSale.UnpackZeroAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["ZeroQuantity"].ID.Bytes()[:4]) {
		return nodeSale.UnpackZeroQuantityError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// NodeSaleAnnouncementExpired represents a AnnouncementExpired error raised by the NodeSale contract.
type NodeSaleAnnouncementExpired struct {
	Until *big.Int
	Time  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnnouncementExpired(uint256 until, uint256 time)
func NodeSaleAnnouncementExpiredErrorID() common.Hash {
	return common.HexToHash("0xca4f302771d90cdec3197f144099955536dc2e27642f8d967c16b633cfe99bcd")
}

// UnpackAnnouncementExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnnouncementExpired(uint256 until, uint256 time)
func (nodeSale *NodeSale) UnpackAnnouncementExpiredError(raw []byte) (*NodeSaleAnnouncementExpired, error) {
	out := new(NodeSaleAnnouncementExpired)
	if err := nodeSale.abi.UnpackIntoInterface(out, "AnnouncementExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleBadCode represents a BadCode error raised by the NodeSale contract.
type NodeSaleBadCode struct {
	Code string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadCode(string code)
func NodeSaleBadCodeErrorID() common.Hash {
	return common.HexToHash("0x5edbbcfe011242e67ce5db5f95dc2b6f7e4a26568d63b866bf4fcbd8b6a31992")
}

// UnpackBadCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadCode(string code)
func (nodeSale *NodeSale) UnpackBadCodeError(raw []byte) (*NodeSaleBadCode, error) {
	out := new(NodeSaleBadCode)
	if err := nodeSale.abi.UnpackIntoInterface(out, "BadCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleBadDelay represents a BadDelay error raised by the NodeSale contract.
type NodeSaleBadDelay struct {
	Delay     *big.Int
	Immediate bool
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadDelay(uint256 delay, bool immediate)
func NodeSaleBadDelayErrorID() common.Hash {
	return common.HexToHash("0x8a8f833524a1920768fea8182f227bc31bd9c70b790d9edac19340641e8f6b6a")
}

// UnpackBadDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadDelay(uint256 delay, bool immediate)
func (nodeSale *NodeSale) UnpackBadDelayError(raw []byte) (*NodeSaleBadDelay, error) {
	out := new(NodeSaleBadDelay)
	if err := nodeSale.abi.UnpackIntoInterface(out, "BadDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleBadMode represents a BadMode error raised by the NodeSale contract.
type NodeSaleBadMode struct {
	Mode uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadMode(uint8 mode)
func NodeSaleBadModeErrorID() common.Hash {
	return common.HexToHash("0xb313010063f76801dbf3108ecd2c420aeb055743fce90d1d4dbb45f9d54c2842")
}

// UnpackBadModeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadMode(uint8 mode)
func (nodeSale *NodeSale) UnpackBadModeError(raw []byte) (*NodeSaleBadMode, error) {
	out := new(NodeSaleBadMode)
	if err := nodeSale.abi.UnpackIntoInterface(out, "BadMode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleBadVoucher represents a BadVoucher error raised by the NodeSale contract.
type NodeSaleBadVoucher struct {
	Wallet common.Address
	UpTo   *big.Int
	Until  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadVoucher(address wallet, uint256 upTo, uint256 until)
func NodeSaleBadVoucherErrorID() common.Hash {
	return common.HexToHash("0xd66aea9bc5e3353200a8e64d8a8ed2a795785ca19570389d4030c433b0de4288")
}

// UnpackBadVoucherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadVoucher(address wallet, uint256 upTo, uint256 until)
func (nodeSale *NodeSale) UnpackBadVoucherError(raw []byte) (*NodeSaleBadVoucher, error) {
	out := new(NodeSaleBadVoucher)
	if err := nodeSale.abi.UnpackIntoInterface(out, "BadVoucher", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleBpsTooHigh represents a BpsTooHigh error raised by the NodeSale contract.
type NodeSaleBpsTooHigh struct {
	Bps *big.Int
	Cap *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BpsTooHigh(uint256 bps, uint256 cap)
func NodeSaleBpsTooHighErrorID() common.Hash {
	return common.HexToHash("0x05279fae86e37a900d3bdb9668d2fea7cf3a9ef885c13482d614348141486c0a")
}

// UnpackBpsTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BpsTooHigh(uint256 bps, uint256 cap)
func (nodeSale *NodeSale) UnpackBpsTooHighError(raw []byte) (*NodeSaleBpsTooHigh, error) {
	out := new(NodeSaleBpsTooHigh)
	if err := nodeSale.abi.UnpackIntoInterface(out, "BpsTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleCodeTaken represents a CodeTaken error raised by the NodeSale contract.
type NodeSaleCodeTaken struct {
	Code string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CodeTaken(string code)
func NodeSaleCodeTakenErrorID() common.Hash {
	return common.HexToHash("0x88681e8d113e84597fef07dc281566d0351ece717d98788ec19827b4a0a5b036")
}

// UnpackCodeTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CodeTaken(string code)
func (nodeSale *NodeSale) UnpackCodeTakenError(raw []byte) (*NodeSaleCodeTaken, error) {
	out := new(NodeSaleCodeTaken)
	if err := nodeSale.abi.UnpackIntoInterface(out, "CodeTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleCommitmentExpired represents a CommitmentExpired error raised by the NodeSale contract.
type NodeSaleCommitmentExpired struct {
	Until *big.Int
	Time  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommitmentExpired(uint256 until, uint256 time)
func NodeSaleCommitmentExpiredErrorID() common.Hash {
	return common.HexToHash("0x74cba217d530e930495ade3d14641579406e36218d0a213f0b90808b969a316f")
}

// UnpackCommitmentExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommitmentExpired(uint256 until, uint256 time)
func (nodeSale *NodeSale) UnpackCommitmentExpiredError(raw []byte) (*NodeSaleCommitmentExpired, error) {
	out := new(NodeSaleCommitmentExpired)
	if err := nodeSale.abi.UnpackIntoInterface(out, "CommitmentExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleCommittedAlready represents a CommittedAlready error raised by the NodeSale contract.
type NodeSaleCommittedAlready struct {
	Commitment [32]byte
	Since      *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommittedAlready(bytes32 commitment, uint256 since)
func NodeSaleCommittedAlreadyErrorID() common.Hash {
	return common.HexToHash("0x7686c448c05125e4091f78d320f91a3cbc25b77c958792b81ba7c29212817121")
}

// UnpackCommittedAlreadyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommittedAlready(bytes32 commitment, uint256 since)
func (nodeSale *NodeSale) UnpackCommittedAlreadyError(raw []byte) (*NodeSaleCommittedAlready, error) {
	out := new(NodeSaleCommittedAlready)
	if err := nodeSale.abi.UnpackIntoInterface(out, "CommittedAlready", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleCommittedTooLate represents a CommittedTooLate error raised by the NodeSale contract.
type NodeSaleCommittedTooLate struct {
	From *big.Int
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CommittedTooLate(uint256 from, uint256 time)
func NodeSaleCommittedTooLateErrorID() common.Hash {
	return common.HexToHash("0x4564c1d4bba5e4cb753e7913424ee88446ec43346f1f74764b2ce9b636b2539a")
}

// UnpackCommittedTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CommittedTooLate(uint256 from, uint256 time)
func (nodeSale *NodeSale) UnpackCommittedTooLateError(raw []byte) (*NodeSaleCommittedTooLate, error) {
	out := new(NodeSaleCommittedTooLate)
	if err := nodeSale.abi.UnpackIntoInterface(out, "CommittedTooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleEnforcedPause represents a EnforcedPause error raised by the NodeSale contract.
type NodeSaleEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func NodeSaleEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (nodeSale *NodeSale) UnpackEnforcedPauseError(raw []byte) (*NodeSaleEnforcedPause, error) {
	out := new(NodeSaleEnforcedPause)
	if err := nodeSale.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleExpectedPause represents a ExpectedPause error raised by the NodeSale contract.
type NodeSaleExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func NodeSaleExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (nodeSale *NodeSale) UnpackExpectedPauseError(raw []byte) (*NodeSaleExpectedPause, error) {
	out := new(NodeSaleExpectedPause)
	if err := nodeSale.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleLicenseFixed represents a LicenseFixed error raised by the NodeSale contract.
type NodeSaleLicenseFixed struct {
	License common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LicenseFixed(address license)
func NodeSaleLicenseFixedErrorID() common.Hash {
	return common.HexToHash("0xc72058b3c5ca9cc2dc97a19ce1d88032d29e9eabe29771d112dbd62cdc09479b")
}

// UnpackLicenseFixedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LicenseFixed(address license)
func (nodeSale *NodeSale) UnpackLicenseFixedError(raw []byte) (*NodeSaleLicenseFixed, error) {
	out := new(NodeSaleLicenseFixed)
	if err := nodeSale.abi.UnpackIntoInterface(out, "LicenseFixed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleLicenseMintsForAnother represents a LicenseMintsForAnother error raised by the NodeSale contract.
type NodeSaleLicenseMintsForAnother struct {
	License common.Address
	Minter  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LicenseMintsForAnother(address license, address minter)
func NodeSaleLicenseMintsForAnotherErrorID() common.Hash {
	return common.HexToHash("0x8d8c613f28f8adb2237ad4b19e6316e3614df6ecb8c07fa941dd88d420dbff79")
}

// UnpackLicenseMintsForAnotherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LicenseMintsForAnother(address license, address minter)
func (nodeSale *NodeSale) UnpackLicenseMintsForAnotherError(raw []byte) (*NodeSaleLicenseMintsForAnother, error) {
	out := new(NodeSaleLicenseMintsForAnother)
	if err := nodeSale.abi.UnpackIntoInterface(out, "LicenseMintsForAnother", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleLicenseTooLate represents a LicenseTooLate error raised by the NodeSale contract.
type NodeSaleLicenseTooLate struct {
	Sold *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LicenseTooLate(uint256 sold)
func NodeSaleLicenseTooLateErrorID() common.Hash {
	return common.HexToHash("0xa10f7211c874fefa00192bb4f5605d2991461a32b867686ac834df6dfd01355c")
}

// UnpackLicenseTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LicenseTooLate(uint256 sold)
func (nodeSale *NodeSale) UnpackLicenseTooLateError(raw []byte) (*NodeSaleLicenseTooLate, error) {
	out := new(NodeSaleLicenseTooLate)
	if err := nodeSale.abi.UnpackIntoInterface(out, "LicenseTooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleMaxNodesBelowSold represents a MaxNodesBelowSold error raised by the NodeSale contract.
type NodeSaleMaxNodesBelowSold struct {
	MaxNodes *big.Int
	Sold     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MaxNodesBelowSold(uint256 maxNodes, uint256 sold)
func NodeSaleMaxNodesBelowSoldErrorID() common.Hash {
	return common.HexToHash("0xf98954cd44e02772fd73a5c45aa0e6d72b676eb6544f329308194aec68b58888")
}

// UnpackMaxNodesBelowSoldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MaxNodesBelowSold(uint256 maxNodes, uint256 sold)
func (nodeSale *NodeSale) UnpackMaxNodesBelowSoldError(raw []byte) (*NodeSaleMaxNodesBelowSold, error) {
	out := new(NodeSaleMaxNodesBelowSold)
	if err := nodeSale.abi.UnpackIntoInterface(out, "MaxNodesBelowSold", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleMaxNodesExceeded represents a MaxNodesExceeded error raised by the NodeSale contract.
type NodeSaleMaxNodesExceeded struct {
	Asked *big.Int
	Left  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MaxNodesExceeded(uint256 asked, uint256 left)
func NodeSaleMaxNodesExceededErrorID() common.Hash {
	return common.HexToHash("0xc084d2e606dc9e696c088401a9567553e93f1fde914649dbf1269dc11acebb83")
}

// UnpackMaxNodesExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MaxNodesExceeded(uint256 asked, uint256 left)
func (nodeSale *NodeSale) UnpackMaxNodesExceededError(raw []byte) (*NodeSaleMaxNodesExceeded, error) {
	out := new(NodeSaleMaxNodesExceeded)
	if err := nodeSale.abi.UnpackIntoInterface(out, "MaxNodesExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleModeFixed represents a ModeFixed error raised by the NodeSale contract.
type NodeSaleModeFixed struct {
	Mode uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModeFixed(uint8 mode)
func NodeSaleModeFixedErrorID() common.Hash {
	return common.HexToHash("0x29f09a5d73000f4edb50706f51cb2d90b81dec8256a73a6c4f7463f474e65dd2")
}

// UnpackModeFixedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModeFixed(uint8 mode)
func (nodeSale *NodeSale) UnpackModeFixedError(raw []byte) (*NodeSaleModeFixed, error) {
	out := new(NodeSaleModeFixed)
	if err := nodeSale.abi.UnpackIntoInterface(out, "ModeFixed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleNoSuchTier represents a NoSuchTier error raised by the NodeSale contract.
type NodeSaleNoSuchTier struct {
	Tier  *big.Int
	Count *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchTier(uint256 tier, uint256 count)
func NodeSaleNoSuchTierErrorID() common.Hash {
	return common.HexToHash("0x883287e6dd817a1e8b508e905cc9e822c3ff4ca3bd3f3c26339c32e6c3f5e318")
}

// UnpackNoSuchTierError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchTier(uint256 tier, uint256 count)
func (nodeSale *NodeSale) UnpackNoSuchTierError(raw []byte) (*NodeSaleNoSuchTier, error) {
	out := new(NodeSaleNoSuchTier)
	if err := nodeSale.abi.UnpackIntoInterface(out, "NoSuchTier", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleNotAnnounced represents a NotAnnounced error raised by the NodeSale contract.
type NodeSaleNotAnnounced struct {
	Id [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAnnounced(bytes32 id)
func NodeSaleNotAnnouncedErrorID() common.Hash {
	return common.HexToHash("0xf032b094e3981c12ceddc5fd60cc5c6baea2ca772b62ba4d16a0213cfd0239ce")
}

// UnpackNotAnnouncedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAnnounced(bytes32 id)
func (nodeSale *NodeSale) UnpackNotAnnouncedError(raw []byte) (*NodeSaleNotAnnounced, error) {
	out := new(NodeSaleNotAnnounced)
	if err := nodeSale.abi.UnpackIntoInterface(out, "NotAnnounced", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleNotCommitted represents a NotCommitted error raised by the NodeSale contract.
type NodeSaleNotCommitted struct {
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCommitted(bytes32 commitment)
func NodeSaleNotCommittedErrorID() common.Hash {
	return common.HexToHash("0x4ebe8a4d7fde8a0726eada9525e2248316733c3cae98e30b792dce565e2eb038")
}

// UnpackNotCommittedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCommitted(bytes32 commitment)
func (nodeSale *NodeSale) UnpackNotCommittedError(raw []byte) (*NodeSaleNotCommitted, error) {
	out := new(NodeSaleNotCommitted)
	if err := nodeSale.abi.UnpackIntoInterface(out, "NotCommitted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleNotDue represents a NotDue error raised by the NodeSale contract.
type NodeSaleNotDue struct {
	Due  *big.Int
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDue(uint256 due, uint256 time)
func NodeSaleNotDueErrorID() common.Hash {
	return common.HexToHash("0x39c32aeb2f450b5b0c4c71be1bcb96300aa6ef02d622a49b4be942836edad3e1")
}

// UnpackNotDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDue(uint256 due, uint256 time)
func (nodeSale *NodeSale) UnpackNotDueError(raw []byte) (*NodeSaleNotDue, error) {
	out := new(NodeSaleNotDue)
	if err := nodeSale.abi.UnpackIntoInterface(out, "NotDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleNotEnoughNodes represents a NotEnoughNodes error raised by the NodeSale contract.
type NodeSaleNotEnoughNodes struct {
	Asked     *big.Int
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnoughNodes(uint256 asked, uint256 available)
func NodeSaleNotEnoughNodesErrorID() common.Hash {
	return common.HexToHash("0x98b3730fc9817134015d2d82cfc31b80c5774b8aed4e702f7051cb0c95382ae8")
}

// UnpackNotEnoughNodesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnoughNodes(uint256 asked, uint256 available)
func (nodeSale *NodeSale) UnpackNotEnoughNodesError(raw []byte) (*NodeSaleNotEnoughNodes, error) {
	out := new(NodeSaleNotEnoughNodes)
	if err := nodeSale.abi.UnpackIntoInterface(out, "NotEnoughNodes", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleNothingOwed represents a NothingOwed error raised by the NodeSale contract.
type NodeSaleNothingOwed struct {
	Wallet common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingOwed(address wallet)
func NodeSaleNothingOwedErrorID() common.Hash {
	return common.HexToHash("0x751b0fdaa408a0c7537afaf0af96a92598192bff093a0ad0f684a7c83bc223c9")
}

// UnpackNothingOwedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingOwed(address wallet)
func (nodeSale *NodeSale) UnpackNothingOwedError(raw []byte) (*NodeSaleNothingOwed, error) {
	out := new(NodeSaleNothingOwed)
	if err := nodeSale.abi.UnpackIntoInterface(out, "NothingOwed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the NodeSale contract.
type NodeSaleOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func NodeSaleOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (nodeSale *NodeSale) UnpackOwnableInvalidOwnerError(raw []byte) (*NodeSaleOwnableInvalidOwner, error) {
	out := new(NodeSaleOwnableInvalidOwner)
	if err := nodeSale.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the NodeSale contract.
type NodeSaleOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func NodeSaleOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (nodeSale *NodeSale) UnpackOwnableUnauthorizedAccountError(raw []byte) (*NodeSaleOwnableUnauthorizedAccount, error) {
	out := new(NodeSaleOwnableUnauthorizedAccount)
	if err := nodeSale.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSalePaidTooLittle represents a PaidTooLittle error raised by the NodeSale contract.
type NodeSalePaidTooLittle struct {
	Price *big.Int
	Sent  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaidTooLittle(uint256 price, uint256 sent)
func NodeSalePaidTooLittleErrorID() common.Hash {
	return common.HexToHash("0x22eb3e73cdeb098843004d55764ec71eeec93a1dc309f332879826179d538edb")
}

// UnpackPaidTooLittleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaidTooLittle(uint256 price, uint256 sent)
func (nodeSale *NodeSale) UnpackPaidTooLittleError(raw []byte) (*NodeSalePaidTooLittle, error) {
	out := new(NodeSalePaidTooLittle)
	if err := nodeSale.abi.UnpackIntoInterface(out, "PaidTooLittle", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSalePriceAboveMax represents a PriceAboveMax error raised by the NodeSale contract.
type NodeSalePriceAboveMax struct {
	Price    *big.Int
	MaxPrice *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriceAboveMax(uint256 price, uint256 maxPrice)
func NodeSalePriceAboveMaxErrorID() common.Hash {
	return common.HexToHash("0x8b8675a5e45d5a040210539346beff93c0b41cdbaa452e75eed3ad7c6d63968e")
}

// UnpackPriceAboveMaxError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriceAboveMax(uint256 price, uint256 maxPrice)
func (nodeSale *NodeSale) UnpackPriceAboveMaxError(raw []byte) (*NodeSalePriceAboveMax, error) {
	out := new(NodeSalePriceAboveMax)
	if err := nodeSale.abi.UnpackIntoInterface(out, "PriceAboveMax", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSalePriceTooHigh represents a PriceTooHigh error raised by the NodeSale contract.
type NodeSalePriceTooHigh struct {
	Tier  *big.Int
	Price *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriceTooHigh(uint256 tier, uint256 price)
func NodeSalePriceTooHighErrorID() common.Hash {
	return common.HexToHash("0x87ebe85d75ed17dc04c703d71bd5891a24af9557ff1131d3981863e44a03cc4b")
}

// UnpackPriceTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriceTooHigh(uint256 tier, uint256 price)
func (nodeSale *NodeSale) UnpackPriceTooHighError(raw []byte) (*NodeSalePriceTooHigh, error) {
	out := new(NodeSalePriceTooHigh)
	if err := nodeSale.abi.UnpackIntoInterface(out, "PriceTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSalePurchaseTooLarge represents a PurchaseTooLarge error raised by the NodeSale contract.
type NodeSalePurchaseTooLarge struct {
	Asked *big.Int
	Most  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PurchaseTooLarge(uint256 asked, uint256 most)
func NodeSalePurchaseTooLargeErrorID() common.Hash {
	return common.HexToHash("0xf76492f42060940323e97183ef84a30aa6a46e393c825eb882493122d8809cca")
}

// UnpackPurchaseTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PurchaseTooLarge(uint256 asked, uint256 most)
func (nodeSale *NodeSale) UnpackPurchaseTooLargeError(raw []byte) (*NodeSalePurchaseTooLarge, error) {
	out := new(NodeSalePurchaseTooLarge)
	if err := nodeSale.abi.UnpackIntoInterface(out, "PurchaseTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleQuotaExceeded represents a QuotaExceeded error raised by the NodeSale contract.
type NodeSaleQuotaExceeded struct {
	Wallet common.Address
	Tier   *big.Int
	Room   *big.Int
	Wanted *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuotaExceeded(address wallet, uint256 tier, uint256 room, uint256 wanted)
func NodeSaleQuotaExceededErrorID() common.Hash {
	return common.HexToHash("0x0111875142fb4273ebb243a31dc519f90f6708f256928b459fcf9916afeecf02")
}

// UnpackQuotaExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuotaExceeded(address wallet, uint256 tier, uint256 room, uint256 wanted)
func (nodeSale *NodeSale) UnpackQuotaExceededError(raw []byte) (*NodeSaleQuotaExceeded, error) {
	out := new(NodeSaleQuotaExceeded)
	if err := nodeSale.abi.UnpackIntoInterface(out, "QuotaExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the NodeSale contract.
type NodeSaleReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func NodeSaleReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (nodeSale *NodeSale) UnpackReentrancyGuardReentrantCallError(raw []byte) (*NodeSaleReentrancyGuardReentrantCall, error) {
	out := new(NodeSaleReentrancyGuardReentrantCall)
	if err := nodeSale.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleRefundRejected represents a RefundRejected error raised by the NodeSale contract.
type NodeSaleRefundRejected struct {
	Buyer  common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RefundRejected(address buyer, uint256 amount)
func NodeSaleRefundRejectedErrorID() common.Hash {
	return common.HexToHash("0xd2bfce2060b3e19cf4dca8ef7e4e920cd4c3df96e698fa6b639e50b5adf8be74")
}

// UnpackRefundRejectedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RefundRejected(address buyer, uint256 amount)
func (nodeSale *NodeSale) UnpackRefundRejectedError(raw []byte) (*NodeSaleRefundRejected, error) {
	out := new(NodeSaleRefundRejected)
	if err := nodeSale.abi.UnpackIntoInterface(out, "RefundRejected", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleRenouncedWhilePaused represents a RenouncedWhilePaused error raised by the NodeSale contract.
type NodeSaleRenouncedWhilePaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RenouncedWhilePaused()
func NodeSaleRenouncedWhilePausedErrorID() common.Hash {
	return common.HexToHash("0x778e84f318c8897f59fd85e8eef4f0df06819c778f0641b7967e4c395e1e49e8")
}

// UnpackRenouncedWhilePausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RenouncedWhilePaused()
func (nodeSale *NodeSale) UnpackRenouncedWhilePausedError(raw []byte) (*NodeSaleRenouncedWhilePaused, error) {
	out := new(NodeSaleRenouncedWhilePaused)
	if err := nodeSale.abi.UnpackIntoInterface(out, "RenouncedWhilePaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleSelfReferral represents a SelfReferral error raised by the NodeSale contract.
type NodeSaleSelfReferral struct {
	Wallet common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SelfReferral(address wallet)
func NodeSaleSelfReferralErrorID() common.Hash {
	return common.HexToHash("0xb3a0e4d7ef083090d51bee57ab69886df7dd9fda770c1e7f52fde8f1fbb28a42")
}

// UnpackSelfReferralError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SelfReferral(address wallet)
func (nodeSale *NodeSale) UnpackSelfReferralError(raw []byte) (*NodeSaleSelfReferral, error) {
	out := new(NodeSaleSelfReferral)
	if err := nodeSale.abi.UnpackIntoInterface(out, "SelfReferral", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleTierBelowSold represents a TierBelowSold error raised by the NodeSale contract.
type NodeSaleTierBelowSold struct {
	Tier *big.Int
	Size *big.Int
	Sold *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TierBelowSold(uint256 tier, uint256 size, uint256 sold)
func NodeSaleTierBelowSoldErrorID() common.Hash {
	return common.HexToHash("0x40d39575375af412911fe39ff0ef22ac63ee006eb6f279bf3b5a144ac8707718")
}

// UnpackTierBelowSoldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TierBelowSold(uint256 tier, uint256 size, uint256 sold)
func (nodeSale *NodeSale) UnpackTierBelowSoldError(raw []byte) (*NodeSaleTierBelowSold, error) {
	out := new(NodeSaleTierBelowSold)
	if err := nodeSale.abi.UnpackIntoInterface(out, "TierBelowSold", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleTooLate represents a TooLate error raised by the NodeSale contract.
type NodeSaleTooLate struct {
	Deadline *big.Int
	Time     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooLate(uint256 deadline, uint256 time)
func NodeSaleTooLateErrorID() common.Hash {
	return common.HexToHash("0x388b0173db4d67d3dde6a907127ba4666cfd85c9e09957658038ae708795e4d9")
}

// UnpackTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooLate(uint256 deadline, uint256 time)
func (nodeSale *NodeSale) UnpackTooLateError(raw []byte) (*NodeSaleTooLate, error) {
	out := new(NodeSaleTooLate)
	if err := nodeSale.abi.UnpackIntoInterface(out, "TooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleTreasuryRejected represents a TreasuryRejected error raised by the NodeSale contract.
type NodeSaleTreasuryRejected struct {
	Treasury common.Address
	Amount   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TreasuryRejected(address treasury, uint256 amount)
func NodeSaleTreasuryRejectedErrorID() common.Hash {
	return common.HexToHash("0x8b1e85c189d48e921dbd75580bee75e2a7bee7cd8498cbeba2e759d2ac05b1c2")
}

// UnpackTreasuryRejectedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TreasuryRejected(address treasury, uint256 amount)
func (nodeSale *NodeSale) UnpackTreasuryRejectedError(raw []byte) (*NodeSaleTreasuryRejected, error) {
	out := new(NodeSaleTreasuryRejected)
	if err := nodeSale.abi.UnpackIntoInterface(out, "TreasuryRejected", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleUnknownCode represents a UnknownCode error raised by the NodeSale contract.
type NodeSaleUnknownCode struct {
	Code string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownCode(string code)
func NodeSaleUnknownCodeErrorID() common.Hash {
	return common.HexToHash("0xf63509d34870a890145f0c79b7ab2e546a8ec38cee98cd6a30c57566643be5de")
}

// UnpackUnknownCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownCode(string code)
func (nodeSale *NodeSale) UnpackUnknownCodeError(raw []byte) (*NodeSaleUnknownCode, error) {
	out := new(NodeSaleUnknownCode)
	if err := nodeSale.abi.UnpackIntoInterface(out, "UnknownCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleVoucherExceeded represents a VoucherExceeded error raised by the NodeSale contract.
type NodeSaleVoucherExceeded struct {
	Nodes *big.Int
	UpTo  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VoucherExceeded(uint256 nodes, uint256 upTo)
func NodeSaleVoucherExceededErrorID() common.Hash {
	return common.HexToHash("0x535f33b45775be97b978367bd0d582551bde48701ed70e926c850e95dea99247")
}

// UnpackVoucherExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VoucherExceeded(uint256 nodes, uint256 upTo)
func (nodeSale *NodeSale) UnpackVoucherExceededError(raw []byte) (*NodeSaleVoucherExceeded, error) {
	out := new(NodeSaleVoucherExceeded)
	if err := nodeSale.abi.UnpackIntoInterface(out, "VoucherExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleVoucherExpired represents a VoucherExpired error raised by the NodeSale contract.
type NodeSaleVoucherExpired struct {
	Until *big.Int
	Time  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error VoucherExpired(uint256 until, uint256 time)
func NodeSaleVoucherExpiredErrorID() common.Hash {
	return common.HexToHash("0x3bd4ab41a6bb87af181de3607778c91cb881f04bb6c6bf8a1100f72597268c8c")
}

// UnpackVoucherExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error VoucherExpired(uint256 until, uint256 time)
func (nodeSale *NodeSale) UnpackVoucherExpiredError(raw []byte) (*NodeSaleVoucherExpired, error) {
	out := new(NodeSaleVoucherExpired)
	if err := nodeSale.abi.UnpackIntoInterface(out, "VoucherExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleWithdrawalRejected represents a WithdrawalRejected error raised by the NodeSale contract.
type NodeSaleWithdrawalRejected struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WithdrawalRejected(address to, uint256 amount)
func NodeSaleWithdrawalRejectedErrorID() common.Hash {
	return common.HexToHash("0x440440e1c7eadbcf361f5e001a6580469a04c256bbf2b2824f2e98f6c151befd")
}

// UnpackWithdrawalRejectedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WithdrawalRejected(address to, uint256 amount)
func (nodeSale *NodeSale) UnpackWithdrawalRejectedError(raw []byte) (*NodeSaleWithdrawalRejected, error) {
	out := new(NodeSaleWithdrawalRejected)
	if err := nodeSale.abi.UnpackIntoInterface(out, "WithdrawalRejected", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleZeroAddress represents a ZeroAddress error raised by the NodeSale contract.
type NodeSaleZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func NodeSaleZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (nodeSale *NodeSale) UnpackZeroAddressError(raw []byte) (*NodeSaleZeroAddress, error) {
	out := new(NodeSaleZeroAddress)
	if err := nodeSale.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeSaleZeroQuantity represents a ZeroQuantity error raised by the NodeSale contract.
type NodeSaleZeroQuantity struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroQuantity()
func NodeSaleZeroQuantityErrorID() common.Hash {
	return common.HexToHash("0xf4f5b7331c9ddc4c5ff0105b1dc46ac269f0c3a61917370df41c0c5bc6715f5e")
}

// UnpackZeroQuantityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroQuantity()
func (nodeSale *NodeSale) UnpackZeroQuantityError(raw []byte) (*NodeSaleZeroQuantity, error) {
	out := new(NodeSaleZeroQuantity)
	if err := nodeSale.abi.UnpackIntoInterface(out, "ZeroQuantity", raw); err != nil {
		return nil, err
	}
	return out, nil
}
