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

// PayoutDistributorMetaData contains all meta data concerning the PayoutDistributor contract.
var PayoutDistributorMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"token_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"proposer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"activator\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"delay_\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"}],\"name\":\"CumulativeBelowClaimed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"delay\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"longest\",\"type\":\"uint64\"}],\"name\":\"DelayTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"moved\",\"type\":\"uint256\"}],\"name\":\"FeeOnTransfer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"InvalidProof\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NoActiveRoot\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"NotAToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"sweepable\",\"type\":\"uint256\"}],\"name\":\"NotSweepable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"named\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"proposed\",\"type\":\"bytes32\"}],\"name\":\"NotTheProposedRoot\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingProposed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"claimed\",\"type\":\"uint256\"}],\"name\":\"NothingToClaim\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"ProposerCannotActivate\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"SameProposerAndActivator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"activeFrom\",\"type\":\"uint64\"},{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"}],\"name\":\"TooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"active\",\"type\":\"uint256\"}],\"name\":\"TotalBelowActive\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"TotalExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"}],\"name\":\"Underfunded\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UseSweep\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroRoot\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"Claimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"}],\"name\":\"RootActivated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"RootCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"file\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"activeFrom\",\"type\":\"uint64\"}],\"name\":\"RootProposed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ACTIVATOR_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_DELAY\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PAUSER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PROPOSER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"root_\",\"type\":\"bytes32\"}],\"name\":\"activate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"cumulative\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"proof\",\"type\":\"bytes32[]\"}],\"name\":\"claim\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"claimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"delay\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"file\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"granted\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"root_\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"total_\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"file_\",\"type\":\"bytes32\"}],\"name\":\"propose\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proposed\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"file\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"activeFrom\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proposedBy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"root\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"sweep\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"other\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"sweepOther\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"sweepable\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"total\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalClaimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unclaimed\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "PayoutDistributor",
	Bin: "0x60c060405234801561000f575f5ffd5b506040516124c73803806124c783398101604081905261002e91610338565b846001600160a01b03163b5f03610063578460405163f0ae59ab60e01b815260040161005a91906103ba565b60405180910390fd5b6301e133806001600160401b038216111561009957806301e13380604051630f3d79f960e21b815260040161005a9291906103d7565b6001600160a01b0385166080526001600160401b03811660a0526100bd5f85610123565b506100e87f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a85610123565b506101005f5160206124a75f395f51905f5284610123565b506101185f5160206124875f395f51905f5283610123565b5050505050506103f9565b5f6001600160a01b03821661014b5760405163d92e233d60e01b815260040160405180910390fd5b5f5160206124a75f395f51905f528314801561019d57506001600160a01b0382165f9081527f7b11379db96bb3d54beb11781be5e345f18ff19de2caada93c24b1c167c1b98b602052604090205460ff165b806101f557505f5160206124875f395f51905f52831480156101f557506001600160a01b0382165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff165b1561021557816040516324f4628d60e01b815260040161005a91906103ba565b61021f8383610228565b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff166102c8575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556102803390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610222565b505f610222565b5f6001600160a01b038216610222565b5f610222826102cf565b6102f2816102df565b81146102fc575f5ffd5b50565b8051610222816102e9565b6102f2816102cf565b80516102228161030a565b6001600160401b0381166102f2565b80516102228161031e565b5f5f5f5f5f60a0868803121561034f5761034f5f5ffd5b5f61035a88886102ff565b955050602061036b88828901610313565b945050604061037c88828901610313565b935050606061038d88828901610313565b925050608061039e8882890161032d565b9150509295509295909350565b6103b4816102cf565b82525050565b6020810161022282846103ab565b6001600160401b0381166103b4565b604081016103e582856103c8565b6103f260208301846103c8565b9392505050565b60805160a0516120126104755f395f818161034e0152610f2101525f81816104c6015281816108830152818161090a01528181610c0201528181610c9201528181610d350152818161104e015281816110d1015281816111000152818161126b015281816115a601528181611667015261169401526120125ff3fe608060405234801561000f575f5ffd5b5060043610610201575f3560e01c80636ea056a911610123578063ca1d209d116100b8578063e63ab1e911610088578063ebf0c7171161006e578063ebf0c717146104b8578063fc0c546a146104c1578063fc5d38c5146104f5575f5ffd5b8063e63ab1e914610489578063ea8a1af0146104b0575f5ffd5b8063ca1d209d1461042a578063d1851c921461043d578063d547741f1461046d578063d54ad2a114610480575f5ffd5b80638f61f4f5116100f35780638f61f4f5146103a757806391d14854146103ce578063a217fddf14610404578063c884ef831461040b575f5ffd5b80636ea056a91461037057806376e42ffb146103835780638456cb59146103965780638525855d1461039e575f5ffd5b8063400571ba116101995780635cdca065116101695780635cdca0651461030e57806360c9261314610321578063669416b8146103415780636a42b8f814610349575f5ffd5b8063400571ba146102d05780634125ff90146102d857806359db6e85146102f05780635c975abb14610303575f5ffd5b80632f2ff15d116101d45780632f2ff15d1461028d57806336568abe146102a25780633d13f874146102b55780633f4ba83a146102c8575f5ffd5b806301ffc9a71461020557806308740a3b1461022e578063248a9ca3146102625780632ddbd13a14610284575b5f5ffd5b610218610213366004611bc4565b6104fd565b6040516102259190611bec565b60405180910390f35b6102557fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea19281565b6040516102259190611c00565b610255610270366004611c1f565b5f9081526020819052604090206001015490565b61025560035481565b6102a061029b366004611c61565b610595565b005b6102a06102b0366004611c61565b6105bf565b6102a06102c3366004611ce9565b610610565b6102a06109a6565b6102556109db565b6102e36301e1338081565b6040516102259190611d62565b6102a06102fe366004611c1f565b6109fa565b60015460ff16610218565b6102a061031c366004611d8e565b610bee565b600b54610334906001600160a01b031681565b6040516102259190611de3565b610255610dd0565b6102e37f000000000000000000000000000000000000000000000000000000000000000081565b6102a061037e366004611df1565b610de1565b6102a0610391366004611e21565b610e76565b6102a0610ffb565b61025560045481565b6102557fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc181565b6102186103dc366004611c61565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6102555f81565b610255610419366004611e52565b60066020525f908152604090205481565b6102a0610438366004611c1f565b61102d565b600754600854600954600a5461045d9392919067ffffffffffffffff1684565b6040516102259493929190611e70565b6102a061047b366004611c61565b611153565b61025560055481565b6102557f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b6102a0611177565b61025560025481565b6104e87f000000000000000000000000000000000000000000000000000000000000000081565b6040516102259190611ec1565b610255611267565b5f7fffffffff0000000000000000000000000000000000000000000000000000000082167f7965db0b00000000000000000000000000000000000000000000000000000000148061058f57507f01ffc9a7000000000000000000000000000000000000000000000000000000007fffffffff000000000000000000000000000000000000000000000000000000008316145b92915050565b5f828152602081905260409020600101546105af8161132c565b6105b98383611336565b50505050565b6001600160a01b0381163314610601576040517f6697b23200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61060b8282611478565b505050565b610618611500565b61062061153f565b6002545f81900361065d576040517f7a5af78b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f8585604051602001610671929190611ecf565b604051602081830303815290604052805190602001206040516020016106979190611eea565b6040516020818303038152906040528051906020012090506106bb84848484611574565b610700578585836040517f2f01c23a0000000000000000000000000000000000000000000000000000000081526004016106f793929190611efe565b60405180910390fd5b6001600160a01b0386165f908152600660205260409020548086036107555786816040517f01ac6c1a0000000000000000000000000000000000000000000000000000000081526004016106f7929190611ecf565b80861015610795578686826040517f4b141bb20000000000000000000000000000000000000000000000000000000081526004016106f793929190611efe565b5f6107a08288611f3a565b90505f6005546003546107b39190611f3a565b9050808211156107f35781816040517f97b2c9fe0000000000000000000000000000000000000000000000000000000081526004016106f7929190611f4d565b6001600160a01b0389165f9081526006602052604081208990556005805484929061081f908490611f5b565b9250508190555084896001600160a01b03167f336726e3fa30ca51481d8f4925757fbefa26e579834379263188b2ba0eab448e848b604051610862929190611f4d565b60405180910390a36040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a08231906108b8908d90600401611de3565b602060405180830381865afa1580156108d3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108f79190611f79565b90506109038a8461158d565b61099883827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a082318e6040518263ffffffff1660e01b81526004016109549190611de3565b602060405180830381865afa15801561096f573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109939190611f79565b61171f565b5050505050506105b9611776565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a6109d08161132c565b6109d86117a0565b50565b5f600354600760010154116109f1575060035490565b6008545b905090565b7fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea192610a248161132c565b610a2c611500565b60408051608081018252600754808252600854602083015260095492820192909252600a5467ffffffffffffffff166060820152905f03610a805760405163e8d4708f60e01b815260040160405180910390fd5b80518314610abe5780516040517f3afa088a0000000000000000000000000000000000000000000000000000000081526106f7918591600401611f4d565b600b54336001600160a01b0390911603610b0657336040517f32daa3480000000000000000000000000000000000000000000000000000000081526004016106f79190611de3565b806060015167ffffffffffffffff16421015610b56578060600151426040517f839aae0b0000000000000000000000000000000000000000000000000000000081526004016106f7929190611f97565b805160208201516040830151600455600355600255610bac5f60078190556008819055600955600a805467ffffffffffffffff19169055600b805473ffffffffffffffffffffffffffffffffffffffff19169055565b805160208201516040517fb096998b766474ee6923653b474d692d32e3cd2d5dbe8cc7176d09f28fcc219591610be191611c00565b60405180910390a2505050565b5f610bf88161132c565b610c0061153f565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316846001600160a01b031603610c5257604051632b984cd160e21b815260040160405180910390fd5b6001600160a01b038316610c795760405163d92e233d60e01b815260040160405180910390fd5b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190610cc7903090600401611de3565b602060405180830381865afa158015610ce2573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d069190611f79565b9050610d1c6001600160a01b03861685856117ec565b6040516370a0823160e01b815281906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190610d6a903090600401611de3565b602060405180830381865afa158015610d85573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610da99190611f79565b14610dc757604051632b984cd160e21b815260040160405180910390fd5b506105b9611776565b5f6005546003546109f59190611f3a565b5f610deb8161132c565b610df361153f565b6001600160a01b038316610e1a5760405163d92e233d60e01b815260040160405180910390fd5b5f610e23611267565b905080831115610e635782816040517f87607d480000000000000000000000000000000000000000000000000000000081526004016106f7929190611f4d565b610e6d848461158d565b5061060b611776565b7fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1610ea08161132c565b5f849003610eda576040517fb263ae7300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600354831015610f1b576003546040517fe60b10060000000000000000000000000000000000000000000000000000000081526106f7918591600401611f4d565b5f610f467f000000000000000000000000000000000000000000000000000000000000000042611fa5565b604080516080810182528781526020810187905280820186905267ffffffffffffffff83166060909101819052600788905560088790556009869055600a805467ffffffffffffffff19169091179055600b805473ffffffffffffffffffffffffffffffffffffffff1916331790555190915085907f6443e1158b10480b52dc3a4a4e4ededc16d19750947a623d43dd46da81dd8fd490610fec90879087908690611fc9565b60405180910390a25050505050565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a6110258161132c565b6109d8611818565b61103561153f565b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190611083903090600401611de3565b602060405180830381865afa15801561109e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110c29190611f79565b90506110f96001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016333085611853565b61114a82827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a08231306040518263ffffffff1660e01b81526004016109549190611de3565b506109d8611776565b5f8281526020819052604090206001015461116d8161132c565b6105b98383611478565b335f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff166111d5576111d57fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea19261132c565b6007545f8190036111f95760405163e8d4708f60e01b815260040160405180910390fd5b61123a5f60078190556008819055600955600a805467ffffffffffffffff19169055600b805473ffffffffffffffffffffffffffffffffffffffff19169055565b60405181907f03735bfdad86093bd1ec54c0aec0273cfeeeda1af0a88816d5335fcf33790516905f90a250565b5f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a08231306040518263ffffffff1660e01b81526004016112b59190611de3565b602060405180830381865afa1580156112d0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906112f49190611f79565b90505f6005546113026109db565b61130c9190611f3a565b905080821161131b575f611325565b6113258183611f3a565b9250505090565b6109d88133611880565b5f6001600160a01b03821661135e5760405163d92e233d60e01b815260040160405180910390fd5b7fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1831480156113c357506001600160a01b0382165f9081527f7b11379db96bb3d54beb11781be5e345f18ff19de2caada93c24b1c167c1b98b602052604090205460ff165b8061142e57507fec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea1928314801561142e57506001600160a01b0382165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff165b1561146757816040517f24f4628d0000000000000000000000000000000000000000000000000000000081526004016106f79190611de3565b61147183836118e1565b9392505050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff16156114f9575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a450600161058f565b505f61058f565b60015460ff161561153d576040517fd93c066500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b565b611547611981565b61153d60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b906119da565b5f826115818686856119e1565b1490505b949350505050565b6040516370a0823160e01b81525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a08231906115db903090600401611de3565b602060405180830381865afa1580156115f6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061161a9190611f79565b90508181101561165a5781816040517f2305a7aa0000000000000000000000000000000000000000000000000000000081526004016106f7929190611f4d565b61168e6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001684846117ec565b61060b827f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166370a08231306040518263ffffffff1660e01b81526004016116de9190611de3565b602060405180830381865afa1580156116f9573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061171d9190611f79565b835b5f82821161172d575f611737565b6117378383611f3a565b90508381146105b95783816040517fca0dd2360000000000000000000000000000000000000000000000000000000081526004016106f7929190611f4d565b61153d5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f0061156e565b6117a8611a22565b6001805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516117e29190611de3565b60405180910390a1565b6117f98383836001611a5e565b61060b5782604051635274afe760e01b81526004016106f79190611de3565b611820611500565b6001805460ff1916811790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258336117d5565b611861848484846001611ad9565b6105b95783604051635274afe760e01b81526004016106f79190611de3565b5f828152602081815260408083206001600160a01b038516845290915290205460ff166118dd5780826040517fe2517d3f0000000000000000000000000000000000000000000000000000000081526004016106f7929190611ecf565b5050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff166114f9575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556119393390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a450600161058f565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561153d576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f81815b84811015611a1957611a0f82878784818110611a0357611a03611ff1565b90506020020135611b5f565b91506001016119e5565b50949350505050565b60015460ff1661153d576040517f8dfc202b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316611acd578383151615611ac1573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6040517f23b872dd000000000000000000000000000000000000000000000000000000005f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316611b4e578383151615611b42573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f818310611b79575f828152602084905260409020611471565b5f838152602083905260409020611471565b7fffffffff0000000000000000000000000000000000000000000000000000000081165b81146109d8575f5ffd5b803561058f81611b8b565b5f60208284031215611bd757611bd75f5ffd5b5f6115858484611bb9565b8015155b82525050565b6020810161058f8284611be2565b80611be6565b6020810161058f8284611bfa565b80611baf565b803561058f81611c0e565b5f60208284031215611c3257611c325f5ffd5b5f6115858484611c14565b5f6001600160a01b03821661058f565b611baf81611c3d565b803561058f81611c4d565b5f5f60408385031215611c7557611c755f5ffd5b5f611c808585611c14565b9250506020611c9185828601611c56565b9150509250929050565b5f5f83601f840112611cae57611cae5f5ffd5b50813567ffffffffffffffff811115611cc857611cc85f5ffd5b602083019150836020820283011115611ce257611ce25f5ffd5b9250929050565b5f5f5f5f60608587031215611cff57611cff5f5ffd5b5f611d0a8787611c56565b9450506020611d1b87828801611c14565b935050604085013567ffffffffffffffff811115611d3a57611d3a5f5ffd5b611d4687828801611c9b565b95989497509550505050565b67ffffffffffffffff8116611be6565b6020810161058f8284611d52565b5f61058f82611c3d565b611baf81611d70565b803561058f81611d7a565b5f5f5f60608486031215611da357611da35f5ffd5b5f611dae8686611d83565b9350506020611dbf86828701611c56565b9250506040611dd086828701611c14565b9150509250925092565b611be681611c3d565b6020810161058f8284611dda565b5f5f60408385031215611e0557611e055f5ffd5b5f611e108585611c56565b9250506020611c9185828601611c14565b5f5f5f60608486031215611e3657611e365f5ffd5b5f611e418686611c14565b9350506020611dbf86828701611c14565b5f60208284031215611e6557611e655f5ffd5b5f6115858484611c56565b60808101611e7e8287611bfa565b611e8b6020830186611bfa565b611e986040830185611bfa565b611ea56060830184611d52565b95945050505050565b5f61058f82611d70565b611be681611eae565b6020810161058f8284611eb8565b60408101611edd8285611dda565b6114716020830184611bfa565b5f611ef58284611bfa565b50602001919050565b60608101611f0c8286611dda565b611f196020830185611bfa565b6115856040830184611bfa565b634e487b7160e01b5f52601160045260245ffd5b8181038181111561058f5761058f611f26565b60408101611edd8285611bfa565b8082018082111561058f5761058f611f26565b805161058f81611c0e565b5f60208284031215611f8c57611f8c5f5ffd5b5f6115858484611f6e565b60408101611edd8285611d52565b67ffffffffffffffff91821691908116908282019081111561058f5761058f611f26565b60608101611fd78286611bfa565b611fe46020830185611bfa565b6115856040830184611d52565b634e487b7160e01b5f52603260045260245ffdfea164736f6c6343000825000aec5aad7bdface20c35bc02d6d2d5760df981277427368525d634f4e2603ea192b09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1",
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
// Solidity: constructor(address token_, address admin, address proposer, address activator, uint64 delay_) returns()
func (payoutDistributor *PayoutDistributor) PackConstructor(token_ common.Address, admin common.Address, proposer common.Address, activator common.Address, delay_ uint64) []byte {
	enc, err := payoutDistributor.abi.Pack("", token_, admin, proposer, activator, delay_)
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
// the contract method with ID 0x59db6e85.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function activate(bytes32 root_) returns()
func (payoutDistributor *PayoutDistributor) PackActivate(root [32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("activate", root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackActivate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59db6e85.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function activate(bytes32 root_) returns()
func (payoutDistributor *PayoutDistributor) TryPackActivate(root [32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("activate", root)
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
// the contract method with ID 0x76e42ffb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function propose(bytes32 root_, uint256 total_, bytes32 file_) returns()
func (payoutDistributor *PayoutDistributor) PackPropose(root [32]byte, total *big.Int, file [32]byte) []byte {
	enc, err := payoutDistributor.abi.Pack("propose", root, total, file)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPropose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76e42ffb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function propose(bytes32 root_, uint256 total_, bytes32 file_) returns()
func (payoutDistributor *PayoutDistributor) TryPackPropose(root [32]byte, total *big.Int, file [32]byte) ([]byte, error) {
	return payoutDistributor.abi.Pack("propose", root, total, file)
}

// PackProposed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1851c92.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposed() view returns(bytes32 root, uint256 total, bytes32 file, uint64 activeFrom)
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
// Solidity: function proposed() view returns(bytes32 root, uint256 total, bytes32 file, uint64 activeFrom)
func (payoutDistributor *PayoutDistributor) TryPackProposed() ([]byte, error) {
	return payoutDistributor.abi.Pack("proposed")
}

// ProposedOutput serves as a container for the return parameters of contract
// method Proposed.
type ProposedOutput struct {
	Root       [32]byte
	Total      *big.Int
	File       [32]byte
	ActiveFrom uint64
}

// UnpackProposed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd1851c92.
//
// Solidity: function proposed() view returns(bytes32 root, uint256 total, bytes32 file, uint64 activeFrom)
func (payoutDistributor *PayoutDistributor) UnpackProposed(data []byte) (ProposedOutput, error) {
	out, err := payoutDistributor.abi.Unpack("proposed", data)
	outstruct := new(ProposedOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Root = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Total = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.File = *abi.ConvertType(out[2], new([32]byte)).(*[32]byte)
	outstruct.ActiveFrom = *abi.ConvertType(out[3], new(uint64)).(*uint64)
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
// Solidity: event RootProposed(bytes32 indexed root, uint256 total, bytes32 file, uint64 activeFrom)
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
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["CumulativeBelowClaimed"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackCumulativeBelowClaimedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["DelayTooLong"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackDelayTooLongError(raw[4:])
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
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NoActiveRoot"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNoActiveRootError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotAToken"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotATokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotSweepable"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotSweepableError(raw[4:])
	}
	if bytes.Equal(raw[:4], payoutDistributor.abi.Errors["NotTheProposedRoot"].ID.Bytes()[:4]) {
		return payoutDistributor.UnpackNotTheProposedRootError(raw[4:])
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

// PayoutDistributorDelayTooLong represents a DelayTooLong error raised by the PayoutDistributor contract.
type PayoutDistributorDelayTooLong struct {
	Delay   uint64
	Longest uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DelayTooLong(uint64 delay, uint64 longest)
func PayoutDistributorDelayTooLongErrorID() common.Hash {
	return common.HexToHash("0x3cf5e7e47d5017d806152b87b092ca956789feef73bfd948eedf674c34728af5")
}

// UnpackDelayTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DelayTooLong(uint64 delay, uint64 longest)
func (payoutDistributor *PayoutDistributor) UnpackDelayTooLongError(raw []byte) (*PayoutDistributorDelayTooLong, error) {
	out := new(PayoutDistributorDelayTooLong)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "DelayTooLong", raw); err != nil {
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

// PayoutDistributorNotTheProposedRoot represents a NotTheProposedRoot error raised by the PayoutDistributor contract.
type PayoutDistributorNotTheProposedRoot struct {
	Named    [32]byte
	Proposed [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheProposedRoot(bytes32 named, bytes32 proposed)
func PayoutDistributorNotTheProposedRootErrorID() common.Hash {
	return common.HexToHash("0x3afa088a5e7d1d6a888f0cf745478fe4d1b845faaf156bdda231137cb7d3c452")
}

// UnpackNotTheProposedRootError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheProposedRoot(bytes32 named, bytes32 proposed)
func (payoutDistributor *PayoutDistributor) UnpackNotTheProposedRootError(raw []byte) (*PayoutDistributorNotTheProposedRoot, error) {
	out := new(PayoutDistributorNotTheProposedRoot)
	if err := payoutDistributor.abi.UnpackIntoInterface(out, "NotTheProposedRoot", raw); err != nil {
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
