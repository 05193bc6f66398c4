// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package nodelicense

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

// NodeLicenseMetaData contains all meta data concerning the NodeLicense contract.
var NodeLicenseMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name_\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"symbol_\",\"type\":\"string\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AlreadyUnlocked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC721IncorrectOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ERC721InsufficientApproval\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC721InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"ERC721InvalidOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC721InvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC721InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC721InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ERC721NonexistentToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"minter\",\"type\":\"address\"}],\"name\":\"MinterFixed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotMinter\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Soulbound\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"approved\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"ApprovalForAll\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Locked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"minter\",\"type\":\"address\"}],\"name\":\"MinterSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"Unlocked\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"getApproved\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"isApprovedForAll\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"locked\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"quantity\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minter\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ownerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"setApprovalForAll\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"minter_\",\"type\":\"address\"}],\"name\":\"setMinter\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"tokenURI\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unlock\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unlocked\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "NodeLicense",
	Bin: "0x608060405234801561000f575f5ffd5b50604051611b82380380611b8283398101604081905261002e91610225565b8282825f61003c838261038e565b506001610049828261038e565b5050506001600160a01b03811661007e575f604051631e4fbdf760e01b8152600401610075919061045c565b60405180910390fd5b61008781610090565b5050505061046a565b600780546001600160a01b03191690556100a9816100ac565b50565b600680546001600160a01b038381166001600160a01b0319831681179093556040519116919082907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a35050565b5f6001600160a01b0382165b92915050565b610118816100fd565b81146100a9575f5ffd5b80516101098161010f565b634e487b7160e01b5f52604160045260245ffd5b601f19601f83011681018181106001600160401b03821117156101665761016661012d565b6040525050565b5f61017760405190565b90506101838282610141565b919050565b5f6001600160401b038211156101a0576101a061012d565b601f19601f83011660200192915050565b8281835e505f910152565b5f6101ce6101c984610188565b61016d565b9050828152602081018484840111156101e8576101e85f5ffd5b6101f38482856101b1565b509392505050565b5f82601f83011261020d5761020d5f5ffd5b815161021d8482602086016101bc565b949350505050565b5f5f5f6060848603121561023a5761023a5f5ffd5b5f6102458686610122565b93505060208401516001600160401b03811115610263576102635f5ffd5b61026f868287016101fb565b92505060408401516001600160401b0381111561028d5761028d5f5ffd5b610299868287016101fb565b9150509250925092565b634e487b7160e01b5f52602260045260245ffd5b6002810460018216806102cb57607f821691505b6020821081036102dd576102dd6102a3565b50919050565b5f6101096102ee8381565b90565b6102fa836102e3565b81545f1960089490940293841b1916921b91909117905550565b5f6103208184846102f1565b505050565b5f5b828110156103205761033b5f828401610314565b600101610327565b601f8211156103205782821115610320575f818152602090206020601f8401046020601f860104602086101561037657505f5b80830161038582840382610325565b50505050505050565b81516001600160401b038111156103a7576103a761012d565b6103b182546102b7565b6103bc828285610343565b6020601f8311600181146103ee575f84156103d75750858201515b5f19600886021c1981166002860217865550610445565b5f85815260208120601f198616915b8281101561041d57888501518255602094850194600190920191016103fd565b8683101561043857848901515f19601f89166008021c191682555b6001600288020188555050505b505050505050565b610456816100fd565b82525050565b60208101610109828461044d565b61170b806104775f395ff3fe608060405234801561000f575f5ffd5b506004361061019a575f3560e01c8063715018a6116100e8578063b45a3c0e11610093578063e30c39781161006e578063e30c397814610323578063e985e9c514610334578063f2fde38b1461036f578063fca3b5aa14610382575f5ffd5b8063b45a3c0e146102ea578063b88d4fde146102fd578063c87b56dd14610310575f5ffd5b806395d89b41116100c357806395d89b41146102c7578063a22cb465146102cf578063a69df4b5146102e2575f5ffd5b8063715018a6146102a657806379ba5097146102ae5780638da5cb5b146102b6575f5ffd5b806323b872dd116101485780636352211e116101235780636352211e146102735780636a5e26501461028657806370a0823114610293575f5ffd5b806323b872dd1461023a57806340c10f191461024d57806342842e0e14610260575f5ffd5b8063081812fc11610178578063081812fc146101fc578063095ea7b31461020f57806318160ddd14610224575f5ffd5b806301ffc9a71461019e57806306fdde03146101c757806307546172146101dc575b5f5ffd5b6101b16101ac36600461122e565b610395565b6040516101be9190611256565b60405180910390f35b6101cf6103d8565b6040516101be91906112a0565b6008546101ef906001600160a01b031681565b6040516101be91906112ca565b6101ef61020a3660046112e9565b610467565b61022261021d36600461131b565b61048e565b005b61022d60095481565b6040516101be919061135b565b610222610248366004611369565b61049d565b61022261025b36600461131b565b610534565b61022261026e366004611369565b6105f2565b6101ef6102813660046112e9565b610611565b600a546101b19060ff1681565b61022d6102a13660046113b5565b61061b565b610222610679565b61022261068c565b6006546001600160a01b03166101ef565b6101cf6106c7565b6102226102dd3660046113e6565b6106d6565b6102226106e1565b6101b16102f83660046112e9565b61075d565b61022261030b366004611500565b610775565b6101cf61031e3660046112e9565b61078d565b6007546001600160a01b03166101ef565b6101b161034236600461157a565b6001600160a01b039182165f90815260056020908152604080832093909416825291909152205460ff1690565b61022261037d3660046113b5565b6107fe565b6102226103903660046113b5565b61086f565b5f6001600160e01b031982167fb45a3c0e0000000000000000000000000000000000000000000000000000000014806103d257506103d282610950565b92915050565b60605f80546103e6906115be565b80601f0160208091040260200160405190810160405280929190818152602001828054610412906115be565b801561045d5780601f106104345761010080835404028352916020019161045d565b820191905f5260205f20905b81548152906001019060200180831161044057829003601f168201915b5050505050905090565b5f610471826109ea565b505f828152600460205260409020546001600160a01b03166103d2565b610499828233610a21565b5050565b6001600160a01b0382166104cf575f604051633250574960e11b81526004016104c691906112ca565b60405180910390fd5b5f6104db838333610a2e565b9050836001600160a01b0316816001600160a01b03161461052e578382826040517f64283d7b0000000000000000000000000000000000000000000000000000000081526004016104c6939291906115ea565b50505050565b6008546001600160a01b0316331461057a57336040517f361c31f20000000000000000000000000000000000000000000000000000000081526004016104c691906112ca565b600954600a5460ff16155f5b838110156105e9576105a38561059b85611626565b945084610a90565b81156105e1577f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a1611836040516105d8919061135b565b60405180910390a15b600101610586565b50506009555050565b61060c83838360405180602001604052805f815250610775565b505050565b5f6103d2826109ea565b5f6001600160a01b03821661065e575f6040517f89c62b640000000000000000000000000000000000000000000000000000000081526004016104c691906112ca565b506001600160a01b03165f9081526003602052604090205490565b610681610b0a565b61068a5f610b37565b565b60075433906001600160a01b031681146106bb578060405163118cdaa760e01b81526004016104c691906112ca565b6106c481610b37565b50565b6060600180546103e6906115be565b610499338383610b50565b6106e9610b0a565b600a5460ff1615610726576040517f5090d6c600000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600a805460ff191660011790556040517f19aad37188a1d3921e29eb3c66acf43d81975e107cb650d58cca878627955fd6905f90a1565b5f610767826109ea565b5050600a5460ff1615919050565b61078084848461049d565b61052e3385858585610c2b565b6060610798826109ea565b505f6107ae60408051602081019091525f815290565b90505f8151116107cc5760405180602001604052805f8152506107f7565b806107d684610d41565b6040516020016107e792919061165f565b6040516020818303038152906040525b9392505050565b610806610b0a565b600780546001600160a01b0383166001600160a01b031990911681179091556108376006546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b610877610b0a565b6001600160a01b0381166108b7576040517fd92e233d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6008546001600160a01b031615610907576008546040517f242d9da20000000000000000000000000000000000000000000000000000000081526104c6916001600160a01b0316906004016112ca565b600880546001600160a01b0319166001600160a01b0383169081179091556040517f726b590ef91a8c76ad05bbe91a57ef84605276528f49cd47d787f558a4e755b6905f90a250565b5f6001600160e01b031982167f80ac58cd0000000000000000000000000000000000000000000000000000000014806109b257506001600160e01b031982167f5b5e139f00000000000000000000000000000000000000000000000000000000145b806103d257507f01ffc9a7000000000000000000000000000000000000000000000000000000006001600160e01b03198316146103d2565b5f818152600260205260408120546001600160a01b0316806103d25782604051637e27328960e01b81526004016104c6919061135b565b61060c8383836001610ddf565b5f610a3a848484610ef8565b90506001600160a01b03811615801590610a575750600a5460ff16155b156107f757826040517fcd4d86270000000000000000000000000000000000000000000000000000000081526004016104c6919061135b565b6001600160a01b038216610ab9575f604051633250574960e11b81526004016104c691906112ca565b5f610ac583835f610a2e565b90506001600160a01b0381161561060c575f6040517f73c6ac6e0000000000000000000000000000000000000000000000000000000081526004016104c691906112ca565b6006546001600160a01b0316331461068a573360405163118cdaa760e01b81526004016104c691906112ca565b600780546001600160a01b03191690556106c481610fea565b6001600160a01b038316610b79575f60405163a9fbf51f60e01b81526004016104c691906112ca565b6001600160a01b038216610bbb57816040517f5b08ba180000000000000000000000000000000000000000000000000000000081526004016104c691906112ca565b6001600160a01b038381165f8181526005602090815260408083209487168084529490915290819020805460ff1916851515179055517f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c3190610c1e908590611256565b60405180910390a3505050565b6001600160a01b0383163b15610d3a57604051630a85bd0160e11b81526001600160a01b0384169063150b7a0290610c6d908890889087908790600401611676565b6020604051808303815f875af1925050508015610ca7575060408051601f3d908101601f19168201909252610ca4918101906116c5565b60015b610d05573d808015610cd4576040519150601f19603f3d011682016040523d82523d5f602084013e610cd9565b606091505b5080515f03610cfd5783604051633250574960e11b81526004016104c691906112ca565b805160208201fd5b6001600160e01b03198116630a85bd0160e11b14610d385783604051633250574960e11b81526004016104c691906112ca565b505b5050505050565b60605f610d4d8361103b565b60010190505f8167ffffffffffffffff811115610d6c57610d6c611416565b6040519080825280601f01601f191660200182016040528015610d96576020820181803683370190505b5090508181016020015b5f19017f3031323334353637383961626364656600000000000000000000000000000000600a86061a8153600a8504945084610da0575b509392505050565b8080610df357506001600160a01b03821615155b15610ec9575f610e02846109ea565b90506001600160a01b03831615801590610e2e5750826001600160a01b0316816001600160a01b031614155b8015610e5f57506001600160a01b038082165f9081526005602090815260408083209387168352929052205460ff16155b15610e7f578260405163a9fbf51f60e01b81526004016104c691906112ca565b8115610ec75783856001600160a01b0316826001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92560405160405180910390a45b505b50505f90815260046020526040902080546001600160a01b0319166001600160a01b0392909216919091179055565b5f828152600260205260408120546001600160a01b0390811690831615610f2457610f2481848661111c565b6001600160a01b03811615610f5e57610f3f5f855f5f610ddf565b6001600160a01b0381165f90815260036020526040902080545f190190555b6001600160a01b03851615610f8c576001600160a01b0385165f908152600360205260409020805460010190555b5f8481526002602052604080822080546001600160a01b0319166001600160a01b0389811691821790925591518793918516917fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef91a4949350505050565b600680546001600160a01b038381166001600160a01b0319831681179093556040519116919082907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a35050565b5f807a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008310611083577a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000830492506040015b6d04ee2d6d415b85acef810000000083106110af576d04ee2d6d415b85acef8100000000830492506020015b662386f26fc1000083106110cd57662386f26fc10000830492506010015b6305f5e10083106110e5576305f5e100830492506008015b61271083106110f957612710830492506004015b6064831061110b576064830492506002015b600a83106103d25760010192915050565b61112783838361118a565b61060c576001600160a01b0383166111545780604051637e27328960e01b81526004016104c6919061135b565b81816040517f177e802f0000000000000000000000000000000000000000000000000000000081526004016104c69291906116e3565b5f6001600160a01b038316158015906112055750826001600160a01b0316846001600160a01b031614806111e257506001600160a01b038085165f9081526005602090815260408083209387168352929052205460ff165b8061120557505f828152600460205260409020546001600160a01b038481169116145b949350505050565b6001600160e01b031981165b81146106c4575f5ffd5b80356103d28161120d565b5f60208284031215611241576112415f5ffd5b5f6112058484611223565b8015155b82525050565b602081016103d2828461124c565b8281835e505f910152565b5f611278825190565b80845260208401935061128f818560208601611264565b601f01601f19169290920192915050565b602080825281016107f7818461126f565b5f6001600160a01b0382166103d2565b611250816112b1565b602081016103d282846112c1565b80611219565b80356103d2816112d8565b5f602082840312156112fc576112fc5f5ffd5b5f61120584846112de565b611219816112b1565b80356103d281611307565b5f5f6040838503121561132f5761132f5f5ffd5b5f61133a8585611310565b925050602061134b858286016112de565b9150509250929050565b80611250565b602081016103d28284611355565b5f5f5f6060848603121561137e5761137e5f5ffd5b5f6113898686611310565b935050602061139a86828701611310565b92505060406113ab868287016112de565b9150509250925092565b5f602082840312156113c8576113c85f5ffd5b5f6112058484611310565b801515611219565b80356103d2816113d3565b5f5f604083850312156113fa576113fa5f5ffd5b5f6114058585611310565b925050602061134b858286016113db565b634e487b7160e01b5f52604160045260245ffd5b601f19601f830116810181811067ffffffffffffffff8211171561145057611450611416565b6040525050565b5f61146160405190565b905061146d828261142a565b919050565b5f67ffffffffffffffff82111561148b5761148b611416565b601f19601f83011660200192915050565b82818337505f910152565b5f6114b96114b484611472565b611457565b9050828152602081018484840111156114d3576114d35f5ffd5b610dd784828561149c565b5f82601f8301126114f0576114f05f5ffd5b81356112058482602086016114a7565b5f5f5f5f60808587031215611516576115165f5ffd5b5f6115218787611310565b945050602061153287828801611310565b9350506040611543878288016112de565b925050606085013567ffffffffffffffff811115611562576115625f5ffd5b61156e878288016114de565b91505092959194509250565b5f5f6040838503121561158e5761158e5f5ffd5b5f6115998585611310565b925050602061134b85828601611310565b634e487b7160e01b5f52602260045260245ffd5b6002810460018216806115d257607f821691505b6020821081036115e4576115e46115aa565b50919050565b606081016115f882866112c1565b6116056020830185611355565b61120560408301846112c1565b634e487b7160e01b5f52601160045260245ffd5b5f5f19820361163757611637611612565b5060010190565b5f611647825190565b611655818560208601611264565b9290920192915050565b5f61166a828561163e565b9150611205828461163e565b6080810161168482876112c1565b61169160208301866112c1565b61169e6040830185611355565b81810360608301526116b0818461126f565b9695505050505050565b80516103d28161120d565b5f602082840312156116d8576116d85f5ffd5b5f61120584846116ba565b604081016116f182856112c1565b6107f7602083018461135556fea164736f6c6343000825000a",
}

// NodeLicense is an auto generated Go binding around an Ethereum contract.
type NodeLicense struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NodeLicense) GetABI() abi.ABI {
	return c.abi
}

// NewNodeLicense creates a new instance of NodeLicense.
func NewNodeLicense() *NodeLicense {
	parsed, err := NodeLicenseMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NodeLicense{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NodeLicense) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_, string name_, string symbol_) returns()
func (nodeLicense *NodeLicense) PackConstructor(owner_ common.Address, name_ string, symbol_ string) []byte {
	enc, err := nodeLicense.abi.Pack("", owner_, name_, symbol_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (nodeLicense *NodeLicense) PackAcceptOwnership() []byte {
	enc, err := nodeLicense.abi.Pack("acceptOwnership")
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
func (nodeLicense *NodeLicense) TryPackAcceptOwnership() ([]byte, error) {
	return nodeLicense.abi.Pack("acceptOwnership")
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (nodeLicense *NodeLicense) PackApprove(to common.Address, tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("approve", to, tokenId)
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
func (nodeLicense *NodeLicense) TryPackApprove(to common.Address, tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("approve", to, tokenId)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (nodeLicense *NodeLicense) PackBalanceOf(owner common.Address) []byte {
	enc, err := nodeLicense.abi.Pack("balanceOf", owner)
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
func (nodeLicense *NodeLicense) TryPackBalanceOf(owner common.Address) ([]byte, error) {
	return nodeLicense.abi.Pack("balanceOf", owner)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (nodeLicense *NodeLicense) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := nodeLicense.abi.Unpack("balanceOf", data)
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
func (nodeLicense *NodeLicense) PackGetApproved(tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("getApproved", tokenId)
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
func (nodeLicense *NodeLicense) TryPackGetApproved(tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("getApproved", tokenId)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (nodeLicense *NodeLicense) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := nodeLicense.abi.Unpack("getApproved", data)
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
func (nodeLicense *NodeLicense) PackIsApprovedForAll(owner common.Address, operator common.Address) []byte {
	enc, err := nodeLicense.abi.Pack("isApprovedForAll", owner, operator)
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
func (nodeLicense *NodeLicense) TryPackIsApprovedForAll(owner common.Address, operator common.Address) ([]byte, error) {
	return nodeLicense.abi.Pack("isApprovedForAll", owner, operator)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (nodeLicense *NodeLicense) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := nodeLicense.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb45a3c0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function locked(uint256 tokenId) view returns(bool)
func (nodeLicense *NodeLicense) PackLocked(tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("locked", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb45a3c0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function locked(uint256 tokenId) view returns(bool)
func (nodeLicense *NodeLicense) TryPackLocked(tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("locked", tokenId)
}

// UnpackLocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb45a3c0e.
//
// Solidity: function locked(uint256 tokenId) view returns(bool)
func (nodeLicense *NodeLicense) UnpackLocked(data []byte) (bool, error) {
	out, err := nodeLicense.abi.Unpack("locked", data)
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
func (nodeLicense *NodeLicense) PackMint(to common.Address, quantity *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("mint", to, quantity)
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
func (nodeLicense *NodeLicense) TryPackMint(to common.Address, quantity *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("mint", to, quantity)
}

// PackMinter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07546172.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minter() view returns(address)
func (nodeLicense *NodeLicense) PackMinter() []byte {
	enc, err := nodeLicense.abi.Pack("minter")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07546172.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minter() view returns(address)
func (nodeLicense *NodeLicense) TryPackMinter() ([]byte, error) {
	return nodeLicense.abi.Pack("minter")
}

// UnpackMinter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x07546172.
//
// Solidity: function minter() view returns(address)
func (nodeLicense *NodeLicense) UnpackMinter(data []byte) (common.Address, error) {
	out, err := nodeLicense.abi.Unpack("minter", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (nodeLicense *NodeLicense) PackName() []byte {
	enc, err := nodeLicense.abi.Pack("name")
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
func (nodeLicense *NodeLicense) TryPackName() ([]byte, error) {
	return nodeLicense.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (nodeLicense *NodeLicense) UnpackName(data []byte) (string, error) {
	out, err := nodeLicense.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (nodeLicense *NodeLicense) PackOwner() []byte {
	enc, err := nodeLicense.abi.Pack("owner")
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
func (nodeLicense *NodeLicense) TryPackOwner() ([]byte, error) {
	return nodeLicense.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (nodeLicense *NodeLicense) UnpackOwner(data []byte) (common.Address, error) {
	out, err := nodeLicense.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (nodeLicense *NodeLicense) PackOwnerOf(tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("ownerOf", tokenId)
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
func (nodeLicense *NodeLicense) TryPackOwnerOf(tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("ownerOf", tokenId)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (nodeLicense *NodeLicense) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := nodeLicense.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (nodeLicense *NodeLicense) PackPendingOwner() []byte {
	enc, err := nodeLicense.abi.Pack("pendingOwner")
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
func (nodeLicense *NodeLicense) TryPackPendingOwner() ([]byte, error) {
	return nodeLicense.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (nodeLicense *NodeLicense) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := nodeLicense.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (nodeLicense *NodeLicense) PackRenounceOwnership() []byte {
	enc, err := nodeLicense.abi.Pack("renounceOwnership")
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
func (nodeLicense *NodeLicense) TryPackRenounceOwnership() ([]byte, error) {
	return nodeLicense.abi.Pack("renounceOwnership")
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (nodeLicense *NodeLicense) PackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("safeTransferFrom", from, to, tokenId)
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
func (nodeLicense *NodeLicense) TryPackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("safeTransferFrom", from, to, tokenId)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (nodeLicense *NodeLicense) PackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) []byte {
	enc, err := nodeLicense.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
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
func (nodeLicense *NodeLicense) TryPackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) ([]byte, error) {
	return nodeLicense.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (nodeLicense *NodeLicense) PackSetApprovalForAll(operator common.Address, approved bool) []byte {
	enc, err := nodeLicense.abi.Pack("setApprovalForAll", operator, approved)
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
func (nodeLicense *NodeLicense) TryPackSetApprovalForAll(operator common.Address, approved bool) ([]byte, error) {
	return nodeLicense.abi.Pack("setApprovalForAll", operator, approved)
}

// PackSetMinter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfca3b5aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMinter(address minter_) returns()
func (nodeLicense *NodeLicense) PackSetMinter(minter common.Address) []byte {
	enc, err := nodeLicense.abi.Pack("setMinter", minter)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMinter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfca3b5aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMinter(address minter_) returns()
func (nodeLicense *NodeLicense) TryPackSetMinter(minter common.Address) ([]byte, error) {
	return nodeLicense.abi.Pack("setMinter", minter)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nodeLicense *NodeLicense) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := nodeLicense.abi.Pack("supportsInterface", interfaceId)
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
func (nodeLicense *NodeLicense) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return nodeLicense.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nodeLicense *NodeLicense) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := nodeLicense.abi.Unpack("supportsInterface", data)
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
func (nodeLicense *NodeLicense) PackSymbol() []byte {
	enc, err := nodeLicense.abi.Pack("symbol")
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
func (nodeLicense *NodeLicense) TryPackSymbol() ([]byte, error) {
	return nodeLicense.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (nodeLicense *NodeLicense) UnpackSymbol(data []byte) (string, error) {
	out, err := nodeLicense.abi.Unpack("symbol", data)
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
func (nodeLicense *NodeLicense) PackTokenURI(tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("tokenURI", tokenId)
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
func (nodeLicense *NodeLicense) TryPackTokenURI(tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("tokenURI", tokenId)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 tokenId) view returns(string)
func (nodeLicense *NodeLicense) UnpackTokenURI(data []byte) (string, error) {
	out, err := nodeLicense.abi.Unpack("tokenURI", data)
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
func (nodeLicense *NodeLicense) PackTotalSupply() []byte {
	enc, err := nodeLicense.abi.Pack("totalSupply")
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
func (nodeLicense *NodeLicense) TryPackTotalSupply() ([]byte, error) {
	return nodeLicense.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (nodeLicense *NodeLicense) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := nodeLicense.abi.Unpack("totalSupply", data)
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
func (nodeLicense *NodeLicense) PackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := nodeLicense.abi.Pack("transferFrom", from, to, tokenId)
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
func (nodeLicense *NodeLicense) TryPackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return nodeLicense.abi.Pack("transferFrom", from, to, tokenId)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (nodeLicense *NodeLicense) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := nodeLicense.abi.Pack("transferOwnership", newOwner)
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
func (nodeLicense *NodeLicense) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return nodeLicense.abi.Pack("transferOwnership", newOwner)
}

// PackUnlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa69df4b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unlock() returns()
func (nodeLicense *NodeLicense) PackUnlock() []byte {
	enc, err := nodeLicense.abi.Pack("unlock")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa69df4b5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unlock() returns()
func (nodeLicense *NodeLicense) TryPackUnlock() ([]byte, error) {
	return nodeLicense.abi.Pack("unlock")
}

// PackUnlocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a5e2650.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unlocked() view returns(bool)
func (nodeLicense *NodeLicense) PackUnlocked() []byte {
	enc, err := nodeLicense.abi.Pack("unlocked")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnlocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a5e2650.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unlocked() view returns(bool)
func (nodeLicense *NodeLicense) TryPackUnlocked() ([]byte, error) {
	return nodeLicense.abi.Pack("unlocked")
}

// UnpackUnlocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a5e2650.
//
// Solidity: function unlocked() view returns(bool)
func (nodeLicense *NodeLicense) UnpackUnlocked(data []byte) (bool, error) {
	out, err := nodeLicense.abi.Unpack("unlocked", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// NodeLicenseApproval represents a Approval event raised by the NodeLicense contract.
type NodeLicenseApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const NodeLicenseApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (NodeLicenseApproval) ContractEventName() string {
	return NodeLicenseApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (nodeLicense *NodeLicense) UnpackApprovalEvent(log *types.Log) (*NodeLicenseApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseApproval)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseApprovalForAll represents a ApprovalForAll event raised by the NodeLicense contract.
type NodeLicenseApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const NodeLicenseApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (NodeLicenseApprovalForAll) ContractEventName() string {
	return NodeLicenseApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (nodeLicense *NodeLicense) UnpackApprovalForAllEvent(log *types.Log) (*NodeLicenseApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseApprovalForAll)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseLocked represents a Locked event raised by the NodeLicense contract.
type NodeLicenseLocked struct {
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeLicenseLockedEventName = "Locked"

// ContractEventName returns the user-defined event name.
func (NodeLicenseLocked) ContractEventName() string {
	return NodeLicenseLockedEventName
}

// UnpackLockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Locked(uint256 tokenId)
func (nodeLicense *NodeLicense) UnpackLockedEvent(log *types.Log) (*NodeLicenseLocked, error) {
	event := "Locked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseLocked)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseMinterSet represents a MinterSet event raised by the NodeLicense contract.
type NodeLicenseMinterSet struct {
	Minter common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeLicenseMinterSetEventName = "MinterSet"

// ContractEventName returns the user-defined event name.
func (NodeLicenseMinterSet) ContractEventName() string {
	return NodeLicenseMinterSetEventName
}

// UnpackMinterSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MinterSet(address indexed minter)
func (nodeLicense *NodeLicense) UnpackMinterSetEvent(log *types.Log) (*NodeLicenseMinterSet, error) {
	event := "MinterSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseMinterSet)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the NodeLicense contract.
type NodeLicenseOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeLicenseOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (NodeLicenseOwnershipTransferStarted) ContractEventName() string {
	return NodeLicenseOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (nodeLicense *NodeLicense) UnpackOwnershipTransferStartedEvent(log *types.Log) (*NodeLicenseOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseOwnershipTransferred represents a OwnershipTransferred event raised by the NodeLicense contract.
type NodeLicenseOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeLicenseOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (NodeLicenseOwnershipTransferred) ContractEventName() string {
	return NodeLicenseOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (nodeLicense *NodeLicense) UnpackOwnershipTransferredEvent(log *types.Log) (*NodeLicenseOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseTransfer represents a Transfer event raised by the NodeLicense contract.
type NodeLicenseTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeLicenseTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (NodeLicenseTransfer) ContractEventName() string {
	return NodeLicenseTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (nodeLicense *NodeLicense) UnpackTransferEvent(log *types.Log) (*NodeLicenseTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseTransfer)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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

// NodeLicenseUnlocked represents a Unlocked event raised by the NodeLicense contract.
type NodeLicenseUnlocked struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const NodeLicenseUnlockedEventName = "Unlocked"

// ContractEventName returns the user-defined event name.
func (NodeLicenseUnlocked) ContractEventName() string {
	return NodeLicenseUnlockedEventName
}

// UnpackUnlockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unlocked()
func (nodeLicense *NodeLicense) UnpackUnlockedEvent(log *types.Log) (*NodeLicenseUnlocked, error) {
	event := "Unlocked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeLicense.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeLicenseUnlocked)
	if len(log.Data) > 0 {
		if err := nodeLicense.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeLicense.abi.Events[event].Inputs {
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
func (nodeLicense *NodeLicense) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["AlreadyUnlocked"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackAlreadyUnlockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721IncorrectOwner"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721IncorrectOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721InsufficientApproval"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721InsufficientApprovalError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721InvalidApprover"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721InvalidOperator"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721InvalidOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721InvalidOwner"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721InvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721InvalidReceiver"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721InvalidSender"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ERC721NonexistentToken"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackERC721NonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["MinterFixed"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackMinterFixedError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["NotMinter"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackNotMinterError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["Soulbound"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackSoulboundError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeLicense.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return nodeLicense.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// NodeLicenseAlreadyUnlocked represents a AlreadyUnlocked error raised by the NodeLicense contract.
type NodeLicenseAlreadyUnlocked struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyUnlocked()
func NodeLicenseAlreadyUnlockedErrorID() common.Hash {
	return common.HexToHash("0x5090d6c6a3049b6f5ef3970b94a998e6d25328a236e04d5b3fe48526658677f4")
}

// UnpackAlreadyUnlockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyUnlocked()
func (nodeLicense *NodeLicense) UnpackAlreadyUnlockedError(raw []byte) (*NodeLicenseAlreadyUnlocked, error) {
	out := new(NodeLicenseAlreadyUnlocked)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "AlreadyUnlocked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721IncorrectOwner represents a ERC721IncorrectOwner error raised by the NodeLicense contract.
type NodeLicenseERC721IncorrectOwner struct {
	Sender  common.Address
	TokenId *big.Int
	Owner   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func NodeLicenseERC721IncorrectOwnerErrorID() common.Hash {
	return common.HexToHash("0x64283d7b313c8117c125f736876fa2b4e90ea3831a4716dfdb87d2f540e26289")
}

// UnpackERC721IncorrectOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func (nodeLicense *NodeLicense) UnpackERC721IncorrectOwnerError(raw []byte) (*NodeLicenseERC721IncorrectOwner, error) {
	out := new(NodeLicenseERC721IncorrectOwner)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721IncorrectOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721InsufficientApproval represents a ERC721InsufficientApproval error raised by the NodeLicense contract.
type NodeLicenseERC721InsufficientApproval struct {
	Operator common.Address
	TokenId  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func NodeLicenseERC721InsufficientApprovalErrorID() common.Hash {
	return common.HexToHash("0x177e802f6f313bc89797ecace66d6d29ab4719cbaaacbb87367264048b1eb861")
}

// UnpackERC721InsufficientApprovalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func (nodeLicense *NodeLicense) UnpackERC721InsufficientApprovalError(raw []byte) (*NodeLicenseERC721InsufficientApproval, error) {
	out := new(NodeLicenseERC721InsufficientApproval)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721InsufficientApproval", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721InvalidApprover represents a ERC721InvalidApprover error raised by the NodeLicense contract.
type NodeLicenseERC721InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidApprover(address approver)
func NodeLicenseERC721InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xa9fbf51f86b8e03595d59dc726bb10c329bb24f62589be276d8dd193ca0b69ea")
}

// UnpackERC721InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidApprover(address approver)
func (nodeLicense *NodeLicense) UnpackERC721InvalidApproverError(raw []byte) (*NodeLicenseERC721InvalidApprover, error) {
	out := new(NodeLicenseERC721InvalidApprover)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721InvalidOperator represents a ERC721InvalidOperator error raised by the NodeLicense contract.
type NodeLicenseERC721InvalidOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOperator(address operator)
func NodeLicenseERC721InvalidOperatorErrorID() common.Hash {
	return common.HexToHash("0x5b08ba185e8f577075361f3a3555a6580a227ce22734dcc979c1aeadf894658b")
}

// UnpackERC721InvalidOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOperator(address operator)
func (nodeLicense *NodeLicense) UnpackERC721InvalidOperatorError(raw []byte) (*NodeLicenseERC721InvalidOperator, error) {
	out := new(NodeLicenseERC721InvalidOperator)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721InvalidOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721InvalidOwner represents a ERC721InvalidOwner error raised by the NodeLicense contract.
type NodeLicenseERC721InvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOwner(address owner)
func NodeLicenseERC721InvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x89c62b6479af2e623826dcc39c5133061d35b66d72de92833401dd2fd6567480")
}

// UnpackERC721InvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOwner(address owner)
func (nodeLicense *NodeLicense) UnpackERC721InvalidOwnerError(raw []byte) (*NodeLicenseERC721InvalidOwner, error) {
	out := new(NodeLicenseERC721InvalidOwner)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721InvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721InvalidReceiver represents a ERC721InvalidReceiver error raised by the NodeLicense contract.
type NodeLicenseERC721InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func NodeLicenseERC721InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0x64a0ae9278f805eaf991dcd18ca78756d280b7508b764ef1b255c55845c11df9")
}

// UnpackERC721InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func (nodeLicense *NodeLicense) UnpackERC721InvalidReceiverError(raw []byte) (*NodeLicenseERC721InvalidReceiver, error) {
	out := new(NodeLicenseERC721InvalidReceiver)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721InvalidSender represents a ERC721InvalidSender error raised by the NodeLicense contract.
type NodeLicenseERC721InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidSender(address sender)
func NodeLicenseERC721InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x73c6ac6e10798e95d99e1f130d923eb40193ecb8d094ec3dce93292564eb3b17")
}

// UnpackERC721InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidSender(address sender)
func (nodeLicense *NodeLicense) UnpackERC721InvalidSenderError(raw []byte) (*NodeLicenseERC721InvalidSender, error) {
	out := new(NodeLicenseERC721InvalidSender)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseERC721NonexistentToken represents a ERC721NonexistentToken error raised by the NodeLicense contract.
type NodeLicenseERC721NonexistentToken struct {
	TokenId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func NodeLicenseERC721NonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0x7e273289a3a9ef6670f06df7dca227856fc925e956db96980692764a8bc734d7")
}

// UnpackERC721NonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func (nodeLicense *NodeLicense) UnpackERC721NonexistentTokenError(raw []byte) (*NodeLicenseERC721NonexistentToken, error) {
	out := new(NodeLicenseERC721NonexistentToken)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ERC721NonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseMinterFixed represents a MinterFixed error raised by the NodeLicense contract.
type NodeLicenseMinterFixed struct {
	Minter common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MinterFixed(address minter)
func NodeLicenseMinterFixedErrorID() common.Hash {
	return common.HexToHash("0x242d9da25edf1baa08f98576f6443f01b65b140975fef94c258d60d9a78738a5")
}

// UnpackMinterFixedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MinterFixed(address minter)
func (nodeLicense *NodeLicense) UnpackMinterFixedError(raw []byte) (*NodeLicenseMinterFixed, error) {
	out := new(NodeLicenseMinterFixed)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "MinterFixed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseNotMinter represents a NotMinter error raised by the NodeLicense contract.
type NodeLicenseNotMinter struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotMinter(address caller)
func NodeLicenseNotMinterErrorID() common.Hash {
	return common.HexToHash("0x361c31f27e729a8322ec0a67a437cd1a685fbc0124c358ce2bac49ea8a779111")
}

// UnpackNotMinterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotMinter(address caller)
func (nodeLicense *NodeLicense) UnpackNotMinterError(raw []byte) (*NodeLicenseNotMinter, error) {
	out := new(NodeLicenseNotMinter)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "NotMinter", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the NodeLicense contract.
type NodeLicenseOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func NodeLicenseOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (nodeLicense *NodeLicense) UnpackOwnableInvalidOwnerError(raw []byte) (*NodeLicenseOwnableInvalidOwner, error) {
	out := new(NodeLicenseOwnableInvalidOwner)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the NodeLicense contract.
type NodeLicenseOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func NodeLicenseOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (nodeLicense *NodeLicense) UnpackOwnableUnauthorizedAccountError(raw []byte) (*NodeLicenseOwnableUnauthorizedAccount, error) {
	out := new(NodeLicenseOwnableUnauthorizedAccount)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseSoulbound represents a Soulbound error raised by the NodeLicense contract.
type NodeLicenseSoulbound struct {
	TokenId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Soulbound(uint256 tokenId)
func NodeLicenseSoulboundErrorID() common.Hash {
	return common.HexToHash("0xcd4d8627cf5149029a42cc8d23f60bded759cbb93e2837bdad8b057f4417ccd1")
}

// UnpackSoulboundError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Soulbound(uint256 tokenId)
func (nodeLicense *NodeLicense) UnpackSoulboundError(raw []byte) (*NodeLicenseSoulbound, error) {
	out := new(NodeLicenseSoulbound)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "Soulbound", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeLicenseZeroAddress represents a ZeroAddress error raised by the NodeLicense contract.
type NodeLicenseZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func NodeLicenseZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (nodeLicense *NodeLicense) UnpackZeroAddressError(raw []byte) (*NodeLicenseZeroAddress, error) {
	out := new(NodeLicenseZeroAddress)
	if err := nodeLicense.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
