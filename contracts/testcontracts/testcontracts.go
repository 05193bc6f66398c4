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

// ListTokenMetaData contains all meta data concerning the ListToken contract.
var ListTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"bool\",\"name\":\"bothSides_\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Barred\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"on\",\"type\":\"bool\"}],\"name\":\"bar\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"barred\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"bothSides\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "ListToken",
	Bin: "0x60a0604052348015600e575f5ffd5b5060405161052b38038061052b833981016040819052602b916052565b15156080526074565b80151581146040575f5ffd5b50565b8051604c816034565b92915050565b5f6020828403121560635760635f5ffd5b5f606c84846043565b949350505050565b6080516104986100935f395f818161013c015261021001526104985ff3fe608060405234801561000f575f5ffd5b506004361061006f575f3560e01c8063a0c708af1161004d578063a0c708af146100ec578063a9059cbb14610124578063b5b43b4614610137575f5ffd5b806340c10f19146100735780636dfedb111461008857806370a08231146100c0575b5f5ffd5b610086610081366004610352565b61015e565b005b6100aa61009636600461038c565b60016020525f908152604090205460ff1681565b6040516100b791906103bc565b60405180910390f35b6100df6100ce36600461038c565b5f6020819052908152604090205481565b6040516100b791906103d0565b6100866100fa3660046103f1565b6001600160a01b03919091165f908152600160205260409020805460ff1916911515919091179055565b6100aa610132366004610352565b6101d3565b6100aa7f000000000000000000000000000000000000000000000000000000000000000081565b6001600160a01b0382165f908152602081905260408120805483929061018590849061044e565b90915550506040516001600160a01b038316905f907fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef906101c79085906103d0565b60405180910390a35050565b335f9081526001602052604081205460ff161561020e5733604051632eed5ded60e21b8152600401610205919061046a565b60405180910390fd5b7f0000000000000000000000000000000000000000000000000000000000000000801561025257506001600160a01b0383165f9081526001602052604090205460ff165b156102725782604051632eed5ded60e21b8152600401610205919061046a565b335f9081526020819052604081208054849290610290908490610478565b90915550506001600160a01b0383165f90815260208190526040812080548492906102bc90849061044e565b90915550506040516001600160a01b0384169033907fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef906102fe9086906103d0565b60405180910390a35060015b92915050565b5f6001600160a01b03821661030a565b61032981610310565b8114610333575f5ffd5b50565b803561030a81610320565b80610329565b803561030a81610341565b5f5f60408385031215610366576103665f5ffd5b5f6103718585610336565b925050602061038285828601610347565b9150509250929050565b5f6020828403121561039f5761039f5f5ffd5b5f6103aa8484610336565b949350505050565b8015155b82525050565b6020810161030a82846103b2565b806103b6565b6020810161030a82846103ca565b801515610329565b803561030a816103de565b5f5f60408385031215610405576104055f5ffd5b5f6104108585610336565b9250506020610382858286016103e6565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8082018082111561030a5761030a610421565b6103b681610310565b6020810161030a8284610461565b8181038181111561030a5761030a61042156fea164736f6c6343000825000a",
}

// ListToken is an auto generated Go binding around an Ethereum contract.
type ListToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ListToken) GetABI() abi.ABI {
	return c.abi
}

// NewListToken creates a new instance of ListToken.
func NewListToken() *ListToken {
	parsed, err := ListTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ListToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ListToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(bool bothSides_) returns()
func (listToken *ListToken) PackConstructor(bothSides_ bool) []byte {
	enc, err := listToken.abi.Pack("", bothSides_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (listToken *ListToken) PackBalanceOf(account common.Address) []byte {
	enc, err := listToken.abi.Pack("balanceOf", account)
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
func (listToken *ListToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return listToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (listToken *ListToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := listToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0c708af.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bar(address account, bool on) returns()
func (listToken *ListToken) PackBar(account common.Address, on bool) []byte {
	enc, err := listToken.abi.Pack("bar", account, on)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0c708af.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bar(address account, bool on) returns()
func (listToken *ListToken) TryPackBar(account common.Address, on bool) ([]byte, error) {
	return listToken.abi.Pack("bar", account, on)
}

// PackBarred is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6dfedb11.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function barred(address account) view returns(bool)
func (listToken *ListToken) PackBarred(account common.Address) []byte {
	enc, err := listToken.abi.Pack("barred", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBarred is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6dfedb11.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function barred(address account) view returns(bool)
func (listToken *ListToken) TryPackBarred(account common.Address) ([]byte, error) {
	return listToken.abi.Pack("barred", account)
}

// UnpackBarred is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6dfedb11.
//
// Solidity: function barred(address account) view returns(bool)
func (listToken *ListToken) UnpackBarred(data []byte) (bool, error) {
	out, err := listToken.abi.Unpack("barred", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBothSides is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5b43b46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bothSides() view returns(bool)
func (listToken *ListToken) PackBothSides() []byte {
	enc, err := listToken.abi.Pack("bothSides")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBothSides is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5b43b46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bothSides() view returns(bool)
func (listToken *ListToken) TryPackBothSides() ([]byte, error) {
	return listToken.abi.Pack("bothSides")
}

// UnpackBothSides is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb5b43b46.
//
// Solidity: function bothSides() view returns(bool)
func (listToken *ListToken) UnpackBothSides(data []byte) (bool, error) {
	out, err := listToken.abi.Unpack("bothSides", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (listToken *ListToken) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := listToken.abi.Pack("mint", to, amount)
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
func (listToken *ListToken) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return listToken.abi.Pack("mint", to, amount)
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 amount) returns(bool)
func (listToken *ListToken) PackTransfer(to common.Address, amount *big.Int) []byte {
	enc, err := listToken.abi.Pack("transfer", to, amount)
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
func (listToken *ListToken) TryPackTransfer(to common.Address, amount *big.Int) ([]byte, error) {
	return listToken.abi.Pack("transfer", to, amount)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 amount) returns(bool)
func (listToken *ListToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := listToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// ListTokenTransfer represents a Transfer event raised by the ListToken contract.
type ListTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const ListTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (ListTokenTransfer) ContractEventName() string {
	return ListTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (listToken *ListToken) UnpackTransferEvent(log *types.Log) (*ListTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != listToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ListTokenTransfer)
	if len(log.Data) > 0 {
		if err := listToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range listToken.abi.Events[event].Inputs {
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
func (listToken *ListToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], listToken.abi.Errors["Barred"].ID.Bytes()[:4]) {
		return listToken.UnpackBarredError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ListTokenBarred represents a Barred error raised by the ListToken contract.
type ListTokenBarred struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Barred(address account)
func ListTokenBarredErrorID() common.Hash {
	return common.HexToHash("0xbbb577b4dae2f1888bc92dbea90199f061093c178b353e16936b10970c1fe8c7")
}

// UnpackBarredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Barred(address account)
func (listToken *ListToken) UnpackBarredError(raw []byte) (*ListTokenBarred, error) {
	out := new(ListTokenBarred)
	if err := listToken.abi.UnpackIntoInterface(out, "Barred", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAMetaData contains all meta data concerning the MintingA contract.
var MintingAMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"ApprovalCallerNotOwnerNorApproved\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ApprovalQueryForNonexistentToken\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BalanceQueryForZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"MintERC2309QuantityExceedsLimit\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"MintToZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"MintZeroQuantity\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotCompatibleWithSpotMints\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"OwnerQueryForNonexistentToken\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"OwnershipNotInitializedForExtraData\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"SequentialMintExceedsLimit\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"SequentialUpToTooSmall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"SpotMintTokenIdTooSmall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TokenAlreadyExists\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferCallerNotOwnerNorApproved\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferFromIncorrectOwner\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferToNonERC721ReceiverImplementer\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TransferToZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"URIQueryForNonexistentToken\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"approved\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"ApprovalForAll\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"fromTokenId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toTokenId\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"ConsecutiveTransfer\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"getApproved\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"isApprovedForAll\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ownerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"_data\",\"type\":\"bytes\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"setApprovalForAll\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"tokenURI\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"result\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "MintingA",
	Bin: "0x608060405234801561000f575f5ffd5b506040805180820182526001808252604160f81b60208084018290528451808601909552918452908301529060026100478382610164565b5060036100548282610164565b50505f805550610223565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061009b57607f821691505b6020821081036100ad576100ad610073565b50919050565b5f6100c16100be8381565b90565b92915050565b6100d0836100b3565b81545f1960089490940293841b1916921b91909117905550565b5f6100f68184846100c7565b505050565b5f5b828110156100f6576101115f8284016100ea565b6001016100fd565b601f8211156100f657828211156100f6575f818152602090206020601f8401046020601f860104602086101561014c57505f5b80830161015b828403826100fb565b50505050505050565b81516001600160401b0381111561017d5761017d61005f565b6101878254610087565b610192828285610119565b6020601f8311600181146101c4575f84156101ad5750858201515b5f19600886021c198116600286021786555061021b565b5f85815260208120601f198616915b828110156101f357888501518255602094850194600190920191016101d3565b8683101561020e57848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b61109d806102305f395ff3fe6080604052600436106100e4575f3560e01c806342842e0e11610087578063a22cb46511610057578063a22cb46514610236578063b88d4fde14610255578063c87b56dd14610268578063e985e9c514610287575f5ffd5b806342842e0e146101d15780636352211e146101e457806370a082311461020357806395d89b4114610222575f5ffd5b8063095ea7b3116100c2578063095ea7b31461016a57806318160ddd1461017f57806323b872dd1461019f57806340c10f19146101b2575f5ffd5b806301ffc9a7146100e857806306fdde031461011d578063081812fc1461013e575b5f5ffd5b3480156100f3575f5ffd5b50610107610102366004610c03565b6102ce565b6040516101149190610c2b565b60405180910390f35b348015610128575f5ffd5b5061013161036a565b6040516101149190610c75565b348015610149575f5ffd5b5061015d610158366004610c97565b6103fa565b6040516101149190610cce565b61017d610178366004610cf0565b61044c565b005b34801561018a575f5ffd5b506001545f54035b6040516101149190610d30565b61017d6101ad366004610d3e565b61045c565b3480156101bd575f5ffd5b5061017d6101cc366004610cf0565b61061e565b61017d6101df366004610d3e565b610628565b3480156101ef575f5ffd5b5061015d6101fe366004610c97565b610647565b34801561020e575f5ffd5b5061019261021d366004610d8a565b610651565b34801561022d575f5ffd5b506101316106ae565b348015610241575f5ffd5b5061017d610250366004610dbb565b6106bd565b61017d610263366004610ed8565b61072b565b348015610273575f5ffd5b50610131610282366004610c97565b61076c565b348015610292575f5ffd5b506101076102a1366004610f52565b6001600160a01b039182165f90815260076020908152604080832093909416825291909152205460ff1690565b5f7f01ffc9a7000000000000000000000000000000000000000000000000000000006001600160e01b03198316148061033057507f80ac58cd000000000000000000000000000000000000000000000000000000006001600160e01b03198316145b8061036457507f5b5e139f000000000000000000000000000000000000000000000000000000006001600160e01b03198316145b92915050565b60606002805461037990610f96565b80601f01602080910402602001604051908101604052809291908181526020018280546103a590610f96565b80156103f05780601f106103c7576101008083540402835291602001916103f0565b820191905f5260205f20905b8154815290600101906020018083116103d357829003601f168201915b5050505050905090565b5f61040482610809565b610431576104317fcf4700e40000000000000000000000000000000000000000000000000000000061084b565b505f908152600660205260409020546001600160a01b031690565b61045882826001610853565b5050565b5f61046682610941565b6001600160a01b0394851694909150811684146104a6576104a67fa11481000000000000000000000000000000000000000000000000000000000061084b565b5f8281526006602052604090208054338082146001600160a01b0388169091141761051e576001600160a01b0386165f90815260076020908152604080832033845290915290205460ff1661051e5761051e7f59c896be0000000000000000000000000000000000000000000000000000000061084b565b8015610528575f82555b6001600160a01b038681165f9081526005602052604080822080545f19019055918716808252919020805460010190554260a01b17600160e11b175f85815260046020526040812091909155600160e11b841690036105b457600184015f8181526004602052604081205490036105b2575f5481146105b2575f8181526004602052604090208490555b505b6001600160a01b0385168481887fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef5f80a4805f03610615576106157fea553b340000000000000000000000000000000000000000000000000000000061084b565b50505050505050565b61045882826109d0565b61064283838360405180602001604052805f81525061072b565b505050565b5f61036482610941565b5f6001600160a01b038216610689576106897f8f4eb6040000000000000000000000000000000000000000000000000000000061084b565b506001600160a01b03165f9081526005602052604090205467ffffffffffffffff1690565b60606003805461037990610f96565b335f8181526007602090815260408083206001600160a01b038716808552925291829020805460ff191685151517905590519091907f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c319061071f908590610c2b565b60405180910390a35050565b61073684848461045c565b6001600160a01b0383163b156107665761075284848484610abd565b610766576107666368d2bf6b60e11b61084b565b50505050565b606061077782610809565b6107a4576107a47fa14c4b500000000000000000000000000000000000000000000000000000000061084b565b5f6107b960408051602081019091525f815290565b905080515f036107d75760405180602001604052805f815250610802565b806107e184610b9c565b6040516020016107f2929190610fe3565b6040516020818303038152906040525b9392505050565b5f5f54821015610846575f5b505f828152600460205260408120549081900361083c576108358361100e565b9250610815565b600160e01b161590505b919050565b805f5260045ffd5b5f61085d83610647565b90508180156108755750336001600160a01b03821614155b156108cd576001600160a01b0381165f90815260076020908152604080832033845290915290205460ff166108cd576108cd7fcfb3b9420000000000000000000000000000000000000000000000000000000061084b565b5f8381526006602052604080822080547fffffffffffffffffffffffff0000000000000000000000000000000000000000166001600160a01b0388811691821790925591518693918516917f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92591a450505050565b5f81815260046020526040902054805f036109ae575f54821061096e5761096e636f96cda160e11b61084b565b5b505f19015f81815260046020526040902054801561096f57600160e01b81165f0361099957919050565b6109a9636f96cda160e11b61084b565b61096f565b600160e01b81165f036109c057919050565b610846636f96cda160e11b61084b565b5f805490829003610a0457610a047fb562e8dd0000000000000000000000000000000000000000000000000000000061084b565b5f8181526004602090815260408083206001600160a01b0387164260a01b6001881460e11b17811790915580845260059092528220805468010000000000000001860201905590819003610a7b57610a7b7f2e0763000000000000000000000000000000000000000000000000000000000061084b565b818301825b80835f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef5f5fa4818160010191508103610a8057505f5550505050565b604051630a85bd0160e11b81525f906001600160a01b0385169063150b7a0290610af1903390899088908890600401611023565b6020604051808303815f875af1925050508015610b2b575060408051601f3d908101601f19168201909252610b2891810190611072565b60015b610b7e573d808015610b58576040519150601f19603f3d011682016040523d82523d5f602084013e610b5d565b606091505b5080515f03610b7657610b766368d2bf6b60e11b61084b565b805181602001fd5b6001600160e01b031916630a85bd0160e11b1490505b949350505050565b606060a060405101806040526020810391505f825281835b600184039350600a81066030018453600a900480610bb45750829003601f1990920191825250919050565b6001600160e01b031981165b8114610bf5575f5ffd5b50565b803561036481610bdf565b5f60208284031215610c1657610c165f5ffd5b5f610b948484610bf8565b8015155b82525050565b602081016103648284610c21565b8281835e505f910152565b5f610c4d825190565b808452602084019350610c64818560208601610c39565b601f01601f19169290920192915050565b602080825281016108028184610c44565b80610beb565b803561036481610c86565b5f60208284031215610caa57610caa5f5ffd5b5f610b948484610c8c565b5f6001600160a01b038216610364565b610c2581610cb5565b602081016103648284610cc5565b610beb81610cb5565b803561036481610cdc565b5f5f60408385031215610d0457610d045f5ffd5b5f610d0f8585610ce5565b9250506020610d2085828601610c8c565b9150509250929050565b80610c25565b602081016103648284610d2a565b5f5f5f60608486031215610d5357610d535f5ffd5b5f610d5e8686610ce5565b9350506020610d6f86828701610ce5565b9250506040610d8086828701610c8c565b9150509250925092565b5f60208284031215610d9d57610d9d5f5ffd5b5f610b948484610ce5565b801515610beb565b803561036481610da8565b5f5f60408385031215610dcf57610dcf5f5ffd5b5f610dda8585610ce5565b9250506020610d2085828601610db0565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff82111715610e2557610e25610deb565b6040525050565b5f610e3660405190565b90506108468282610dff565b5f67ffffffffffffffff821115610e5b57610e5b610deb565b601f19601f83011660200192915050565b82818337505f910152565b5f610e89610e8484610e42565b610e2c565b905082815260208101848484011115610ea357610ea35f5ffd5b610eae848285610e6c565b509392505050565b5f82601f830112610ec857610ec85f5ffd5b8135610b94848260208601610e77565b5f5f5f5f60808587031215610eee57610eee5f5ffd5b5f610ef98787610ce5565b9450506020610f0a87828801610ce5565b9350506040610f1b87828801610c8c565b925050606085013567ffffffffffffffff811115610f3a57610f3a5f5ffd5b610f4687828801610eb6565b91505092959194509250565b5f5f60408385031215610f6657610f665f5ffd5b5f610f718585610ce5565b9250506020610d2085828601610ce5565b634e487b7160e01b5f52602260045260245ffd5b600281046001821680610faa57607f821691505b602082108103610fbc57610fbc610f82565b50919050565b5f610fcb825190565b610fd9818560208601610c39565b9290920192915050565b5f610fee8285610fc2565b9150610b948284610fc2565b634e487b7160e01b5f52601160045260245ffd5b5f8161101c5761101c610ffa565b505f190190565b608081016110318287610cc5565b61103e6020830186610cc5565b61104b6040830185610d2a565b818103606083015261105d8184610c44565b9695505050505050565b805161036481610bdf565b5f60208284031215611085576110855f5ffd5b5f610b94848461106756fea164736f6c6343000825000a",
}

// MintingA is an auto generated Go binding around an Ethereum contract.
type MintingA struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *MintingA) GetABI() abi.ABI {
	return c.abi
}

// NewMintingA creates a new instance of MintingA.
func NewMintingA() *MintingA {
	parsed, err := MintingAMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &MintingA{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *MintingA) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address to, uint256 tokenId) payable returns()
func (mintingA *MintingA) PackApprove(to common.Address, tokenId *big.Int) []byte {
	enc, err := mintingA.abi.Pack("approve", to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address to, uint256 tokenId) payable returns()
func (mintingA *MintingA) TryPackApprove(to common.Address, tokenId *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("approve", to, tokenId)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (mintingA *MintingA) PackBalanceOf(owner common.Address) []byte {
	enc, err := mintingA.abi.Pack("balanceOf", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (mintingA *MintingA) TryPackBalanceOf(owner common.Address) ([]byte, error) {
	return mintingA.abi.Pack("balanceOf", owner)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (mintingA *MintingA) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := mintingA.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (mintingA *MintingA) PackGetApproved(tokenId *big.Int) []byte {
	enc, err := mintingA.abi.Pack("getApproved", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (mintingA *MintingA) TryPackGetApproved(tokenId *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("getApproved", tokenId)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (mintingA *MintingA) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := mintingA.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (mintingA *MintingA) PackIsApprovedForAll(owner common.Address, operator common.Address) []byte {
	enc, err := mintingA.abi.Pack("isApprovedForAll", owner, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (mintingA *MintingA) TryPackIsApprovedForAll(owner common.Address, operator common.Address) ([]byte, error) {
	return mintingA.abi.Pack("isApprovedForAll", owner, operator)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (mintingA *MintingA) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := mintingA.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 quantity) returns()
func (mintingA *MintingA) PackMint(to common.Address, quantity *big.Int) []byte {
	enc, err := mintingA.abi.Pack("mint", to, quantity)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 quantity) returns()
func (mintingA *MintingA) TryPackMint(to common.Address, quantity *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("mint", to, quantity)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (mintingA *MintingA) PackName() []byte {
	enc, err := mintingA.abi.Pack("name")
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
func (mintingA *MintingA) TryPackName() ([]byte, error) {
	return mintingA.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (mintingA *MintingA) UnpackName(data []byte) (string, error) {
	out, err := mintingA.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (mintingA *MintingA) PackOwnerOf(tokenId *big.Int) []byte {
	enc, err := mintingA.abi.Pack("ownerOf", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (mintingA *MintingA) TryPackOwnerOf(tokenId *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("ownerOf", tokenId)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (mintingA *MintingA) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := mintingA.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) payable returns()
func (mintingA *MintingA) PackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := mintingA.abi.Pack("safeTransferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) payable returns()
func (mintingA *MintingA) TryPackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("safeTransferFrom", from, to, tokenId)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes _data) payable returns()
func (mintingA *MintingA) PackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) []byte {
	enc, err := mintingA.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes _data) payable returns()
func (mintingA *MintingA) TryPackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) ([]byte, error) {
	return mintingA.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (mintingA *MintingA) PackSetApprovalForAll(operator common.Address, approved bool) []byte {
	enc, err := mintingA.abi.Pack("setApprovalForAll", operator, approved)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (mintingA *MintingA) TryPackSetApprovalForAll(operator common.Address, approved bool) ([]byte, error) {
	return mintingA.abi.Pack("setApprovalForAll", operator, approved)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (mintingA *MintingA) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := mintingA.abi.Pack("supportsInterface", interfaceId)
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
func (mintingA *MintingA) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return mintingA.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (mintingA *MintingA) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := mintingA.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (mintingA *MintingA) PackSymbol() []byte {
	enc, err := mintingA.abi.Pack("symbol")
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
func (mintingA *MintingA) TryPackSymbol() ([]byte, error) {
	return mintingA.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (mintingA *MintingA) UnpackSymbol(data []byte) (string, error) {
	out, err := mintingA.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (mintingA *MintingA) PackTokenURI(tokenId *big.Int) []byte {
	enc, err := mintingA.abi.Pack("tokenURI", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (mintingA *MintingA) TryPackTokenURI(tokenId *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("tokenURI", tokenId)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (mintingA *MintingA) UnpackTokenURI(data []byte) (string, error) {
	out, err := mintingA.abi.Unpack("tokenURI", data)
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
// Solidity: function totalSupply() view returns(uint256 result)
func (mintingA *MintingA) PackTotalSupply() []byte {
	enc, err := mintingA.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256 result)
func (mintingA *MintingA) TryPackTotalSupply() ([]byte, error) {
	return mintingA.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256 result)
func (mintingA *MintingA) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := mintingA.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) payable returns()
func (mintingA *MintingA) PackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := mintingA.abi.Pack("transferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) payable returns()
func (mintingA *MintingA) TryPackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return mintingA.abi.Pack("transferFrom", from, to, tokenId)
}

// MintingAApproval represents a Approval event raised by the MintingA contract.
type MintingAApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const MintingAApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (MintingAApproval) ContractEventName() string {
	return MintingAApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (mintingA *MintingA) UnpackApprovalEvent(log *types.Log) (*MintingAApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingA.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingAApproval)
	if len(log.Data) > 0 {
		if err := mintingA.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingA.abi.Events[event].Inputs {
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

// MintingAApprovalForAll represents a ApprovalForAll event raised by the MintingA contract.
type MintingAApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const MintingAApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (MintingAApprovalForAll) ContractEventName() string {
	return MintingAApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (mintingA *MintingA) UnpackApprovalForAllEvent(log *types.Log) (*MintingAApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingA.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingAApprovalForAll)
	if len(log.Data) > 0 {
		if err := mintingA.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingA.abi.Events[event].Inputs {
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

// MintingAConsecutiveTransfer represents a ConsecutiveTransfer event raised by the MintingA contract.
type MintingAConsecutiveTransfer struct {
	FromTokenId *big.Int
	ToTokenId   *big.Int
	From        common.Address
	To          common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const MintingAConsecutiveTransferEventName = "ConsecutiveTransfer"

// ContractEventName returns the user-defined event name.
func (MintingAConsecutiveTransfer) ContractEventName() string {
	return MintingAConsecutiveTransferEventName
}

// UnpackConsecutiveTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ConsecutiveTransfer(uint256 indexed fromTokenId, uint256 toTokenId, address indexed from, address indexed to)
func (mintingA *MintingA) UnpackConsecutiveTransferEvent(log *types.Log) (*MintingAConsecutiveTransfer, error) {
	event := "ConsecutiveTransfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingA.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingAConsecutiveTransfer)
	if len(log.Data) > 0 {
		if err := mintingA.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingA.abi.Events[event].Inputs {
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

// MintingATransfer represents a Transfer event raised by the MintingA contract.
type MintingATransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MintingATransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (MintingATransfer) ContractEventName() string {
	return MintingATransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (mintingA *MintingA) UnpackTransferEvent(log *types.Log) (*MintingATransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingA.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingATransfer)
	if len(log.Data) > 0 {
		if err := mintingA.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingA.abi.Events[event].Inputs {
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
func (mintingA *MintingA) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], mintingA.abi.Errors["ApprovalCallerNotOwnerNorApproved"].ID.Bytes()[:4]) {
		return mintingA.UnpackApprovalCallerNotOwnerNorApprovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["ApprovalQueryForNonexistentToken"].ID.Bytes()[:4]) {
		return mintingA.UnpackApprovalQueryForNonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["BalanceQueryForZeroAddress"].ID.Bytes()[:4]) {
		return mintingA.UnpackBalanceQueryForZeroAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["MintERC2309QuantityExceedsLimit"].ID.Bytes()[:4]) {
		return mintingA.UnpackMintERC2309QuantityExceedsLimitError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["MintToZeroAddress"].ID.Bytes()[:4]) {
		return mintingA.UnpackMintToZeroAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["MintZeroQuantity"].ID.Bytes()[:4]) {
		return mintingA.UnpackMintZeroQuantityError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["NotCompatibleWithSpotMints"].ID.Bytes()[:4]) {
		return mintingA.UnpackNotCompatibleWithSpotMintsError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["OwnerQueryForNonexistentToken"].ID.Bytes()[:4]) {
		return mintingA.UnpackOwnerQueryForNonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["OwnershipNotInitializedForExtraData"].ID.Bytes()[:4]) {
		return mintingA.UnpackOwnershipNotInitializedForExtraDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["SequentialMintExceedsLimit"].ID.Bytes()[:4]) {
		return mintingA.UnpackSequentialMintExceedsLimitError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["SequentialUpToTooSmall"].ID.Bytes()[:4]) {
		return mintingA.UnpackSequentialUpToTooSmallError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["SpotMintTokenIdTooSmall"].ID.Bytes()[:4]) {
		return mintingA.UnpackSpotMintTokenIdTooSmallError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["TokenAlreadyExists"].ID.Bytes()[:4]) {
		return mintingA.UnpackTokenAlreadyExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["TransferCallerNotOwnerNorApproved"].ID.Bytes()[:4]) {
		return mintingA.UnpackTransferCallerNotOwnerNorApprovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["TransferFromIncorrectOwner"].ID.Bytes()[:4]) {
		return mintingA.UnpackTransferFromIncorrectOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["TransferToNonERC721ReceiverImplementer"].ID.Bytes()[:4]) {
		return mintingA.UnpackTransferToNonERC721ReceiverImplementerError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["TransferToZeroAddress"].ID.Bytes()[:4]) {
		return mintingA.UnpackTransferToZeroAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingA.abi.Errors["URIQueryForNonexistentToken"].ID.Bytes()[:4]) {
		return mintingA.UnpackURIQueryForNonexistentTokenError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MintingAApprovalCallerNotOwnerNorApproved represents a ApprovalCallerNotOwnerNorApproved error raised by the MintingA contract.
type MintingAApprovalCallerNotOwnerNorApproved struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ApprovalCallerNotOwnerNorApproved()
func MintingAApprovalCallerNotOwnerNorApprovedErrorID() common.Hash {
	return common.HexToHash("0xcfb3b9429a134b2b944604a735efdb2b29b197735c30602f556a6a2f1032f120")
}

// UnpackApprovalCallerNotOwnerNorApprovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ApprovalCallerNotOwnerNorApproved()
func (mintingA *MintingA) UnpackApprovalCallerNotOwnerNorApprovedError(raw []byte) (*MintingAApprovalCallerNotOwnerNorApproved, error) {
	out := new(MintingAApprovalCallerNotOwnerNorApproved)
	if err := mintingA.abi.UnpackIntoInterface(out, "ApprovalCallerNotOwnerNorApproved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAApprovalQueryForNonexistentToken represents a ApprovalQueryForNonexistentToken error raised by the MintingA contract.
type MintingAApprovalQueryForNonexistentToken struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ApprovalQueryForNonexistentToken()
func MintingAApprovalQueryForNonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0xcf4700e46ed41ef04607b4e3308dff2984f54d77e296299fdaddb3cada81600f")
}

// UnpackApprovalQueryForNonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ApprovalQueryForNonexistentToken()
func (mintingA *MintingA) UnpackApprovalQueryForNonexistentTokenError(raw []byte) (*MintingAApprovalQueryForNonexistentToken, error) {
	out := new(MintingAApprovalQueryForNonexistentToken)
	if err := mintingA.abi.UnpackIntoInterface(out, "ApprovalQueryForNonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingABalanceQueryForZeroAddress represents a BalanceQueryForZeroAddress error raised by the MintingA contract.
type MintingABalanceQueryForZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BalanceQueryForZeroAddress()
func MintingABalanceQueryForZeroAddressErrorID() common.Hash {
	return common.HexToHash("0x8f4eb6044d70ec5bf71516c5fb8d3c3aef5dba1bd1c93d779e9c0f269589e79c")
}

// UnpackBalanceQueryForZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BalanceQueryForZeroAddress()
func (mintingA *MintingA) UnpackBalanceQueryForZeroAddressError(raw []byte) (*MintingABalanceQueryForZeroAddress, error) {
	out := new(MintingABalanceQueryForZeroAddress)
	if err := mintingA.abi.UnpackIntoInterface(out, "BalanceQueryForZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAMintERC2309QuantityExceedsLimit represents a MintERC2309QuantityExceedsLimit error raised by the MintingA contract.
type MintingAMintERC2309QuantityExceedsLimit struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MintERC2309QuantityExceedsLimit()
func MintingAMintERC2309QuantityExceedsLimitErrorID() common.Hash {
	return common.HexToHash("0x3db1f9afdc4a8b6134b1f81992ec3c4e0b7e4d3131e055eb17d1a0ba02c36c37")
}

// UnpackMintERC2309QuantityExceedsLimitError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MintERC2309QuantityExceedsLimit()
func (mintingA *MintingA) UnpackMintERC2309QuantityExceedsLimitError(raw []byte) (*MintingAMintERC2309QuantityExceedsLimit, error) {
	out := new(MintingAMintERC2309QuantityExceedsLimit)
	if err := mintingA.abi.UnpackIntoInterface(out, "MintERC2309QuantityExceedsLimit", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAMintToZeroAddress represents a MintToZeroAddress error raised by the MintingA contract.
type MintingAMintToZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MintToZeroAddress()
func MintingAMintToZeroAddressErrorID() common.Hash {
	return common.HexToHash("0x2e076300cc9339eb5c3cef53bf1884bed209f3e8a58ca06b0a19c37ff1ae363c")
}

// UnpackMintToZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MintToZeroAddress()
func (mintingA *MintingA) UnpackMintToZeroAddressError(raw []byte) (*MintingAMintToZeroAddress, error) {
	out := new(MintingAMintToZeroAddress)
	if err := mintingA.abi.UnpackIntoInterface(out, "MintToZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAMintZeroQuantity represents a MintZeroQuantity error raised by the MintingA contract.
type MintingAMintZeroQuantity struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MintZeroQuantity()
func MintingAMintZeroQuantityErrorID() common.Hash {
	return common.HexToHash("0xb562e8dd38b8d2a6fb8156b4974f05d22935d7700877ad15fde6741bbc25fd02")
}

// UnpackMintZeroQuantityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MintZeroQuantity()
func (mintingA *MintingA) UnpackMintZeroQuantityError(raw []byte) (*MintingAMintZeroQuantity, error) {
	out := new(MintingAMintZeroQuantity)
	if err := mintingA.abi.UnpackIntoInterface(out, "MintZeroQuantity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingANotCompatibleWithSpotMints represents a NotCompatibleWithSpotMints error raised by the MintingA contract.
type MintingANotCompatibleWithSpotMints struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCompatibleWithSpotMints()
func MintingANotCompatibleWithSpotMintsErrorID() common.Hash {
	return common.HexToHash("0xbdba09d7de4615327bd4f0b137a32980f4ce72fa2ab3b430bbef6573e1f39bfd")
}

// UnpackNotCompatibleWithSpotMintsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCompatibleWithSpotMints()
func (mintingA *MintingA) UnpackNotCompatibleWithSpotMintsError(raw []byte) (*MintingANotCompatibleWithSpotMints, error) {
	out := new(MintingANotCompatibleWithSpotMints)
	if err := mintingA.abi.UnpackIntoInterface(out, "NotCompatibleWithSpotMints", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAOwnerQueryForNonexistentToken represents a OwnerQueryForNonexistentToken error raised by the MintingA contract.
type MintingAOwnerQueryForNonexistentToken struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnerQueryForNonexistentToken()
func MintingAOwnerQueryForNonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0xdf2d9b424672bd00e1e032c20dbf3b98e82895632ef5694f935500416ec6869f")
}

// UnpackOwnerQueryForNonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnerQueryForNonexistentToken()
func (mintingA *MintingA) UnpackOwnerQueryForNonexistentTokenError(raw []byte) (*MintingAOwnerQueryForNonexistentToken, error) {
	out := new(MintingAOwnerQueryForNonexistentToken)
	if err := mintingA.abi.UnpackIntoInterface(out, "OwnerQueryForNonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAOwnershipNotInitializedForExtraData represents a OwnershipNotInitializedForExtraData error raised by the MintingA contract.
type MintingAOwnershipNotInitializedForExtraData struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnershipNotInitializedForExtraData()
func MintingAOwnershipNotInitializedForExtraDataErrorID() common.Hash {
	return common.HexToHash("0x00d581532958f43622785633cc88156b61c1db85758a0959b86c456afb2f30a4")
}

// UnpackOwnershipNotInitializedForExtraDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnershipNotInitializedForExtraData()
func (mintingA *MintingA) UnpackOwnershipNotInitializedForExtraDataError(raw []byte) (*MintingAOwnershipNotInitializedForExtraData, error) {
	out := new(MintingAOwnershipNotInitializedForExtraData)
	if err := mintingA.abi.UnpackIntoInterface(out, "OwnershipNotInitializedForExtraData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingASequentialMintExceedsLimit represents a SequentialMintExceedsLimit error raised by the MintingA contract.
type MintingASequentialMintExceedsLimit struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SequentialMintExceedsLimit()
func MintingASequentialMintExceedsLimitErrorID() common.Hash {
	return common.HexToHash("0x81647e3a587700511fde95f04a17f4acb48e1899b3efe1ee6e59da8383e5673c")
}

// UnpackSequentialMintExceedsLimitError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SequentialMintExceedsLimit()
func (mintingA *MintingA) UnpackSequentialMintExceedsLimitError(raw []byte) (*MintingASequentialMintExceedsLimit, error) {
	out := new(MintingASequentialMintExceedsLimit)
	if err := mintingA.abi.UnpackIntoInterface(out, "SequentialMintExceedsLimit", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingASequentialUpToTooSmall represents a SequentialUpToTooSmall error raised by the MintingA contract.
type MintingASequentialUpToTooSmall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SequentialUpToTooSmall()
func MintingASequentialUpToTooSmallErrorID() common.Hash {
	return common.HexToHash("0xfed8210fc76c50227deed0174882f5f223506229ccf11f6cd98e7c48681ea535")
}

// UnpackSequentialUpToTooSmallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SequentialUpToTooSmall()
func (mintingA *MintingA) UnpackSequentialUpToTooSmallError(raw []byte) (*MintingASequentialUpToTooSmall, error) {
	out := new(MintingASequentialUpToTooSmall)
	if err := mintingA.abi.UnpackIntoInterface(out, "SequentialUpToTooSmall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingASpotMintTokenIdTooSmall represents a SpotMintTokenIdTooSmall error raised by the MintingA contract.
type MintingASpotMintTokenIdTooSmall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SpotMintTokenIdTooSmall()
func MintingASpotMintTokenIdTooSmallErrorID() common.Hash {
	return common.HexToHash("0x524a12ccaf0e33bbbbc5abfffb31204f0bbacb6462497870e9f96fe242f6e3bd")
}

// UnpackSpotMintTokenIdTooSmallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SpotMintTokenIdTooSmall()
func (mintingA *MintingA) UnpackSpotMintTokenIdTooSmallError(raw []byte) (*MintingASpotMintTokenIdTooSmall, error) {
	out := new(MintingASpotMintTokenIdTooSmall)
	if err := mintingA.abi.UnpackIntoInterface(out, "SpotMintTokenIdTooSmall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingATokenAlreadyExists represents a TokenAlreadyExists error raised by the MintingA contract.
type MintingATokenAlreadyExists struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenAlreadyExists()
func MintingATokenAlreadyExistsErrorID() common.Hash {
	return common.HexToHash("0xc991cbb1bf26656e97c9f9e825b1a15131af192e5a8ad0d3787a48638a4d747e")
}

// UnpackTokenAlreadyExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenAlreadyExists()
func (mintingA *MintingA) UnpackTokenAlreadyExistsError(raw []byte) (*MintingATokenAlreadyExists, error) {
	out := new(MintingATokenAlreadyExists)
	if err := mintingA.abi.UnpackIntoInterface(out, "TokenAlreadyExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingATransferCallerNotOwnerNorApproved represents a TransferCallerNotOwnerNorApproved error raised by the MintingA contract.
type MintingATransferCallerNotOwnerNorApproved struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferCallerNotOwnerNorApproved()
func MintingATransferCallerNotOwnerNorApprovedErrorID() common.Hash {
	return common.HexToHash("0x59c896bee5f3fe07105589e63f6894f22b4f86fc5ae33f4b35024a15fad3a384")
}

// UnpackTransferCallerNotOwnerNorApprovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferCallerNotOwnerNorApproved()
func (mintingA *MintingA) UnpackTransferCallerNotOwnerNorApprovedError(raw []byte) (*MintingATransferCallerNotOwnerNorApproved, error) {
	out := new(MintingATransferCallerNotOwnerNorApproved)
	if err := mintingA.abi.UnpackIntoInterface(out, "TransferCallerNotOwnerNorApproved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingATransferFromIncorrectOwner represents a TransferFromIncorrectOwner error raised by the MintingA contract.
type MintingATransferFromIncorrectOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferFromIncorrectOwner()
func MintingATransferFromIncorrectOwnerErrorID() common.Hash {
	return common.HexToHash("0xa1148100b7a051a7c260d3948c4514f272c11602e2f32608ea9ae92eca16e631")
}

// UnpackTransferFromIncorrectOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferFromIncorrectOwner()
func (mintingA *MintingA) UnpackTransferFromIncorrectOwnerError(raw []byte) (*MintingATransferFromIncorrectOwner, error) {
	out := new(MintingATransferFromIncorrectOwner)
	if err := mintingA.abi.UnpackIntoInterface(out, "TransferFromIncorrectOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingATransferToNonERC721ReceiverImplementer represents a TransferToNonERC721ReceiverImplementer error raised by the MintingA contract.
type MintingATransferToNonERC721ReceiverImplementer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferToNonERC721ReceiverImplementer()
func MintingATransferToNonERC721ReceiverImplementerErrorID() common.Hash {
	return common.HexToHash("0xd1a57ed6c24806c9f10c5c8e411074784b421171a7665fc4a05b5e0f95903d49")
}

// UnpackTransferToNonERC721ReceiverImplementerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferToNonERC721ReceiverImplementer()
func (mintingA *MintingA) UnpackTransferToNonERC721ReceiverImplementerError(raw []byte) (*MintingATransferToNonERC721ReceiverImplementer, error) {
	out := new(MintingATransferToNonERC721ReceiverImplementer)
	if err := mintingA.abi.UnpackIntoInterface(out, "TransferToNonERC721ReceiverImplementer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingATransferToZeroAddress represents a TransferToZeroAddress error raised by the MintingA contract.
type MintingATransferToZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferToZeroAddress()
func MintingATransferToZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xea553b3442b8444ed8b0ccbedb10f85cdc3023a296c01cc0fd14e59a1d027a57")
}

// UnpackTransferToZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferToZeroAddress()
func (mintingA *MintingA) UnpackTransferToZeroAddressError(raw []byte) (*MintingATransferToZeroAddress, error) {
	out := new(MintingATransferToZeroAddress)
	if err := mintingA.abi.UnpackIntoInterface(out, "TransferToZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingAURIQueryForNonexistentToken represents a URIQueryForNonexistentToken error raised by the MintingA contract.
type MintingAURIQueryForNonexistentToken struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error URIQueryForNonexistentToken()
func MintingAURIQueryForNonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0xa14c4b50a5db8b0552ad61499f6df94908ccd800fb11ebb94f1eec13684e67c0")
}

// UnpackURIQueryForNonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error URIQueryForNonexistentToken()
func (mintingA *MintingA) UnpackURIQueryForNonexistentTokenError(raw []byte) (*MintingAURIQueryForNonexistentToken, error) {
	out := new(MintingAURIQueryForNonexistentToken)
	if err := mintingA.abi.UnpackIntoInterface(out, "URIQueryForNonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableMetaData contains all meta data concerning the MintingEnumerable contract.
var MintingEnumerableMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"ERC721EnumerableForbiddenBatchMint\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC721IncorrectOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ERC721InsufficientApproval\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC721InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"ERC721InvalidOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC721InvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC721InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC721InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ERC721NonexistentToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"ERC721OutOfBoundsIndex\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"approved\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"ApprovalForAll\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"getApproved\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"isApprovedForAll\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ownerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"setApprovalForAll\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"tokenByIndex\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"tokenOfOwnerByIndex\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"tokenURI\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "MintingEnumerable",
	Bin: "0x608060405234801561000f575f5ffd5b506040805180820182526001808252604560f81b6020808401829052845180860190955291845290830152905f6100468382610160565b5060016100538282610160565b50505061021f565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061009757607f821691505b6020821081036100a9576100a961006f565b50919050565b5f6100bd6100ba8381565b90565b92915050565b6100cc836100af565b81545f1960089490940293841b1916921b91909117905550565b5f6100f28184846100c3565b505050565b5f5b828110156100f25761010d5f8284016100e6565b6001016100f9565b601f8211156100f257828211156100f2575f818152602090206020601f8401046020601f860104602086101561014857505f5b808301610157828403826100f7565b50505050505050565b81516001600160401b038111156101795761017961005b565b6101838254610083565b61018e828285610115565b6020601f8311600181146101c0575f84156101a95750858201515b5f19600886021c1981166002860217865550610217565b5f85815260208120601f198616915b828110156101ef57888501518255602094850194600190920191016101cf565b8683101561020a57848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b6115928061022c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610115575f3560e01c806342842e0e116100ad57806395d89b411161007d578063b88d4fde11610063578063b88d4fde1461023d578063c87b56dd14610250578063e985e9c514610263575f5ffd5b806395d89b4114610222578063a22cb4651461022a575f5ffd5b806342842e0e146101d65780634f6ccce7146101e95780636352211e146101fc57806370a082311461020f575f5ffd5b806318160ddd116100e857806318160ddd1461018c57806323b872dd1461019d5780632f745c59146101b057806340c10f19146101c3575f5ffd5b806301ffc9a71461011957806306fdde0314610142578063081812fc14610157578063095ea7b314610177575b5f5ffd5b61012c61012736600461107f565b61029e565b60405161013991906110a7565b60405180910390f35b61014a6102e1565b60405161013991906110f1565b61016a610165366004611113565b610370565b604051610139919061114a565b61018a61018536600461116c565b610397565b005b6008545b60405161013991906111ac565b61018a6101ab3660046111ba565b6103a6565b6101906101be36600461116c565b61043d565b61018a6101d136600461116c565b610492565b61018a6101e43660046111ba565b6104c6565b6101906101f7366004611113565b6104e0565b61016a61020a366004611113565b610530565b61019061021d366004611206565b61053a565b61014a610598565b61018a610238366004611237565b6105a7565b61018a61024b366004611351565b6105b2565b61014a61025e366004611113565b6105ca565b61012c6102713660046113cb565b6001600160a01b039182165f90815260056020908152604080832093909416825291909152205460ff1690565b5f6001600160e01b031982167f780e9d630000000000000000000000000000000000000000000000000000000014806102db57506102db8261063b565b92915050565b60605f80546102ef9061140f565b80601f016020809104026020016040519081016040528092919081815260200182805461031b9061140f565b80156103665780601f1061033d57610100808354040283529160200191610366565b820191905f5260205f20905b81548152906001019060200180831161034957829003601f168201915b5050505050905090565b5f61037a826106d5565b505f828152600460205260409020546001600160a01b03166102db565b6103a282823361070c565b5050565b6001600160a01b0382166103d8575f604051633250574960e11b81526004016103cf919061114a565b60405180910390fd5b5f6103e4838333610719565b9050836001600160a01b0316816001600160a01b031614610437578382826040517f64283d7b0000000000000000000000000000000000000000000000000000000081526004016103cf9392919061143b565b50505050565b5f6104478361053a565b821061046a57828260405163295f44f760e21b81526004016103cf929190611463565b506001600160a01b03919091165f908152600660209081526040808320938352929052205490565b5f5b818110156104c1576104b9836104a960085490565b6104b4906001611492565b6107ec565b600101610494565b505050565b6104c183838360405180602001604052805f8152506105b2565b5f6104ea60085490565b821061050d575f8260405163295f44f760e21b81526004016103cf929190611463565b60088281548110610520576105206114a5565b905f5260205f2001549050919050565b5f6102db826106d5565b5f6001600160a01b03821661057d575f6040517f89c62b640000000000000000000000000000000000000000000000000000000081526004016103cf919061114a565b506001600160a01b03165f9081526003602052604090205490565b6060600180546102ef9061140f565b6103a2338383610866565b6105bd8484846103a6565b6104373385858585610941565b60606105d5826106d5565b505f6105eb60408051602081019091525f815290565b90505f8151116106095760405180602001604052805f815250610634565b8061061384610a57565b6040516020016106249291906114da565b6040516020818303038152906040525b9392505050565b5f6001600160e01b031982167f80ac58cd00000000000000000000000000000000000000000000000000000000148061069d57506001600160e01b031982167f5b5e139f00000000000000000000000000000000000000000000000000000000145b806102db57507f01ffc9a7000000000000000000000000000000000000000000000000000000006001600160e01b03198316146102db565b5f818152600260205260408120546001600160a01b0316806102db5782604051637e27328960e01b81526004016103cf91906111ac565b6104c18383836001610af5565b5f5f610726858585610c1b565b90506001600160a01b0381166107825761077d84600880545f838152600960205260408120829055600182018355919091527ff3f7a9fe364faab93b216da50a3214154f22a0a2b415b23a84c8169e8b636ee30155565b6107a5565b846001600160a01b0316816001600160a01b0316146107a5576107a58185610d1a565b6001600160a01b0385166107c1576107bc84610d97565b6107e4565b846001600160a01b0316816001600160a01b0316146107e4576107e48585610e3e565b949350505050565b6001600160a01b038216610815575f604051633250574960e11b81526004016103cf919061114a565b5f61082183835f610719565b90506001600160a01b038116156104c1575f6040517f73c6ac6e0000000000000000000000000000000000000000000000000000000081526004016103cf919061114a565b6001600160a01b03831661088f575f60405163a9fbf51f60e01b81526004016103cf919061114a565b6001600160a01b0382166108d157816040517f5b08ba180000000000000000000000000000000000000000000000000000000081526004016103cf919061114a565b6001600160a01b038381165f8181526005602090815260408083209487168084529490915290819020805460ff1916851515179055517f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31906109349085906110a7565b60405180910390a3505050565b6001600160a01b0383163b15610a5057604051630a85bd0160e11b81526001600160a01b0384169063150b7a02906109839088908890879087906004016114f1565b6020604051808303815f875af19250505080156109bd575060408051601f3d908101601f191682019092526109ba91810190611540565b60015b610a1b573d8080156109ea576040519150601f19603f3d011682016040523d82523d5f602084013e6109ef565b606091505b5080515f03610a135783604051633250574960e11b81526004016103cf919061114a565b805160208201fd5b6001600160e01b03198116630a85bd0160e11b14610a4e5783604051633250574960e11b81526004016103cf919061114a565b505b5050505050565b60605f610a6383610e8c565b60010190505f8167ffffffffffffffff811115610a8257610a82611267565b6040519080825280601f01601f191660200182016040528015610aac576020820181803683370190505b5090508181016020015b5f19017f3031323334353637383961626364656600000000000000000000000000000000600a86061a8153600a8504945084610ab6575b509392505050565b8080610b0957506001600160a01b03821615155b15610bdf575f610b18846106d5565b90506001600160a01b03831615801590610b445750826001600160a01b0316816001600160a01b031614155b8015610b7557506001600160a01b038082165f9081526005602090815260408083209387168352929052205460ff16155b15610b95578260405163a9fbf51f60e01b81526004016103cf919061114a565b8115610bdd5783856001600160a01b0316826001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92560405160405180910390a45b505b50505f908152600460205260409020805473ffffffffffffffffffffffffffffffffffffffff19166001600160a01b0392909216919091179055565b5f828152600260205260408120546001600160a01b0390811690831615610c4757610c47818486610f6d565b6001600160a01b03811615610c8157610c625f855f5f610af5565b6001600160a01b0381165f90815260036020526040902080545f190190555b6001600160a01b03851615610caf576001600160a01b0385165f908152600360205260409020805460010190555b5f84815260026020526040808220805473ffffffffffffffffffffffffffffffffffffffff19166001600160a01b0389811691821790925591518793918516917fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef91a4949350505050565b5f610d248361053a565b5f838152600760209081526040808320546001600160a01b0388168452600690925290912091925090818314610d79575f83815260208281526040808320548584528184208190558352600790915290208290555b5f938452600760209081526040808620869055938552525081205550565b6008545f90610da89060019061155e565b5f8381526009602052604081205460088054939450909284908110610dcf57610dcf6114a5565b905f5260205f20015490508060088381548110610dee57610dee6114a5565b5f918252602080832090910192909255828152600990915260408082208490558582528120556008805480610e2557610e25611571565b600190038181905f5260205f20015f9055905550505050565b5f6001610e4a8461053a565b610e54919061155e565b6001600160a01b039093165f908152600660209081526040808320868452825280832085905593825260079052919091209190915550565b5f807a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008310610ed4577a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000830492506040015b6d04ee2d6d415b85acef81000000008310610f00576d04ee2d6d415b85acef8100000000830492506020015b662386f26fc100008310610f1e57662386f26fc10000830492506010015b6305f5e1008310610f36576305f5e100830492506008015b6127108310610f4a57612710830492506004015b60648310610f5c576064830492506002015b600a83106102db5760010192915050565b610f78838383610fdb565b6104c1576001600160a01b038316610fa55780604051637e27328960e01b81526004016103cf91906111ac565b81816040517f177e802f0000000000000000000000000000000000000000000000000000000081526004016103cf929190611463565b5f6001600160a01b038316158015906107e45750826001600160a01b0316846001600160a01b0316148061103357506001600160a01b038085165f9081526005602090815260408083209387168352929052205460ff165b806107e45750505f908152600460205260409020546001600160a01b03908116911614919050565b6001600160e01b031981165b8114611071575f5ffd5b50565b80356102db8161105b565b5f60208284031215611092576110925f5ffd5b5f6107e48484611074565b8015155b82525050565b602081016102db828461109d565b8281835e505f910152565b5f6110c9825190565b8084526020840193506110e08185602086016110b5565b601f01601f19169290920192915050565b6020808252810161063481846110c0565b80611067565b80356102db81611102565b5f60208284031215611126576111265f5ffd5b5f6107e48484611108565b5f6001600160a01b0382166102db565b6110a181611131565b602081016102db8284611141565b61106781611131565b80356102db81611158565b5f5f60408385031215611180576111805f5ffd5b5f61118b8585611161565b925050602061119c85828601611108565b9150509250929050565b806110a1565b602081016102db82846111a6565b5f5f5f606084860312156111cf576111cf5f5ffd5b5f6111da8686611161565b93505060206111eb86828701611161565b92505060406111fc86828701611108565b9150509250925092565b5f60208284031215611219576112195f5ffd5b5f6107e48484611161565b801515611067565b80356102db81611224565b5f5f6040838503121561124b5761124b5f5ffd5b5f6112568585611161565b925050602061119c8582860161122c565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff821117156112a1576112a1611267565b6040525050565b5f6112b260405190565b90506112be828261127b565b919050565b5f67ffffffffffffffff8211156112dc576112dc611267565b601f19601f83011660200192915050565b82818337505f910152565b5f61130a611305846112c3565b6112a8565b905082815260208101848484011115611324576113245f5ffd5b610aed8482856112ed565b5f82601f830112611341576113415f5ffd5b81356107e48482602086016112f8565b5f5f5f5f60808587031215611367576113675f5ffd5b5f6113728787611161565b945050602061138387828801611161565b935050604061139487828801611108565b925050606085013567ffffffffffffffff8111156113b3576113b35f5ffd5b6113bf8782880161132f565b91505092959194509250565b5f5f604083850312156113df576113df5f5ffd5b5f6113ea8585611161565b925050602061119c85828601611161565b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061142357607f821691505b602082108103611435576114356113fb565b50919050565b606081016114498286611141565b61145660208301856111a6565b6107e46040830184611141565b604081016114718285611141565b61063460208301846111a6565b634e487b7160e01b5f52601160045260245ffd5b808201808211156102db576102db61147e565b634e487b7160e01b5f52603260045260245ffd5b5f6114c2825190565b6114d08185602086016110b5565b9290920192915050565b5f6114e582856114b9565b91506107e482846114b9565b608081016114ff8287611141565b61150c6020830186611141565b61151960408301856111a6565b818103606083015261152b81846110c0565b9695505050505050565b80516102db8161105b565b5f60208284031215611553576115535f5ffd5b5f6107e48484611535565b818103818111156102db576102db61147e565b634e487b7160e01b5f52603160045260245ffdfea164736f6c6343000825000a",
}

// MintingEnumerable is an auto generated Go binding around an Ethereum contract.
type MintingEnumerable struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *MintingEnumerable) GetABI() abi.ABI {
	return c.abi
}

// NewMintingEnumerable creates a new instance of MintingEnumerable.
func NewMintingEnumerable() *MintingEnumerable {
	parsed, err := MintingEnumerableMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &MintingEnumerable{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *MintingEnumerable) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (mintingEnumerable *MintingEnumerable) PackApprove(to common.Address, tokenId *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("approve", to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (mintingEnumerable *MintingEnumerable) TryPackApprove(to common.Address, tokenId *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("approve", to, tokenId)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) PackBalanceOf(owner common.Address) []byte {
	enc, err := mintingEnumerable.abi.Pack("balanceOf", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) TryPackBalanceOf(owner common.Address) ([]byte, error) {
	return mintingEnumerable.abi.Pack("balanceOf", owner)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := mintingEnumerable.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (mintingEnumerable *MintingEnumerable) PackGetApproved(tokenId *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("getApproved", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (mintingEnumerable *MintingEnumerable) TryPackGetApproved(tokenId *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("getApproved", tokenId)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (mintingEnumerable *MintingEnumerable) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := mintingEnumerable.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (mintingEnumerable *MintingEnumerable) PackIsApprovedForAll(owner common.Address, operator common.Address) []byte {
	enc, err := mintingEnumerable.abi.Pack("isApprovedForAll", owner, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (mintingEnumerable *MintingEnumerable) TryPackIsApprovedForAll(owner common.Address, operator common.Address) ([]byte, error) {
	return mintingEnumerable.abi.Pack("isApprovedForAll", owner, operator)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (mintingEnumerable *MintingEnumerable) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := mintingEnumerable.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 quantity) returns()
func (mintingEnumerable *MintingEnumerable) PackMint(to common.Address, quantity *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("mint", to, quantity)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 quantity) returns()
func (mintingEnumerable *MintingEnumerable) TryPackMint(to common.Address, quantity *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("mint", to, quantity)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (mintingEnumerable *MintingEnumerable) PackName() []byte {
	enc, err := mintingEnumerable.abi.Pack("name")
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
func (mintingEnumerable *MintingEnumerable) TryPackName() ([]byte, error) {
	return mintingEnumerable.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (mintingEnumerable *MintingEnumerable) UnpackName(data []byte) (string, error) {
	out, err := mintingEnumerable.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (mintingEnumerable *MintingEnumerable) PackOwnerOf(tokenId *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("ownerOf", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (mintingEnumerable *MintingEnumerable) TryPackOwnerOf(tokenId *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("ownerOf", tokenId)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (mintingEnumerable *MintingEnumerable) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := mintingEnumerable.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (mintingEnumerable *MintingEnumerable) PackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("safeTransferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (mintingEnumerable *MintingEnumerable) TryPackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("safeTransferFrom", from, to, tokenId)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (mintingEnumerable *MintingEnumerable) PackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) []byte {
	enc, err := mintingEnumerable.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (mintingEnumerable *MintingEnumerable) TryPackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) ([]byte, error) {
	return mintingEnumerable.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (mintingEnumerable *MintingEnumerable) PackSetApprovalForAll(operator common.Address, approved bool) []byte {
	enc, err := mintingEnumerable.abi.Pack("setApprovalForAll", operator, approved)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (mintingEnumerable *MintingEnumerable) TryPackSetApprovalForAll(operator common.Address, approved bool) ([]byte, error) {
	return mintingEnumerable.abi.Pack("setApprovalForAll", operator, approved)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (mintingEnumerable *MintingEnumerable) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := mintingEnumerable.abi.Pack("supportsInterface", interfaceId)
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
func (mintingEnumerable *MintingEnumerable) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return mintingEnumerable.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (mintingEnumerable *MintingEnumerable) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := mintingEnumerable.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (mintingEnumerable *MintingEnumerable) PackSymbol() []byte {
	enc, err := mintingEnumerable.abi.Pack("symbol")
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
func (mintingEnumerable *MintingEnumerable) TryPackSymbol() ([]byte, error) {
	return mintingEnumerable.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (mintingEnumerable *MintingEnumerable) UnpackSymbol(data []byte) (string, error) {
	out, err := mintingEnumerable.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTokenByIndex is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f6ccce7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenByIndex(uint256 index) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) PackTokenByIndex(index *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("tokenByIndex", index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenByIndex is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f6ccce7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenByIndex(uint256 index) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) TryPackTokenByIndex(index *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("tokenByIndex", index)
}

// UnpackTokenByIndex is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4f6ccce7.
//
// Solidity: function tokenByIndex(uint256 index) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) UnpackTokenByIndex(data []byte) (*big.Int, error) {
	out, err := mintingEnumerable.abi.Unpack("tokenByIndex", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTokenOfOwnerByIndex is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f745c59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenOfOwnerByIndex(address owner, uint256 index) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) PackTokenOfOwnerByIndex(owner common.Address, index *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("tokenOfOwnerByIndex", owner, index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenOfOwnerByIndex is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f745c59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenOfOwnerByIndex(address owner, uint256 index) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) TryPackTokenOfOwnerByIndex(owner common.Address, index *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("tokenOfOwnerByIndex", owner, index)
}

// UnpackTokenOfOwnerByIndex is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2f745c59.
//
// Solidity: function tokenOfOwnerByIndex(address owner, uint256 index) view returns(uint256)
func (mintingEnumerable *MintingEnumerable) UnpackTokenOfOwnerByIndex(data []byte) (*big.Int, error) {
	out, err := mintingEnumerable.abi.Unpack("tokenOfOwnerByIndex", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (mintingEnumerable *MintingEnumerable) PackTokenURI(tokenId *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("tokenURI", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (mintingEnumerable *MintingEnumerable) TryPackTokenURI(tokenId *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("tokenURI", tokenId)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (mintingEnumerable *MintingEnumerable) UnpackTokenURI(data []byte) (string, error) {
	out, err := mintingEnumerable.abi.Unpack("tokenURI", data)
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
func (mintingEnumerable *MintingEnumerable) PackTotalSupply() []byte {
	enc, err := mintingEnumerable.abi.Pack("totalSupply")
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
func (mintingEnumerable *MintingEnumerable) TryPackTotalSupply() ([]byte, error) {
	return mintingEnumerable.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (mintingEnumerable *MintingEnumerable) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := mintingEnumerable.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (mintingEnumerable *MintingEnumerable) PackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := mintingEnumerable.abi.Pack("transferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (mintingEnumerable *MintingEnumerable) TryPackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return mintingEnumerable.abi.Pack("transferFrom", from, to, tokenId)
}

// MintingEnumerableApproval represents a Approval event raised by the MintingEnumerable contract.
type MintingEnumerableApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const MintingEnumerableApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (MintingEnumerableApproval) ContractEventName() string {
	return MintingEnumerableApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (mintingEnumerable *MintingEnumerable) UnpackApprovalEvent(log *types.Log) (*MintingEnumerableApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingEnumerable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingEnumerableApproval)
	if len(log.Data) > 0 {
		if err := mintingEnumerable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingEnumerable.abi.Events[event].Inputs {
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

// MintingEnumerableApprovalForAll represents a ApprovalForAll event raised by the MintingEnumerable contract.
type MintingEnumerableApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const MintingEnumerableApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (MintingEnumerableApprovalForAll) ContractEventName() string {
	return MintingEnumerableApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (mintingEnumerable *MintingEnumerable) UnpackApprovalForAllEvent(log *types.Log) (*MintingEnumerableApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingEnumerable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingEnumerableApprovalForAll)
	if len(log.Data) > 0 {
		if err := mintingEnumerable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingEnumerable.abi.Events[event].Inputs {
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

// MintingEnumerableTransfer represents a Transfer event raised by the MintingEnumerable contract.
type MintingEnumerableTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const MintingEnumerableTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (MintingEnumerableTransfer) ContractEventName() string {
	return MintingEnumerableTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (mintingEnumerable *MintingEnumerable) UnpackTransferEvent(log *types.Log) (*MintingEnumerableTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mintingEnumerable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MintingEnumerableTransfer)
	if len(log.Data) > 0 {
		if err := mintingEnumerable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mintingEnumerable.abi.Events[event].Inputs {
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
func (mintingEnumerable *MintingEnumerable) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721EnumerableForbiddenBatchMint"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721EnumerableForbiddenBatchMintError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721IncorrectOwner"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721IncorrectOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721InsufficientApproval"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721InsufficientApprovalError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721InvalidApprover"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721InvalidOperator"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721InvalidOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721InvalidOwner"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721InvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721InvalidReceiver"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721InvalidSender"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721NonexistentToken"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721NonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], mintingEnumerable.abi.Errors["ERC721OutOfBoundsIndex"].ID.Bytes()[:4]) {
		return mintingEnumerable.UnpackERC721OutOfBoundsIndexError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MintingEnumerableERC721EnumerableForbiddenBatchMint represents a ERC721EnumerableForbiddenBatchMint error raised by the MintingEnumerable contract.
type MintingEnumerableERC721EnumerableForbiddenBatchMint struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721EnumerableForbiddenBatchMint()
func MintingEnumerableERC721EnumerableForbiddenBatchMintErrorID() common.Hash {
	return common.HexToHash("0x59171fc140fcc403c6e5785fa53a46bfd95b95ccab17163db749de3e197203f4")
}

// UnpackERC721EnumerableForbiddenBatchMintError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721EnumerableForbiddenBatchMint()
func (mintingEnumerable *MintingEnumerable) UnpackERC721EnumerableForbiddenBatchMintError(raw []byte) (*MintingEnumerableERC721EnumerableForbiddenBatchMint, error) {
	out := new(MintingEnumerableERC721EnumerableForbiddenBatchMint)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721EnumerableForbiddenBatchMint", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721IncorrectOwner represents a ERC721IncorrectOwner error raised by the MintingEnumerable contract.
type MintingEnumerableERC721IncorrectOwner struct {
	Sender  common.Address
	TokenId *big.Int
	Owner   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func MintingEnumerableERC721IncorrectOwnerErrorID() common.Hash {
	return common.HexToHash("0x64283d7b313c8117c125f736876fa2b4e90ea3831a4716dfdb87d2f540e26289")
}

// UnpackERC721IncorrectOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func (mintingEnumerable *MintingEnumerable) UnpackERC721IncorrectOwnerError(raw []byte) (*MintingEnumerableERC721IncorrectOwner, error) {
	out := new(MintingEnumerableERC721IncorrectOwner)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721IncorrectOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721InsufficientApproval represents a ERC721InsufficientApproval error raised by the MintingEnumerable contract.
type MintingEnumerableERC721InsufficientApproval struct {
	Operator common.Address
	TokenId  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func MintingEnumerableERC721InsufficientApprovalErrorID() common.Hash {
	return common.HexToHash("0x177e802f6f313bc89797ecace66d6d29ab4719cbaaacbb87367264048b1eb861")
}

// UnpackERC721InsufficientApprovalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func (mintingEnumerable *MintingEnumerable) UnpackERC721InsufficientApprovalError(raw []byte) (*MintingEnumerableERC721InsufficientApproval, error) {
	out := new(MintingEnumerableERC721InsufficientApproval)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721InsufficientApproval", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721InvalidApprover represents a ERC721InvalidApprover error raised by the MintingEnumerable contract.
type MintingEnumerableERC721InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidApprover(address approver)
func MintingEnumerableERC721InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xa9fbf51f86b8e03595d59dc726bb10c329bb24f62589be276d8dd193ca0b69ea")
}

// UnpackERC721InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidApprover(address approver)
func (mintingEnumerable *MintingEnumerable) UnpackERC721InvalidApproverError(raw []byte) (*MintingEnumerableERC721InvalidApprover, error) {
	out := new(MintingEnumerableERC721InvalidApprover)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721InvalidOperator represents a ERC721InvalidOperator error raised by the MintingEnumerable contract.
type MintingEnumerableERC721InvalidOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOperator(address operator)
func MintingEnumerableERC721InvalidOperatorErrorID() common.Hash {
	return common.HexToHash("0x5b08ba185e8f577075361f3a3555a6580a227ce22734dcc979c1aeadf894658b")
}

// UnpackERC721InvalidOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOperator(address operator)
func (mintingEnumerable *MintingEnumerable) UnpackERC721InvalidOperatorError(raw []byte) (*MintingEnumerableERC721InvalidOperator, error) {
	out := new(MintingEnumerableERC721InvalidOperator)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721InvalidOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721InvalidOwner represents a ERC721InvalidOwner error raised by the MintingEnumerable contract.
type MintingEnumerableERC721InvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOwner(address owner)
func MintingEnumerableERC721InvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x89c62b6479af2e623826dcc39c5133061d35b66d72de92833401dd2fd6567480")
}

// UnpackERC721InvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOwner(address owner)
func (mintingEnumerable *MintingEnumerable) UnpackERC721InvalidOwnerError(raw []byte) (*MintingEnumerableERC721InvalidOwner, error) {
	out := new(MintingEnumerableERC721InvalidOwner)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721InvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721InvalidReceiver represents a ERC721InvalidReceiver error raised by the MintingEnumerable contract.
type MintingEnumerableERC721InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func MintingEnumerableERC721InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0x64a0ae9278f805eaf991dcd18ca78756d280b7508b764ef1b255c55845c11df9")
}

// UnpackERC721InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func (mintingEnumerable *MintingEnumerable) UnpackERC721InvalidReceiverError(raw []byte) (*MintingEnumerableERC721InvalidReceiver, error) {
	out := new(MintingEnumerableERC721InvalidReceiver)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721InvalidSender represents a ERC721InvalidSender error raised by the MintingEnumerable contract.
type MintingEnumerableERC721InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidSender(address sender)
func MintingEnumerableERC721InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x73c6ac6e10798e95d99e1f130d923eb40193ecb8d094ec3dce93292564eb3b17")
}

// UnpackERC721InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidSender(address sender)
func (mintingEnumerable *MintingEnumerable) UnpackERC721InvalidSenderError(raw []byte) (*MintingEnumerableERC721InvalidSender, error) {
	out := new(MintingEnumerableERC721InvalidSender)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721NonexistentToken represents a ERC721NonexistentToken error raised by the MintingEnumerable contract.
type MintingEnumerableERC721NonexistentToken struct {
	TokenId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func MintingEnumerableERC721NonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0x7e273289a3a9ef6670f06df7dca227856fc925e956db96980692764a8bc734d7")
}

// UnpackERC721NonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func (mintingEnumerable *MintingEnumerable) UnpackERC721NonexistentTokenError(raw []byte) (*MintingEnumerableERC721NonexistentToken, error) {
	out := new(MintingEnumerableERC721NonexistentToken)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721NonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MintingEnumerableERC721OutOfBoundsIndex represents a ERC721OutOfBoundsIndex error raised by the MintingEnumerable contract.
type MintingEnumerableERC721OutOfBoundsIndex struct {
	Owner common.Address
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721OutOfBoundsIndex(address owner, uint256 index)
func MintingEnumerableERC721OutOfBoundsIndexErrorID() common.Hash {
	return common.HexToHash("0xa57d13dc78ab2b1f1191d9429a298559c44d02b5951a92c2376aa50074cc4509")
}

// UnpackERC721OutOfBoundsIndexError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721OutOfBoundsIndex(address owner, uint256 index)
func (mintingEnumerable *MintingEnumerable) UnpackERC721OutOfBoundsIndexError(raw []byte) (*MintingEnumerableERC721OutOfBoundsIndex, error) {
	out := new(MintingEnumerableERC721OutOfBoundsIndex)
	if err := mintingEnumerable.abi.UnpackIntoInterface(out, "ERC721OutOfBoundsIndex", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MultiBuyerMetaData contains all meta data concerning the MultiBuyer contract.
var MultiBuyerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractNodeSale\",\"name\":\"sale\",\"type\":\"address\"},{\"internalType\":\"uint256[]\",\"name\":\"quantities\",\"type\":\"uint256[]\"},{\"internalType\":\"string[]\",\"name\":\"codes\",\"type\":\"string[]\"}],\"name\":\"buyAll\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "MultiBuyer",
	Bin: "0x6080604052348015600e575f5ffd5b506105b38061001c5f395ff3fe60806040526004361061001d575f3560e01c8063904209c214610021575b5f5ffd5b61003461002f366004610256565b610036565b005b5f5b838110156101b6575f8673ffffffffffffffffffffffffffffffffffffffff16633358c80a30888886818110610070576100706102df565b90506020020135878787818110610089576100896102df565b905060200281019061009b91906102f3565b6040518563ffffffff1660e01b81526004016100ba9493929190610390565b5f60405180830381865afa1580156100d4573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526100fb91908101906104e0565b5050925050508673ffffffffffffffffffffffffffffffffffffffff1663cec02c8f82888886818110610130576101306102df565b90506020020135878787818110610149576101496102df565b905060200281019061015b91906102f3565b866040518663ffffffff1660e01b815260040161017b949392919061056d565b5f604051808303818588803b158015610192575f5ffd5b505af11580156101a4573d5f5f3e3d5ffd5b50506001909401935061003892505050565b505050505050565b5f73ffffffffffffffffffffffffffffffffffffffff82165b92915050565b5f6101d7826101be565b6101f0816101dd565b81146101fa575f5ffd5b50565b80356101d7816101e7565b5f5f83601f84011261021b5761021b5f5ffd5b50813567ffffffffffffffff811115610235576102355f5ffd5b60208301915083602082028301111561024f5761024f5f5ffd5b9250929050565b5f5f5f5f5f6060868803121561026d5761026d5f5ffd5b5f61027888886101fd565b955050602086013567ffffffffffffffff811115610297576102975f5ffd5b6102a388828901610208565b9450945050604086013567ffffffffffffffff8111156102c4576102c45f5ffd5b6102d088828901610208565b92509250509295509295909350565b634e487b7160e01b5f52603260045260245ffd5b5f808335601e193685900301811261030c5761030c5f5ffd5b80840192508235915067ffffffffffffffff82111561032c5761032c5f5ffd5b602083019250600182023603831315610346576103465f5ffd5b509250929050565b610357816101be565b82525050565b80610357565b82818337505f910152565b8183525f602084019350610383838584610363565b5050601f01601f19160190565b6060810161039e828761034e565b6103ab602083018661035d565b81810360408301526103be81848661036e565b9695505050505050565b806101f0565b80516101d7816103c8565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff82111715610413576104136103d9565b6040525050565b5f61042460405190565b905061043082826103ed565b919050565b5f67ffffffffffffffff82111561044e5761044e6103d9565b5060209081020190565b5f61046a61046584610435565b61041a565b83815290506020808201908402830185811115610488576104885f5ffd5b835b818110156104ac578061049d88826103ce565b8452506020928301920161048a565b5050509392505050565b5f82601f8301126104c8576104c85f5ffd5b81516104d8848260208601610458565b949350505050565b5f5f5f5f5f60a086880312156104f7576104f75f5ffd5b5f61050288886103ce565b9550506020610513888289016103ce565b9450506040610524888289016103ce565b9350506060610535888289016103ce565b925050608086015167ffffffffffffffff811115610554576105545f5ffd5b610560888289016104b6565b9150509295509295909350565b6060810161057b828761035d565b818103602083015261058e81858761036e565b905061059d604083018461035d565b9594505050505056fea164736f6c6343000825000a",
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

// OldDistributorMetaData contains all meta data concerning the OldDistributor contract.
var OldDistributorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"claimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"count\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bool\",\"name\":\"on\",\"type\":\"bool\"}],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalClaimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "OldDistributor",
	Bin: "0x60a0604052348015600e575f5ffd5b5060405161039d38038061039d833981016040819052602b916069565b6001600160a01b0316608052608b565b5f6001600160a01b0382165b92915050565b605481603b565b8114605d575f5ffd5b50565b8051604781604d565b5f60208284031215607a57607a5f5ffd5b5f608384846060565b949350505050565b6080516102fa6100a35f395f61010401526102fa5ff3fe608060405234801561000f575f5ffd5b506004361061006f575f3560e01c8063c884ef831161004d578063c884ef83146100ca578063d54ad2a1146100f6578063fc0c546a146100ff575f5ffd5b806302329a291461007357806349207256146100955780635c975abb146100a8575b5f5ffd5b6100936100813660046101aa565b5f805460ff1916911515919091179055565b005b6100936100a3366004610212565b610133565b5f546100b49060ff1681565b6040516100c19190610256565b60405180910390f35b6100e96100d8366004610264565b60026020525f908152604090205481565b6040516100c19190610288565b6100e960015481565b6101267f000000000000000000000000000000000000000000000000000000000000000081565b6040516100c1919061029f565b73ffffffffffffffffffffffffffffffffffffffff82165f90815260026020526040812080548392906101679084906102da565b925050819055508060015f82825461017f91906102da565b90915550505050565b8015155b8114610196575f5ffd5b50565b80356101a481610188565b92915050565b5f602082840312156101bd576101bd5f5ffd5b5f6101c88484610199565b949350505050565b5f73ffffffffffffffffffffffffffffffffffffffff82166101a4565b61018c816101d0565b80356101a4816101ed565b8061018c565b80356101a481610201565b5f5f60408385031215610226576102265f5ffd5b5f61023185856101f6565b925050602061024285828601610207565b9150509250929050565b8015155b82525050565b602081016101a4828461024c565b5f60208284031215610277576102775f5ffd5b5f6101c884846101f6565b80610250565b602081016101a48284610282565b610250816101d0565b602081016101a48284610296565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b808201808211156101a4576101a46102ad56fea164736f6c6343000825000a",
}

// OldDistributor is an auto generated Go binding around an Ethereum contract.
type OldDistributor struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *OldDistributor) GetABI() abi.ABI {
	return c.abi
}

// NewOldDistributor creates a new instance of OldDistributor.
func NewOldDistributor() *OldDistributor {
	parsed, err := OldDistributorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &OldDistributor{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *OldDistributor) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token_) returns()
func (oldDistributor *OldDistributor) PackConstructor(token_ common.Address) []byte {
	enc, err := oldDistributor.abi.Pack("", token_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc884ef83.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimed(address account) view returns(uint256)
func (oldDistributor *OldDistributor) PackClaimed(account common.Address) []byte {
	enc, err := oldDistributor.abi.Pack("claimed", account)
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
func (oldDistributor *OldDistributor) TryPackClaimed(account common.Address) ([]byte, error) {
	return oldDistributor.abi.Pack("claimed", account)
}

// UnpackClaimed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc884ef83.
//
// Solidity: function claimed(address account) view returns(uint256)
func (oldDistributor *OldDistributor) UnpackClaimed(data []byte) (*big.Int, error) {
	out, err := oldDistributor.abi.Unpack("claimed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49207256.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count(address account, uint256 amount) returns()
func (oldDistributor *OldDistributor) PackCount(account common.Address, amount *big.Int) []byte {
	enc, err := oldDistributor.abi.Pack("count", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x49207256.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count(address account, uint256 amount) returns()
func (oldDistributor *OldDistributor) TryPackCount(account common.Address, amount *big.Int) ([]byte, error) {
	return oldDistributor.abi.Pack("count", account, amount)
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02329a29.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause(bool on) returns()
func (oldDistributor *OldDistributor) PackPause(on bool) []byte {
	enc, err := oldDistributor.abi.Pack("pause", on)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02329a29.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause(bool on) returns()
func (oldDistributor *OldDistributor) TryPackPause(on bool) ([]byte, error) {
	return oldDistributor.abi.Pack("pause", on)
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (oldDistributor *OldDistributor) PackPaused() []byte {
	enc, err := oldDistributor.abi.Pack("paused")
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
func (oldDistributor *OldDistributor) TryPackPaused() ([]byte, error) {
	return oldDistributor.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (oldDistributor *OldDistributor) UnpackPaused(data []byte) (bool, error) {
	out, err := oldDistributor.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (oldDistributor *OldDistributor) PackToken() []byte {
	enc, err := oldDistributor.abi.Pack("token")
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
func (oldDistributor *OldDistributor) TryPackToken() ([]byte, error) {
	return oldDistributor.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (oldDistributor *OldDistributor) UnpackToken(data []byte) (common.Address, error) {
	out, err := oldDistributor.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTotalClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd54ad2a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalClaimed() view returns(uint256)
func (oldDistributor *OldDistributor) PackTotalClaimed() []byte {
	enc, err := oldDistributor.abi.Pack("totalClaimed")
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
func (oldDistributor *OldDistributor) TryPackTotalClaimed() ([]byte, error) {
	return oldDistributor.abi.Pack("totalClaimed")
}

// UnpackTotalClaimed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd54ad2a1.
//
// Solidity: function totalClaimed() view returns(uint256)
func (oldDistributor *OldDistributor) UnpackTotalClaimed(data []byte) (*big.Int, error) {
	out, err := oldDistributor.abi.Unpack("totalClaimed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
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
