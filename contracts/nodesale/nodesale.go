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
	Paused      bool
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
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discountBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"rewardBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discountCap\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"rewardCap\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"delay\",\"type\":\"uint64\"},{\"internalType\":\"bool\",\"name\":\"immediate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"paused\",\"type\":\"bool\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"perWallet\",\"type\":\"uint64\"}],\"internalType\":\"structNodeSale.Tier[]\",\"name\":\"tiers\",\"type\":\"tuple[]\"}],\"internalType\":\"structNodeSale.Settings\",\"name\":\"settings\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"AnnouncementExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"BadCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"immediate\",\"type\":\"bool\"}],\"name\":\"BadDelay\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"}],\"name\":\"BadMode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"}],\"name\":\"BadVoucher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"cap\",\"type\":\"uint256\"}],\"name\":\"BpsTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"CodeTaken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"CommitmentExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"since\",\"type\":\"uint256\"}],\"name\":\"CommittedAlready\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"from\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"CommittedTooLate\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"license\",\"type\":\"address\"}],\"name\":\"LicenseFixed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"license\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"minter\",\"type\":\"address\"}],\"name\":\"LicenseMintsForAnother\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"name\":\"LicenseTooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"name\":\"MaxNodesBelowSold\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"MaxNodesExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"MaxNodesTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"}],\"name\":\"ModeFixed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"NoSuchTier\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"NotAnnounced\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"NotCommitted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"due\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"NotDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"available\",\"type\":\"uint256\"}],\"name\":\"NotEnoughNodes\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"NothingOwed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"}],\"name\":\"PaidTooLittle\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"}],\"name\":\"PriceAboveMax\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"}],\"name\":\"PriceTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"PurchaseTooLarge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"room\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"wanted\",\"type\":\"uint256\"}],\"name\":\"QuotaExceeded\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"RefundRejected\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"RenouncedWhilePaused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"SelfReferral\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"name\":\"TierBelowSold\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"TooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"TreasuryRejected\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"UnknownCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"nodes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"}],\"name\":\"VoucherExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"VoucherExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"WithdrawalRejected\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroQuantity\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"AllowlistSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"discountCap\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"rewardCap\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"}],\"name\":\"BoundsSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"change\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"due\",\"type\":\"uint256\"}],\"name\":\"ChangeAnnounced\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"ChangeMade\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"ChangeWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"CodeCommitted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"name\":\"CodeSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"DiscountSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"license\",\"type\":\"address\"}],\"name\":\"LicenseSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"maxNodes\",\"type\":\"uint256\"}],\"name\":\"MaxNodesSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"mode\",\"type\":\"uint8\"}],\"name\":\"ModeSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tiers\",\"type\":\"uint256\"}],\"name\":\"Opened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"referrer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"list\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"referral\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"Purchased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"ReferralWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"RewardSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"perWallet\",\"type\":\"uint256\"}],\"name\":\"TierSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"}],\"name\":\"TreasurySet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"VoucherSignerSet\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"CODE_LIFE\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"CODE_WAIT\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"GRACE\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"HIGHEST_CAP\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_DELAY\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_PURCHASE\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"allowlist\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"change\",\"type\":\"bytes\"}],\"name\":\"announce\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"boughtInTier\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"boughtOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"}],\"name\":\"buy\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"maxPrice\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"voucher\",\"type\":\"bytes\"}],\"internalType\":\"structNodeSale.Extra\",\"name\":\"extra\",\"type\":\"tuple\"}],\"name\":\"buyWith\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"codeCommitment\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"codeOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"commitCode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"committedAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"delay\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"discountBps\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"discountCap\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"change\",\"type\":\"bytes32\"}],\"name\":\"dueAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"license\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"maxNodes\",\"outputs\":[{\"internalType\":\"uint96\",\"name\":\"\",\"type\":\"uint96\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mode\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"purchaseCount\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"}],\"name\":\"quote\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"list\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"referral\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"perTier\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[][]\",\"name\":\"proofs\",\"type\":\"bytes32[][]\"},{\"internalType\":\"uint256\",\"name\":\"upTo\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"until\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"voucher\",\"type\":\"bytes\"}],\"internalType\":\"structNodeSale.Extra\",\"name\":\"extra\",\"type\":\"tuple\"}],\"name\":\"quoteWith\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"list\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"discount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"referral\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"perTier\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"}],\"name\":\"referralOwed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"registerCode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"rewardBps\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"rewardCap\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"setAllowlist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"code\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"wallet\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"active\",\"type\":\"bool\"}],\"name\":\"setCode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"setDiscount\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"license_\",\"type\":\"address\"}],\"name\":\"setLicense\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"maxNodes_\",\"type\":\"uint256\"}],\"name\":\"setMaxNodes\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"mode_\",\"type\":\"uint8\"}],\"name\":\"setMode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"}],\"name\":\"setReward\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"size\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"perWallet\",\"type\":\"uint64\"}],\"internalType\":\"structNodeSale.Tier\",\"name\":\"to\",\"type\":\"tuple\"}],\"name\":\"setTier\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"treasury_\",\"type\":\"address\"}],\"name\":\"setTreasury\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"}],\"name\":\"setVoucherSigner\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tierCount\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"tiers\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"price\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"size\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"perWallet\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSold\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"treasury\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"voucherSigner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"withdrawAnnouncement\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdrawReferral\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"addresspayable\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"withdrawReferralTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "NodeSale",
	Bin: "0x608060405234801561000f575f5ffd5b5060405161549838038061549883398101604081905261002e91610a5c565b80516001600160a01b038116610062575f604051631e4fbdf760e01b81526004016100599190610aa2565b60405180910390fd5b61006b81610238565b506301e133808161010001516001600160401b031611806100a357506101208101516101008201516001600160401b03161590151514155b156100cf57806101000151816101200151604051638a8f833560e01b8152600401610059929190610ad8565b6113888160c001511115610100578060c00151611388604051630293cfd760e11b8152600401610059929190610b00565b6113888160e001511115610131578060e00151611388604051630293cfd760e11b8152600401610059929190610b00565b60c081015160e08201516101008301516001600160401b038116600655600582905560048390556040517fefd24ff092dd9695a9457846e27267387654702be6704b8e9427e5a92e17c9f09361018a9390929091610b1b565b60405180910390a160208101516101a090610254565b60408101516101ae906102c4565b60608101516101bc9061033d565b60808101516101ca906103e8565b60a08101516101d89061045b565b5f5b8161016001515181101561021e5761021681836101600151838151811061020357610203610b43565b60200260200101516104cd60201b60201c565b6001016101da565b50806101400151156102325761023261066a565b50610c05565b600180546001600160a01b0319169055610251816106c4565b50565b6001600160a01b03811661027b5760405163d92e233d60e01b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0383169081179091556040517f3c864541ef71378c6229510ed90f376565ee42d9c5e0904a984a9e863e6db44f905f90a250565b600160ff821611156102ea578060405162b3130160e81b81526004016100599190610b60565b6001805460ff60a81b1916600160a81b60ff8416021790556040517f3999b8ac9be57cf2fb4f2508733bf803394c77fbeae3203cf5593067125e7c9c90610332908390610b60565b60405180910390a150565b6007548110156103655760075460405163f98954cd60e01b8152610059918391600401610b00565b6001600160601b0381111561039857806001600160601b0360405163013cbd6760e31b8152600401610059929190610b8b565b600280546001600160a01b0316600160a01b6001600160601b038416021790556040517ff1fafaef8a55e8927e4435cedac3774780fa39edef0ecd2f1e64b58cde1e097c90610332908390610ba6565b6004548111156104115780600454604051630293cfd760e11b8152600401610059929190610b00565b6001805461ffff60b81b1916600160b81b61ffff8416021790556040517f1b69574255c79758c64d1a097acfd0300110698292feae84be7ab7e574f195d290610332908390610ba6565b60055481111561048357600554604051630293cfd760e11b8152610059918391600401610b00565b6001805461ffff60c81b1916600160c81b61ffff8416021790556040517f4c42db8a799110fdd6a26148a21a5fbe4e581c926bccfd3b2d8a7f3aed4a87c890610332908390610ba6565b600354600160e01b900463ffffffff168083111561050257828160405163441943f360e11b8152600401610059929190610b00565b81516001600160801b03101561052f5781516040516387ebe85d60e01b8152610059918591600401610b00565b8083036105735760038054600160e01b900463ffffffff1690601c61055383610bc8565b91906101000a81548163ffffffff021916908363ffffffff160217905550505b5f83815260096020908152604090912080549184015190916001600160401b03600160801b9091048116911610156105db57602083015181546040516340d3957560e01b81526100599287929091600160801b9091046001600160401b031690600401610bea565b8251602084015160408086015184546001600160801b031916680100000000000000006001600160401b03808416919091026001600160401b0319169190911790841617855560018501849055905187937ff57d99cbd60f4d294ddc666f800b81f8b402ded526c9c1719f401747741ee52b9361065c939192909190610bea565b60405180910390a250505050565b610672610713565b6001805460ff60a01b1916600160a01b1790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586106ad3390565b6040516106ba9190610aa2565b60405180910390a1565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b610726600154600160a01b900460ff1690565b156107445760405163d93c066560e01b815260040160405180910390fd5b565b634e487b7160e01b5f52604160045260245ffd5b601f19601f83011681018181106001600160401b038211171561077f5761077f610746565b6040525050565b5f61079060405190565b905061079c828261075a565b919050565b5f6001600160a01b0382165b92915050565b6107bc816107a1565b8114610251575f5ffd5b80516107ad816107b3565b60ff81166107bc565b80516107ad816107d1565b806107bc565b80516107ad816107e5565b6001600160401b0381166107bc565b80516107ad816107f6565b8015156107bc565b80516107ad81610810565b5f6001600160401b0382111561083b5761083b610746565b5060209081020190565b5f60608284031215610858576108585f5ffd5b6108626060610786565b90505f61086f84846107eb565b825250602061088084848301610805565b602083015250604061089484828501610805565b60408301525092915050565b5f6108b26108ad84610823565b610786565b838152905060208101606084028301858111156108d0576108d05f5ffd5b835b818110156108f657806108e58882610845565b8452506020909201916060016108d2565b5050509392505050565b5f82601f830112610912576109125f5ffd5b81516109228482602086016108a0565b949350505050565b5f610180828403121561093e5761093e5f5ffd5b610949610180610786565b90505f61095684846107c6565b8252506020610967848483016107c6565b602083015250604061097b848285016107da565b604083015250606061098f848285016107eb565b60608301525060806109a3848285016107eb565b60808301525060a06109b7848285016107eb565b60a08301525060c06109cb848285016107eb565b60c08301525060e06109df848285016107eb565b60e0830152506101006109f484828501610805565b61010083015250610120610a0a84828501610818565b61012083015250610140610a2084828501610818565b610140830152506101608201516001600160401b03811115610a4357610a435f5ffd5b610a4f84828501610900565b6101608301525092915050565b5f60208284031215610a6f57610a6f5f5ffd5b81516001600160401b03811115610a8757610a875f5ffd5b6109228482850161092a565b610a9c816107a1565b82525050565b602081016107ad8284610a93565b5f6107ad610ac46001600160401b03841681565b90565b610a9c81610ab0565b801515610a9c565b60408101610ae68285610ac7565b610af36020830184610ad0565b9392505050565b80610a9c565b60408101610b0e8285610afa565b610af36020830184610afa565b60608101610b298286610afa565b610b366020830185610afa565b6109226040830184610ac7565b634e487b7160e01b5f52603260045260245ffd5b60ff8116610a9c565b602081016107ad8284610b57565b5f6107ad610ac46001600160601b03841681565b610a9c81610b6e565b60408101610b998285610afa565b610af36020830184610b82565b602081016107ad8284610afa565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff165f63fffffffe198201610be357610be3610bb4565b5060010190565b60608101610bf88286610afa565b610b366020830185610ac7565b61488680610c125f395ff3fe60806040526004361061035b575f3560e01c806382328ffc116101bd578063af6e40d0116100f2578063dabd271911610092578063f0f442601161006d578063f0f44260146109f2578063f2fde38b14610a11578063f76f39f114610a30578063fb43de2e14610a4f575f5ffd5b8063dabd27191461097e578063ddf0185f1461099d578063e30c3978146109d5575f5ffd5b8063b56e1c73116100cd578063b56e1c73146108f9578063b60446f114610937578063cec02c8f14610956578063d35c33ec14610969575f5ffd5b8063af6e40d01461089c578063b216706c146108bb578063b3f9b52e146108da575f5ffd5b80639532e2871161015d578063994ec7c711610138578063994ec7c71461081f5780639ea0e0741461084a578063a2a589961461085e578063a44c83941461087d575f5ffd5b80639532e287146107bb57806396b55f7d146107d057806397d695cf14610800575f5ffd5b806388f4c1371161019857806388f4c1371461074c5780638da5cb5b1461076b5780639106d7ba1461078757806392d7ae071461079c575f5ffd5b806382328ffc146106f85780638456cb59146107195780638461afa81461072d575f5ffd5b80634d02bf92116102935780636b87d24c116102335780637146bd081161020e5780637146bd081461068e578063715018a6146106a357806373d53029146106b757806379ba5097146106e4575f5ffd5b80636b87d24c1461062e5780636baca6a71461064d5780636c1f563314610660575f5ffd5b8063626e72db1161026e578063626e72db146105af5780636533d53f146105c357806369c45824146105ee5780636a42b8f814610619575f5ffd5b80634d02bf921461053e5780635c975abb1461055d57806361d027b314610583575f5ffd5b8063293be456116102fe5780633358c80a116102d95780633358c80a146104c45780633e1dc7a2146104f45780633f4ba83a146105135780634125ff9014610527575f5ffd5b8063293be45614610444578063295a5212146104635780632b85ed9c14610490575f5ffd5b80630fd21c17116103395780630fd21c17146103cf578063137d29d9146103f05780631c2d292d1461040657806321175b4a14610425575f5ffd5b8063039af9eb1461035f5780630552d51e146103975780630aa7a447146103ba575b5f5ffd5b34801561036a575f5ffd5b5061037e6103793660046139cb565b610a7a565b60405161038e94939291906139f1565b60405180910390f35b3480156103a2575f5ffd5b506103ad6201518081565b60405161038e9190613a26565b3480156103c5575f5ffd5b506103ad61138881565b3480156103da575f5ffd5b506103ee6103e9366004613a58565b610b14565b005b3480156103fb575f5ffd5b506103ad6212750081565b348015610411575f5ffd5b506103ad610420366004613a76565b610c6c565b348015610430575f5ffd5b506103ee61043f366004613ac4565b610d1c565b34801561044f575f5ffd5b506103ee61045e3660046139cb565b610e8b565b34801561046e575f5ffd5b5060015461048390600160a81b900460ff1681565b60405161038e9190613aeb565b34801561049b575f5ffd5b506003546104b790600160a01b900467ffffffffffffffff1681565b60405161038e9190613b09565b3480156104cf575f5ffd5b506104e36104de366004613b5e565b610f78565b60405161038e959493929190613c21565b3480156104ff575f5ffd5b506103ee61050e366004613c73565b610fd8565b34801561051e575f5ffd5b506103ee611196565b348015610532575f5ffd5b506103ad6301e1338081565b348015610549575f5ffd5b506103ee610558366004613cca565b6111a8565b348015610568575f5ffd5b50600154600160a01b900460ff1660405161038e9190613cf1565b34801561058e575f5ffd5b506002546105a2906001600160a01b031681565b60405161038e9190613d08565b3480156105ba575f5ffd5b506103ad603c81565b3480156105ce575f5ffd5b506103ad6105dd3660046139cb565b600d6020525f908152604090205481565b3480156105f9575f5ffd5b506103ad6106083660046139cb565b600e6020525f908152604090205481565b348015610624575f5ffd5b506103ad60065481565b348015610639575f5ffd5b506003546105a2906001600160a01b031681565b6103ee61065b366004613d2f565b61135b565b34801561066b575f5ffd5b5060015461068190600160b81b900461ffff1681565b60405161038e9190613dd1565b348015610699575f5ffd5b506103ad610fa081565b3480156106ae575f5ffd5b506103ee611388565b3480156106c2575f5ffd5b506106d66106d1366004613ddf565b6113dc565b60405161038e929190613e24565b3480156106ef575f5ffd5b506103ee611423565b348015610703575f5ffd5b5060015461068190600160c81b900461ffff1681565b348015610724575f5ffd5b506103ee61145e565b348015610738575f5ffd5b506103ad610747366004613e3f565b61146e565b348015610757575f5ffd5b50600f546105a2906001600160a01b031681565b348015610776575f5ffd5b505f546001600160a01b03166105a2565b348015610792575f5ffd5b506103ad60075481565b3480156107a7575f5ffd5b506103ee6107b63660046139cb565b6114a7565b3480156107c6575f5ffd5b506103ad60055481565b3480156107db575f5ffd5b506003546107f390600160e01b900463ffffffff1681565b60405161038e9190613eb6565b34801561080b575f5ffd5b506103ee61081a366004613ed7565b611518565b34801561082a575f5ffd5b506103ad610839366004613a58565b60086020525f908152604090205481565b348015610855575f5ffd5b506103ee61161a565b348015610869575f5ffd5b506103ee6108783660046139cb565b611623565b348015610888575f5ffd5b506103ee6108973660046139cb565b6116c2565b3480156108a7575f5ffd5b506103ee6108b6366004613a58565b6117af565b3480156108c6575f5ffd5b506103ad6108d5366004613ddf565b611834565b3480156108e5575f5ffd5b506104e36108f4366004613f07565b6118be565b348015610904575f5ffd5b506103ad610913366004613a58565b6001600160a01b03165f908152600b602052604090205467ffffffffffffffff1690565b348015610942575f5ffd5b506103ee610951366004613a58565b6118f7565b6103ee610964366004613f86565b611a5c565b348015610974575f5ffd5b506103ad60045481565b348015610989575f5ffd5b506103ee6109983660046139cb565b611ab1565b3480156109a8575f5ffd5b506002546109c890600160a01b90046bffffffffffffffffffffffff1681565b60405161038e9190613ff9565b3480156109e0575f5ffd5b506001546001600160a01b03166105a2565b3480156109fd575f5ffd5b506103ee610a0c366004613a58565b611b9e565b348015610a1c575f5ffd5b506103ee610a2b366004613a58565b611c8b565b348015610a3b575f5ffd5b506103ee610a4a36600461401a565b611cfb565b348015610a5a575f5ffd5b506103ad610a693660046139cb565b600c6020525f908152604090205481565b6003545f90819081908190600160e01b900463ffffffff168510610ad057846003601c9054906101000a900463ffffffff1660405163441943f360e11b8152600401610ac7929190614093565b60405180910390fd5b5050505f9182525060096020526040902060018101549054909167ffffffffffffffff80831692680100000000000000008104821692600160801b90910490911690565b610b1c611e45565b6001600160a01b038116610b435760405163d92e233d60e01b815260040160405180910390fd5b6003546001600160a01b031615610b93576003546040517fc72058b3000000000000000000000000000000000000000000000000000000008152610ac7916001600160a01b031690600401613d08565b60075415610bd1576007546040517fa10f7211000000000000000000000000000000000000000000000000000000008152600401610ac79190613a26565b5f610bdb82611e71565b90506001600160a01b0381163014610c235781816040517f8d8c613f000000000000000000000000000000000000000000000000000000008152600401610ac79291906140ae565b600380546001600160a01b0319166001600160a01b0384169081179091556040517e88461a1e1750a05172c5d2c2a580b445049e83eda94983497b6c09fe6f3ead905f90a25050565b6003545f90600160e01b900463ffffffff168210610cb357816003601c9054906101000a900463ffffffff1660405163441943f360e11b8152600401610ac7929190614093565b6001600160a01b0383165f908152600b60205260409020610cd58360016140dd565b6401000000008110610ce957610ce96140f0565b600491828204019190066008029054906101000a900467ffffffffffffffff1667ffffffffffffffff1690505b92915050565b610d24611e45565b5f5f36604051610d35929190614121565b60408051918290039091205f818152600c60205291909120546006549192509015610df757805f03610d7c5781604051633c0cac2560e21b8152600401610ac79190613a26565b80421015610da15780426040516339c32aeb60e01b8152600401610ac792919061412d565b610dae62127500826140dd565b421115610df757610dc262127500826140dd565b426040517fca4f3027000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b8015610e35575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b60075415610e7d576001546040517f29f09a5d000000000000000000000000000000000000000000000000000000008152610ac791600160a81b900460ff1690600401613aeb565b610e8683611f4c565b505050565b610e93611e45565b5f5f36604051610ea4929190614121565b60408051918290039091205f818152600c60205291909120546006549192509015610f3157805f03610eeb5781604051633c0cac2560e21b8152600401610ac79190613a26565b80421015610f105780426040516339c32aeb60e01b8152600401610ac792919061412d565b610f1d62127500826140dd565b421115610f3157610dc262127500826140dd565b8015610f6f575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b610e8683611ffa565b5f5f5f5f6060610f86612086565b610fb56040518060a001604052805f8152602001606081526020015f81526020015f8152602001606081525090565b610fc28a8a8a8a856120ca565b9550955095509550955050945094509450945094565b610fe28383612118565b611003578282604051632f6dde7f60e11b8152600401610ac792919061416a565b5f6110108484338561146e565b5f818152600d602052604081205491925081900361105c57816040517f4ebe8a4d000000000000000000000000000000000000000000000000000000008152600401610ac79190613a26565b611067603c826140dd565b4210156110ae57611079603c826140dd565b426040517f4564c1d4000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b6110bb62015180826140dd565b421115611104576110cf62015180826140dd565b426040517f74cba217000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b5f6001600160a01b0316600a8686604051611120929190614121565b908152604051908190036020019020546001600160a01b0316146111745784846040517f88681e8d000000000000000000000000000000000000000000000000000000008152600401610ac792919061416a565b5f828152600d602052604081205561118f85853360016122be565b5050505050565b61119e611e45565b6111a661238c565b565b6111b0611e45565b5f5f366040516111c1929190614121565b60408051918290039091205f818152600c6020529190912054600654919250901561124e57805f036112085781604051633c0cac2560e21b8152600401610ac79190613a26565b8042101561122d5780426040516339c32aeb60e01b8152600401610ac792919061412d565b61123a62127500826140dd565b42111561124e57610dc262127500826140dd565b801561128c575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b6003545f906112aa90600160e01b900463ffffffff166101006123db565b90508085106112d057848160405163441943f360e11b8152600401610ac792919061412d565b5f858152600e6020908152604080832087905560099091529081902080547fffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffff16861515600160c01b021790555185907fcc7b35b1894b398b0cfe282351fcc5a2b0cb247ba99771b9a03252394ffefe5f9061134c908790613a26565b60405180910390a25050505050565b611363612086565b61136b6123f2565b6113808585858561137b8661443d565b61242e565b61118f61296c565b611390611e45565b600154600160a01b900460ff16156113d4576040517f778e84f300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6111a6612996565b5f5f5f600a85856040516113f1929190614121565b908152604051908190036020019020546001600160a01b038116935060ff600160a01b909104169150505b9250929050565b60015433906001600160a01b03168114611452578060405163118cdaa760e01b8152600401610ac79190613d08565b61145b816129a3565b50565b611466611e45565b6111a66129bc565b5f848484846040516020016114869493929190614448565b6040516020818303038152906040528051906020012090505b949350505050565b6114af611e45565b5f818152600c602052604081205490036114de5780604051633c0cac2560e21b8152600401610ac79190613a26565b5f818152600c60205260408082208290555182917f02bbc6cc5df7dbea4ce360049d22d47ebca1396e53d3ffbde83d999581e3052e91a250565b611520611e45565b5f5f36604051611531929190614121565b60408051918290039091205f818152600c602052919091205460065491925090156115be57805f036115785781604051633c0cac2560e21b8152600401610ac79190613a26565b8042101561159d5780426040516339c32aeb60e01b8152600401610ac792919061412d565b6115aa62127500826140dd565b4211156115be57610dc262127500826140dd565b80156115fc575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b6116148461160f368690038601866144ec565b6129ff565b50505050565b6111a6336118f7565b5f818152600d6020526040902054801580159061164c575061164862015180826140dd565b4211155b156116875781816040517f7686c448000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b5f828152600d60205260408082204290555183917fe0a6eb57aa963cba0b7e034a5a37ceaf3eaa9c30b4639bea70fff2289eb3849e91a25050565b6116ca611e45565b5f5f366040516116db929190614121565b60408051918290039091205f818152600c6020529190912054600654919250901561176857805f036117225781604051633c0cac2560e21b8152600401610ac79190613a26565b804210156117475780426040516339c32aeb60e01b8152600401610ac792919061412d565b61175462127500826140dd565b42111561176857610dc262127500826140dd565b80156117a6575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b610e8683612be5565b6117b7611e45565b600180547fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff166001600160a01b038316801515600160b01b0291909117909155600f80546001600160a01b031916821790556040517ff7a1e49d5a5ec6f8eb66f7e9fbbff8f4e3d23ac8e54dc234e11a7b0caee05ff5905f90a250565b5f61183d611e45565b828260405161184d929190614121565b604051809103902090505f6006544261186691906140dd565b5f838152600c6020526040908190208290555190915082907ffa0eaf3f77ca1574850d6f19462ef182521325ae7c5a7563fb1d21993d2ab360906118af9087908790869061450a565b60405180910390a25092915050565b5f5f5f5f60606118cc612086565b6118e18a8a8a8a6118dc8b61443d565b6120ca565b939e929d50909b50995090975095505050505050565b6118ff6123f2565b6001600160a01b0381166119265760405163d92e233d60e01b815260040160405180910390fd5b335f908152600860205260408120549081900361197157336040517f751b0fda000000000000000000000000000000000000000000000000000000008152600401610ac79190613d08565b335f8181526008602052604080822091909155517f6e2d2364747cadc92f23592b15251fbed0e0a427122af4ea58be2d7411e52f10906119b49085908590614548565b60405180910390a25f826001600160a01b0316826040516119d490614556565b5f6040518083038185875af1925050503d805f8114611a0e576040519150601f19603f3d011682016040523d82523d5f602084013e611a13565b606091505b5050905080611a525782826040517f440440e1000000000000000000000000000000000000000000000000000000008152600401610ac7929190614548565b505061145b61296c565b611a64612086565b611a6c6123f2565b611a9b6040518060a001604052805f8152602001606081526020015f81526020015f8152602001606081525090565b611aa8858585858561242e565b5061161461296c565b611ab9611e45565b5f5f36604051611aca929190614121565b60408051918290039091205f818152600c60205291909120546006549192509015611b5757805f03611b115781604051633c0cac2560e21b8152600401610ac79190613a26565b80421015611b365780426040516339c32aeb60e01b8152600401610ac792919061412d565b611b4362127500826140dd565b421115611b5757610dc262127500826140dd565b8015611b95575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b610e8683612cd1565b611ba6611e45565b5f5f36604051611bb7929190614121565b60408051918290039091205f818152600c60205291909120546006549192509015611c4457805f03611bfe5781604051633c0cac2560e21b8152600401610ac79190613a26565b80421015611c235780426040516339c32aeb60e01b8152600401610ac792919061412d565b611c3062127500826140dd565b421115611c4457610dc262127500826140dd565b8015611c82575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b610e8683612d5e565b611c93611e45565b600180546001600160a01b0383166001600160a01b03199091168117909155611cc35f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b611d03611e45565b5f5f36604051611d14929190614121565b60408051918290039091205f818152600c60205291909120546006549192509015611da157805f03611d5b5781604051633c0cac2560e21b8152600401610ac79190613a26565b80421015611d805780426040516339c32aeb60e01b8152600401610ac792919061412d565b611d8d62127500826140dd565b421115611da157610dc262127500826140dd565b8015611ddf575f828152600c60205260408082208290555183917fb50225621c9fbe9848d93ad69cd7df3789cfe7d4e1e260b7cf4caddefdd514f591a25b611de98686612118565b611e0a578585604051632f6dde7f60e11b8152600401610ac792919061416a565b6001600160a01b038416611e315760405163d92e233d60e01b815260040160405180910390fd5b611e3d868686866122be565b505050505050565b5f546001600160a01b031633146111a6573360405163118cdaa760e01b8152600401610ac79190613d08565b60408051600481526024810182526020810180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f075461720000000000000000000000000000000000000000000000000000000017905290515f91829182916001600160a01b03861691611ee4919061458c565b5f60405180830381855afa9150503d805f8114611f1c576040519150601f19603f3d011682016040523d82523d5f602084013e611f21565b606091505b5091509150811580611f3557508051602014155b15611f4357505f9392505050565b61149f816145a0565b600160ff82161115611f8c57806040517fb3130100000000000000000000000000000000000000000000000000000000008152600401610ac79190613aeb565b600180547fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff16600160a81b60ff8416021790556040517f3999b8ac9be57cf2fb4f2508733bf803394c77fbeae3203cf5593067125e7c9c90611fef908390613aeb565b60405180910390a150565b60055481111561202257600554604051630293cfd760e11b8152610ac791839160040161412d565b600180547fffffffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffff16600160c81b61ffff8416021790556040517f4c42db8a799110fdd6a26148a21a5fbe4e581c926bccfd3b2d8a7f3aed4a87c890611fef908390613a26565b600154600160a01b900460ff16156111a6576040517fd93c066500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5f5f5f60605f6120de8b8b8b8b8b612dce565b80516020820151919250906120f390826145dd565b6020830151604084015160a090940151929e919d509b50919950975095505050505050565b5f8282600381108061212a5750602081115b15612139575f92505050610d16565b5f5b818110156122b2575f838383818110612156576121566140f0565b909101356001600160f81b0319169150507f410000000000000000000000000000000000000000000000000000000000000081108015906121c157507f5a000000000000000000000000000000000000000000000000000000000000006001600160f81b0319821611155b8061222b57507f30000000000000000000000000000000000000000000000000000000000000006001600160f81b031982161080159061222b57507f39000000000000000000000000000000000000000000000000000000000000006001600160f81b0319821611155b8061225f57507f5f000000000000000000000000000000000000000000000000000000000000006001600160f81b03198216145b8061229357507f2d000000000000000000000000000000000000000000000000000000000000006001600160f81b03198216145b1561229e57506122aa565b5f945050505050610d16565b60010161213b565b50600195945050505050565b6040518060400160405280836001600160a01b03168152602001821515815250600a85856040516122f0929190614121565b90815260405190819003602090810182208351815494909201511515600160a01b027fffffffffffffffffffffff0000000000000000000000000000000000000000009094166001600160a01b039283161793909317909255908316907f890aeb497136b408d95c1c7b1fb971147ef901a269374cb7c6bef113c8470ec69061237e908790879086906145f0565b60405180910390a250505050565b6123946130aa565b6001805460ff60a01b191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516123d19190613d08565b60405180910390a1565b5f8183106123e957816123eb565b825b9392505050565b6123fa6130ed565b6111a660017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00612428565b90565b90613146565b5f61243c3387878786612dce565b90508281602001511115612484578060200151836040517f8b8675a5000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b80602001513410156124ca578060200151346040517f22eb3e73000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b335f908152600b60205260408120905b8260a00151518110156125ca575f8360a0015182815181106124fe576124fe6140f0565b602002602001015190508067ffffffffffffffff165f0361251f57506125c2565b5f828152600960205260409020805467ffffffffffffffff600160801b80830482168501909116027fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff9091161790558083600184016401000000008110612588576125886140f0565b60048104909101805467ffffffffffffffff60086003909416939093026101000a8082048416909401831684029290930219909216179055505b6001016124da565b50805467ffffffffffffffff80821689011667ffffffffffffffff19909116178155600780548891905f906126009084906140dd565b90915550506040820151156126465760408083015160608401516001600160a01b03165f90815260086020529182208054919290916126409084906140dd565b90915550505b6003545f9081906001600160a01b0381169061267490600160a01b900467ffffffffffffffff166001614611565b60038054600160a01b67ffffffffffffffff939093169283027fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff909116179055608086015191935091501561270057807f709e84e6ccb1745779b70753baa2955484bb112b6ae6e7c9b4a7379f5b7952d385608001516040516126f79190613a26565b60405180910390a25b83606001516001600160a01b0316336001600160a01b0316827f4c6d2407b6912b64d3ab33c0838e56be81e2abb2236eaa8e62e5bbbc065accdd8c885f015189602001518a604001518f8f60405161275d96959493929190614635565b60405180910390a46001600160a01b038216156127e9576040517f40c10f190000000000000000000000000000000000000000000000000000000081526001600160a01b038316906340c10f19906127bb9033908d90600401614689565b5f604051808303815f87803b1580156127d2575f5ffd5b505af11580156127e4573d5f5f3e3d5ffd5b505050505b5f846040015185602001516127fe91906145dd565b905080156128ae576002546040515f916001600160a01b031690839061282390614556565b5f6040518083038185875af1925050503d805f811461285d576040519150601f19603f3d011682016040523d82523d5f602084013e612862565b606091505b50509050806128ac576002546040517f8b1e85c1000000000000000000000000000000000000000000000000000000008152610ac7916001600160a01b0316908490600401614689565b505b5f8560200151346128bf91906145dd565b9050801561295f575f336001600160a01b0316826040516128df90614556565b5f6040518083038185875af1925050503d805f8114612919576040519150601f19603f3d011682016040523d82523d5f602084013e61291e565b606091505b505090508061295d5733826040517fd2bfce20000000000000000000000000000000000000000000000000000000008152600401610ac7929190614689565b505b5050505050505050505050565b6111a65f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00612428565b61299e611e45565b6111a65f5b600180546001600160a01b031916905561145b8161314d565b6129c4612086565b6001805460ff60a01b1916600160a01b1790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586123c43390565b600354600160e01b900463ffffffff1680831115612a3457828160405163441943f360e11b8152600401610ac792919061412d565b81516fffffffffffffffffffffffffffffffff1015612a835781516040517f87ebe85d000000000000000000000000000000000000000000000000000000008152610ac791859160040161412d565b808303612ac75760038054600160e01b900463ffffffff1690601c612aa783614697565b91906101000a81548163ffffffff021916908363ffffffff160217905550505b5f838152600960209081526040909120805491840151909167ffffffffffffffff600160801b909104811691161015612b4a57602083015181546040517f40d39575000000000000000000000000000000000000000000000000000000008152610ac79287929091600160801b90910467ffffffffffffffff16906004016146d7565b8251602084015160408086015184547fffffffffffffffffffffffffffffffff00000000000000000000000000000000166801000000000000000067ffffffffffffffff8084169190910267ffffffffffffffff19169190911790841617855560018501849055905187937ff57d99cbd60f4d294ddc666f800b81f8b402ded526c9c1719f401747741ee52b9361237e9391929091906146d7565b600754811015612c26576007546040517ff98954cd000000000000000000000000000000000000000000000000000000008152610ac791839160040161412d565b6bffffffffffffffffffffffff811115612c7c57806bffffffffffffffffffffffff6040517f09e5eb38000000000000000000000000000000000000000000000000000000008152600401610ac7929190614721565b600280546001600160a01b0316600160a01b6bffffffffffffffffffffffff8416021790556040517ff1fafaef8a55e8927e4435cedac3774780fa39edef0ecd2f1e64b58cde1e097c90611fef908390613a26565b600454811115612cfa5780600454604051630293cfd760e11b8152600401610ac792919061412d565b600180547fffffffffffffff0000ffffffffffffffffffffffffffffffffffffffffffffff16600160b81b61ffff8416021790556040517f1b69574255c79758c64d1a097acfd0300110698292feae84be7ab7e574f195d290611fef908390613a26565b6001600160a01b038116612d855760405163d92e233d60e01b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0383169081179091556040517f3c864541ef71378c6229510ed90f376565ee42d9c5e0904a984a9e863e6db44f905f90a250565b612e0b6040518060c001604052805f81526020015f81526020015f81526020015f6001600160a01b031681526020015f8152602001606081525090565b845f03612e44576040517ff4f5b73300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610fa0851115612e865784610fa06040517ff76492f4000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b815115801590612e965750815142115b15612ed25781516040517f388b0173000000000000000000000000000000000000000000000000000000008152610ac79190429060040161412d565b600154600160b01b900460ff1615612eef57612eef86868461319c565b8215801590612fb7575f600a8686604051612f0b929190614121565b908152604051908190036020019020805490915060ff600160a01b90910416612f645785856040517ff63509d3000000000000000000000000000000000000000000000000000000008152600401610ac792919061416a565b80546001600160a01b03908116606085018190529089169003612fb557876040517fb3a0e4d7000000000000000000000000000000000000000000000000000000008152600401610ac79190613d08565b505b6007546002545f91612fdd91600160a01b90046bffffffffffffffffffffffff166145dd565b90508087111561301d5786816040517fc084d2e6000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b61302d83898987602001516133df565b82516020840152811561309f576001546127109061305690600160b81b900461ffff16826145dd565b8451613062919061473c565b61306c919061476f565b602084018190526001546127109161308f91600160c81b900461ffff169061473c565b613099919061476f565b60408401525b505095945050505050565b600154600160a01b900460ff166111a6576040517f8dfc202b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c156111a6576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f6132be7f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f7fc888ac2682c444cade9eb6375877aeaea1032aca0414b7f496d38e80565dd0ae7fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc64630604051602001613219959493929190614782565b604051602081830303815290604052805190602001207fa806c8c4885ed9ff3b9908037802f88efbb0bcf9e6d18522e80c967c4b335ad5868560400151866060015160405160200161326e94939291906147ce565b604051602081830303815290604052805190602001206040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b600f5460808401519192506132e0916001600160a01b039091169083906136aa565b6133245783826040015183606001516040517fd66aea9b000000000000000000000000000000000000000000000000000000008152600401610ac7939291906147e9565b816060015142111561336a578160600151426040517f3bd4ab41000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b6001600160a01b0384165f908152600b602052604081205461339790859067ffffffffffffffff166140dd565b9050826040015181111561118f578083604001516040517f535f33b4000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b600154600354600160a81b90910460ff16159063ffffffff600160e01b9091041667ffffffffffffffff8111156134185761341861417c565b604051908082528060200260200182016040528015613441578160200160208202803683370190505b5060a0860152825f5b8660a00151518110801561345d57505f82115b15613664575f8181526009602052604081208054909167ffffffffffffffff80831692680100000000000000008104821692600160801b820490921691600160c01b90910460ff16906134b083866145dd565b90508315806134bd575080155b156134cd57505050505050613652565b81156134fb576134de8c888c613713565b6134ed57505050505050613652565b60808d0180516001891b1790525b6001600160a01b038c165f908152600b602052604090206135669085906135238a60016140dd565b6401000000008110613537576135376140f0565b600491828204019190066008029054906101000a900467ffffffffffffffff1667ffffffffffffffff166123db565b61357090856145dd565b93505f8482106135805784613582565b815b90508881111561358f5750875b89801561359b57508881105b80156135a657508181105b156135e5578c88868b6040517f01118751000000000000000000000000000000000000000000000000000000008152600401610ac79493929190614811565b805f036135f85750505050505050613652565b6001870154613607908261473c565b8e518f906136169083906140dd565b90525060a08e015180518291908a908110613633576136336140f0565b6020908102919091010152613648818a6145dd565b9850505050505050505b8061365c8161481f565b91505061344a565b508015611e3d578361367682826145dd565b6040517f98b3730f000000000000000000000000000000000000000000000000000000008152600401610ac792919061412d565b5f836001600160a01b03163b5f03613708575f5f6136c885856137b1565b5090925090505f8160038111156136e1576136e1614830565b1480156136ff5750856001600160a01b0316826001600160a01b0316145b925050506123eb565b61149f8484846137fa565b5f8151831061372357505f6123eb565b5f846040516020016137359190613d08565b6040516020818303038152906040528051906020012060405160200161375b919061484a565b6040516020818303038152906040528051906020012090506137a8838581518110613788576137886140f0565b6020026020010151600e5f8781526020019081526020015f205483613877565b95945050505050565b5f5f5f83516041036137e8576020840151604085015160608601515f1a6137da8882858561388c565b9550955095505050506137f3565b505081515f91506002905b9250925092565b8051604080517f1626ba7e000000000000000000000000000000000000000000000000000000008082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa835f5114601f3d111681169450505050509392505050565b5f826138838584613946565b14949350505050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156138c557505f9150600390508261393c565b5f6001888888886040515f81526020016040526040516138e8949392919061485e565b6020604051602081039080840390855afa158015613908573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661393357505f92506001915082905061393c565b92505f91508190505b9450945094915050565b5f81815b84518110156139805761397682868381518110613969576139696140f0565b6020026020010151613988565b915060010161394a565b509392505050565b5f8183106139a2575f8281526020849052604090206123eb565b5f8381526020839052604090206123eb565b805b811461145b575f5ffd5b8035610d16816139b4565b5f602082840312156139de576139de5f5ffd5b5f61149f84846139c0565b805b82525050565b608081016139ff82876139e9565b613a0c60208301866139e9565b613a1960408301856139e9565b6137a860608301846139e9565b60208101610d1682846139e9565b5f6001600160a01b038216610d16565b6139b681613a34565b8035610d1681613a44565b5f60208284031215613a6b57613a6b5f5ffd5b5f61149f8484613a4d565b5f5f60408385031215613a8a57613a8a5f5ffd5b5f613a958585613a4d565b9250506020613aa6858286016139c0565b9150509250929050565b60ff81166139b6565b8035610d1681613ab0565b5f60208284031215613ad757613ad75f5ffd5b5f61149f8484613ab9565b60ff81166139eb565b60208101610d168284613ae2565b67ffffffffffffffff81166139eb565b60208101610d168284613af9565b5f5f83601f840112613b2a57613b2a5f5ffd5b50813567ffffffffffffffff811115613b4457613b445f5ffd5b60208301915083600182028301111561141c5761141c5f5ffd5b5f5f5f5f60608587031215613b7457613b745f5ffd5b5f613b7f8787613a4d565b9450506020613b90878288016139c0565b935050604085013567ffffffffffffffff811115613baf57613baf5f5ffd5b613bbb87828801613b17565b95989497509550505050565b5f613bd283836139e9565b505060200190565b5f613be3825190565b8084526020938401938301805f5b83811015613c16578151613c058882613bc7565b975060208301925050600101613bf1565b509495945050505050565b60a08101613c2f82886139e9565b613c3c60208301876139e9565b613c4960408301866139e9565b613c5660608301856139e9565b8181036080830152613c688184613bda565b979650505050505050565b5f5f5f60408486031215613c8857613c885f5ffd5b833567ffffffffffffffff811115613ca157613ca15f5ffd5b613cad86828701613b17565b93509350506020613cc0868287016139c0565b9150509250925092565b5f5f60408385031215613cde57613cde5f5ffd5b5f613a9585856139c0565b8015156139eb565b60208101610d168284613ce9565b6139eb81613a34565b60208101610d168284613cff565b5f60a08284031215613d2957613d295f5ffd5b50919050565b5f5f5f5f5f60808688031215613d4657613d465f5ffd5b5f613d5188886139c0565b955050602086013567ffffffffffffffff811115613d7057613d705f5ffd5b613d7c88828901613b17565b94509450506040613d8f888289016139c0565b925050606086013567ffffffffffffffff811115613dae57613dae5f5ffd5b613dba88828901613d16565b9150509295509295909350565b61ffff81166139eb565b60208101610d168284613dc7565b5f5f60208385031215613df357613df35f5ffd5b823567ffffffffffffffff811115613e0c57613e0c5f5ffd5b613e1885828601613b17565b92509250509250929050565b60408101613e328285613cff565b6123eb6020830184613ce9565b5f5f5f5f60608587031215613e5557613e555f5ffd5b843567ffffffffffffffff811115613e6e57613e6e5f5ffd5b613e7a87828801613b17565b94509450506020613e8d87828801613a4d565b9250506040613e9e878288016139c0565b91505092959194509250565b63ffffffff81166139eb565b60208101610d168284613eaa565b5f60608284031215613d2957613d295f5ffd5b5f5f60808385031215613eeb57613eeb5f5ffd5b5f613ef685856139c0565b9250506020613aa685828601613ec4565b5f5f5f5f5f60808688031215613f1e57613f1e5f5ffd5b5f613f298888613a4d565b9550506020613f3a888289016139c0565b945050604086013567ffffffffffffffff811115613f5957613f595f5ffd5b613f6588828901613b17565b9350935050606086013567ffffffffffffffff811115613dae57613dae5f5ffd5b5f5f5f5f60608587031215613f9c57613f9c5f5ffd5b5f613fa787876139c0565b945050602085013567ffffffffffffffff811115613fc657613fc65f5ffd5b613fd287828801613b17565b93509350506040613e9e878288016139c0565b6bffffffffffffffffffffffff81166139eb565b60208101610d168284613fe5565b8015156139b6565b8035610d1681614007565b5f5f5f5f60608587031215614030576140305f5ffd5b843567ffffffffffffffff811115614049576140495f5ffd5b61405587828801613b17565b9450945050602061406887828801613a4d565b9250506040613e9e8782880161400f565b5f610d1661242563ffffffff841681565b6139eb81614079565b604081016140a182856139e9565b6123eb602083018461408a565b604081016140bc8285613cff565b6123eb6020830184613cff565b634e487b7160e01b5f52601160045260245ffd5b80820180821115610d1657610d166140c9565b634e487b7160e01b5f52603260045260245ffd5b82818337505f910152565b5f61411b838584614104565b50500190565b5f61149f82848661410f565b6040810161413b82856139e9565b6123eb60208301846139e9565b8183525f60208401935061415d838584614104565b5050601f01601f19160190565b6020808252810161149f818486614148565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff821117156141b6576141b661417c565b6040525050565b5f6141c760405190565b90506141d38282614190565b919050565b5f67ffffffffffffffff8211156141f1576141f161417c565b5060209081020190565b5f61420d614208846141d8565b6141bd565b8381529050602080820190840283018581111561422b5761422b5f5ffd5b835b8181101561424f578061424088826139c0565b8452506020928301920161422d565b5050509392505050565b5f82601f83011261426b5761426b5f5ffd5b813561149f8482602086016141fb565b5f614288614208846141d8565b838152905060208082019084028301858111156142a6576142a65f5ffd5b835b8181101561424f57803567ffffffffffffffff8111156142c9576142c95f5ffd5b8086016142d68982614259565b85525050602092830192016142a8565b5f82601f8301126142f8576142f85f5ffd5b813561149f84826020860161427b565b5f67ffffffffffffffff8211156143215761432161417c565b601f19601f83011660200192915050565b5f61433f61420884614308565b905082815260208101848484011115614359576143595f5ffd5b613980848285614104565b5f82601f830112614376576143765f5ffd5b813561149f848260208601614332565b5f60a08284031215614399576143995f5ffd5b6143a360a06141bd565b90505f6143b084846139c0565b825250602082013567ffffffffffffffff8111156143cf576143cf5f5ffd5b6143db848285016142e6565b60208301525060406143ef848285016139c0565b6040830152506060614403848285016139c0565b606083015250608082013567ffffffffffffffff811115614425576144255f5ffd5b61443184828501614364565b60808301525092915050565b5f610d163683614386565b6060808252810161445a818688614148565b90506144696020830185613cff565b6137a860408301846139e9565b67ffffffffffffffff81166139b6565b8035610d1681614476565b5f606082840312156144a4576144a45f5ffd5b6144ae60606141bd565b90505f6144bb84846139c0565b82525060206144cc84848301614486565b60208301525060406144e084828501614486565b60408301525092915050565b5f606082840312156144ff576144ff5f5ffd5b5f61149f8484614491565b6040808252810161451c818587614148565b905061149f60208301846139e9565b5f610d1682613a34565b5f610d168261452b565b6139eb81614535565b6040810161413b828561453f565b5f610d1682612425565b8281835e505f910152565b5f614574825190565b614582818560208601614560565b9290920192915050565b5f6123eb828461456b565b5f610d16825190565b5f6145a9825190565b602083016145b681614597565b925060208210156145d6576145d15f19836020036008021b90565b831692505b5050919050565b81810381811115610d1657610d166140c9565b60408082528101614602818587614148565b905061149f6020830184613ce9565b67ffffffffffffffff918216919081169082820190811115610d1657610d166140c9565b60a0810161464382896139e9565b61465060208301886139e9565b61465d60408301876139e9565b61466a60608301866139e9565b818103608083015261467d818486614148565b98975050505050505050565b6040810161413b8285613cff565b63ffffffff165f63fffffffe1982016146b2576146b26140c9565b5060010190565b5f610d1661242567ffffffffffffffff841681565b6139eb816146b9565b606081016146e582866139e9565b6146f260208301856146ce565b61149f60408301846146ce565b5f610d166124256bffffffffffffffffffffffff841681565b6139eb816146ff565b6040810161472f82856139e9565b6123eb6020830184614718565b818102808215838204851417614754576147546140c9565b5092915050565b634e487b7160e01b5f52601260045260245ffd5b5f8261477d5761477d61475b565b500490565b60a0810161479082886139e9565b61479d60208301876139e9565b6147aa60408301866139e9565b6147b760608301856139e9565b6147c46080830184613cff565b9695505050505050565b608081016147dc82876139e9565b613a0c6020830186613cff565b606081016147f78286613cff565b61480460208301856139e9565b61149f60408301846139e9565b608081016139ff8287613cff565b5f5f1982036146b2576146b26140c9565b634e487b7160e01b5f52602160045260245ffd5b806139eb565b5f6148558284614844565b50602001919050565b6080810161486c82876139e9565b613a0c6020830186613ae256fea164736f6c6343000825000a",
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
// Solidity: constructor((address,address,uint8,uint256,uint256,uint256,uint256,uint256,uint64,bool,bool,(uint256,uint64,uint64)[]) settings) returns()
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
// Solidity: function discountBps() view returns(uint16)
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
// Solidity: function discountBps() view returns(uint16)
func (nodeSale *NodeSale) TryPackDiscountBps() ([]byte, error) {
	return nodeSale.abi.Pack("discountBps")
}

// UnpackDiscountBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6c1f5633.
//
// Solidity: function discountBps() view returns(uint16)
func (nodeSale *NodeSale) UnpackDiscountBps(data []byte) (uint16, error) {
	out, err := nodeSale.abi.Unpack("discountBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
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
// Solidity: function maxNodes() view returns(uint96)
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
// Solidity: function maxNodes() view returns(uint96)
func (nodeSale *NodeSale) TryPackMaxNodes() ([]byte, error) {
	return nodeSale.abi.Pack("maxNodes")
}

// UnpackMaxNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xddf0185f.
//
// Solidity: function maxNodes() view returns(uint96)
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
// Solidity: function purchaseCount() view returns(uint64)
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
// Solidity: function purchaseCount() view returns(uint64)
func (nodeSale *NodeSale) TryPackPurchaseCount() ([]byte, error) {
	return nodeSale.abi.Pack("purchaseCount")
}

// UnpackPurchaseCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b85ed9c.
//
// Solidity: function purchaseCount() view returns(uint64)
func (nodeSale *NodeSale) UnpackPurchaseCount(data []byte) (uint64, error) {
	out, err := nodeSale.abi.Unpack("purchaseCount", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
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
// Solidity: function rewardBps() view returns(uint16)
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
// Solidity: function rewardBps() view returns(uint16)
func (nodeSale *NodeSale) TryPackRewardBps() ([]byte, error) {
	return nodeSale.abi.Pack("rewardBps")
}

// UnpackRewardBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82328ffc.
//
// Solidity: function rewardBps() view returns(uint16)
func (nodeSale *NodeSale) UnpackRewardBps(data []byte) (uint16, error) {
	out, err := nodeSale.abi.Unpack("rewardBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
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
// Solidity: function tierCount() view returns(uint32)
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
// Solidity: function tierCount() view returns(uint32)
func (nodeSale *NodeSale) TryPackTierCount() ([]byte, error) {
	return nodeSale.abi.Pack("tierCount")
}

// UnpackTierCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x96b55f7d.
//
// Solidity: function tierCount() view returns(uint32)
func (nodeSale *NodeSale) UnpackTierCount(data []byte) (uint32, error) {
	out, err := nodeSale.abi.Unpack("tierCount", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
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

// NodeSaleChangeMade represents a ChangeMade event raised by the NodeSale contract.
type NodeSaleChangeMade struct {
	Id  [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const NodeSaleChangeMadeEventName = "ChangeMade"

// ContractEventName returns the user-defined event name.
func (NodeSaleChangeMade) ContractEventName() string {
	return NodeSaleChangeMadeEventName
}

// UnpackChangeMadeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChangeMade(bytes32 indexed id)
func (nodeSale *NodeSale) UnpackChangeMadeEvent(log *types.Log) (*NodeSaleChangeMade, error) {
	event := "ChangeMade"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeSaleChangeMade)
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
	if bytes.Equal(raw[:4], nodeSale.abi.Errors["MaxNodesTooHigh"].ID.Bytes()[:4]) {
		return nodeSale.UnpackMaxNodesTooHighError(raw[4:])
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

// NodeSaleMaxNodesTooHigh represents a MaxNodesTooHigh error raised by the NodeSale contract.
type NodeSaleMaxNodesTooHigh struct {
	MaxNodes *big.Int
	Most     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MaxNodesTooHigh(uint256 maxNodes, uint256 most)
func NodeSaleMaxNodesTooHighErrorID() common.Hash {
	return common.HexToHash("0x09e5eb3843417767a84779ec8ce9cfef775001a126ce3c0ebe9c7adabe1adf87")
}

// UnpackMaxNodesTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MaxNodesTooHigh(uint256 maxNodes, uint256 most)
func (nodeSale *NodeSale) UnpackMaxNodesTooHighError(raw []byte) (*NodeSaleMaxNodesTooHigh, error) {
	out := new(NodeSaleMaxNodesTooHigh)
	if err := nodeSale.abi.UnpackIntoInterface(out, "MaxNodesTooHigh", raw); err != nil {
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
