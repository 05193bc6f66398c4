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
	ABI: "[{\"inputs\":[],\"name\":\"answer\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value_\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"payload_\",\"type\":\"bytes\"}],\"name\":\"arm\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"calledBack\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"name\":\"onERC721Received\",\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"\",\"type\":\"bytes4\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"payload\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value_\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"run\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"succeeded\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"target\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"value\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "Reentrant",
	Bin: "0x6080604052348015600e575f5ffd5b506109768061001c5f395ff3fe608060405260043610610096575f3560e01c80637ceba01811610066578063934152501161004c578063934152501461015c578063a878f85814610171578063d4b8399214610185575f5ffd5b80637ceba0181461012857806385bb7d691461013b575f5ffd5b8063150b7a02146100a9578063256fd4eb146100de5780633fa4f2451461010057806373cf74d714610115575f5ffd5b366100a5576100a36101b0565b005b5f5ffd5b3480156100b4575f5ffd5b506100c86100c3366004610477565b610254565b6040516100d5919061051f565b60405180910390f35b3480156100e9575f5ffd5b506100f360035481565b6040516100d59190610533565b34801561010b575f5ffd5b506100f360015481565b6100a3610123366004610541565b610288565b6100a3610136366004610541565b6102d3565b348015610146575f5ffd5b5061014f61034f565b6040516100d591906105e6565b348015610167575f5ffd5b506100f360045481565b34801561017c575f5ffd5b5061014f6103db565b348015610190575f5ffd5b505f546101a3906001600160a01b031681565b6040516100d59190610607565b60038054905f6101bf83610629565b90915550505f80546001546040516001600160a01b03909216916101e5906002906106f0565b5f6040518083038185875af1925050503d805f811461021f576040519150601f19603f3d011682016040523d82523d5f602084013e610224565b606091505b50600561023182826107ba565b509091505080156102515760048054905f61024b83610629565b91905055505b50565b5f61025d6101b0565b507f150b7a020000000000000000000000000000000000000000000000000000000095945050505050565b838383835f80600181600261029e86888361087a565b5086919050558591906101000a8154816001600160a01b0302191690836001600160a01b031602179055505050505050505050565b5f5f856001600160a01b03168585856040516102f0929190610955565b5f6040518083038185875af1925050503d805f811461032a576040519150601f19603f3d011682016040523d82523d5f602084013e61032f565b606091505b50915091508115610341575050610349565b805160208201fd5b50505050565b6005805461035c90610655565b80601f016020809104026020016040519081016040528092919081815260200182805461038890610655565b80156103d35780601f106103aa576101008083540402835291602001916103d3565b820191905f5260205f20905b8154815290600101906020018083116103b657829003601f168201915b505050505081565b6002805461035c90610655565b5f6001600160a01b0382165b92915050565b610403816103e8565b8114610251575f5ffd5b80356103f4816103fa565b80610403565b80356103f481610418565b5f5f83601f84011261043c5761043c5f5ffd5b50813567ffffffffffffffff811115610456576104565f5ffd5b602083019150836001820283011115610470576104705f5ffd5b9250929050565b5f5f5f5f5f6080868803121561048e5761048e5f5ffd5b5f610499888861040d565b95505060206104aa8882890161040d565b94505060406104bb8882890161041e565b935050606086013567ffffffffffffffff8111156104da576104da5f5ffd5b6104e688828901610429565b92509250509295509295909350565b7fffffffff0000000000000000000000000000000000000000000000000000000081165b82525050565b602081016103f482846104f5565b80610519565b602081016103f4828461052d565b5f5f5f5f60608587031215610557576105575f5ffd5b5f610562878761040d565b94505060206105738782880161041e565b935050604085013567ffffffffffffffff811115610592576105925f5ffd5b61059e87828801610429565b95989497509550505050565b8281835e505f910152565b5f6105be825190565b8084526020840193506105d58185602086016105aa565b601f01601f19169290920192915050565b602080825281016105f781846105b5565b9392505050565b610519816103e8565b602081016103f482846105fe565b634e487b7160e01b5f52601160045260245ffd5b5f5f19820361063a5761063a610615565b5060010190565b634e487b7160e01b5f52602260045260245ffd5b60028104600182168061066957607f821691505b60208210810361067b5761067b610641565b50919050565b5f815461068d81610655565b6001821680156106a457600181146106b9576106e7565b60ff19831686528115158202860193506106e7565b5f858152602090205f5b838110156106df578154888201526001909101906020016106c3565b838801955050505b50505092915050565b5f6105f78284610681565b634e487b7160e01b5f52604160045260245ffd5b5f6103f461071a8381565b90565b6107268361070f565b81545f1960089490940293841b1916921b91909117905550565b5f61074c81848461071d565b505050565b5f5b8281101561074c576107675f828401610740565b600101610753565b601f82111561074c578282111561074c575f818152602090206020601f8401046020601f86010460208610156107a257505f5b8083016107b182840382610751565b50505050505050565b815167ffffffffffffffff8111156107d4576107d46106fb565b6107de8254610655565b6107e982828561076f565b6020601f83116001811461081b575f84156108045750858201515b5f19600886021c1981166002860217865550610872565b5f85815260208120601f198616915b8281101561084a578885015182556020948501946001909201910161082a565b8683101561086557848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b8267ffffffffffffffff811115610893576108936106fb565b61089d8254610655565b6108a882828561076f565b5f601f8311600181146108d9575f84156108c25750858201355b5f19600886021c19811660028602178655506107b1565b5f85815260208120601f198616915b8281101561090857888501358255602094850194600190920191016108e8565b86831015610923575f19601f88166008021c19858a01351682555b60016002880201885550505050505050505050565b82818337505f910152565b5f61094f838584610938565b50500190565b5f610961828486610943565b94935050505056fea164736f6c6343000825000a",
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
