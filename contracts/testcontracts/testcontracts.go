// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package testcontracts

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

// AliasTokenMetaData contains all meta data concerning the AliasToken contract.
var AliasTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractHookToken\",\"name\":\"same_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"same\",\"outputs\":[{\"internalType\":\"contractHookToken\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "AliasToken",
	Bin: "0x60a060405234801561000f575f5ffd5b5060405161032038038061032083398101604081905261002e9161007c565b6001600160a01b03166080526100a2565b5f6001600160a01b0382165b92915050565b5f61004b8261003f565b61006481610051565b811461006e575f5ffd5b50565b805161004b8161005b565b5f6020828403121561008f5761008f5f5ffd5b5f61009a8484610071565b949350505050565b6080516102616100bf5f395f8181603d015260d401526102615ff3fe608060405234801561000f575f5ffd5b5060043610610034575f3560e01c80639146a4d514610038578063a9059cbb14610075575b5f5ffd5b61005f7f000000000000000000000000000000000000000000000000000000000000000081565b60405161006c9190610185565b60405180910390f35b6100886100833660046101c5565b610095565b60405161006c9190610207565b6040517f8cb561510000000000000000000000000000000000000000000000000000000081525f9073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690638cb561519061010d90339087908790600401610224565b5f604051808303815f87803b158015610124575f5ffd5b505af1158015610136573d5f5f3e3d5ffd5b50505050600190505b92915050565b5f73ffffffffffffffffffffffffffffffffffffffff821661013f565b5f61013f82610145565b5f61013f82610162565b61017f8161016c565b82525050565b6020810161013f8284610176565b61019c81610145565b81146101a6575f5ffd5b50565b803561013f81610193565b8061019c565b803561013f816101b4565b5f5f604083850312156101d9576101d95f5ffd5b5f6101e485856101a9565b92505060206101f5858286016101ba565b9150509250929050565b80151561017f565b6020810161013f82846101ff565b61017f81610145565b8061017f565b606081016102328286610215565b61023f6020830185610215565b61024c604083018461021e565b94935050505056fea164736f6c6343000825000a",
}

// AliasToken is an auto generated Go binding around an Ethereum contract.
type AliasToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *AliasToken) GetABI() abi.ABI {
	return c.abi
}

// NewAliasToken creates a new instance of AliasToken.
func NewAliasToken() *AliasToken {
	parsed, err := AliasTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &AliasToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *AliasToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address same_) returns()
func (aliasToken *AliasToken) PackConstructor(same_ common.Address) []byte {
	enc, err := aliasToken.abi.Pack("", same_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackSame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9146a4d5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function same() view returns(address)
func (aliasToken *AliasToken) PackSame() []byte {
	enc, err := aliasToken.abi.Pack("same")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9146a4d5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function same() view returns(address)
func (aliasToken *AliasToken) TryPackSame() ([]byte, error) {
	return aliasToken.abi.Pack("same")
}

// UnpackSame is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9146a4d5.
//
// Solidity: function same() view returns(address)
func (aliasToken *AliasToken) UnpackSame(data []byte) (common.Address, error) {
	out, err := aliasToken.abi.Unpack("same", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 amount) returns(bool)
func (aliasToken *AliasToken) PackTransfer(to common.Address, amount *big.Int) []byte {
	enc, err := aliasToken.abi.Pack("transfer", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 amount) returns(bool)
func (aliasToken *AliasToken) TryPackTransfer(to common.Address, amount *big.Int) ([]byte, error) {
	return aliasToken.abi.Pack("transfer", to, amount)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 amount) returns(bool)
func (aliasToken *AliasToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := aliasToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// AnsweringMetaData contains all meta data concerning the Answering contract.
var AnsweringMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"answer_\",\"type\":\"bytes\"},{\"internalType\":\"enumAnswering.How\",\"name\":\"how_\",\"type\":\"uint8\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"stateMutability\":\"nonpayable\",\"type\":\"fallback\"}]",
	ID:  "Answering",
	Bin: "0x608060405234801561000f575f5ffd5b5060405161052b38038061052b83398101604081905261002e91610187565b60018054839183915f91829184919060ff191681836002811115610054576100546101da565b0217905550610065905083826102d9565b5050505050610398565b634e487b7160e01b5f52604160045260245ffd5b601f19601f83011681018181106001600160401b03821117156100a8576100a861006f565b6040525050565b5f6100b960405190565b90506100c58282610083565b919050565b5f6001600160401b038211156100e2576100e261006f565b601f19601f83011660200192915050565b8281835e505f910152565b5f61011061010b846100ca565b6100af565b90508281526020810184848401111561012a5761012a5f5ffd5b6101358482856100f3565b509392505050565b5f82601f83011261014f5761014f5f5ffd5b815161015f8482602086016100fe565b949350505050565b60038110610173575f5ffd5b50565b805161018181610167565b92915050565b5f5f6040838503121561019b5761019b5f5ffd5b82516001600160401b038111156101b3576101b35f5ffd5b6101bf8582860161013d565b92505060206101d085828601610176565b9150509250929050565b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061021657607f821691505b602082108103610228576102286101ee565b50919050565b5f6101816102398381565b90565b6102458361022e565b81545f1960089490940293841b1916921b91909117905550565b5f61026b81848461023c565b505050565b5f5b8281101561026b576102865f82840161025f565b600101610272565b601f82111561026b578282111561026b575f818152602090206020601f8401046020601f86010460208610156102c157505f5b8083016102d082840382610270565b50505050505050565b81516001600160401b038111156102f2576102f261006f565b6102fc8254610202565b61030782828561028e565b6020601f831160018114610339575f84156103225750858201515b5f19600886021c1981166002860217865550610390565b5f85815260208120601f198616915b828110156103685788850151825560209485019460019092019101610348565b8683101561038357848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b610186806103a55f395ff3fe608060405234801561000f575f5ffd5b505f5f805461001d90610139565b80601f016020809104026020016040519081016040528092919081815260200182805461004990610139565b80156100945780601f1061006b57610100808354040283529160200191610094565b820191905f5260205f20905b81548152906001019060200180831161007757829003601f168201915b50939450600293506100a592505050565b60015460ff1660028111156100bc576100bc610165565b036100f2575b80805190602001206040516020016100dc91815260200190565b60405160208183030381529060405290506100c2565b5f6001805460ff16600281111561010b5761010b610165565b14905080801561011d57825160208401fd5b825160208401f35b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061014d57607f821691505b60208210810361015f5761015f610125565b50919050565b634e487b7160e01b5f52602160045260245ffdfea164736f6c6343000825000a",
}

// Answering is an auto generated Go binding around an Ethereum contract.
type Answering struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Answering) GetABI() abi.ABI {
	return c.abi
}

// NewAnswering creates a new instance of Answering.
func NewAnswering() *Answering {
	parsed, err := AnsweringMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Answering{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Answering) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(bytes answer_, uint8 how_) returns()
func (answering *Answering) PackConstructor(answer_ []byte, how_ uint8) []byte {
	enc, err := answering.abi.Pack("", answer_, how_)
	if err != nil {
		panic(err)
	}
	return enc
}

// FeeTokenMetaData contains all meta data concerning the FeeToken contract.
var FeeTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"feeBps\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"onTop\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"onTop_\",\"type\":\"bool\"}],\"name\":\"setFee\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "FeeToken",
	Bin: "0x608060405234801561000f575f5ffd5b506040518060400160405280600381526020016246656560e81b8152506040518060400160405280600381526020016246454560e81b81525081600390816100579190610171565b5060046100648282610171565b505050610230565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52602260045260245ffd5b6002810460018216806100a857607f821691505b6020821081036100ba576100ba610080565b50919050565b5f6100ce6100cb8381565b90565b92915050565b6100dd836100c0565b81545f1960089490940293841b1916921b91909117905550565b5f6101038184846100d4565b505050565b5f5b828110156101035761011e5f8284016100f7565b60010161010a565b601f8211156101035782821115610103575f818152602090206020601f8401046020601f860104602086101561015957505f5b80830161016882840382610108565b50505050505050565b81516001600160401b0381111561018a5761018a61006c565b6101948254610094565b61019f828285610126565b6020601f8311600181146101d1575f84156101ba5750858201515b5f19600886021c1981166002860217865550610228565b5f85815260208120601f198616915b8281101561020057888501518255602094850194600190920191016101e0565b8683101561021b57848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b6109e58061023d5f395ff3fe608060405234801561000f575f5ffd5b50600436106100da575f3560e01c806340c10f191161008857806395d89b411161006357806395d89b41146101b9578063a9059cbb146101c1578063ad1f22ed146101d4578063dd62ed3e146101e1575f5ffd5b806340c10f191461015857806370a082311461016d578063850de56014610195575f5ffd5b806323b872dd116100b857806323b872dd1461012d57806324a9d85314610140578063313ce56714610149575f5ffd5b806306fdde03146100de578063095ea7b3146100fc57806318160ddd1461011c575b5f5ffd5b6100e6610219565b6040516100f39190610730565b60405180910390f35b61010f61010a36600461078a565b6102a9565b6040516100f391906107ce565b6002545b6040516100f391906107e2565b61010f61013b3660046107f0565b6102c2565b61012060055481565b60126040516100f39190610845565b61016b61016636600461078a565b6102e5565b005b61012061017b366004610853565b6001600160a01b03165f9081526020819052604090205490565b61016b6101a336600461088c565b6006805460ff1916911515919091179055600555565b6100e66102f3565b61010f6101cf36600461078a565b610302565b60065461010f9060ff1681565b6101206101ef3660046108bc565b6001600160a01b039182165f90815260016020908152604080832093909416825291909152205490565b60606003805461022890610900565b80601f016020809104026020016040519081016040528092919081815260200182805461025490610900565b801561029f5780601f106102765761010080835404028352916020019161029f565b820191905f5260205f20905b81548152906001019060200180831161028257829003601f168201915b5050505050905090565b5f336102b681858561030f565b60019150505b92915050565b5f336102cf858285610321565b6102da8585856103ac565b506001949350505050565b6102ef8282610422565b5050565b60606004805461022890610900565b5f336102b68185856103ac565b61031c8383836001610456565b505050565b6001600160a01b038381165f908152600160209081526040808320938616835292905220545f198110156103a65781811015610398578281836040517ffb8f41b200000000000000000000000000000000000000000000000000000000815260040161038f93929190610935565b60405180910390fd5b6103a684848484035f610456565b50505050565b6001600160a01b0383166103ee575f6040517f96c6fd1e00000000000000000000000000000000000000000000000000000000815260040161038f919061095d565b6001600160a01b038216610417575f60405163ec442f0560e01b815260040161038f919061095d565b61031c838383610558565b6001600160a01b03821661044b575f60405163ec442f0560e01b815260040161038f919061095d565b6102ef5f8383610558565b6001600160a01b038416610498575f6040517fe602df0500000000000000000000000000000000000000000000000000000000815260040161038f919061095d565b6001600160a01b0383166104da575f6040517f94280d6200000000000000000000000000000000000000000000000000000000815260040161038f919061095d565b6001600160a01b038085165f90815260016020908152604080832093871683529290522082905580156103a657826001600160a01b0316846001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b9258460405161054a91906107e2565b60405180910390a350505050565b6105638383836105ca565b5f61271060055483610575919061097f565b61057f91906109b2565b90505f8111801561059857506001600160a01b03841615155b80156105ac57506001600160a01b03831615155b156103a6576006546103a69060ff166105c557836105c7565b845b5f835b6001600160a01b0383166105f4578060025f8282546105e991906109c5565b9091555061066a9050565b6001600160a01b0383165f908152602081905260409020548181101561064c578381836040517fe450d38c00000000000000000000000000000000000000000000000000000000815260040161038f93929190610935565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b038216610686576002805482900390556106a4565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef836040516106e791906107e2565b60405180910390a3505050565b8281835e505f910152565b5f610708825190565b80845260208401935061071f8185602086016106f4565b601f01601f19169290920192915050565b6020808252810161074181846106ff565b9392505050565b5f6001600160a01b0382166102bc565b61076181610748565b811461076b575f5ffd5b50565b80356102bc81610758565b80610761565b80356102bc81610779565b5f5f6040838503121561079e5761079e5f5ffd5b5f6107a9858561076e565b92505060206107ba8582860161077f565b9150509250929050565b8015155b82525050565b602081016102bc82846107c4565b806107c8565b602081016102bc82846107dc565b5f5f5f60608486031215610805576108055f5ffd5b5f610810868661076e565b93505060206108218682870161076e565b92505060406108328682870161077f565b9150509250925092565b60ff81166107c8565b602081016102bc828461083c565b5f60208284031215610866576108665f5ffd5b5f610871848461076e565b949350505050565b801515610761565b80356102bc81610879565b5f5f604083850312156108a0576108a05f5ffd5b5f6108ab858561077f565b92505060206107ba85828601610881565b5f5f604083850312156108d0576108d05f5ffd5b5f6108db858561076e565b92505060206107ba8582860161076e565b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061091457607f821691505b602082108103610926576109266108ec565b50919050565b6107c881610748565b60608101610943828661092c565b61095060208301856107dc565b61087160408301846107dc565b602081016102bc828461092c565b634e487b7160e01b5f52601160045260245ffd5b8181028082158382048514176109975761099761096b565b5092915050565b634e487b7160e01b5f52601260045260245ffd5b5f826109c0576109c061099e565b500490565b808201808211156102bc576102bc61096b56fea164736f6c6343000825000a",
}

// FeeToken is an auto generated Go binding around an Ethereum contract.
type FeeToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *FeeToken) GetABI() abi.ABI {
	return c.abi
}

// NewFeeToken creates a new instance of FeeToken.
func NewFeeToken() *FeeToken {
	parsed, err := FeeTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &FeeToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *FeeToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (feeToken *FeeToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := feeToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (feeToken *FeeToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return feeToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (feeToken *FeeToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := feeToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (feeToken *FeeToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := feeToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (feeToken *FeeToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return feeToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (feeToken *FeeToken) UnpackApprove(data []byte) (bool, error) {
	out, err := feeToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (feeToken *FeeToken) PackBalanceOf(account common.Address) []byte {
	enc, err := feeToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (feeToken *FeeToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return feeToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (feeToken *FeeToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := feeToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (feeToken *FeeToken) PackDecimals() []byte {
	enc, err := feeToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (feeToken *FeeToken) TryPackDecimals() ([]byte, error) {
	return feeToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (feeToken *FeeToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := feeToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackFeeBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24a9d853.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function feeBps() view returns(uint256)
func (feeToken *FeeToken) PackFeeBps() []byte {
	enc, err := feeToken.abi.Pack("feeBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeeBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24a9d853.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function feeBps() view returns(uint256)
func (feeToken *FeeToken) TryPackFeeBps() ([]byte, error) {
	return feeToken.abi.Pack("feeBps")
}

// UnpackFeeBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24a9d853.
//
// Solidity: function feeBps() view returns(uint256)
func (feeToken *FeeToken) UnpackFeeBps(data []byte) (*big.Int, error) {
	out, err := feeToken.abi.Unpack("feeBps", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (feeToken *FeeToken) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := feeToken.abi.Pack("mint", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (feeToken *FeeToken) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return feeToken.abi.Pack("mint", to, amount)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (feeToken *FeeToken) PackName() []byte {
	enc, err := feeToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (feeToken *FeeToken) TryPackName() ([]byte, error) {
	return feeToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (feeToken *FeeToken) UnpackName(data []byte) (string, error) {
	out, err := feeToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackOnTop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad1f22ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function onTop() view returns(bool)
func (feeToken *FeeToken) PackOnTop() []byte {
	enc, err := feeToken.abi.Pack("onTop")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOnTop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad1f22ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function onTop() view returns(bool)
func (feeToken *FeeToken) TryPackOnTop() ([]byte, error) {
	return feeToken.abi.Pack("onTop")
}

// UnpackOnTop is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad1f22ed.
//
// Solidity: function onTop() view returns(bool)
func (feeToken *FeeToken) UnpackOnTop(data []byte) (bool, error) {
	out, err := feeToken.abi.Unpack("onTop", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSetFee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x850de560.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setFee(uint256 bps, bool onTop_) returns()
func (feeToken *FeeToken) PackSetFee(bps *big.Int, onTop bool) []byte {
	enc, err := feeToken.abi.Pack("setFee", bps, onTop)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetFee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x850de560.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setFee(uint256 bps, bool onTop_) returns()
func (feeToken *FeeToken) TryPackSetFee(bps *big.Int, onTop bool) ([]byte, error) {
	return feeToken.abi.Pack("setFee", bps, onTop)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (feeToken *FeeToken) PackSymbol() []byte {
	enc, err := feeToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (feeToken *FeeToken) TryPackSymbol() ([]byte, error) {
	return feeToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (feeToken *FeeToken) UnpackSymbol(data []byte) (string, error) {
	out, err := feeToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (feeToken *FeeToken) PackTotalSupply() []byte {
	enc, err := feeToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (feeToken *FeeToken) TryPackTotalSupply() ([]byte, error) {
	return feeToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (feeToken *FeeToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := feeToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (feeToken *FeeToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := feeToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (feeToken *FeeToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return feeToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (feeToken *FeeToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := feeToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (feeToken *FeeToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := feeToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (feeToken *FeeToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return feeToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (feeToken *FeeToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := feeToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// FeeTokenApproval represents a Approval event raised by the FeeToken contract.
type FeeTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const FeeTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (FeeTokenApproval) ContractEventName() string {
	return FeeTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (feeToken *FeeToken) UnpackApprovalEvent(log *types.Log) (*FeeTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != feeToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FeeTokenApproval)
	if len(log.Data) > 0 {
		if err := feeToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range feeToken.abi.Events[event].Inputs {
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

// FeeTokenTransfer represents a Transfer event raised by the FeeToken contract.
type FeeTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const FeeTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (FeeTokenTransfer) ContractEventName() string {
	return FeeTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (feeToken *FeeToken) UnpackTransferEvent(log *types.Log) (*FeeTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != feeToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FeeTokenTransfer)
	if len(log.Data) > 0 {
		if err := feeToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range feeToken.abi.Events[event].Inputs {
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
func (feeToken *FeeToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], feeToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return feeToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], feeToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return feeToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], feeToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return feeToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], feeToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return feeToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], feeToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return feeToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], feeToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return feeToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// FeeTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the FeeToken contract.
type FeeTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func FeeTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (feeToken *FeeToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*FeeTokenERC20InsufficientAllowance, error) {
	out := new(FeeTokenERC20InsufficientAllowance)
	if err := feeToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FeeTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the FeeToken contract.
type FeeTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func FeeTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (feeToken *FeeToken) UnpackERC20InsufficientBalanceError(raw []byte) (*FeeTokenERC20InsufficientBalance, error) {
	out := new(FeeTokenERC20InsufficientBalance)
	if err := feeToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FeeTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the FeeToken contract.
type FeeTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func FeeTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (feeToken *FeeToken) UnpackERC20InvalidApproverError(raw []byte) (*FeeTokenERC20InvalidApprover, error) {
	out := new(FeeTokenERC20InvalidApprover)
	if err := feeToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FeeTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the FeeToken contract.
type FeeTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func FeeTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (feeToken *FeeToken) UnpackERC20InvalidReceiverError(raw []byte) (*FeeTokenERC20InvalidReceiver, error) {
	out := new(FeeTokenERC20InvalidReceiver)
	if err := feeToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FeeTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the FeeToken contract.
type FeeTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func FeeTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (feeToken *FeeToken) UnpackERC20InvalidSenderError(raw []byte) (*FeeTokenERC20InvalidSender, error) {
	out := new(FeeTokenERC20InvalidSender)
	if err := feeToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FeeTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the FeeToken contract.
type FeeTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func FeeTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (feeToken *FeeToken) UnpackERC20InvalidSpenderError(raw []byte) (*FeeTokenERC20InvalidSpender, error) {
	out := new(FeeTokenERC20InvalidSpender)
	if err := feeToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HookTokenMetaData contains all meta data concerning the HookToken contract.
var HookTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"callsReceiver\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"callsSender\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"moveFor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"sending\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"receiving\",\"type\":\"bool\"}],\"name\":\"setHooks\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "HookToken",
	Bin: "0x608060405234801561000f575f5ffd5b5060405180604001604052806004815260200163486f6f6b60e01b81525060405180604001604052806004815260200163484f4f4b60e01b81525081600390816100599190610173565b5060046100668282610173565b505050610232565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52602260045260245ffd5b6002810460018216806100aa57607f821691505b6020821081036100bc576100bc610082565b50919050565b5f6100d06100cd8381565b90565b92915050565b6100df836100c2565b81545f1960089490940293841b1916921b91909117905550565b5f6101058184846100d6565b505050565b5f5b82811015610105576101205f8284016100f9565b60010161010c565b601f8211156101055782821115610105575f818152602090206020601f8401046020601f860104602086101561015b57505f5b80830161016a8284038261010a565b50505050505050565b81516001600160401b0381111561018c5761018c61006e565b6101968254610096565b6101a1828285610128565b6020601f8311600181146101d3575f84156101bc5750858201515b5f19600886021c198116600286021786555061022a565b5f85815260208120601f198616915b8281101561020257888501518255602094850194600190920191016101e2565b8683101561021d57848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b610aac8061023f5f395ff3fe608060405234801561000f575f5ffd5b50600436106100e5575f3560e01c806340c10f19116100885780638cb56151116100635780638cb561511461022857806395d89b411461023b578063a9059cbb14610243578063dd62ed3e14610256575f5ffd5b806340c10f191461019e578063698c96d2146101b357806370a0823114610200575f5ffd5b806318160ddd116100c357806318160ddd1461014957806323b872dd1461015a578063313ce5671461016d57806331e1993d1461017c575f5ffd5b806306fdde03146100e9578063095ea7b31461010757806310962cbb14610127575b5f5ffd5b6100f161028e565b6040516100fe919061082b565b60405180910390f35b61011a610115366004610885565b61031e565b6040516100fe91906108c9565b61011a6101353660046108d7565b60056020525f908152604090205460ff1681565b6002545b6040516100fe9190610903565b61011a610168366004610911565b610337565b60126040516100fe9190610966565b61011a61018a3660046108d7565b60066020525f908152604090205460ff1681565b6101b16101ac366004610885565b61035a565b005b6101b16101c1366004610987565b6001600160a01b039092165f9081526005602090815260408083206006909252909120805493151560ff19948516179055805491151591909216179055565b61014d61020e3660046108d7565b6001600160a01b03165f9081526020819052604090205490565b6101b1610236366004610911565b610368565b6100f1610378565b61011a610251366004610885565b610387565b61014d6102643660046109c9565b6001600160a01b039182165f90815260016020908152604080832093909416825291909152205490565b60606003805461029d90610a0d565b80601f01602080910402602001604051908101604052809291908181526020018280546102c990610a0d565b80156103145780601f106102eb57610100808354040283529160200191610314565b820191905f5260205f20905b8154815290600101906020018083116102f757829003601f168201915b5050505050905090565b5f3361032b818585610394565b60019150505b92915050565b5f336103448582856103a1565b61034f85858561042c565b506001949350505050565b61036482826104a2565b5050565b61037383838361042c565b505050565b60606004805461029d90610a0d565b5f3361032b81858561042c565b61037383838360016104d6565b6001600160a01b038381165f908152600160209081526040808320938616835292905220545f198110156104265781811015610418578281836040517ffb8f41b200000000000000000000000000000000000000000000000000000000815260040161040f93929190610a42565b60405180910390fd5b61042684848484035f6104d6565b50505050565b6001600160a01b03831661046e575f6040517f96c6fd1e00000000000000000000000000000000000000000000000000000000815260040161040f9190610a6a565b6001600160a01b038216610497575f60405163ec442f0560e01b815260040161040f9190610a6a565b6103738383836105d8565b6001600160a01b0382166104cb575f60405163ec442f0560e01b815260040161040f9190610a6a565b6103645f83836105d8565b6001600160a01b038416610518575f6040517fe602df0500000000000000000000000000000000000000000000000000000000815260040161040f9190610a6a565b6001600160a01b03831661055a575f6040517f94280d6200000000000000000000000000000000000000000000000000000000815260040161040f9190610a6a565b6001600160a01b038085165f908152600160209081526040808320938716835292905220829055801561042657826001600160a01b0316846001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925846040516105ca9190610903565b60405180910390a350505050565b6001600160a01b0383165f9081526005602052604090205460ff161561064757826001600160a01b03166336ab988a6040518163ffffffff1660e01b81526004015f604051808303815f87803b158015610630575f5ffd5b505af1158015610642573d5f5f3e3d5ffd5b505050505b6106528383836106c5565b6001600160a01b0382165f9081526006602052604090205460ff161561037357816001600160a01b0316633bb0cc556040518163ffffffff1660e01b81526004015f604051808303815f87803b1580156106aa575f5ffd5b505af11580156106bc573d5f5f3e3d5ffd5b50505050505050565b6001600160a01b0383166106ef578060025f8282546106e49190610a8c565b909155506107659050565b6001600160a01b0383165f9081526020819052604090205481811015610747578381836040517fe450d38c00000000000000000000000000000000000000000000000000000000815260040161040f93929190610a42565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b0382166107815760028054829003905561079f565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef836040516107e29190610903565b60405180910390a3505050565b8281835e505f910152565b5f610803825190565b80845260208401935061081a8185602086016107ef565b601f01601f19169290920192915050565b6020808252810161083c81846107fa565b9392505050565b5f6001600160a01b038216610331565b61085c81610843565b8114610866575f5ffd5b50565b803561033181610853565b8061085c565b803561033181610874565b5f5f60408385031215610899576108995f5ffd5b5f6108a48585610869565b92505060206108b58582860161087a565b9150509250929050565b8015155b82525050565b6020810161033182846108bf565b5f602082840312156108ea576108ea5f5ffd5b5f6108f58484610869565b949350505050565b806108c3565b6020810161033182846108fd565b5f5f5f60608486031215610926576109265f5ffd5b5f6109318686610869565b935050602061094286828701610869565b92505060406109538682870161087a565b9150509250925092565b60ff81166108c3565b60208101610331828461095d565b80151561085c565b803561033181610974565b5f5f5f6060848603121561099c5761099c5f5ffd5b5f6109a78686610869565b93505060206109b88682870161097c565b92505060406109538682870161097c565b5f5f604083850312156109dd576109dd5f5ffd5b5f6109e88585610869565b92505060206108b585828601610869565b634e487b7160e01b5f52602260045260245ffd5b600281046001821680610a2157607f821691505b602082108103610a3357610a336109f9565b50919050565b6108c381610843565b60608101610a508286610a39565b610a5d60208301856108fd565b6108f560408301846108fd565b602081016103318284610a39565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561033157610331610a7856fea164736f6c6343000825000a",
}

// HookToken is an auto generated Go binding around an Ethereum contract.
type HookToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *HookToken) GetABI() abi.ABI {
	return c.abi
}

// NewHookToken creates a new instance of HookToken.
func NewHookToken() *HookToken {
	parsed, err := HookTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &HookToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *HookToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (hookToken *HookToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := hookToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (hookToken *HookToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return hookToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (hookToken *HookToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := hookToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (hookToken *HookToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := hookToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (hookToken *HookToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return hookToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (hookToken *HookToken) UnpackApprove(data []byte) (bool, error) {
	out, err := hookToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (hookToken *HookToken) PackBalanceOf(account common.Address) []byte {
	enc, err := hookToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (hookToken *HookToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return hookToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (hookToken *HookToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := hookToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCallsReceiver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31e1993d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function callsReceiver(address account) view returns(bool)
func (hookToken *HookToken) PackCallsReceiver(account common.Address) []byte {
	enc, err := hookToken.abi.Pack("callsReceiver", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCallsReceiver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31e1993d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function callsReceiver(address account) view returns(bool)
func (hookToken *HookToken) TryPackCallsReceiver(account common.Address) ([]byte, error) {
	return hookToken.abi.Pack("callsReceiver", account)
}

// UnpackCallsReceiver is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x31e1993d.
//
// Solidity: function callsReceiver(address account) view returns(bool)
func (hookToken *HookToken) UnpackCallsReceiver(data []byte) (bool, error) {
	out, err := hookToken.abi.Unpack("callsReceiver", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCallsSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10962cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function callsSender(address account) view returns(bool)
func (hookToken *HookToken) PackCallsSender(account common.Address) []byte {
	enc, err := hookToken.abi.Pack("callsSender", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCallsSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10962cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function callsSender(address account) view returns(bool)
func (hookToken *HookToken) TryPackCallsSender(account common.Address) ([]byte, error) {
	return hookToken.abi.Pack("callsSender", account)
}

// UnpackCallsSender is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10962cbb.
//
// Solidity: function callsSender(address account) view returns(bool)
func (hookToken *HookToken) UnpackCallsSender(data []byte) (bool, error) {
	out, err := hookToken.abi.Unpack("callsSender", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (hookToken *HookToken) PackDecimals() []byte {
	enc, err := hookToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (hookToken *HookToken) TryPackDecimals() ([]byte, error) {
	return hookToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (hookToken *HookToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := hookToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (hookToken *HookToken) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := hookToken.abi.Pack("mint", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (hookToken *HookToken) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return hookToken.abi.Pack("mint", to, amount)
}

// PackMoveFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8cb56151.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function moveFor(address from, address to, uint256 amount) returns()
func (hookToken *HookToken) PackMoveFor(from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := hookToken.abi.Pack("moveFor", from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoveFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8cb56151.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function moveFor(address from, address to, uint256 amount) returns()
func (hookToken *HookToken) TryPackMoveFor(from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return hookToken.abi.Pack("moveFor", from, to, amount)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (hookToken *HookToken) PackName() []byte {
	enc, err := hookToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (hookToken *HookToken) TryPackName() ([]byte, error) {
	return hookToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (hookToken *HookToken) UnpackName(data []byte) (string, error) {
	out, err := hookToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSetHooks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x698c96d2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setHooks(address account, bool sending, bool receiving) returns()
func (hookToken *HookToken) PackSetHooks(account common.Address, sending bool, receiving bool) []byte {
	enc, err := hookToken.abi.Pack("setHooks", account, sending, receiving)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetHooks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x698c96d2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setHooks(address account, bool sending, bool receiving) returns()
func (hookToken *HookToken) TryPackSetHooks(account common.Address, sending bool, receiving bool) ([]byte, error) {
	return hookToken.abi.Pack("setHooks", account, sending, receiving)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (hookToken *HookToken) PackSymbol() []byte {
	enc, err := hookToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (hookToken *HookToken) TryPackSymbol() ([]byte, error) {
	return hookToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (hookToken *HookToken) UnpackSymbol(data []byte) (string, error) {
	out, err := hookToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (hookToken *HookToken) PackTotalSupply() []byte {
	enc, err := hookToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (hookToken *HookToken) TryPackTotalSupply() ([]byte, error) {
	return hookToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (hookToken *HookToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := hookToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (hookToken *HookToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := hookToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (hookToken *HookToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return hookToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (hookToken *HookToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := hookToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (hookToken *HookToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := hookToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (hookToken *HookToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return hookToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (hookToken *HookToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := hookToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// HookTokenApproval represents a Approval event raised by the HookToken contract.
type HookTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const HookTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (HookTokenApproval) ContractEventName() string {
	return HookTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (hookToken *HookToken) UnpackApprovalEvent(log *types.Log) (*HookTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hookToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HookTokenApproval)
	if len(log.Data) > 0 {
		if err := hookToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hookToken.abi.Events[event].Inputs {
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

// HookTokenTransfer represents a Transfer event raised by the HookToken contract.
type HookTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const HookTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (HookTokenTransfer) ContractEventName() string {
	return HookTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (hookToken *HookToken) UnpackTransferEvent(log *types.Log) (*HookTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hookToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HookTokenTransfer)
	if len(log.Data) > 0 {
		if err := hookToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hookToken.abi.Events[event].Inputs {
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
func (hookToken *HookToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], hookToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return hookToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], hookToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return hookToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], hookToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return hookToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], hookToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return hookToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], hookToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return hookToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], hookToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return hookToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// HookTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the HookToken contract.
type HookTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func HookTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (hookToken *HookToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*HookTokenERC20InsufficientAllowance, error) {
	out := new(HookTokenERC20InsufficientAllowance)
	if err := hookToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HookTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the HookToken contract.
type HookTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func HookTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (hookToken *HookToken) UnpackERC20InsufficientBalanceError(raw []byte) (*HookTokenERC20InsufficientBalance, error) {
	out := new(HookTokenERC20InsufficientBalance)
	if err := hookToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HookTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the HookToken contract.
type HookTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func HookTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (hookToken *HookToken) UnpackERC20InvalidApproverError(raw []byte) (*HookTokenERC20InvalidApprover, error) {
	out := new(HookTokenERC20InvalidApprover)
	if err := hookToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HookTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the HookToken contract.
type HookTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func HookTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (hookToken *HookToken) UnpackERC20InvalidReceiverError(raw []byte) (*HookTokenERC20InvalidReceiver, error) {
	out := new(HookTokenERC20InvalidReceiver)
	if err := hookToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HookTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the HookToken contract.
type HookTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func HookTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (hookToken *HookToken) UnpackERC20InvalidSenderError(raw []byte) (*HookTokenERC20InvalidSender, error) {
	out := new(HookTokenERC20InvalidSender)
	if err := hookToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HookTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the HookToken contract.
type HookTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func HookTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (hookToken *HookToken) UnpackERC20InvalidSpenderError(raw []byte) (*HookTokenERC20InvalidSpender, error) {
	out := new(HookTokenERC20InvalidSpender)
	if err := hookToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MultiBuyerMetaData contains all meta data concerning the MultiBuyer contract.
var MultiBuyerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractNodeSale\",\"name\":\"sale\",\"type\":\"address\"},{\"internalType\":\"uint256[]\",\"name\":\"quantities\",\"type\":\"uint256[]\"},{\"internalType\":\"string[]\",\"name\":\"codes\",\"type\":\"string[]\"}],\"name\":\"buyAll\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "MultiBuyer",
	Bin: "0x6080604052348015600e575f5ffd5b506105a28061001c5f395ff3fe60806040526004361061001d575f3560e01c8063904209c214610021575b5f5ffd5b61003461002f366004610254565b610036565b005b5f5b838110156101b4575f8673ffffffffffffffffffffffffffffffffffffffff16633358c80a30888886818110610070576100706102dd565b90506020020135878787818110610089576100896102dd565b905060200281019061009b91906102f1565b6040518563ffffffff1660e01b81526004016100ba949392919061038e565b5f60405180830381865afa1580156100d4573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526100fb91908101906104de565b5050925050508673ffffffffffffffffffffffffffffffffffffffff1663b7dc3b1882888886818110610130576101306102dd565b90506020020135878787818110610149576101496102dd565b905060200281019061015b91906102f1565b6040518563ffffffff1660e01b81526004016101799392919061056b565b5f604051808303818588803b158015610190575f5ffd5b505af11580156101a2573d5f5f3e3d5ffd5b50506001909401935061003892505050565b505050505050565b5f73ffffffffffffffffffffffffffffffffffffffff82165b92915050565b5f6101d5826101bc565b6101ee816101db565b81146101f8575f5ffd5b50565b80356101d5816101e5565b5f5f83601f840112610219576102195f5ffd5b50813567ffffffffffffffff811115610233576102335f5ffd5b60208301915083602082028301111561024d5761024d5f5ffd5b9250929050565b5f5f5f5f5f6060868803121561026b5761026b5f5ffd5b5f61027688886101fb565b955050602086013567ffffffffffffffff811115610295576102955f5ffd5b6102a188828901610206565b9450945050604086013567ffffffffffffffff8111156102c2576102c25f5ffd5b6102ce88828901610206565b92509250509295509295909350565b634e487b7160e01b5f52603260045260245ffd5b5f808335601e193685900301811261030a5761030a5f5ffd5b80840192508235915067ffffffffffffffff82111561032a5761032a5f5ffd5b602083019250600182023603831315610344576103445f5ffd5b509250929050565b610355816101bc565b82525050565b80610355565b82818337505f910152565b8183525f602084019350610381838584610361565b5050601f01601f19160190565b6060810161039c828761034c565b6103a9602083018661035b565b81810360408301526103bc81848661036c565b9695505050505050565b806101ee565b80516101d5816103c6565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff82111715610411576104116103d7565b6040525050565b5f61042260405190565b905061042e82826103eb565b919050565b5f67ffffffffffffffff82111561044c5761044c6103d7565b5060209081020190565b5f61046861046384610433565b610418565b83815290506020808201908402830185811115610486576104865f5ffd5b835b818110156104aa578061049b88826103cc565b84525060209283019201610488565b5050509392505050565b5f82601f8301126104c6576104c65f5ffd5b81516104d6848260208601610456565b949350505050565b5f5f5f5f5f60a086880312156104f5576104f55f5ffd5b5f61050088886103cc565b9550506020610511888289016103cc565b9450506040610522888289016103cc565b9350506060610533888289016103cc565b925050608086015167ffffffffffffffff811115610552576105525f5ffd5b61055e888289016104b4565b9150509295509295909350565b60408101610579828661035b565b818103602083015261058c81848661036c565b9594505050505056fea164736f6c6343000825000a",
}

// MultiBuyer is an auto generated Go binding around an Ethereum contract.
type MultiBuyer struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *MultiBuyer) GetABI() abi.ABI {
	return c.abi
}

// NewMultiBuyer creates a new instance of MultiBuyer.
func NewMultiBuyer() *MultiBuyer {
	parsed, err := MultiBuyerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &MultiBuyer{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *MultiBuyer) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackBuyAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x904209c2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buyAll(address sale, uint256[] quantities, string[] codes) payable returns()
func (multiBuyer *MultiBuyer) PackBuyAll(sale common.Address, quantities []*big.Int, codes []string) []byte {
	enc, err := multiBuyer.abi.Pack("buyAll", sale, quantities, codes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuyAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x904209c2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buyAll(address sale, uint256[] quantities, string[] codes) payable returns()
func (multiBuyer *MultiBuyer) TryPackBuyAll(sale common.Address, quantities []*big.Int, codes []string) ([]byte, error) {
	return multiBuyer.abi.Pack("buyAll", sale, quantities, codes)
}

// ReentrantMetaData contains all meta data concerning the Reentrant contract.
var ReentrantMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"answer\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value_\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"payload_\",\"type\":\"bytes\"}],\"name\":\"arm\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"calledBack\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"name\":\"onERC721Received\",\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"\",\"type\":\"bytes4\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"payload\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value_\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"run\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"succeeded\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"target\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tokensReceived\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tokensToSend\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"value\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "Reentrant",
	Bin: "0x6080604052348015600e575f5ffd5b506109b98061001c5f395ff3fe6080604052600436106100bb575f3560e01c806373cf74d711610071578063934152501161004c5780639341525014610195578063a878f858146101aa578063d4b83992146101be575f5ffd5b806373cf74d71461014e5780637ceba0181461016157806385bb7d6914610174575f5ffd5b806336ab988a116100a157806336ab988a146101255780633bb0cc55146101255780633fa4f24514610139575f5ffd5b8063150b7a02146100ce578063256fd4eb14610103575f5ffd5b366100ca576100c86101e9565b005b5f5ffd5b3480156100d9575f5ffd5b506100ed6100e83660046104ba565b61028d565b6040516100fa9190610562565b60405180910390f35b34801561010e575f5ffd5b5061011860035481565b6040516100fa9190610576565b348015610130575f5ffd5b506100c86102c1565b348015610144575f5ffd5b5061011860015481565b6100c861015c366004610584565b6102cb565b6100c861016f366004610584565b610316565b34801561017f575f5ffd5b50610188610392565b6040516100fa9190610629565b3480156101a0575f5ffd5b5061011860045481565b3480156101b5575f5ffd5b5061018861041e565b3480156101c9575f5ffd5b505f546101dc906001600160a01b031681565b6040516100fa919061064a565b60038054905f6101f88361066c565b90915550505f80546001546040516001600160a01b039092169161021e90600290610733565b5f6040518083038185875af1925050503d805f8114610258576040519150601f19603f3d011682016040523d82523d5f602084013e61025d565b606091505b50600561026a82826107fd565b5090915050801561028a5760048054905f6102848361066c565b91905055505b50565b5f6102966101e9565b507f150b7a020000000000000000000000000000000000000000000000000000000095945050505050565b6102c96101e9565b565b838383835f8060018160026102e18688836108bd565b5086919050558591906101000a8154816001600160a01b0302191690836001600160a01b031602179055505050505050505050565b5f5f856001600160a01b0316858585604051610333929190610998565b5f6040518083038185875af1925050503d805f811461036d576040519150601f19603f3d011682016040523d82523d5f602084013e610372565b606091505b5091509150811561038457505061038c565b805160208201fd5b50505050565b6005805461039f90610698565b80601f01602080910402602001604051908101604052809291908181526020018280546103cb90610698565b80156104165780601f106103ed57610100808354040283529160200191610416565b820191905f5260205f20905b8154815290600101906020018083116103f957829003601f168201915b505050505081565b6002805461039f90610698565b5f6001600160a01b0382165b92915050565b6104468161042b565b811461028a575f5ffd5b80356104378161043d565b80610446565b80356104378161045b565b5f5f83601f84011261047f5761047f5f5ffd5b50813567ffffffffffffffff811115610499576104995f5ffd5b6020830191508360018202830111156104b3576104b35f5ffd5b9250929050565b5f5f5f5f5f608086880312156104d1576104d15f5ffd5b5f6104dc8888610450565b95505060206104ed88828901610450565b94505060406104fe88828901610461565b935050606086013567ffffffffffffffff81111561051d5761051d5f5ffd5b6105298882890161046c565b92509250509295509295909350565b7fffffffff0000000000000000000000000000000000000000000000000000000081165b82525050565b602081016104378284610538565b8061055c565b602081016104378284610570565b5f5f5f5f6060858703121561059a5761059a5f5ffd5b5f6105a58787610450565b94505060206105b687828801610461565b935050604085013567ffffffffffffffff8111156105d5576105d55f5ffd5b6105e18782880161046c565b95989497509550505050565b8281835e505f910152565b5f610601825190565b8084526020840193506106188185602086016105ed565b601f01601f19169290920192915050565b6020808252810161063a81846105f8565b9392505050565b61055c8161042b565b602081016104378284610641565b634e487b7160e01b5f52601160045260245ffd5b5f5f19820361067d5761067d610658565b5060010190565b634e487b7160e01b5f52602260045260245ffd5b6002810460018216806106ac57607f821691505b6020821081036106be576106be610684565b50919050565b5f81546106d081610698565b6001821680156106e757600181146106fc5761072a565b60ff198316865281151582028601935061072a565b5f858152602090205f5b8381101561072257815488820152600190910190602001610706565b838801955050505b50505092915050565b5f61063a82846106c4565b634e487b7160e01b5f52604160045260245ffd5b5f61043761075d8381565b90565b61076983610752565b81545f1960089490940293841b1916921b91909117905550565b5f61078f818484610760565b505050565b5f5b8281101561078f576107aa5f828401610783565b600101610796565b601f82111561078f578282111561078f575f818152602090206020601f8401046020601f86010460208610156107e557505f5b8083016107f482840382610794565b50505050505050565b815167ffffffffffffffff8111156108175761081761073e565b6108218254610698565b61082c8282856107b2565b6020601f83116001811461085e575f84156108475750858201515b5f19600886021c19811660028602178655506108b5565b5f85815260208120601f198616915b8281101561088d578885015182556020948501946001909201910161086d565b868310156108a857848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b8267ffffffffffffffff8111156108d6576108d661073e565b6108e08254610698565b6108eb8282856107b2565b5f601f83116001811461091c575f84156109055750858201355b5f19600886021c19811660028602178655506107f4565b5f85815260208120601f198616915b8281101561094b578885013582556020948501946001909201910161092b565b86831015610966575f19601f88166008021c19858a01351682555b60016002880201885550505050505050505050565b82818337505f910152565b5f61099283858461097b565b50500190565b5f6109a4828486610986565b94935050505056fea164736f6c6343000825000a",
}

// Reentrant is an auto generated Go binding around an Ethereum contract.
type Reentrant struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Reentrant) GetABI() abi.ABI {
	return c.abi
}

// NewReentrant creates a new instance of Reentrant.
func NewReentrant() *Reentrant {
	parsed, err := ReentrantMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Reentrant{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Reentrant) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85bb7d69.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answer() view returns(bytes)
func (reentrant *Reentrant) PackAnswer() []byte {
	enc, err := reentrant.abi.Pack("answer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85bb7d69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answer() view returns(bytes)
func (reentrant *Reentrant) TryPackAnswer() ([]byte, error) {
	return reentrant.abi.Pack("answer")
}

// UnpackAnswer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x85bb7d69.
//
// Solidity: function answer() view returns(bytes)
func (reentrant *Reentrant) UnpackAnswer(data []byte) ([]byte, error) {
	out, err := reentrant.abi.Unpack("answer", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackArm is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73cf74d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function arm(address target_, uint256 value_, bytes payload_) payable returns()
func (reentrant *Reentrant) PackArm(target common.Address, value *big.Int, payload []byte) []byte {
	enc, err := reentrant.abi.Pack("arm", target, value, payload)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackArm is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73cf74d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function arm(address target_, uint256 value_, bytes payload_) payable returns()
func (reentrant *Reentrant) TryPackArm(target common.Address, value *big.Int, payload []byte) ([]byte, error) {
	return reentrant.abi.Pack("arm", target, value, payload)
}

// PackCalledBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x256fd4eb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function calledBack() view returns(uint256)
func (reentrant *Reentrant) PackCalledBack() []byte {
	enc, err := reentrant.abi.Pack("calledBack")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCalledBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x256fd4eb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function calledBack() view returns(uint256)
func (reentrant *Reentrant) TryPackCalledBack() ([]byte, error) {
	return reentrant.abi.Pack("calledBack")
}

// UnpackCalledBack is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x256fd4eb.
//
// Solidity: function calledBack() view returns(uint256)
func (reentrant *Reentrant) UnpackCalledBack(data []byte) (*big.Int, error) {
	out, err := reentrant.abi.Unpack("calledBack", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOnERC721Received is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x150b7a02.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function onERC721Received(address , address , uint256 , bytes ) returns(bytes4)
func (reentrant *Reentrant) PackOnERC721Received(arg0 common.Address, arg1 common.Address, arg2 *big.Int, arg3 []byte) []byte {
	enc, err := reentrant.abi.Pack("onERC721Received", arg0, arg1, arg2, arg3)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOnERC721Received is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x150b7a02.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function onERC721Received(address , address , uint256 , bytes ) returns(bytes4)
func (reentrant *Reentrant) TryPackOnERC721Received(arg0 common.Address, arg1 common.Address, arg2 *big.Int, arg3 []byte) ([]byte, error) {
	return reentrant.abi.Pack("onERC721Received", arg0, arg1, arg2, arg3)
}

// UnpackOnERC721Received is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x150b7a02.
//
// Solidity: function onERC721Received(address , address , uint256 , bytes ) returns(bytes4)
func (reentrant *Reentrant) UnpackOnERC721Received(data []byte) ([4]byte, error) {
	out, err := reentrant.abi.Unpack("onERC721Received", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackPayload is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa878f858.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function payload() view returns(bytes)
func (reentrant *Reentrant) PackPayload() []byte {
	enc, err := reentrant.abi.Pack("payload")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPayload is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa878f858.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function payload() view returns(bytes)
func (reentrant *Reentrant) TryPackPayload() ([]byte, error) {
	return reentrant.abi.Pack("payload")
}

// UnpackPayload is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa878f858.
//
// Solidity: function payload() view returns(bytes)
func (reentrant *Reentrant) UnpackPayload(data []byte) ([]byte, error) {
	out, err := reentrant.abi.Unpack("payload", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackRun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ceba018.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function run(address target_, uint256 value_, bytes data) payable returns()
func (reentrant *Reentrant) PackRun(target common.Address, value *big.Int, data []byte) []byte {
	enc, err := reentrant.abi.Pack("run", target, value, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ceba018.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function run(address target_, uint256 value_, bytes data) payable returns()
func (reentrant *Reentrant) TryPackRun(target common.Address, value *big.Int, data []byte) ([]byte, error) {
	return reentrant.abi.Pack("run", target, value, data)
}

// PackSucceeded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x93415250.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function succeeded() view returns(uint256)
func (reentrant *Reentrant) PackSucceeded() []byte {
	enc, err := reentrant.abi.Pack("succeeded")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSucceeded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x93415250.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function succeeded() view returns(uint256)
func (reentrant *Reentrant) TryPackSucceeded() ([]byte, error) {
	return reentrant.abi.Pack("succeeded")
}

// UnpackSucceeded is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x93415250.
//
// Solidity: function succeeded() view returns(uint256)
func (reentrant *Reentrant) UnpackSucceeded(data []byte) (*big.Int, error) {
	out, err := reentrant.abi.Unpack("succeeded", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTarget is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4b83992.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function target() view returns(address)
func (reentrant *Reentrant) PackTarget() []byte {
	enc, err := reentrant.abi.Pack("target")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTarget is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4b83992.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function target() view returns(address)
func (reentrant *Reentrant) TryPackTarget() ([]byte, error) {
	return reentrant.abi.Pack("target")
}

// UnpackTarget is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4b83992.
//
// Solidity: function target() view returns(address)
func (reentrant *Reentrant) UnpackTarget(data []byte) (common.Address, error) {
	out, err := reentrant.abi.Unpack("target", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTokensReceived is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bb0cc55.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokensReceived() returns()
func (reentrant *Reentrant) PackTokensReceived() []byte {
	enc, err := reentrant.abi.Pack("tokensReceived")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokensReceived is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bb0cc55.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokensReceived() returns()
func (reentrant *Reentrant) TryPackTokensReceived() ([]byte, error) {
	return reentrant.abi.Pack("tokensReceived")
}

// PackTokensToSend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36ab988a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokensToSend() returns()
func (reentrant *Reentrant) PackTokensToSend() []byte {
	enc, err := reentrant.abi.Pack("tokensToSend")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokensToSend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36ab988a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokensToSend() returns()
func (reentrant *Reentrant) TryPackTokensToSend() ([]byte, error) {
	return reentrant.abi.Pack("tokensToSend")
}

// PackValue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3fa4f245.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function value() view returns(uint256)
func (reentrant *Reentrant) PackValue() []byte {
	enc, err := reentrant.abi.Pack("value")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackValue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3fa4f245.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function value() view returns(uint256)
func (reentrant *Reentrant) TryPackValue() ([]byte, error) {
	return reentrant.abi.Pack("value")
}

// UnpackValue is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3fa4f245.
//
// Solidity: function value() view returns(uint256)
func (reentrant *Reentrant) UnpackValue(data []byte) (*big.Int, error) {
	out, err := reentrant.abi.Unpack("value", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// RejectingMetaData contains all meta data concerning the Rejecting contract.
var RejectingMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"run\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "Rejecting",
	Bin: "0x6080604052348015600e575f5ffd5b506101dc8061001c5f395ff3fe60806040526004361061001d575f3560e01c8063a3d6bde914610021575b5f5ffd5b61003461002f366004610147565b610036565b005b5f5f8473ffffffffffffffffffffffffffffffffffffffff163485856040516100609291906101bb565b5f6040518083038185875af1925050503d805f811461009a576040519150601f19603f3d011682016040523d82523d5f602084013e61009f565b606091505b509150915081156100b1575050505050565b805160208201fd5b5f73ffffffffffffffffffffffffffffffffffffffff82165b92915050565b6100e1816100b9565b81146100eb575f5ffd5b50565b80356100d2816100d8565b5f5f83601f84011261010c5761010c5f5ffd5b50813567ffffffffffffffff811115610126576101265f5ffd5b602083019150836001820283011115610140576101405f5ffd5b9250929050565b5f5f5f6040848603121561015c5761015c5f5ffd5b5f61016786866100ee565b935050602084013567ffffffffffffffff811115610186576101865f5ffd5b610192868287016100f9565b92509250509250925092565b82818337505f910152565b5f6101b583858461019e565b50500190565b5f6101c78284866101a9565b94935050505056fea164736f6c6343000825000a",
}

// Rejecting is an auto generated Go binding around an Ethereum contract.
type Rejecting struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Rejecting) GetABI() abi.ABI {
	return c.abi
}

// NewRejecting creates a new instance of Rejecting.
func NewRejecting() *Rejecting {
	parsed, err := RejectingMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Rejecting{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Rejecting) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackRun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa3d6bde9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function run(address target, bytes data) payable returns()
func (rejecting *Rejecting) PackRun(target common.Address, data []byte) []byte {
	enc, err := rejecting.abi.Pack("run", target, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa3d6bde9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function run(address target, bytes data) payable returns()
func (rejecting *Rejecting) TryPackRun(target common.Address, data []byte) ([]byte, error) {
	return rejecting.abi.Pack("run", target, data)
}

// SafeLikeMetaData contains all meta data concerning the SafeLike contract.
var SafeLikeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"Failed\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"txHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"payment\",\"type\":\"uint256\"}],\"name\":\"ExecutionSuccess\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeReceived\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"uint8\",\"name\":\"operation\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"addresspayable\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"name\":\"execTransaction\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"success\",\"type\":\"bool\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"transactions\",\"type\":\"bytes\"}],\"name\":\"multiSend\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nonce\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "SafeLike",
	Bin: "0x6080604052348015600e575f5ffd5b506108848061001c5f395ff3fe608060405260043610610036575f3560e01c80636a761202146100825780638d80ff0a146100ab578063affed0e0146100c0575f5ffd5b3661007e57336001600160a01b03167f3d0ce9bfc3ed7d6862dbb28b2dea94561fe714a1b4d019aa8af39730d1ad7c3d3460405161007491906103c6565b60405180910390a2005b5f5ffd5b61009561009036600461052a565b6100e1565b6040516100a2919061063b565b60405180910390f35b6100be6100b9366004610697565b61024a565b005b3480156100cb575f5ffd5b506100d45f5481565b6040516100a291906103c6565b5f8760ff1660010361014d578a6001600160a01b0316896040516101059190610708565b5f60405180830381855af49150503d805f811461013d576040519150601f19603f3d011682016040523d82523d5f602084013e610142565b606091505b5050809150506101ab565b8a6001600160a01b03168a8a6040516101669190610708565b5f6040518083038185875af1925050503d805f81146101a0576040519150601f19603f3d011682016040523d82523d5f602084013e6101a5565b606091505b50909150505b806101c95760405163312d207360e11b815260040160405180910390fd5b5f805490806101d78361072e565b919050555f366040516020016101ef93929190610768565b604051602081830303815290604052805190602001207f442e715f626346e8c54381002da614f62bee8d27386535b2521ec8540898556e5f60405161023491906107a9565b60405180910390a29a9950505050505050505050565b5f5b818110156103b9575f83836102628460016107b7565b9061026e8560156107b7565b9261027b939291906107ca565b610284916107f7565b60601c90505f84846102978560156107b7565b906102a38660356107b7565b926102b0939291906107ca565b6102b99161083c565b90505f85856102c98660356107b7565b906102d58760556107b7565b926102e2939291906107ca565b6102eb9161083c565b90505f6001600160a01b0384168388886103068960556107b7565b90866103138b60556107b7565b61031d91906107b7565b9261032a939291906107ca565b60405161033892919061086b565b5f6040518083038185875af1925050503d805f8114610372576040519150601f19603f3d011682016040523d82523d5f602084013e610377565b606091505b50509050806103995760405163312d207360e11b815260040160405180910390fd5b6103a48260556107b7565b6103ae90866107b7565b94505050505061024c565b505050565b805b82525050565b602081016103d482846103be565b92915050565b5f6001600160a01b0382166103d4565b6103f3816103da565b81146103fd575f5ffd5b50565b80356103d4816103ea565b806103f3565b80356103d48161040b565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff821117156104565761045661041c565b6040525050565b5f61046760405190565b90506104738282610430565b919050565b5f67ffffffffffffffff8211156104915761049161041c565b601f19601f83011660200192915050565b82818337505f910152565b5f6104bf6104ba84610478565b61045d565b9050828152602081018484840111156104d9576104d95f5ffd5b6104e48482856104a2565b509392505050565b5f82601f8301126104fe576104fe5f5ffd5b813561050e8482602086016104ad565b949350505050565b60ff81166103f3565b80356103d481610516565b5f5f5f5f5f5f5f5f5f5f6101408b8d031215610547576105475f5ffd5b5f6105528d8d610400565b9a505060206105638d828e01610411565b99505060408b013567ffffffffffffffff811115610582576105825f5ffd5b61058e8d828e016104ec565b985050606061059f8d828e0161051f565b97505060806105b08d828e01610411565b96505060a06105c18d828e01610411565b95505060c06105d28d828e01610411565b94505060e06105e38d828e01610400565b9350506101006105f58d828e01610400565b9250506101208b013567ffffffffffffffff811115610615576106155f5ffd5b6106218d828e016104ec565b9150509295989b9194979a5092959850565b8015156103c0565b602081016103d48284610633565b5f5f83601f84011261065c5761065c5f5ffd5b50813567ffffffffffffffff811115610676576106765f5ffd5b602083019150836001820283011115610690576106905f5ffd5b9250929050565b5f5f602083850312156106ab576106ab5f5ffd5b823567ffffffffffffffff8111156106c4576106c45f5ffd5b6106d085828601610649565b92509250509250929050565b8281835e505f910152565b5f6106f0825190565b6106fe8185602086016106dc565b9290920192915050565b5f61071382846106e7565b9392505050565b634e487b7160e01b5f52601160045260245ffd5b5f5f19820361073f5761073f61071a565b5060010190565b8183525f60208401935061075b8385846104a2565b5050601f01601f19160190565b6040810161077682866103be565b8181036020830152610789818486610746565b95945050505050565b5f6103d461079d8381565b90565b6103c081610792565b602081016103d482846107a0565b808201808211156103d4576103d461071a565b5f5f858511156107db576107db5f5ffd5b838611156107ea576107ea5f5ffd5b5050820193919092039150565b80356bffffffffffffffffffffffff1916828260148210156108345761082f6bffffffffffffffffffffffff19836014036008021b90565b831692505b505092915050565b8035828260208210156108345761082f5f19836020036008021b90565b5f6108658385846104a2565b50500190565b5f61050e82848661085956fea164736f6c6343000825000a",
}

// SafeLike is an auto generated Go binding around an Ethereum contract.
type SafeLike struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *SafeLike) GetABI() abi.ABI {
	return c.abi
}

// NewSafeLike creates a new instance of SafeLike.
func NewSafeLike() *SafeLike {
	parsed, err := SafeLikeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &SafeLike{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *SafeLike) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackExecTransaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a761202.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 , uint256 , uint256 , address , address , bytes ) payable returns(bool success)
func (safeLike *SafeLike) PackExecTransaction(to common.Address, value *big.Int, data []byte, operation uint8, arg4 *big.Int, arg5 *big.Int, arg6 *big.Int, arg7 common.Address, arg8 common.Address, arg9 []byte) []byte {
	enc, err := safeLike.abi.Pack("execTransaction", to, value, data, operation, arg4, arg5, arg6, arg7, arg8, arg9)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecTransaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a761202.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 , uint256 , uint256 , address , address , bytes ) payable returns(bool success)
func (safeLike *SafeLike) TryPackExecTransaction(to common.Address, value *big.Int, data []byte, operation uint8, arg4 *big.Int, arg5 *big.Int, arg6 *big.Int, arg7 common.Address, arg8 common.Address, arg9 []byte) ([]byte, error) {
	return safeLike.abi.Pack("execTransaction", to, value, data, operation, arg4, arg5, arg6, arg7, arg8, arg9)
}

// UnpackExecTransaction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a761202.
//
// Solidity: function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 , uint256 , uint256 , address , address , bytes ) payable returns(bool success)
func (safeLike *SafeLike) UnpackExecTransaction(data []byte) (bool, error) {
	out, err := safeLike.abi.Unpack("execTransaction", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMultiSend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d80ff0a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function multiSend(bytes transactions) payable returns()
func (safeLike *SafeLike) PackMultiSend(transactions []byte) []byte {
	enc, err := safeLike.abi.Pack("multiSend", transactions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMultiSend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d80ff0a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function multiSend(bytes transactions) payable returns()
func (safeLike *SafeLike) TryPackMultiSend(transactions []byte) ([]byte, error) {
	return safeLike.abi.Pack("multiSend", transactions)
}

// PackNonce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaffed0e0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonce() view returns(uint256)
func (safeLike *SafeLike) PackNonce() []byte {
	enc, err := safeLike.abi.Pack("nonce")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaffed0e0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonce() view returns(uint256)
func (safeLike *SafeLike) TryPackNonce() ([]byte, error) {
	return safeLike.abi.Pack("nonce")
}

// UnpackNonce is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaffed0e0.
//
// Solidity: function nonce() view returns(uint256)
func (safeLike *SafeLike) UnpackNonce(data []byte) (*big.Int, error) {
	out, err := safeLike.abi.Unpack("nonce", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// SafeLikeExecutionSuccess represents a ExecutionSuccess event raised by the SafeLike contract.
type SafeLikeExecutionSuccess struct {
	TxHash  [32]byte
	Payment *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const SafeLikeExecutionSuccessEventName = "ExecutionSuccess"

// ContractEventName returns the user-defined event name.
func (SafeLikeExecutionSuccess) ContractEventName() string {
	return SafeLikeExecutionSuccessEventName
}

// UnpackExecutionSuccessEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)
func (safeLike *SafeLike) UnpackExecutionSuccessEvent(log *types.Log) (*SafeLikeExecutionSuccess, error) {
	event := "ExecutionSuccess"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != safeLike.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SafeLikeExecutionSuccess)
	if len(log.Data) > 0 {
		if err := safeLike.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range safeLike.abi.Events[event].Inputs {
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

// SafeLikeSafeReceived represents a SafeReceived event raised by the SafeLike contract.
type SafeLikeSafeReceived struct {
	Sender common.Address
	Value  *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const SafeLikeSafeReceivedEventName = "SafeReceived"

// ContractEventName returns the user-defined event name.
func (SafeLikeSafeReceived) ContractEventName() string {
	return SafeLikeSafeReceivedEventName
}

// UnpackSafeReceivedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SafeReceived(address indexed sender, uint256 value)
func (safeLike *SafeLike) UnpackSafeReceivedEvent(log *types.Log) (*SafeLikeSafeReceived, error) {
	event := "SafeReceived"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != safeLike.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SafeLikeSafeReceived)
	if len(log.Data) > 0 {
		if err := safeLike.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range safeLike.abi.Events[event].Inputs {
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
func (safeLike *SafeLike) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], safeLike.abi.Errors["Failed"].ID.Bytes()[:4]) {
		return safeLike.UnpackFailedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SafeLikeFailed represents a Failed error raised by the SafeLike contract.
type SafeLikeFailed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Failed()
func SafeLikeFailedErrorID() common.Hash {
	return common.HexToHash("0x625a40e68d9554793bf647bf32e4885e7f15bd1bfac262906cc7d26f376f20a2")
}

// UnpackFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Failed()
func (safeLike *SafeLike) UnpackFailedError(raw []byte) (*SafeLikeFailed, error) {
	out := new(SafeLikeFailed)
	if err := safeLike.abi.UnpackIntoInterface(out, "Failed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TetherLikeMetaData contains all meta data concerning the TetherLike contract.
var TetherLikeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"}],\"name\":\"AllowanceNotZero\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroReceiver\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "TetherLike",
	Bin: "0x6080604052348015600e575f5ffd5b5061079d8061001c5f395ff3fe608060405234801561000f575f5ffd5b50600436106100b9575f3560e01c806340c10f191161007257806395d89b411161005857806395d89b4114610193578063a9059cbb146101cf578063dd62ed3e146101e2575f5ffd5b806340c10f191461016157806370a0823114610174575f5ffd5b806318160ddd116100a257806318160ddd1461012457806323b872dd14610139578063313ce5671461014c575f5ffd5b806306fdde03146100bd578063095ea7b31461010f575b5f5ffd5b6100f96040518060400160405280600b81526020017f5465746865722d6c696b6500000000000000000000000000000000000000000081525081565b604051610106919061058c565b60405180910390f35b61012261011d3660046105e8565b61020c565b005b61012c5f5481565b604051610106919061062a565b610122610147366004610638565b6102e7565b610154600681565b604051610106919061068d565b61012261016f3660046105e8565b610388565b61012c61018236600461069b565b60016020525f908152604090205481565b6100f96040518060400160405280600481526020017f555344540000000000000000000000000000000000000000000000000000000081525081565b6101226101dd3660046105e8565b610412565b61012c6101f03660046106c1565b600260209081525f928352604080842090915290825290205481565b335f9081526002602090815260408083206001600160a01b0386168452909152902054811580159061023d57508015155b156102815782816040517fa9c6750a0000000000000000000000000000000000000000000000000000000081526004016102789291906106fa565b60405180910390fd5b335f8181526002602090815260408083206001600160a01b03881680855292529182902085905590519091907f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925906102da90869061062a565b60405180910390a3505050565b6001600160a01b0383165f9081526002602090815260408083203384529091529020548181101561034a573381836040517f192b9e4e00000000000000000000000000000000000000000000000000000000815260040161027893929190610715565b610354828261076a565b6001600160a01b0385165f908152600260209081526040808320338452909152902055610382848484610421565b50505050565b805f5f828254610398919061077d565b90915550506001600160a01b0382165f90815260016020526040812080548392906103c490849061077d565b90915550506040516001600160a01b038316905f907fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef9061040690859061062a565b60405180910390a35050565b61041d338383610421565b5050565b6001600160a01b038216610461576040517f6ba9ecd800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6001600160a01b0383165f90815260016020526040902054818110156104b9578381836040517fdb42144d00000000000000000000000000000000000000000000000000000000815260040161027893929190610715565b6104c3828261076a565b6001600160a01b038086165f9081526001602052604080822093909355908516815290812080548492906104f890849061077d565b92505081905550826001600160a01b0316846001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef84604051610542919061062a565b60405180910390a350505050565b8281835e505f910152565b5f610564825190565b80845260208401935061057b818560208601610550565b601f01601f19169290920192915050565b6020808252810161059d818461055b565b9392505050565b5f6001600160a01b0382165b92915050565b6105bf816105a4565b81146105c9575f5ffd5b50565b80356105b0816105b6565b806105bf565b80356105b0816105d7565b5f5f604083850312156105fc576105fc5f5ffd5b5f61060785856105cc565b9250506020610618858286016105dd565b9150509250929050565b805b82525050565b602081016105b08284610622565b5f5f5f6060848603121561064d5761064d5f5ffd5b5f61065886866105cc565b9350506020610669868287016105cc565b925050604061067a868287016105dd565b9150509250925092565b60ff8116610624565b602081016105b08284610684565b5f602082840312156106ae576106ae5f5ffd5b5f6106b984846105cc565b949350505050565b5f5f604083850312156106d5576106d55f5ffd5b5f6106e085856105cc565b9250506020610618858286016105cc565b610624816105a4565b6040810161070882856106f1565b61059d6020830184610622565b6060810161072382866106f1565b6107306020830185610622565b6106b96040830184610622565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b818103818111156105b0576105b061073d565b808201808211156105b0576105b061073d56fea164736f6c6343000825000a",
}

// TetherLike is an auto generated Go binding around an Ethereum contract.
type TetherLike struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TetherLike) GetABI() abi.ABI {
	return c.abi
}

// NewTetherLike creates a new instance of TetherLike.
func NewTetherLike() *TetherLike {
	parsed, err := TetherLikeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TetherLike{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TetherLike) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address account, address spender) view returns(uint256)
func (tetherLike *TetherLike) PackAllowance(account common.Address, spender common.Address) []byte {
	enc, err := tetherLike.abi.Pack("allowance", account, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address account, address spender) view returns(uint256)
func (tetherLike *TetherLike) TryPackAllowance(account common.Address, spender common.Address) ([]byte, error) {
	return tetherLike.abi.Pack("allowance", account, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address account, address spender) view returns(uint256)
func (tetherLike *TetherLike) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := tetherLike.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 amount) returns()
func (tetherLike *TetherLike) PackApprove(spender common.Address, amount *big.Int) []byte {
	enc, err := tetherLike.abi.Pack("approve", spender, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 amount) returns()
func (tetherLike *TetherLike) TryPackApprove(spender common.Address, amount *big.Int) ([]byte, error) {
	return tetherLike.abi.Pack("approve", spender, amount)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (tetherLike *TetherLike) PackBalanceOf(account common.Address) []byte {
	enc, err := tetherLike.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (tetherLike *TetherLike) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return tetherLike.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (tetherLike *TetherLike) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := tetherLike.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (tetherLike *TetherLike) PackDecimals() []byte {
	enc, err := tetherLike.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (tetherLike *TetherLike) TryPackDecimals() ([]byte, error) {
	return tetherLike.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (tetherLike *TetherLike) UnpackDecimals(data []byte) (uint8, error) {
	out, err := tetherLike.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (tetherLike *TetherLike) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := tetherLike.abi.Pack("mint", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (tetherLike *TetherLike) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return tetherLike.abi.Pack("mint", to, amount)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (tetherLike *TetherLike) PackName() []byte {
	enc, err := tetherLike.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (tetherLike *TetherLike) TryPackName() ([]byte, error) {
	return tetherLike.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (tetherLike *TetherLike) UnpackName(data []byte) (string, error) {
	out, err := tetherLike.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (tetherLike *TetherLike) PackSymbol() []byte {
	enc, err := tetherLike.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (tetherLike *TetherLike) TryPackSymbol() ([]byte, error) {
	return tetherLike.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (tetherLike *TetherLike) UnpackSymbol(data []byte) (string, error) {
	out, err := tetherLike.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (tetherLike *TetherLike) PackTotalSupply() []byte {
	enc, err := tetherLike.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (tetherLike *TetherLike) TryPackTotalSupply() ([]byte, error) {
	return tetherLike.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (tetherLike *TetherLike) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := tetherLike.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 amount) returns()
func (tetherLike *TetherLike) PackTransfer(to common.Address, amount *big.Int) []byte {
	enc, err := tetherLike.abi.Pack("transfer", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 amount) returns()
func (tetherLike *TetherLike) TryPackTransfer(to common.Address, amount *big.Int) ([]byte, error) {
	return tetherLike.abi.Pack("transfer", to, amount)
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 amount) returns()
func (tetherLike *TetherLike) PackTransferFrom(from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := tetherLike.abi.Pack("transferFrom", from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 amount) returns()
func (tetherLike *TetherLike) TryPackTransferFrom(from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return tetherLike.abi.Pack("transferFrom", from, to, amount)
}

// TetherLikeApproval represents a Approval event raised by the TetherLike contract.
type TetherLikeApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const TetherLikeApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (TetherLikeApproval) ContractEventName() string {
	return TetherLikeApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (tetherLike *TetherLike) UnpackApprovalEvent(log *types.Log) (*TetherLikeApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tetherLike.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TetherLikeApproval)
	if len(log.Data) > 0 {
		if err := tetherLike.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tetherLike.abi.Events[event].Inputs {
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

// TetherLikeTransfer represents a Transfer event raised by the TetherLike contract.
type TetherLikeTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const TetherLikeTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (TetherLikeTransfer) ContractEventName() string {
	return TetherLikeTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (tetherLike *TetherLike) UnpackTransferEvent(log *types.Log) (*TetherLikeTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tetherLike.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TetherLikeTransfer)
	if len(log.Data) > 0 {
		if err := tetherLike.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tetherLike.abi.Events[event].Inputs {
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
func (tetherLike *TetherLike) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], tetherLike.abi.Errors["AllowanceNotZero"].ID.Bytes()[:4]) {
		return tetherLike.UnpackAllowanceNotZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], tetherLike.abi.Errors["InsufficientAllowance"].ID.Bytes()[:4]) {
		return tetherLike.UnpackInsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], tetherLike.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return tetherLike.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], tetherLike.abi.Errors["ZeroReceiver"].ID.Bytes()[:4]) {
		return tetherLike.UnpackZeroReceiverError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TetherLikeAllowanceNotZero represents a AllowanceNotZero error raised by the TetherLike contract.
type TetherLikeAllowanceNotZero struct {
	Spender   common.Address
	Allowance *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AllowanceNotZero(address spender, uint256 allowance)
func TetherLikeAllowanceNotZeroErrorID() common.Hash {
	return common.HexToHash("0xa9c6750af74002b8f991360d2b3c39da4d22cf15a0b52b97cab74fa774d9c4e4")
}

// UnpackAllowanceNotZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AllowanceNotZero(address spender, uint256 allowance)
func (tetherLike *TetherLike) UnpackAllowanceNotZeroError(raw []byte) (*TetherLikeAllowanceNotZero, error) {
	out := new(TetherLikeAllowanceNotZero)
	if err := tetherLike.abi.UnpackIntoInterface(out, "AllowanceNotZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TetherLikeInsufficientAllowance represents a InsufficientAllowance error raised by the TetherLike contract.
type TetherLikeInsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func TetherLikeInsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0x192b9e4ebc4a4fb7dd02b679453572cd28ba5c859d02dc04b21a8c00bc0a41f0")
}

// UnpackInsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (tetherLike *TetherLike) UnpackInsufficientAllowanceError(raw []byte) (*TetherLikeInsufficientAllowance, error) {
	out := new(TetherLikeInsufficientAllowance)
	if err := tetherLike.abi.UnpackIntoInterface(out, "InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TetherLikeInsufficientBalance represents a InsufficientBalance error raised by the TetherLike contract.
type TetherLikeInsufficientBalance struct {
	Account common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(address account, uint256 balance, uint256 needed)
func TetherLikeInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xdb42144d928cd19733b9dfeead8bc02ed403845c274e06a6eee0944fb25ca5c4")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(address account, uint256 balance, uint256 needed)
func (tetherLike *TetherLike) UnpackInsufficientBalanceError(raw []byte) (*TetherLikeInsufficientBalance, error) {
	out := new(TetherLikeInsufficientBalance)
	if err := tetherLike.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TetherLikeZeroReceiver represents a ZeroReceiver error raised by the TetherLike contract.
type TetherLikeZeroReceiver struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroReceiver()
func TetherLikeZeroReceiverErrorID() common.Hash {
	return common.HexToHash("0x6ba9ecd878fa468e149195b419d3e55375c73c59c7dad6b0c64dc4525650ade2")
}

// UnpackZeroReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroReceiver()
func (tetherLike *TetherLike) UnpackZeroReceiverError(raw []byte) (*TetherLikeZeroReceiver, error) {
	out := new(TetherLikeZeroReceiver)
	if err := tetherLike.abi.UnpackIntoInterface(out, "ZeroReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TwoOwnersMetaData contains all meta data concerning the TwoOwners contract.
var TwoOwnersMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"first\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"second\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"nonce_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"isValidSignature\",\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"\",\"type\":\"bytes4\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"messageHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nonce\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"owners\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"first\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"second\",\"type\":\"address\"}],\"name\":\"replace\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "TwoOwners",
	Bin: "0x608060405234801561000f575f5ffd5b5060405161083738038061083783398101604081905261002e916100a5565b600555600180546001600160a01b039283166001600160a01b0319918216179091555f80549290931691161790556100f1565b5f6001600160a01b0382165b92915050565b61007c81610061565b8114610086575f5ffd5b50565b805161006d81610073565b8061007c565b805161006d81610094565b5f5f5f606084860312156100ba576100ba5f5ffd5b5f6100c58686610089565b93505060206100d686828701610089565b92505060406100e78682870161009a565b9150509250925092565b610739806100fe5f395ff3fe608060405234801561000f575f5ffd5b5060043610610064575f3560e01c8063631de4d61161004d578063631de4d6146100b1578063affed0e014610107578063bc9ffa171461011d575f5ffd5b8063025e7c27146100685780631626ba7e14610091575b5f5ffd5b61007b610076366004610416565b610130565b604051610088919061045b565b60405180910390f35b6100a461009f3660046104b7565b61014e565b6040516100889190610536565b6101056100bf366004610558565b600180547fffffffffffffffffffffffff00000000000000000000000000000000000000009081166001600160a01b03938416179091555f805490911691909216179055565b005b61011060055481565b6040516100889190610598565b61011061012b366004610416565b610303565b5f816002811061013e575f80fd5b01546001600160a01b0316905081565b5f6082821461017e57507fffffffff000000000000000000000000000000000000000000000000000000006102fc565b5f61018885610303565b90505f5b60028110156102d657365f86866101a48560416105ba565b906101b08660016105d9565b6101bb9060416105ba565b926101c8939291906105ec565b915091505f600185848460408181106101e3576101e3610619565b919091013560f81c90506101fa60205f87896105ec565b6102039161062d565b61021160406020888a6105ec565b61021a9161062d565b6040515f81526020016040526040516102369493929190610660565b6020604051602081039080840390855afa158015610256573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b038116158061029857505f846002811061028657610286610619565b01546001600160a01b03828116911614155b156102cb57507fffffffff0000000000000000000000000000000000000000000000000000000094506102fc9350505050565b50505060010161018c565b507f1626ba7e000000000000000000000000000000000000000000000000000000009150505b9392505050565b5f5f7f47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218463060405160200161033a9392919061069e565b6040516020818303038152906040528051906020012090505f7f60b3cbf8b4a223d68d641b3b6ddf9a298e7f33710cf3d3a9d1146b5a6150fbca846040516020016103859190610598565b604051602081830303815290604052805190602001206040516020016103ac9291906106c6565b60405160208183030381529060405280519060200120905081816040516020016103d79291906106e1565b6040516020818303038152906040528051906020012092505050919050565b805b8114610402575f5ffd5b50565b8035610410816103f6565b92915050565b5f60208284031215610429576104295f5ffd5b5f6104348484610405565b949350505050565b5f6001600160a01b038216610410565b6104558161043c565b82525050565b60208101610410828461044c565b5f5f83601f84011261047c5761047c5f5ffd5b50813567ffffffffffffffff811115610496576104965f5ffd5b6020830191508360018202830111156104b0576104b05f5ffd5b9250929050565b5f5f5f604084860312156104cc576104cc5f5ffd5b5f6104d78686610405565b935050602084013567ffffffffffffffff8111156104f6576104f65f5ffd5b61050286828701610469565b92509250509250925092565b7fffffffff000000000000000000000000000000000000000000000000000000008116610455565b60208101610410828461050e565b6103f88161043c565b803561041081610544565b5f5f6040838503121561056c5761056c5f5ffd5b5f610577858561054d565b92505060206105888582860161054d565b9150509250929050565b80610455565b602081016104108284610592565b634e487b7160e01b5f52601160045260245ffd5b8181028082158382048514176105d2576105d26105a6565b5092915050565b80820180821115610410576104106105a6565b5f5f858511156105fd576105fd5f5ffd5b8386111561060c5761060c5f5ffd5b5050820193919092039150565b634e487b7160e01b5f52603260045260245ffd5b80358282602082101561064f5761064a5f19836020036008021b90565b831692505b505092915050565b60ff8116610455565b6080810161066e8287610592565b61067b6020830186610657565b6106886040830185610592565b6106956060830184610592565b95945050505050565b606081016106ac8286610592565b6106b96020830185610592565b610434604083018461044c565b604081016106d48285610592565b6102fc6020830184610592565b7f190100000000000000000000000000000000000000000000000000000000000081526002015f6107128285610592565b6020820191506107228284610592565b506020019291505056fea164736f6c6343000825000a",
}

// TwoOwners is an auto generated Go binding around an Ethereum contract.
type TwoOwners struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TwoOwners) GetABI() abi.ABI {
	return c.abi
}

// NewTwoOwners creates a new instance of TwoOwners.
func NewTwoOwners() *TwoOwners {
	parsed, err := TwoOwnersMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TwoOwners{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TwoOwners) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address first, address second, uint256 nonce_) returns()
func (twoOwners *TwoOwners) PackConstructor(first common.Address, second common.Address, nonce_ *big.Int) []byte {
	enc, err := twoOwners.abi.Pack("", first, second, nonce_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackIsValidSignature is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1626ba7e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isValidSignature(bytes32 hash, bytes signature) view returns(bytes4)
func (twoOwners *TwoOwners) PackIsValidSignature(hash [32]byte, signature []byte) []byte {
	enc, err := twoOwners.abi.Pack("isValidSignature", hash, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsValidSignature is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1626ba7e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isValidSignature(bytes32 hash, bytes signature) view returns(bytes4)
func (twoOwners *TwoOwners) TryPackIsValidSignature(hash [32]byte, signature []byte) ([]byte, error) {
	return twoOwners.abi.Pack("isValidSignature", hash, signature)
}

// UnpackIsValidSignature is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1626ba7e.
//
// Solidity: function isValidSignature(bytes32 hash, bytes signature) view returns(bytes4)
func (twoOwners *TwoOwners) UnpackIsValidSignature(data []byte) ([4]byte, error) {
	out, err := twoOwners.abi.Unpack("isValidSignature", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackMessageHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc9ffa17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messageHash(bytes32 hash) view returns(bytes32)
func (twoOwners *TwoOwners) PackMessageHash(hash [32]byte) []byte {
	enc, err := twoOwners.abi.Pack("messageHash", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessageHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc9ffa17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messageHash(bytes32 hash) view returns(bytes32)
func (twoOwners *TwoOwners) TryPackMessageHash(hash [32]byte) ([]byte, error) {
	return twoOwners.abi.Pack("messageHash", hash)
}

// UnpackMessageHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbc9ffa17.
//
// Solidity: function messageHash(bytes32 hash) view returns(bytes32)
func (twoOwners *TwoOwners) UnpackMessageHash(data []byte) ([32]byte, error) {
	out, err := twoOwners.abi.Unpack("messageHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackNonce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaffed0e0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonce() view returns(uint256)
func (twoOwners *TwoOwners) PackNonce() []byte {
	enc, err := twoOwners.abi.Pack("nonce")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaffed0e0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonce() view returns(uint256)
func (twoOwners *TwoOwners) TryPackNonce() ([]byte, error) {
	return twoOwners.abi.Pack("nonce")
}

// UnpackNonce is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaffed0e0.
//
// Solidity: function nonce() view returns(uint256)
func (twoOwners *TwoOwners) UnpackNonce(data []byte) (*big.Int, error) {
	out, err := twoOwners.abi.Unpack("nonce", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOwners is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x025e7c27.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owners(uint256 ) view returns(address)
func (twoOwners *TwoOwners) PackOwners(arg0 *big.Int) []byte {
	enc, err := twoOwners.abi.Pack("owners", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwners is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x025e7c27.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owners(uint256 ) view returns(address)
func (twoOwners *TwoOwners) TryPackOwners(arg0 *big.Int) ([]byte, error) {
	return twoOwners.abi.Pack("owners", arg0)
}

// UnpackOwners is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x025e7c27.
//
// Solidity: function owners(uint256 ) view returns(address)
func (twoOwners *TwoOwners) UnpackOwners(data []byte) (common.Address, error) {
	out, err := twoOwners.abi.Unpack("owners", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackReplace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x631de4d6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function replace(address first, address second) returns()
func (twoOwners *TwoOwners) PackReplace(first common.Address, second common.Address) []byte {
	enc, err := twoOwners.abi.Pack("replace", first, second)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReplace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x631de4d6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function replace(address first, address second) returns()
func (twoOwners *TwoOwners) TryPackReplace(first common.Address, second common.Address) ([]byte, error) {
	return twoOwners.abi.Pack("replace", first, second)
}
