// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package payoutdistributor

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

// ManyClaimsClaim is an auto generated low-level Go binding around an user-defined struct.
type ManyClaimsClaim struct {
	Distributor common.Address
	Account     common.Address
	Cumulative  *big.Int
	Proof       [][32]byte
}

// ManyClaimsMetaData contains all meta data concerning the ManyClaims contract.
var ManyClaimsMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"contractIClaimable\",\"name\":\"distributor\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"internalType\":\"structManyClaims.Claim[]\",\"name\":\"claims\",\"type\":\"tuple[]\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "ManyClaims",
	Bin: "0x6080604052348015600e575f5ffd5b506103ab8061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610029575f3560e01c8063486866261461002d575b5f5ffd5b61004061003b366004610169565b610042565b005b5f5b81811015610116573683838381811061005f5761005f6101ae565b905060200281019061007191906101db565b90506100806020820182610247565b73ffffffffffffffffffffffffffffffffffffffff16633d13f8746100ab6040840160208501610281565b60408401356100bd606086018661029f565b6040518563ffffffff1660e01b81526004016100dc9493929190610366565b5f604051808303815f87803b1580156100f3575f5ffd5b505af1158015610105573d5f5f3e3d5ffd5b505060019093019250610044915050565b505050565b5f5f83601f84011261012e5761012e5f5ffd5b50813567ffffffffffffffff811115610148576101485f5ffd5b602083019150836020820283011115610162576101625f5ffd5b9250929050565b5f5f6020838503121561017d5761017d5f5ffd5b823567ffffffffffffffff811115610196576101965f5ffd5b6101a28582860161011b565b92509250509250929050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f8235607e19368490030181126101f3576101f35f5ffd5b9190910192915050565b5f73ffffffffffffffffffffffffffffffffffffffff82165b92915050565b5f610216826101fd565b61022f8161021c565b8114610239575f5ffd5b50565b803561021681610226565b5f6020828403121561025a5761025a5f5ffd5b5f610265848461023c565b949350505050565b61022f816101fd565b80356102168161026d565b5f60208284031215610294576102945f5ffd5b5f6102658484610276565b5f808335601e19368590030181126102b8576102b85f5ffd5b80840192508235915067ffffffffffffffff8211156102d8576102d85f5ffd5b602092830192820236038313156102f0576102f05f5ffd5b509250929050565b610301816101fd565b82525050565b80610301565b82818337505050565b8183525f6020840193507f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83111561034f5761034f5f5ffd5b60208302925061036083858461030d565b50500190565b6060810161037482876102f8565b6103816020830186610307565b8181036040830152610394818486610316565b969550505050505056fea164736f6c6343000825000a",
}

// ManyClaims is an auto generated Go binding around an Ethereum contract.
type ManyClaims struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ManyClaims) GetABI() abi.ABI {
	return c.abi
}

// NewManyClaims creates a new instance of ManyClaims.
func NewManyClaims() *ManyClaims {
	parsed, err := ManyClaimsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ManyClaims{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ManyClaims) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48686626.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim((address,address,uint256,bytes32[])[] claims) returns()
func (manyClaims *ManyClaims) PackClaim(claims []ManyClaimsClaim) []byte {
	enc, err := manyClaims.abi.Pack("claim", claims)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48686626.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim((address,address,uint256,bytes32[])[] claims) returns()
func (manyClaims *ManyClaims) TryPackClaim(claims []ManyClaimsClaim) ([]byte, error) {
	return manyClaims.abi.Pack("claim", claims)
}

// PayoutDistributorMetaData contains all meta data concerning the PayoutDistributor contract.
var PayoutDistributorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"token_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"proposer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"activator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"delay_\",\"type\":\"uint64\"},{\"internalType\":\"contractIEarlierDistributor\",\"name\":\"earlier_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"delay\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"shortest\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"longest\",\"type\":\"uint64\"}],\"name\":\"BadDelay\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"BadSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"}],\"name\":\"CumulativeBelowClaimed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"earlier\",\"type\":\"address\"}],\"name\":\"EarlierStillPays\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"moved\",\"type\":\"uint256\"}],\"name\":\"FeeOnTransfer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"InvalidProof\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"LastAdmin\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NoActiveRoot\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"earlier\",\"type\":\"address\"}],\"name\":\"NotADistributor\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"NotAToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sweepable\",\"type\":\"uint256\"}],\"name\":\"NotSweepable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"file\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"checkpoint\",\"type\":\"bytes32\"}],\"name\":\"NotWhatIsProposed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingProposed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"}],\"name\":\"NothingToClaim\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"ProposerCannotActivate\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"SameProposerAndActivator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"SignatureExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"activeFrom\",\"type\":\"uint64\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"TooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"active\",\"type\":\"uint256\"}],\"name\":\"TotalBelowActive\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"TotalExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"}],\"name\":\"Underfunded\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UseSweep\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroRoot\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"ClaimedTo\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"}],\"name\":\"RootActivated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"RootCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"file\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"checkpoint\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"activeFrom\",\"type\":\"uint64\"}],\"name\":\"RootProposed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ACTIVATOR_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_DELAY\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MIN_DELAY\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PAUSER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PROPOSER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"root_\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"total_\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"file_\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"checkpoint_\",\"type\":\"bytes32\"}],\"name\":\"activate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"checkpoint\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"claimTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"claimWith\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"claimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"delay\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"earlier\",\"outputs\":[{\"internalType\":\"contractIEarlierDistributor\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"file\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"granted\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"paid\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"root_\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"total_\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"file_\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"checkpoint_\",\"type\":\"bytes32\"}],\"name\":\"propose\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proposed\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"file\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"checkpoint\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"activeFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proposedBy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"root\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stopped\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"sweep\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"other\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"sweepOther\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"sweepable\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"total\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalClaimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalPaid\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unclaimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "PayoutDistributor",
	Bin: "0x6101c0604052348015610010575f5ffd5b506040516139fe3803806139fe83398101604081905261002f916105c6565b604051806040016040528060118152602001702830bcb7baba2234b9ba3934b13aba37b960791b815250604051806040016040528060018152602001603160f81b815250610082826102f360201b60201c565b6101205261008f816102f3565b61014052815160208084019190912060e052815190820120610100524660a0526100b7610330565b60805250503060c0526001600160a01b0386163b5f036100f5578560405163f0ae59ab60e01b81526004016100ec919061065a565b60405180910390fd5b6102586001600160401b038316108061011a57506301e133806001600160401b038316115b1561014457816102586301e1338060405163299161c360e11b81526004016100ec93929190610677565b6001600160a01b0381161561025f576001600160a01b0381163b15806101db5750856001600160a01b0316816001600160a01b031663fc0c546a6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156101ab573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906101cf91906106a7565b6001600160a01b031614155b156101fb5780604051630f4f3da360e11b81526004016100ec919061065a565b806001600160a01b031663d54ad2a16040518163ffffffff1660e01b8152600401602060405180830381865afa158015610237573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061025b91906106d6565b6005555b6001600160a01b038082166101a0526001600160401b0383166101805286166101605261028c5f86610389565b506102b77f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a86610389565b506102cf5f5160206139de5f395f51905f5285610389565b506102e75f5160206139be5f395f51905f5284610389565b5050505050505061080c565b5f5f829050601f8151111561031d578260405163305a27a960e01b81526004016100ec9190610730565b805161032882610751565b179392505050565b60e051610100516040515f9261036e927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f9246903090602001610794565b60405160208183030381529060405280519060200120905090565b5f6001600160a01b0382166103b15760405163d92e233d60e01b815260040160405180910390fd5b5f5160206139de5f395f51905f528314801561040357506001600160a01b0382165f9081527f7b11379db96bb3d54beb11781be5e345f18ff19de2caada93c24b1c167c1b98b602052604090205460ff165b8061045b57505f5160206139be5f395f51905f528314801561045b57506001600160a01b0382165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff165b1561047b57816040516324f4628d60e01b81526004016100ec919061065a565b5f61048684846104b6565b9050808015610493575083155b156104ad5760108054905f6104a7836107f4565b91905055505b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff16610556575f838152602081815260408083206001600160a01b03861684529091529020805460ff1916600117905561050e3390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016104b0565b505f6104b0565b5f6001600160a01b0382166104b0565b5f6104b08261055d565b6105808161056d565b811461058a575f5ffd5b50565b80516104b081610577565b6105808161055d565b80516104b081610598565b6001600160401b038116610580565b80516104b0816105ac565b5f5f5f5f5f5f60c087890312156105de576105de5f5ffd5b5f6105e9898961058d565b96505060206105fa89828a016105a1565b955050604061060b89828a016105a1565b945050606061061c89828a016105a1565b935050608061062d89828a016105bb565b92505060a061063e89828a0161058d565b9150509295509295509295565b6106548161055d565b82525050565b602081016104b0828461064b565b6001600160401b038116610654565b606081016106858286610668565b6106926020830185610668565b61069f6040830184610668565b949350505050565b5f602082840312156106ba576106ba5f5ffd5b5f61069f848461058d565b80610580565b80516104b0816106c5565b5f602082840312156106e9576106e95f5ffd5b5f61069f84846106cb565b8281835e505f910152565b5f610708825190565b80845260208401935061071f8185602086016106f4565b601f01601f19169290920192915050565b6020808252810161074181846106ff565b9392505050565b5f6104b0825190565b5f61075a825190565b6020830161076781610748565b92506020821015610787576107825f19836020036008021b90565b831692505b5050919050565b80610654565b60a081016107a2828861078e565b6107af602083018761078e565b6107bc604083018661078e565b6107c9606083018561078e565b6107d6608083018461064b565b9695505050505050565b634e487b7160e01b5f52601160045260245ffd5b5f5f198203610805576108056107e0565b5060010190565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516130b061090e5f395f818161041a01528181610f7601528181610fcb015281816111e8015281816112170152818161185301528181611e5701528181611e8b0152611f0901525f818161044e0152610e8001525f81816106410152818161085b015281816108eb0152818161098e01528181611078015281816110fb0152818161112a015281816114f201528181611b2601528181611bad01528181611cd701528181611d980152611dc501525f611ffb01525f611fd001525f6126f301525f6126d201525f6124e601525f61251001525f61253a01526130b05ff3fe608060405234801561000f575f5ffd5b50600436106102cd575f3560e01c80638525855d1161017c578063ca1d209d116100dd578063e63ab1e911610093578063ebf0c7171161006e578063ebf0c71714610633578063fc0c546a1461063c578063fc5d38c514610663575f5ffd5b8063e63ab1e9146105fb578063e7b0f66614610622578063ea8a1af01461062b575f5ffd5b8063d547741f116100c3578063d547741f146105cd578063d54ad2a1146105e0578063dd36ca60146105e8575f5ffd5b8063ca1d209d14610585578063d1851c9214610598575f5ffd5b8063a340cf7911610132578063c22c9af811610118578063c22c9af814610556578063c2c4c5c114610569578063c884ef8314610572575f5ffd5b8063a340cf7914610524578063af9d246014610543575f5ffd5b806391d148541161016257806391d14854146104de5780639f81aed714610514578063a217fddf1461051d575f5ffd5b80638525855d146104ae5780638f61f4f5146104b7575f5ffd5b80634125ff901161023157806366fbc154116101e757806375f12b21116101c257806375f12b21146104835780638456cb591461048b57806384b0196e14610493575f5ffd5b806366fbc154146104155780636a42b8f8146104495780636ea056a914610470575f5ffd5b80635cdca065116102175780635cdca065146103da57806360c92613146103ed578063669416b81461040d575f5ffd5b80634125ff90146103b75780635c975abb146103cf575f5ffd5b806336568abe116102865780633d13f8741161026c5780633d13f874146103945780633f4ba83a146103a7578063400571ba146103af575f5ffd5b806336568abe1461036e5780633ced003e14610381575f5ffd5b8063248a9ca3116102b6578063248a9ca31461032e5780632ddbd13a146103505780632f2ff15d14610359575f5ffd5b806301ffc9a7146102d157806308740a3b146102fa575b5f5ffd5b6102e46102df366004612862565b61066b565b6040516102f1919061288a565b60405180910390f35b6103217fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea19281565b6040516102f1919061289e565b61032161033c3660046128bd565b5f9081526020819052604090206001015490565b61032160055481565b61036c6103673660046128ff565b610703565b005b61036c61037c3660046128ff565b61072d565b61036c61038f366004612987565b61077e565b61036c6103a2366004612987565b6107a3565b61036c6107c0565b610321610828565b6103c26301e1338081565b6040516102f19190612a00565b60035460ff166102e4565b61036c6103e8366004612a2c565b610847565b600f54610400906001600160a01b031681565b6040516102f19190612a81565b610321610a29565b61043c7f000000000000000000000000000000000000000000000000000000000000000081565b6040516102f19190612aa2565b6103c27f000000000000000000000000000000000000000000000000000000000000000081565b61036c61047e366004612ab0565b610a3d565b6102e4610adb565b61036c610af7565b61049b610b2c565b6040516102f19796959493929190612b9e565b61032160065481565b6103217fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc181565b6102e46104ec3660046128ff565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6103c261025881565b6103215f81565b610321610532366004612c1a565b60096020525f908152604090205481565b61036c610551366004612c38565b610b8a565b61036c610564366004612c38565b610dd5565b61032160075481565b610321610580366004612c1a565b610f59565b61036c6105933660046128bd565b611057565b600a54600b54600c54600d54600e546105bc949392919067ffffffffffffffff1685565b6040516102f1959493929190612c98565b61036c6105db3660046128ff565b6111c1565b6103216111e5565b61036c6105f6366004612d2b565b6112a9565b6103217f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b61032160085481565b61036c6113bb565b61032160045481565b61043c7f000000000000000000000000000000000000000000000000000000000000000081565b6103216114ec565b5f7fffffffff0000000000000000000000000000000000000000000000000000000082167f7965db0b0000000000000000000000000000000000000000000000000000000014806106fd57507f01ffc9a7000000000000000000000000000000000000000000000000000000007fffffffff000000000000000000000000000000000000000000000000000000008316145b92915050565b5f8281526020819052604090206001015461071d8161158e565b6107278383611598565b50505050565b6001600160a01b038116331461076f576040517f6697b23200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6107798282611701565b505050565b61078661176f565b61078e6117ac565b61079b33858585856117e1565b610727611c04565b6107ab61176f565b6107b36117ac565b61079b84858585856117e1565b335f9081527fad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5602052604090205460ff1661081e5761081e7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a61158e565b610826611c2e565b565b5f600554600a600101541161083e575060055490565b600b545b905090565b5f6108518161158e565b6108596117ac565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316846001600160a01b0316036108ab57604051632b984cd160e21b815260040160405180910390fd5b6001600160a01b0383166108d25760405163d92e233d60e01b815260040160405180910390fd5b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190610920903090600401612a81565b602060405180830381865afa15801561093b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061095f9190612df8565b90506109756001600160a01b0386168585611c7a565b6040516370a0823160e01b815281906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a08231906109c3903090600401612a81565b602060405180830381865afa1580156109de573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a029190612df8565b14610a2057604051632b984cd160e21b815260040160405180910390fd5b50610727611c04565b5f610842600554610a386111e5565b611ca6565b5f610a478161158e565b610a4f6117ac565b6001600160a01b038316610a765760405163d92e233d60e01b815260040160405180910390fd5b5f610a7f6114ec565b905080831115610ac85782816040517f87607d48000000000000000000000000000000000000000000000000000000008152600401610abf929190612e16565b60405180910390fd5b610ad28484611cbe565b50610779611c04565b5f610ae860035460ff1690565b80156108425750610842611e54565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a610b218161158e565b610b29611f8c565b50565b5f6060805f5f5f6060610b3d611fc9565b610b45611ff4565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b7fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea192610bb48161158e565b610bbc61176f565b6040805160a081018252600a54808252600b546020830152600c5492820192909252600d546060820152600e5467ffffffffffffffff166080820152905f03610c185760405163e8d4708f60e01b815260040160405180910390fd5b805186141580610c2c575084816020015114155b80610c3b575083816040015114155b80610c4a575082816060015114155b15610c955780516020820151604080840151606085015191517f6df78074000000000000000000000000000000000000000000000000000000008152610abf94939290600401612e31565b600f54336001600160a01b0390911603610cdd57336040517f32daa348000000000000000000000000000000000000000000000000000000008152600401610abf9190612a81565b806080015167ffffffffffffffff16421015610d2d578060800151426040517f839aae0b000000000000000000000000000000000000000000000000000000008152600401610abf929190612e6f565b8051602082015160408301516060840151600755600655600555600455610d905f600a819055600b819055600c819055600d55600e805467ffffffffffffffff19169055600f805473ffffffffffffffffffffffffffffffffffffffff19169055565b805160208201516040517fb096998b766474ee6923653b474d692d32e3cd2d5dbe8cc7176d09f28fcc219591610dc59161289e565b60405180910390a2505050505050565b7fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1610dff8161158e565b5f859003610e39576040517fb263ae7300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600554841015610e7a576005546040517fe60b1006000000000000000000000000000000000000000000000000000000008152610abf918691600401612e16565b5f610ea57f000000000000000000000000000000000000000000000000000000000000000042612e91565b6040805160a081018252888152602081018890528082018790526060810186905267ffffffffffffffff83166080909101819052600a899055600b889055600c879055600d869055600e805467ffffffffffffffff19169091179055600f805473ffffffffffffffffffffffffffffffffffffffff1916331790555190915086907fec2ea99b1ca47e0cdba006302f2e989cfe581215d7de54ca6256a48395e9608190610dc5908890889088908790612eb5565b6001600160a01b038082165f9081526009602052604081205490917f0000000000000000000000000000000000000000000000000000000000000000161561104e576040517fc884ef830000000000000000000000000000000000000000000000000000000081526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063c884ef8390611000908690600401612a81565b602060405180830381865afa15801561101b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061103f9190612df8565b6110499082612eea565b611050565b805b9392505050565b61105f6117ac565b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a08231906110ad903090600401612a81565b602060405180830381865afa1580156110c8573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110ec9190612df8565b90506111236001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633308561201f565b6111b882827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a08231306040518263ffffffff1660e01b81526004016111749190612a81565b602060405180830381865afa15801561118f573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111b39190612df8565b61204c565b50610b29611c04565b5f828152602081905260409020600101546111db8161158e565b6107278383611701565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316156112a2577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663d54ad2a16040518163ffffffff1660e01b8152600401602060405180830381865afa158015611271573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906112959190612df8565b6008546108429190612eea565b5060085490565b6112b161176f565b6112b96117ac565b824211156112f75782426040517ff88f0490000000000000000000000000000000000000000000000000000000008152600401610abf929190612e16565b5f61134f7f6c43729284aa7967b31b4f36b2300f06d23cd3bc7b03f5f3ff2cb52d930bf61f8a8a8a88604051602001611334959493929190612efd565b604051602081830303815290604052805190602001206120a3565b905061135d898285856120ea565b61139b57888888866040517f80f18a38000000000000000000000000000000000000000000000000000000008152600401610abf9493929190612f3f565b6113a889898989896117e1565b506113b1611c04565b5050505050505050565b335f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff161580156114275750335f9081527fad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5602052604090205460ff16155b15611455576114557fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea19261158e565b600a545f8190036114795760405163e8d4708f60e01b815260040160405180910390fd5b6114bf5f600a819055600b819055600c819055600d55600e805467ffffffffffffffff19169055600f805473ffffffffffffffffffffffffffffffffffffffff19169055565b60405181907f03735bfdad86093bd1ec54c0aec0273cfeeeda1af0a88816d5335fcf33790516905f90a250565b5f6108427f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a08231306040518263ffffffff1660e01b815260040161153c9190612a81565b602060405180830381865afa158015611557573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061157b9190612df8565b610a38611586610828565b610a386111e5565b610b298133612160565b5f6001600160a01b0382166115c05760405163d92e233d60e01b815260040160405180910390fd5b7fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc18314801561162557506001600160a01b0382165f9081527f7b11379db96bb3d54beb11781be5e345f18ff19de2caada93c24b1c167c1b98b602052604090205460ff165b8061169057507fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea1928314801561169057506001600160a01b0382165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff165b156116c957816040517f24f4628d000000000000000000000000000000000000000000000000000000008152600401610abf9190612a81565b5f6116d484846121c1565b90508080156116e1575083155b156110505760108054905f6116f583612f5a565b91905055509392505050565b5f5f61170d8484612268565b905080801561171a575083155b8015611736575060105f815461172f90612f72565b9182905550155b1561105057826040517f56aae60b000000000000000000000000000000000000000000000000000000008152600401610abf9190612a81565b60035460ff1615610826576040517fd93c066500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6117b46122e9565b61082660017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90612342565b6001600160a01b0384166118085760405163d92e233d60e01b815260040160405180910390fd5b6004545f819003611845576040517f7a5af78b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61184d611e54565b6118a5577f00000000000000000000000000000000000000000000000000000000000000006040517f0570add1000000000000000000000000000000000000000000000000000000008152600401610abf9190612a81565b5f86856040516020016118b9929190612f87565b604051602081830303815290604052805190602001206040516020016118df9190612f95565b60405160208183030381529060405280519060200120905061190384848484612349565b61193f578685836040517f2f01c23a000000000000000000000000000000000000000000000000000000008152600401610abf93929190612fa9565b5f61194988610f59565b90508086036119885787816040517f01ac6c1a000000000000000000000000000000000000000000000000000000008152600401610abf929190612f87565b808610156119c8578786826040517f4b141bb2000000000000000000000000000000000000000000000000000000008152600401610abf93929190612fa9565b5f6119d38288612fd1565b90505f6119de610a29565b905080821115611a1e5781816040517f97b2c9fe000000000000000000000000000000000000000000000000000000008152600401610abf929190612e16565b6001600160a01b038a165f9081526009602052604081208054849290611a45908490612eea565b925050819055508160085f828254611a5d9190612eea565b92505081905550848a6001600160a01b03167f336726e3fa30ca51481d8f4925757fbefa26e579834379263188b2ba0eab448e848b604051611aa0929190612e16565b60405180910390a3896001600160a01b0316896001600160a01b031614611b0d57886001600160a01b03168a6001600160a01b03167feb02cb7e81236601a3399f9bb0b18f262aaea8b00c262bf1a5b8ae159a97e2f784604051611b04919061289e565b60405180910390a35b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190611b5b908d90600401612a81565b602060405180830381865afa158015611b76573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611b9a9190612df8565b9050611ba68a84611cbe565b611bf783827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a082318e6040518263ffffffff1660e01b81526004016111749190612a81565b5050505050505050505050565b6108265f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006117db565b611c36612360565b6003805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b604051611c709190612a81565b60405180910390a1565b611c87838383600161239c565b6107795782604051635274afe760e01b8152600401610abf9190612a81565b5f818311611cb4575f611050565b6110508284612fd1565b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190611d0c903090600401612a81565b602060405180830381865afa158015611d27573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611d4b9190612df8565b905081811015611d8b5781816040517f2305a7aa000000000000000000000000000000000000000000000000000000008152600401610abf929190612e16565b611dbf6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168484611c7a565b610779827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a08231306040518263ffffffff1660e01b8152600401611e0f9190612a81565b602060405180830381865afa158015611e2a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e4e9190612df8565b8361204c565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316611e895750600190565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166375f12b216040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015611f03575060408051601f3d908101601f19168201909252611f0091810190612ff7565b60015b611f87577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611f63573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108429190612ff7565b919050565b611f9461176f565b6003805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258611c633390565b60606108427f0000000000000000000000000000000000000000000000000000000000000000612417565b60606108427f0000000000000000000000000000000000000000000000000000000000000000612417565b61202d848484846001612454565b6107275783604051635274afe760e01b8152600401610abf9190612a81565b5f82821161205a575f612064565b6120648383612fd1565b90508381146107275783816040517fca0dd236000000000000000000000000000000000000000000000000000000008152600401610abf929190612e16565b5f6106fd6120af6124da565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f846001600160a01b03163b5f03612149575f5f612109868686612564565b5090925090505f81600381111561212257612122613015565b1480156121405750866001600160a01b0316826001600160a01b0316145b92505050612158565b612155858585856125ab565b90505b949350505050565b5f828152602081815260408083206001600160a01b038516845290915290205460ff166121bd5780826040517fe2517d3f000000000000000000000000000000000000000000000000000000008152600401610abf929190612f87565b5050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff16612261575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556122193390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016106fd565b505f6106fd565b5f828152602081815260408083206001600160a01b038516845290915281205460ff1615612261575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a45060016106fd565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610826576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f8261235686868561262d565b1495945050505050565b60035460ff16610826576040517f8dfc202b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f5114831661240b5783831516156123ff573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b60605f6124238361266e565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b6040517f23b872dd000000000000000000000000000000000000000000000000000000005f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f511483166124c95783831516156124bd573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561253257507f000000000000000000000000000000000000000000000000000000000000000046145b1561255c57507f000000000000000000000000000000000000000000000000000000000000000090565b6108426126ae565b5f80806041849003612598578435602086013560408701355f1a61258a89828585612743565b9550955095505050506125a2565b505f915060029050825b93509350939050565b604080517f1626ba7e00000000000000000000000000000000000000000000000000000000808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa835f5114601f3d11168116945050505050949350505050565b5f81815b848110156126655761265b8287878481811061264f5761264f613029565b905060200201356127fd565b9150600101612631565b50949350505050565b5f60ff8216601f81111561104e576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f7f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f7f00000000000000000000000000000000000000000000000000000000000000007f0000000000000000000000000000000000000000000000000000000000000000463060405160200161272895949392919061303d565b60405160208183030381529060405280519060200120905090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561277c57505f915060039050826127f3565b5f6001888888886040515f815260200160405260405161279f9493929190613088565b6020604051602081039080840390855afa1580156127bf573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166127ea57505f9250600191508290506127f3565b92505f91508190505b9450945094915050565b5f818310612817575f828152602084905260409020611050565b5f838152602083905260409020611050565b7fffffffff0000000000000000000000000000000000000000000000000000000081165b8114610b29575f5ffd5b80356106fd81612829565b5f60208284031215612875576128755f5ffd5b5f6121588484612857565b8015155b82525050565b602081016106fd8284612880565b80612884565b602081016106fd8284612898565b8061284d565b80356106fd816128ac565b5f602082840312156128d0576128d05f5ffd5b5f61215884846128b2565b5f6001600160a01b0382166106fd565b61284d816128db565b80356106fd816128eb565b5f5f60408385031215612913576129135f5ffd5b5f61291e85856128b2565b925050602061292f858286016128f4565b9150509250929050565b5f5f83601f84011261294c5761294c5f5ffd5b50813567ffffffffffffffff811115612966576129665f5ffd5b602083019150836020820283011115612980576129805f5ffd5b9250929050565b5f5f5f5f6060858703121561299d5761299d5f5ffd5b5f6129a887876128f4565b94505060206129b9878288016128b2565b935050604085013567ffffffffffffffff8111156129d8576129d85f5ffd5b6129e487828801612939565b95989497509550505050565b67ffffffffffffffff8116612884565b602081016106fd82846129f0565b5f6106fd826128db565b61284d81612a0e565b80356106fd81612a18565b5f5f5f60608486031215612a4157612a415f5ffd5b5f612a4c8686612a21565b9350506020612a5d868287016128f4565b9250506040612a6e868287016128b2565b9150509250925092565b612884816128db565b602081016106fd8284612a78565b5f6106fd82612a0e565b61288481612a8f565b602081016106fd8284612a99565b5f5f60408385031215612ac457612ac45f5ffd5b5f612acf85856128f4565b925050602061292f858286016128b2565b7fff000000000000000000000000000000000000000000000000000000000000008116612884565b8281835e505f910152565b5f612b1c825190565b808452602084019350612b33818560208601612b08565b601f01601f19169290920192915050565b5f612b4f8383612898565b505060200190565b5f612b60825190565b8084526020938401938301805f5b83811015612b93578151612b828882612b44565b975060208301925050600101612b6e565b509495945050505050565b60e08101612bac828a612ae0565b8181036020830152612bbe8189612b13565b90508181036040830152612bd28188612b13565b9050612be16060830187612898565b612bee6080830186612a78565b612bfb60a0830185612898565b81810360c0830152612c0d8184612b57565b9998505050505050505050565b5f60208284031215612c2d57612c2d5f5ffd5b5f61215884846128f4565b5f5f5f5f60808587031215612c4e57612c4e5f5ffd5b5f612c5987876128b2565b9450506020612c6a878288016128b2565b9350506040612c7b878288016128b2565b9250506060612c8c878288016128b2565b91505092959194509250565b60a08101612ca68288612898565b612cb36020830187612898565b612cc06040830186612898565b612ccd6060830185612898565b612cda60808301846129f0565b9695505050505050565b5f5f83601f840112612cf757612cf75f5ffd5b50813567ffffffffffffffff811115612d1157612d115f5ffd5b602083019150836001820283011115612980576129805f5ffd5b5f5f5f5f5f5f5f5f60c0898b031215612d4557612d455f5ffd5b5f612d508b8b6128f4565b9850506020612d618b828c016128f4565b9750506040612d728b828c016128b2565b965050606089013567ffffffffffffffff811115612d9157612d915f5ffd5b612d9d8b828c01612939565b95509550506080612db08b828c016128b2565b93505060a089013567ffffffffffffffff811115612dcf57612dcf5f5ffd5b612ddb8b828c01612ce4565b92509250509295985092959890939650565b80516106fd816128ac565b5f60208284031215612e0b57612e0b5f5ffd5b5f6121588484612ded565b60408101612e248285612898565b6110506020830184612898565b60808101612e3f8287612898565b612e4c6020830186612898565b612e596040830185612898565b612e666060830184612898565b95945050505050565b60408101612e2482856129f0565b634e487b7160e01b5f52601160045260245ffd5b67ffffffffffffffff9182169190811690828201908111156106fd576106fd612e7d565b60808101612ec38287612898565b612ed06020830186612898565b612edd6040830185612898565b612e6660608301846129f0565b808201808211156106fd576106fd612e7d565b60a08101612f0b8288612898565b612f186020830187612a78565b612f256040830186612a78565b612f326060830185612898565b612cda6080830184612898565b60808101612f4d8287612a78565b612e4c6020830186612a78565b5f5f198203612f6b57612f6b612e7d565b5060010190565b5f81612f8057612f80612e7d565b505f190190565b60408101612e248285612a78565b5f612fa08284612898565b50602001919050565b60608101612fb78286612a78565b612fc46020830185612898565b6121586040830184612898565b818103818111156106fd576106fd612e7d565b80151561284d565b80516106fd81612fe4565b5f6020828403121561300a5761300a5f5ffd5b5f6121588484612fec565b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52603260045260245ffd5b60a0810161304b8288612898565b6130586020830187612898565b6130656040830186612898565b6130726060830185612898565b612cda6080830184612a78565b60ff8116612884565b608081016130968287612898565b612e4c602083018661307f56fea164736f6c6343000825000aec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea192b09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1",
}

// PayoutDistributor is an auto generated Go binding around an Ethereum contract.
type PayoutDistributor struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *PayoutDistributor) GetABI() abi.ABI {
	return c.abi
}

// NewPayoutDistributor creates a new instance of PayoutDistributor.
func NewPayoutDistributor() *PayoutDistributor {
	parsed, err := PayoutDistributorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &PayoutDistributor{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *PayoutDistributor) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token_, address admin, address proposer, address activator, uint64 delay_, address earlier_) returns()
func (payoutDistributor *PayoutDistributor) PackConstructor(token_ common.Address, admin common.Address, proposer common.Address, activator common.Address, delay_ uint64, earlier_ common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("", token_, admin, proposer, activator, delay_, earlier_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackACTIVATORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08740a3b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ACTIVATOR_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackACTIVATORROLE() []byte {
	enc, err := payoutDistributor.abi.Pack("ACTIVATOR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackACTIVATORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08740a3b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ACTIVATOR_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackACTIVATORROLE() ([]byte, error) {
	return payoutDistributor.abi.Pack("ACTIVATOR_ROLE")
}

// UnpackACTIVATORROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x08740a3b.
//
// Solidity: function ACTIVATOR_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackACTIVATORROLE(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("ACTIVATOR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackDEFAULTADMINROLE() []byte {
	enc, err := payoutDistributor.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return payoutDistributor.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMAXDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4125ff90.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_DELAY() view returns(uint64)
func (payoutDistributor *PayoutDistributor) PackMAXDELAY() []byte {
	enc, err := payoutDistributor.abi.Pack("MAX_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4125ff90.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_DELAY() view returns(uint64)
func (payoutDistributor *PayoutDistributor) TryPackMAXDELAY() ([]byte, error) {
	return payoutDistributor.abi.Pack("MAX_DELAY")
}

// UnpackMAXDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4125ff90.
//
// Solidity: function MAX_DELAY() view returns(uint64)
func (payoutDistributor *PayoutDistributor) UnpackMAXDELAY(data []byte) (uint64, error) {
	out, err := payoutDistributor.abi.Unpack("MAX_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMINDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f81aed7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MIN_DELAY() view returns(uint64)
func (payoutDistributor *PayoutDistributor) PackMINDELAY() []byte {
	enc, err := payoutDistributor.abi.Pack("MIN_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMINDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f81aed7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MIN_DELAY() view returns(uint64)
func (payoutDistributor *PayoutDistributor) TryPackMINDELAY() ([]byte, error) {
	return payoutDistributor.abi.Pack("MIN_DELAY")
}

// UnpackMINDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f81aed7.
//
// Solidity: function MIN_DELAY() view returns(uint64)
func (payoutDistributor *PayoutDistributor) UnpackMINDELAY(data []byte) (uint64, error) {
	out, err := payoutDistributor.abi.Unpack("MIN_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackPAUSERROLE() []byte {
	enc, err := payoutDistributor.abi.Pack("PAUSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackPAUSERROLE() ([]byte, error) {
	return payoutDistributor.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("PAUSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPROPOSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f61f4f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackPROPOSERROLE() []byte {
	enc, err := payoutDistributor.abi.Pack("PROPOSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPROPOSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f61f4f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackPROPOSERROLE() ([]byte, error) {
	return payoutDistributor.abi.Pack("PROPOSER_ROLE")
}

// UnpackPROPOSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f61f4f5.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackPROPOSERROLE(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("PROPOSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackActivate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf9d2460.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function activate(bytes32 root_, uint256 total_, bytes32 file_, bytes32 checkpoint_) returns()
func (payoutDistributor *PayoutDistributor) PackActivate(root [32]byte, total *big.Int, file [32]byte, checkpoint [32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("activate", root, total, file, checkpoint)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackActivate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf9d2460.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function activate(bytes32 root_, uint256 total_, bytes32 file_, bytes32 checkpoint_) returns()
func (payoutDistributor *PayoutDistributor) TryPackActivate(root [32]byte, total *big.Int, file [32]byte, checkpoint [32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("activate", root, total, file, checkpoint)
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea8a1af0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel() returns()
func (payoutDistributor *PayoutDistributor) PackCancel() []byte {
	enc, err := payoutDistributor.abi.Pack("cancel")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea8a1af0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel() returns()
func (payoutDistributor *PayoutDistributor) TryPackCancel() ([]byte, error) {
	return payoutDistributor.abi.Pack("cancel")
}

// PackCheckpoint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc2c4c5c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkpoint() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackCheckpoint() []byte {
	enc, err := payoutDistributor.abi.Pack("checkpoint")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckpoint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc2c4c5c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkpoint() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackCheckpoint() ([]byte, error) {
	return payoutDistributor.abi.Pack("checkpoint")
}

// UnpackCheckpoint is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc2c4c5c1.
//
// Solidity: function checkpoint() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackCheckpoint(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("checkpoint", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d13f874.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim(address account, uint256 cumulative, bytes32[] proof) returns()
func (payoutDistributor *PayoutDistributor) PackClaim(account common.Address, cumulative *big.Int, proof [][32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("claim", account, cumulative, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d13f874.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim(address account, uint256 cumulative, bytes32[] proof) returns()
func (payoutDistributor *PayoutDistributor) TryPackClaim(account common.Address, cumulative *big.Int, proof [][32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("claim", account, cumulative, proof)
}

// PackClaimTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ced003e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimTo(address to, uint256 cumulative, bytes32[] proof) returns()
func (payoutDistributor *PayoutDistributor) PackClaimTo(to common.Address, cumulative *big.Int, proof [][32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("claimTo", to, cumulative, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ced003e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimTo(address to, uint256 cumulative, bytes32[] proof) returns()
func (payoutDistributor *PayoutDistributor) TryPackClaimTo(to common.Address, cumulative *big.Int, proof [][32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("claimTo", to, cumulative, proof)
}

// PackClaimWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd36ca60.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimWith(address account, address to, uint256 cumulative, bytes32[] proof, uint256 deadline, bytes signature) returns()
func (payoutDistributor *PayoutDistributor) PackClaimWith(account common.Address, to common.Address, cumulative *big.Int, proof [][32]byte, deadline *big.Int, signature []byte) []byte {
	enc, err := payoutDistributor.abi.Pack("claimWith", account, to, cumulative, proof, deadline, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimWith is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd36ca60.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimWith(address account, address to, uint256 cumulative, bytes32[] proof, uint256 deadline, bytes signature) returns()
func (payoutDistributor *PayoutDistributor) TryPackClaimWith(account common.Address, to common.Address, cumulative *big.Int, proof [][32]byte, deadline *big.Int, signature []byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("claimWith", account, to, cumulative, proof, deadline, signature)
}

// PackClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc884ef83.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimed(address account) view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackClaimed(account common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("claimed", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc884ef83.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimed(address account) view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackClaimed(account common.Address) ([]byte, error) {
	return payoutDistributor.abi.Pack("claimed", account)
}

// UnpackClaimed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc884ef83.
//
// Solidity: function claimed(address account) view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackClaimed(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("claimed", data)
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
// Solidity: function delay() view returns(uint64)
func (payoutDistributor *PayoutDistributor) PackDelay() []byte {
	enc, err := payoutDistributor.abi.Pack("delay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delay() view returns(uint64)
func (payoutDistributor *PayoutDistributor) TryPackDelay() ([]byte, error) {
	return payoutDistributor.abi.Pack("delay")
}

// UnpackDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a42b8f8.
//
// Solidity: function delay() view returns(uint64)
func (payoutDistributor *PayoutDistributor) UnpackDelay(data []byte) (uint64, error) {
	out, err := payoutDistributor.abi.Unpack("delay", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackEarlier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66fbc154.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function earlier() view returns(address)
func (payoutDistributor *PayoutDistributor) PackEarlier() []byte {
	enc, err := payoutDistributor.abi.Pack("earlier")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEarlier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66fbc154.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function earlier() view returns(address)
func (payoutDistributor *PayoutDistributor) TryPackEarlier() ([]byte, error) {
	return payoutDistributor.abi.Pack("earlier")
}

// UnpackEarlier is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x66fbc154.
//
// Solidity: function earlier() view returns(address)
func (payoutDistributor *PayoutDistributor) UnpackEarlier(data []byte) (common.Address, error) {
	out, err := payoutDistributor.abi.Unpack("earlier", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (payoutDistributor *PayoutDistributor) PackEip712Domain() []byte {
	enc, err := payoutDistributor.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (payoutDistributor *PayoutDistributor) TryPackEip712Domain() ([]byte, error) {
	return payoutDistributor.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (payoutDistributor *PayoutDistributor) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := payoutDistributor.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackFile is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8525855d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function file() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackFile() []byte {
	enc, err := payoutDistributor.abi.Pack("file")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFile is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8525855d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function file() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackFile() ([]byte, error) {
	return payoutDistributor.abi.Pack("file")
}

// UnpackFile is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8525855d.
//
// Solidity: function file() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackFile(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("file", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1d209d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(uint256 amount) returns()
func (payoutDistributor *PayoutDistributor) PackFund(amount *big.Int) []byte {
	enc, err := payoutDistributor.abi.Pack("fund", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1d209d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(uint256 amount) returns()
func (payoutDistributor *PayoutDistributor) TryPackFund(amount *big.Int) ([]byte, error) {
	return payoutDistributor.abi.Pack("fund", amount)
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (payoutDistributor *PayoutDistributor) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (payoutDistributor *PayoutDistributor) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return payoutDistributor.abi.Pack("grantRole", role, account)
}

// PackGranted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x400571ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function granted() view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackGranted() []byte {
	enc, err := payoutDistributor.abi.Pack("granted")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGranted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x400571ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function granted() view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackGranted() ([]byte, error) {
	return payoutDistributor.abi.Pack("granted")
}

// UnpackGranted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x400571ba.
//
// Solidity: function granted() view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackGranted(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("granted", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (payoutDistributor *PayoutDistributor) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (payoutDistributor *PayoutDistributor) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return payoutDistributor.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (payoutDistributor *PayoutDistributor) UnpackHasRole(data []byte) (bool, error) {
	out, err := payoutDistributor.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa340cf79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paid(address account) view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackPaid(account common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("paid", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa340cf79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paid(address account) view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackPaid(account common.Address) ([]byte, error) {
	return payoutDistributor.abi.Pack("paid", account)
}

// UnpackPaid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa340cf79.
//
// Solidity: function paid(address account) view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackPaid(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("paid", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (payoutDistributor *PayoutDistributor) PackPause() []byte {
	enc, err := payoutDistributor.abi.Pack("pause")
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
func (payoutDistributor *PayoutDistributor) TryPackPause() ([]byte, error) {
	return payoutDistributor.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (payoutDistributor *PayoutDistributor) PackPaused() []byte {
	enc, err := payoutDistributor.abi.Pack("paused")
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
func (payoutDistributor *PayoutDistributor) TryPackPaused() ([]byte, error) {
	return payoutDistributor.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (payoutDistributor *PayoutDistributor) UnpackPaused(data []byte) (bool, error) {
	out, err := payoutDistributor.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPropose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc22c9af8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function propose(bytes32 root_, uint256 total_, bytes32 file_, bytes32 checkpoint_) returns()
func (payoutDistributor *PayoutDistributor) PackPropose(root [32]byte, total *big.Int, file [32]byte, checkpoint [32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("propose", root, total, file, checkpoint)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPropose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc22c9af8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function propose(bytes32 root_, uint256 total_, bytes32 file_, bytes32 checkpoint_) returns()
func (payoutDistributor *PayoutDistributor) TryPackPropose(root [32]byte, total *big.Int, file [32]byte, checkpoint [32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("propose", root, total, file, checkpoint)
}

// PackProposed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1851c92.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposed() view returns(bytes32 root, uint256 total, bytes32 file, bytes32 checkpoint, uint64 activeFrom)
func (payoutDistributor *PayoutDistributor) PackProposed() []byte {
	enc, err := payoutDistributor.abi.Pack("proposed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1851c92.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposed() view returns(bytes32 root, uint256 total, bytes32 file, bytes32 checkpoint, uint64 activeFrom)
func (payoutDistributor *PayoutDistributor) TryPackProposed() ([]byte, error) {
	return payoutDistributor.abi.Pack("proposed")
}

// ProposedOutput serves as a container for the return parameters of contract
// method Proposed.
type ProposedOutput struct {
	Root       [32]byte
	Total      *big.Int
	File       [32]byte
	Checkpoint [32]byte
	ActiveFrom uint64
}

// UnpackProposed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd1851c92.
//
// Solidity: function proposed() view returns(bytes32 root, uint256 total, bytes32 file, bytes32 checkpoint, uint64 activeFrom)
func (payoutDistributor *PayoutDistributor) UnpackProposed(data []byte) (ProposedOutput, error) {
	out, err := payoutDistributor.abi.Unpack("proposed", data)
	outstruct := new(ProposedOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Root = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Total = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.File = *abi.ConvertType(out[2], new([32]byte)).(*[32]byte)
	outstruct.Checkpoint = *abi.ConvertType(out[3], new([32]byte)).(*[32]byte)
	outstruct.ActiveFrom = *abi.ConvertType(out[4], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackProposedBy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60c92613.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposedBy() view returns(address)
func (payoutDistributor *PayoutDistributor) PackProposedBy() []byte {
	enc, err := payoutDistributor.abi.Pack("proposedBy")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposedBy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60c92613.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposedBy() view returns(address)
func (payoutDistributor *PayoutDistributor) TryPackProposedBy() ([]byte, error) {
	return payoutDistributor.abi.Pack("proposedBy")
}

// UnpackProposedBy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x60c92613.
//
// Solidity: function proposedBy() view returns(address)
func (payoutDistributor *PayoutDistributor) UnpackProposedBy(data []byte) (common.Address, error) {
	out, err := payoutDistributor.abi.Unpack("proposedBy", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (payoutDistributor *PayoutDistributor) PackRenounceRole(role [32]byte, callerConfirmation common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("renounceRole", role, callerConfirmation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (payoutDistributor *PayoutDistributor) TryPackRenounceRole(role [32]byte, callerConfirmation common.Address) ([]byte, error) {
	return payoutDistributor.abi.Pack("renounceRole", role, callerConfirmation)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (payoutDistributor *PayoutDistributor) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := payoutDistributor.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (payoutDistributor *PayoutDistributor) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return payoutDistributor.abi.Pack("revokeRole", role, account)
}

// PackRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebf0c717.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function root() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) PackRoot() []byte {
	enc, err := payoutDistributor.abi.Pack("root")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebf0c717.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function root() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) TryPackRoot() ([]byte, error) {
	return payoutDistributor.abi.Pack("root")
}

// UnpackRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xebf0c717.
//
// Solidity: function root() view returns(bytes32)
func (payoutDistributor *PayoutDistributor) UnpackRoot(data []byte) ([32]byte, error) {
	out, err := payoutDistributor.abi.Unpack("root", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackStopped is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75f12b21.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stopped() view returns(bool)
func (payoutDistributor *PayoutDistributor) PackStopped() []byte {
	enc, err := payoutDistributor.abi.Pack("stopped")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStopped is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75f12b21.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stopped() view returns(bool)
func (payoutDistributor *PayoutDistributor) TryPackStopped() ([]byte, error) {
	return payoutDistributor.abi.Pack("stopped")
}

// UnpackStopped is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x75f12b21.
//
// Solidity: function stopped() view returns(bool)
func (payoutDistributor *PayoutDistributor) UnpackStopped(data []byte) (bool, error) {
	out, err := payoutDistributor.abi.Unpack("stopped", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (payoutDistributor *PayoutDistributor) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (payoutDistributor *PayoutDistributor) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (payoutDistributor *PayoutDistributor) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := payoutDistributor.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSweep is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ea056a9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sweep(address to, uint256 amount) returns()
func (payoutDistributor *PayoutDistributor) PackSweep(to common.Address, amount *big.Int) []byte {
	enc, err := payoutDistributor.abi.Pack("sweep", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSweep is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ea056a9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sweep(address to, uint256 amount) returns()
func (payoutDistributor *PayoutDistributor) TryPackSweep(to common.Address, amount *big.Int) ([]byte, error) {
	return payoutDistributor.abi.Pack("sweep", to, amount)
}

// PackSweepOther is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cdca065.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sweepOther(address other, address to, uint256 amount) returns()
func (payoutDistributor *PayoutDistributor) PackSweepOther(other common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := payoutDistributor.abi.Pack("sweepOther", other, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSweepOther is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cdca065.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sweepOther(address other, address to, uint256 amount) returns()
func (payoutDistributor *PayoutDistributor) TryPackSweepOther(other common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return payoutDistributor.abi.Pack("sweepOther", other, to, amount)
}

// PackSweepable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc5d38c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sweepable() view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackSweepable() []byte {
	enc, err := payoutDistributor.abi.Pack("sweepable")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSweepable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc5d38c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sweepable() view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackSweepable() ([]byte, error) {
	return payoutDistributor.abi.Pack("sweepable")
}

// UnpackSweepable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc5d38c5.
//
// Solidity: function sweepable() view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackSweepable(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("sweepable", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (payoutDistributor *PayoutDistributor) PackToken() []byte {
	enc, err := payoutDistributor.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (payoutDistributor *PayoutDistributor) TryPackToken() ([]byte, error) {
	return payoutDistributor.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (payoutDistributor *PayoutDistributor) UnpackToken(data []byte) (common.Address, error) {
	out, err := payoutDistributor.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTotal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ddbd13a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function total() view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackTotal() []byte {
	enc, err := payoutDistributor.abi.Pack("total")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ddbd13a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function total() view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackTotal() ([]byte, error) {
	return payoutDistributor.abi.Pack("total")
}

// UnpackTotal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2ddbd13a.
//
// Solidity: function total() view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackTotal(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("total", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd54ad2a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalClaimed() view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackTotalClaimed() []byte {
	enc, err := payoutDistributor.abi.Pack("totalClaimed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd54ad2a1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalClaimed() view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackTotalClaimed() ([]byte, error) {
	return payoutDistributor.abi.Pack("totalClaimed")
}

// UnpackTotalClaimed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd54ad2a1.
//
// Solidity: function totalClaimed() view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackTotalClaimed(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("totalClaimed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7b0f666.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalPaid() view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackTotalPaid() []byte {
	enc, err := payoutDistributor.abi.Pack("totalPaid")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7b0f666.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalPaid() view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackTotalPaid() ([]byte, error) {
	return payoutDistributor.abi.Pack("totalPaid")
}

// UnpackTotalPaid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe7b0f666.
//
// Solidity: function totalPaid() view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackTotalPaid(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("totalPaid", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnclaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x669416b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unclaimed() view returns(uint256)
func (payoutDistributor *PayoutDistributor) PackUnclaimed() []byte {
	enc, err := payoutDistributor.abi.Pack("unclaimed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnclaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x669416b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unclaimed() view returns(uint256)
func (payoutDistributor *PayoutDistributor) TryPackUnclaimed() ([]byte, error) {
	return payoutDistributor.abi.Pack("unclaimed")
}

// UnpackUnclaimed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x669416b8.
//
// Solidity: function unclaimed() view returns(uint256)
func (payoutDistributor *PayoutDistributor) UnpackUnclaimed(data []byte) (*big.Int, error) {
	out, err := payoutDistributor.abi.Unpack("unclaimed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (payoutDistributor *PayoutDistributor) PackUnpause() []byte {
	enc, err := payoutDistributor.abi.Pack("unpause")
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
func (payoutDistributor *PayoutDistributor) TryPackUnpause() ([]byte, error) {
	return payoutDistributor.abi.Pack("unpause")
}

// PayoutDistributorClaimed represents a Claimed event raised by the PayoutDistributor contract.
type PayoutDistributorClaimed struct {
	Account    common.Address
	Amount     *big.Int
	Cumulative *big.Int
	Root       [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorClaimedEventName = "Claimed"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorClaimed) ContractEventName() string {
	return PayoutDistributorClaimedEventName
}

// UnpackClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Claimed(address indexed account, uint256 amount, uint256 cumulative, bytes32 indexed root)
func (payoutDistributor *PayoutDistributor) UnpackClaimedEvent(log *types.Log) (*PayoutDistributorClaimed, error) {
	event := "Claimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorClaimed)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorClaimedTo represents a ClaimedTo event raised by the PayoutDistributor contract.
type PayoutDistributorClaimedTo struct {
	Account common.Address
	To      common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorClaimedToEventName = "ClaimedTo"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorClaimedTo) ContractEventName() string {
	return PayoutDistributorClaimedToEventName
}

// UnpackClaimedToEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ClaimedTo(address indexed account, address indexed to, uint256 amount)
func (payoutDistributor *PayoutDistributor) UnpackClaimedToEvent(log *types.Log) (*PayoutDistributorClaimedTo, error) {
	event := "ClaimedTo"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorClaimedTo)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorEIP712DomainChanged represents a EIP712DomainChanged event raised by the PayoutDistributor contract.
type PayoutDistributorEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorEIP712DomainChanged) ContractEventName() string {
	return PayoutDistributorEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (payoutDistributor *PayoutDistributor) UnpackEIP712DomainChangedEvent(log *types.Log) (*PayoutDistributorEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorPaused represents a Paused event raised by the PayoutDistributor contract.
type PayoutDistributorPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorPaused) ContractEventName() string {
	return PayoutDistributorPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (payoutDistributor *PayoutDistributor) UnpackPausedEvent(log *types.Log) (*PayoutDistributorPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorPaused)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorRoleAdminChanged represents a RoleAdminChanged event raised by the PayoutDistributor contract.
type PayoutDistributorRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorRoleAdminChanged) ContractEventName() string {
	return PayoutDistributorRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (payoutDistributor *PayoutDistributor) UnpackRoleAdminChangedEvent(log *types.Log) (*PayoutDistributorRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorRoleGranted represents a RoleGranted event raised by the PayoutDistributor contract.
type PayoutDistributorRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorRoleGranted) ContractEventName() string {
	return PayoutDistributorRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (payoutDistributor *PayoutDistributor) UnpackRoleGrantedEvent(log *types.Log) (*PayoutDistributorRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorRoleGranted)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorRoleRevoked represents a RoleRevoked event raised by the PayoutDistributor contract.
type PayoutDistributorRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorRoleRevoked) ContractEventName() string {
	return PayoutDistributorRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (payoutDistributor *PayoutDistributor) UnpackRoleRevokedEvent(log *types.Log) (*PayoutDistributorRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorRoleRevoked)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorRootActivated represents a RootActivated event raised by the PayoutDistributor contract.
type PayoutDistributorRootActivated struct {
	Root  [32]byte
	Total *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorRootActivatedEventName = "RootActivated"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorRootActivated) ContractEventName() string {
	return PayoutDistributorRootActivatedEventName
}

// UnpackRootActivatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RootActivated(bytes32 indexed root, uint256 total)
func (payoutDistributor *PayoutDistributor) UnpackRootActivatedEvent(log *types.Log) (*PayoutDistributorRootActivated, error) {
	event := "RootActivated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorRootActivated)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorRootCancelled represents a RootCancelled event raised by the PayoutDistributor contract.
type PayoutDistributorRootCancelled struct {
	Root [32]byte
	Raw  *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorRootCancelledEventName = "RootCancelled"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorRootCancelled) ContractEventName() string {
	return PayoutDistributorRootCancelledEventName
}

// UnpackRootCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RootCancelled(bytes32 indexed root)
func (payoutDistributor *PayoutDistributor) UnpackRootCancelledEvent(log *types.Log) (*PayoutDistributorRootCancelled, error) {
	event := "RootCancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorRootCancelled)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorRootProposed represents a RootProposed event raised by the PayoutDistributor contract.
type PayoutDistributorRootProposed struct {
	Root       [32]byte
	Total      *big.Int
	File       [32]byte
	Checkpoint [32]byte
	ActiveFrom uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorRootProposedEventName = "RootProposed"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorRootProposed) ContractEventName() string {
	return PayoutDistributorRootProposedEventName
}

// UnpackRootProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RootProposed(bytes32 indexed root, uint256 total, bytes32 file, bytes32 checkpoint, uint64 activeFrom)
func (payoutDistributor *PayoutDistributor) UnpackRootProposedEvent(log *types.Log) (*PayoutDistributorRootProposed, error) {
	event := "RootProposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorRootProposed)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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

// PayoutDistributorUnpaused represents a Unpaused event raised by the PayoutDistributor contract.
type PayoutDistributorUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const PayoutDistributorUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (PayoutDistributorUnpaused) ContractEventName() string {
	return PayoutDistributorUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (payoutDistributor *PayoutDistributor) UnpackUnpausedEvent(log *types.Log) (*PayoutDistributorUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payoutDistributor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutDistributorUnpaused)
	if len(log.Data) > 0 {
		if err := payoutDistributor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payoutDistributor.abi.Events[event].Inputs {
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
func (payoutDistributor *PayoutDistributor) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["BadDelay"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackBadDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["CumulativeBelowClaimed"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackCumulativeBelowClaimedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["EarlierStillPays"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackEarlierStillPaysError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["FeeOnTransfer"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackFeeOnTransferError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["InvalidProof"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackInvalidProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["LastAdmin"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackLastAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NoActiveRoot"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNoActiveRootError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotADistributor"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotADistributorError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotAToken"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotATokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotSweepable"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotSweepableError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotWhatIsProposed"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotWhatIsProposedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NothingProposed"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNothingProposedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NothingToClaim"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNothingToClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["ProposerCannotActivate"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackProposerCannotActivateError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["SameProposerAndActivator"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackSameProposerAndActivatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["SignatureExpired"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackSignatureExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["TotalBelowActive"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackTotalBelowActiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["TotalExceeded"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackTotalExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["Underfunded"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackUnderfundedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["UseSweep"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackUseSweepError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackZeroAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["ZeroRoot"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackZeroRootError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// PayoutDistributorAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the PayoutDistributor contract.
type PayoutDistributorAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func PayoutDistributorAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (payoutDistributor *PayoutDistributor) UnpackAccessControlBadConfirmationError(raw []byte) (*PayoutDistributorAccessControlBadConfirmation, error) {
	out := new(PayoutDistributorAccessControlBadConfirmation)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the PayoutDistributor contract.
type PayoutDistributorAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func PayoutDistributorAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (payoutDistributor *PayoutDistributor) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*PayoutDistributorAccessControlUnauthorizedAccount, error) {
	out := new(PayoutDistributorAccessControlUnauthorizedAccount)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorBadDelay represents a BadDelay error raised by the PayoutDistributor contract.
type PayoutDistributorBadDelay struct {
	Delay    uint64
	Shortest uint64
	Longest  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadDelay(uint64 delay, uint64 shortest, uint64 longest)
func PayoutDistributorBadDelayErrorID() common.Hash {
	return common.HexToHash("0x5322c38608b3b61f6dbcff08bffcc420092fae5117f7b47ab1e7c396db212ac8")
}

// UnpackBadDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadDelay(uint64 delay, uint64 shortest, uint64 longest)
func (payoutDistributor *PayoutDistributor) UnpackBadDelayError(raw []byte) (*PayoutDistributorBadDelay, error) {
	out := new(PayoutDistributorBadDelay)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "BadDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorBadSignature represents a BadSignature error raised by the PayoutDistributor contract.
type PayoutDistributorBadSignature struct {
	Account    common.Address
	To         common.Address
	Cumulative *big.Int
	Deadline   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature(address account, address to, uint256 cumulative, uint256 deadline)
func PayoutDistributorBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x80f18a3889e5e54a368303a1ea4888b5442de962e12f0aa9ec795bda0d0afbf9")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature(address account, address to, uint256 cumulative, uint256 deadline)
func (payoutDistributor *PayoutDistributor) UnpackBadSignatureError(raw []byte) (*PayoutDistributorBadSignature, error) {
	out := new(PayoutDistributorBadSignature)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorCumulativeBelowClaimed represents a CumulativeBelowClaimed error raised by the PayoutDistributor contract.
type PayoutDistributorCumulativeBelowClaimed struct {
	Account    common.Address
	Cumulative *big.Int
	Claimed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CumulativeBelowClaimed(address account, uint256 cumulative, uint256 claimed)
func PayoutDistributorCumulativeBelowClaimedErrorID() common.Hash {
	return common.HexToHash("0x4b141bb23be30c3ac8205d2d986ae3ce0d505e2c215d596421d5f1e4c94e3488")
}

// UnpackCumulativeBelowClaimedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CumulativeBelowClaimed(address account, uint256 cumulative, uint256 claimed)
func (payoutDistributor *PayoutDistributor) UnpackCumulativeBelowClaimedError(raw []byte) (*PayoutDistributorCumulativeBelowClaimed, error) {
	out := new(PayoutDistributorCumulativeBelowClaimed)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "CumulativeBelowClaimed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorEarlierStillPays represents a EarlierStillPays error raised by the PayoutDistributor contract.
type PayoutDistributorEarlierStillPays struct {
	Earlier common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EarlierStillPays(address earlier)
func PayoutDistributorEarlierStillPaysErrorID() common.Hash {
	return common.HexToHash("0x0570add11ad4182f9b6fc0c0a5fe59c0bc94465bf470b5c8e9083740576294a5")
}

// UnpackEarlierStillPaysError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EarlierStillPays(address earlier)
func (payoutDistributor *PayoutDistributor) UnpackEarlierStillPaysError(raw []byte) (*PayoutDistributorEarlierStillPays, error) {
	out := new(PayoutDistributorEarlierStillPays)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "EarlierStillPays", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorEnforcedPause represents a EnforcedPause error raised by the PayoutDistributor contract.
type PayoutDistributorEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func PayoutDistributorEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (payoutDistributor *PayoutDistributor) UnpackEnforcedPauseError(raw []byte) (*PayoutDistributorEnforcedPause, error) {
	out := new(PayoutDistributorEnforcedPause)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorExpectedPause represents a ExpectedPause error raised by the PayoutDistributor contract.
type PayoutDistributorExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func PayoutDistributorExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (payoutDistributor *PayoutDistributor) UnpackExpectedPauseError(raw []byte) (*PayoutDistributorExpectedPause, error) {
	out := new(PayoutDistributorExpectedPause)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorFeeOnTransfer represents a FeeOnTransfer error raised by the PayoutDistributor contract.
type PayoutDistributorFeeOnTransfer struct {
	Amount *big.Int
	Moved  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeOnTransfer(uint256 amount, uint256 moved)
func PayoutDistributorFeeOnTransferErrorID() common.Hash {
	return common.HexToHash("0xca0dd23612559db056192da443044598512e4263465720cea1acc3529a5751fd")
}

// UnpackFeeOnTransferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeOnTransfer(uint256 amount, uint256 moved)
func (payoutDistributor *PayoutDistributor) UnpackFeeOnTransferError(raw []byte) (*PayoutDistributorFeeOnTransfer, error) {
	out := new(PayoutDistributorFeeOnTransfer)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "FeeOnTransfer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorInvalidProof represents a InvalidProof error raised by the PayoutDistributor contract.
type PayoutDistributorInvalidProof struct {
	Account    common.Address
	Cumulative *big.Int
	Root       [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidProof(address account, uint256 cumulative, bytes32 root)
func PayoutDistributorInvalidProofErrorID() common.Hash {
	return common.HexToHash("0x2f01c23a573c0687365a83798a2533c7e332b21b3cbd79ca0f25b909bdfefa40")
}

// UnpackInvalidProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidProof(address account, uint256 cumulative, bytes32 root)
func (payoutDistributor *PayoutDistributor) UnpackInvalidProofError(raw []byte) (*PayoutDistributorInvalidProof, error) {
	out := new(PayoutDistributorInvalidProof)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "InvalidProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorInvalidShortString represents a InvalidShortString error raised by the PayoutDistributor contract.
type PayoutDistributorInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func PayoutDistributorInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (payoutDistributor *PayoutDistributor) UnpackInvalidShortStringError(raw []byte) (*PayoutDistributorInvalidShortString, error) {
	out := new(PayoutDistributorInvalidShortString)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorLastAdmin represents a LastAdmin error raised by the PayoutDistributor contract.
type PayoutDistributorLastAdmin struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LastAdmin(address account)
func PayoutDistributorLastAdminErrorID() common.Hash {
	return common.HexToHash("0x56aae60b547fae265ac4db27c5a31bf3e1cf1f3519450d28787a431febc5d3ee")
}

// UnpackLastAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LastAdmin(address account)
func (payoutDistributor *PayoutDistributor) UnpackLastAdminError(raw []byte) (*PayoutDistributorLastAdmin, error) {
	out := new(PayoutDistributorLastAdmin)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "LastAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNoActiveRoot represents a NoActiveRoot error raised by the PayoutDistributor contract.
type PayoutDistributorNoActiveRoot struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoActiveRoot()
func PayoutDistributorNoActiveRootErrorID() common.Hash {
	return common.HexToHash("0x7a5af78b574d98183544ad6eeee6048bbaeb93d96b09a70a315961595a21033b")
}

// UnpackNoActiveRootError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoActiveRoot()
func (payoutDistributor *PayoutDistributor) UnpackNoActiveRootError(raw []byte) (*PayoutDistributorNoActiveRoot, error) {
	out := new(PayoutDistributorNoActiveRoot)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NoActiveRoot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNotADistributor represents a NotADistributor error raised by the PayoutDistributor contract.
type PayoutDistributorNotADistributor struct {
	Earlier common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotADistributor(address earlier)
func PayoutDistributorNotADistributorErrorID() common.Hash {
	return common.HexToHash("0x1e9e7b468e612856dfce64873ad644272c0c64e58c99764e383c1f9f8b7a74f8")
}

// UnpackNotADistributorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotADistributor(address earlier)
func (payoutDistributor *PayoutDistributor) UnpackNotADistributorError(raw []byte) (*PayoutDistributorNotADistributor, error) {
	out := new(PayoutDistributorNotADistributor)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NotADistributor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNotAToken represents a NotAToken error raised by the PayoutDistributor contract.
type PayoutDistributorNotAToken struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAToken(address token)
func PayoutDistributorNotATokenErrorID() common.Hash {
	return common.HexToHash("0xf0ae59ab2305e450b7994c131d4d487b62eef4fac72f3b690bc790b01afd51f5")
}

// UnpackNotATokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAToken(address token)
func (payoutDistributor *PayoutDistributor) UnpackNotATokenError(raw []byte) (*PayoutDistributorNotAToken, error) {
	out := new(PayoutDistributorNotAToken)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NotAToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNotSweepable represents a NotSweepable error raised by the PayoutDistributor contract.
type PayoutDistributorNotSweepable struct {
	Amount    *big.Int
	Sweepable *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSweepable(uint256 amount, uint256 sweepable)
func PayoutDistributorNotSweepableErrorID() common.Hash {
	return common.HexToHash("0x87607d487a23784fe0a85a3a9c0fc61b673a2e9e0dc09ec7b58767bc97ed424a")
}

// UnpackNotSweepableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSweepable(uint256 amount, uint256 sweepable)
func (payoutDistributor *PayoutDistributor) UnpackNotSweepableError(raw []byte) (*PayoutDistributorNotSweepable, error) {
	out := new(PayoutDistributorNotSweepable)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NotSweepable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNotWhatIsProposed represents a NotWhatIsProposed error raised by the PayoutDistributor contract.
type PayoutDistributorNotWhatIsProposed struct {
	Root       [32]byte
	Total      *big.Int
	File       [32]byte
	Checkpoint [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotWhatIsProposed(bytes32 root, uint256 total, bytes32 file, bytes32 checkpoint)
func PayoutDistributorNotWhatIsProposedErrorID() common.Hash {
	return common.HexToHash("0x6df780748784408ab1d87822ab1998e1f61c16ddfcce510716165cd64540a913")
}

// UnpackNotWhatIsProposedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotWhatIsProposed(bytes32 root, uint256 total, bytes32 file, bytes32 checkpoint)
func (payoutDistributor *PayoutDistributor) UnpackNotWhatIsProposedError(raw []byte) (*PayoutDistributorNotWhatIsProposed, error) {
	out := new(PayoutDistributorNotWhatIsProposed)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NotWhatIsProposed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNothingProposed represents a NothingProposed error raised by the PayoutDistributor contract.
type PayoutDistributorNothingProposed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingProposed()
func PayoutDistributorNothingProposedErrorID() common.Hash {
	return common.HexToHash("0xe8d4708f1ce155a4ba1959115e0c9bbe84c6ee56d58a959067d410c653bd4587")
}

// UnpackNothingProposedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingProposed()
func (payoutDistributor *PayoutDistributor) UnpackNothingProposedError(raw []byte) (*PayoutDistributorNothingProposed, error) {
	out := new(PayoutDistributorNothingProposed)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NothingProposed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorNothingToClaim represents a NothingToClaim error raised by the PayoutDistributor contract.
type PayoutDistributorNothingToClaim struct {
	Account common.Address
	Claimed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToClaim(address account, uint256 claimed)
func PayoutDistributorNothingToClaimErrorID() common.Hash {
	return common.HexToHash("0x01ac6c1a7eefe3bb77b0103be5637bc1149875a3eef79ab1e671f13f98ece98a")
}

// UnpackNothingToClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToClaim(address account, uint256 claimed)
func (payoutDistributor *PayoutDistributor) UnpackNothingToClaimError(raw []byte) (*PayoutDistributorNothingToClaim, error) {
	out := new(PayoutDistributorNothingToClaim)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NothingToClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorProposerCannotActivate represents a ProposerCannotActivate error raised by the PayoutDistributor contract.
type PayoutDistributorProposerCannotActivate struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProposerCannotActivate(address account)
func PayoutDistributorProposerCannotActivateErrorID() common.Hash {
	return common.HexToHash("0x32daa3482c83638f3f3c284c3afcb36bf5d9aebe5fc7d910bb0a4fcac7c7e869")
}

// UnpackProposerCannotActivateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProposerCannotActivate(address account)
func (payoutDistributor *PayoutDistributor) UnpackProposerCannotActivateError(raw []byte) (*PayoutDistributorProposerCannotActivate, error) {
	out := new(PayoutDistributorProposerCannotActivate)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "ProposerCannotActivate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the PayoutDistributor contract.
type PayoutDistributorReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func PayoutDistributorReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (payoutDistributor *PayoutDistributor) UnpackReentrancyGuardReentrantCallError(raw []byte) (*PayoutDistributorReentrancyGuardReentrantCall, error) {
	out := new(PayoutDistributorReentrancyGuardReentrantCall)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the PayoutDistributor contract.
type PayoutDistributorSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func PayoutDistributorSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (payoutDistributor *PayoutDistributor) UnpackSafeERC20FailedOperationError(raw []byte) (*PayoutDistributorSafeERC20FailedOperation, error) {
	out := new(PayoutDistributorSafeERC20FailedOperation)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorSameProposerAndActivator represents a SameProposerAndActivator error raised by the PayoutDistributor contract.
type PayoutDistributorSameProposerAndActivator struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SameProposerAndActivator(address account)
func PayoutDistributorSameProposerAndActivatorErrorID() common.Hash {
	return common.HexToHash("0x24f4628d6627413883523e8385ff125e91b73f1729f523ac283843d1024a6e49")
}

// UnpackSameProposerAndActivatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SameProposerAndActivator(address account)
func (payoutDistributor *PayoutDistributor) UnpackSameProposerAndActivatorError(raw []byte) (*PayoutDistributorSameProposerAndActivator, error) {
	out := new(PayoutDistributorSameProposerAndActivator)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "SameProposerAndActivator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorSignatureExpired represents a SignatureExpired error raised by the PayoutDistributor contract.
type PayoutDistributorSignatureExpired struct {
	Deadline *big.Int
	Time     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SignatureExpired(uint256 deadline, uint256 time)
func PayoutDistributorSignatureExpiredErrorID() common.Hash {
	return common.HexToHash("0xf88f049083a0890cb69bf0c7edbb1077a93679504997c26fadbfea86435ab250")
}

// UnpackSignatureExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SignatureExpired(uint256 deadline, uint256 time)
func (payoutDistributor *PayoutDistributor) UnpackSignatureExpiredError(raw []byte) (*PayoutDistributorSignatureExpired, error) {
	out := new(PayoutDistributorSignatureExpired)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "SignatureExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorStringTooLong represents a StringTooLong error raised by the PayoutDistributor contract.
type PayoutDistributorStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func PayoutDistributorStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (payoutDistributor *PayoutDistributor) UnpackStringTooLongError(raw []byte) (*PayoutDistributorStringTooLong, error) {
	out := new(PayoutDistributorStringTooLong)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorTooEarly represents a TooEarly error raised by the PayoutDistributor contract.
type PayoutDistributorTooEarly struct {
	ActiveFrom uint64
	Time       *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint64 activeFrom, uint256 time)
func PayoutDistributorTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x839aae0b6e6b5877e54c4b2eb63a99b9f345f102f653181c166590f7058dda69")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint64 activeFrom, uint256 time)
func (payoutDistributor *PayoutDistributor) UnpackTooEarlyError(raw []byte) (*PayoutDistributorTooEarly, error) {
	out := new(PayoutDistributorTooEarly)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorTotalBelowActive represents a TotalBelowActive error raised by the PayoutDistributor contract.
type PayoutDistributorTotalBelowActive struct {
	Total  *big.Int
	Active *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TotalBelowActive(uint256 total, uint256 active)
func PayoutDistributorTotalBelowActiveErrorID() common.Hash {
	return common.HexToHash("0xe60b10063bce59e443f28fbc7c368e37039d3ed48a932485a21d7500de3e9984")
}

// UnpackTotalBelowActiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TotalBelowActive(uint256 total, uint256 active)
func (payoutDistributor *PayoutDistributor) UnpackTotalBelowActiveError(raw []byte) (*PayoutDistributorTotalBelowActive, error) {
	out := new(PayoutDistributorTotalBelowActive)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "TotalBelowActive", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorTotalExceeded represents a TotalExceeded error raised by the PayoutDistributor contract.
type PayoutDistributorTotalExceeded struct {
	Amount *big.Int
	Left   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TotalExceeded(uint256 amount, uint256 left)
func PayoutDistributorTotalExceededErrorID() common.Hash {
	return common.HexToHash("0x97b2c9feed7f15d09a2418836309ba196dd62ae096f19767c80e702f72aefc63")
}

// UnpackTotalExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TotalExceeded(uint256 amount, uint256 left)
func (payoutDistributor *PayoutDistributor) UnpackTotalExceededError(raw []byte) (*PayoutDistributorTotalExceeded, error) {
	out := new(PayoutDistributorTotalExceeded)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "TotalExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorUnderfunded represents a Underfunded error raised by the PayoutDistributor contract.
type PayoutDistributorUnderfunded struct {
	Amount  *big.Int
	Balance *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Underfunded(uint256 amount, uint256 balance)
func PayoutDistributorUnderfundedErrorID() common.Hash {
	return common.HexToHash("0x2305a7aa9f1bacc08ec878913363bf92bcd44b7153760139395598009bf82adb")
}

// UnpackUnderfundedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Underfunded(uint256 amount, uint256 balance)
func (payoutDistributor *PayoutDistributor) UnpackUnderfundedError(raw []byte) (*PayoutDistributorUnderfunded, error) {
	out := new(PayoutDistributorUnderfunded)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "Underfunded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorUseSweep represents a UseSweep error raised by the PayoutDistributor contract.
type PayoutDistributorUseSweep struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UseSweep()
func PayoutDistributorUseSweepErrorID() common.Hash {
	return common.HexToHash("0xae6133448410df18f41362cb08851ee0a163d3010647960c7104fee6b610cb29")
}

// UnpackUseSweepError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UseSweep()
func (payoutDistributor *PayoutDistributor) UnpackUseSweepError(raw []byte) (*PayoutDistributorUseSweep, error) {
	out := new(PayoutDistributorUseSweep)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "UseSweep", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorZeroAddress represents a ZeroAddress error raised by the PayoutDistributor contract.
type PayoutDistributorZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func PayoutDistributorZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (payoutDistributor *PayoutDistributor) UnpackZeroAddressError(raw []byte) (*PayoutDistributorZeroAddress, error) {
	out := new(PayoutDistributorZeroAddress)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDistributorZeroRoot represents a ZeroRoot error raised by the PayoutDistributor contract.
type PayoutDistributorZeroRoot struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroRoot()
func PayoutDistributorZeroRootErrorID() common.Hash {
	return common.HexToHash("0xb263ae738e814ca9af6ee56bb85daa47624e790421913c947dcba2aac07cfdbd")
}

// UnpackZeroRootError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroRoot()
func (payoutDistributor *PayoutDistributor) UnpackZeroRootError(raw []byte) (*PayoutDistributorZeroRoot, error) {
	out := new(PayoutDistributorZeroRoot)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "ZeroRoot", raw); err != nil {
		return nil, err
	}
	return out, nil
}
