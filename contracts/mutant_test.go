package contracts_test

import (
	"os"
	"path/filepath"
	"testing"

	binding "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
)

// TestMain runs the tests against other bytecode when NODELEDGER_MUTANT names a folder with some: mutants/run.mjs does.
func TestMain(m *testing.M) {
	if folder := os.Getenv("NODELEDGER_MUTANT"); folder != "" {
		for name, data := range map[string]*binding.MetaData{
			"NodeSale": &nodesale.NodeSaleMetaData, "NodeLicense": &nodelicense.NodeLicenseMetaData,
			"PayoutDistributor": &payoutdistributor.PayoutDistributorMetaData, "ManyClaims": &payoutdistributor.ManyClaimsMetaData,
		} {
			code, err := os.ReadFile(filepath.Join(folder, name+".bin"))
			if err != nil {
				panic(err)
			}
			data.Bin = "0x" + string(code)
		}
	}
	os.Exit(m.Run())
}
