package describe

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// Notes are what a person must know before relying on a program, in English.
func Notes(p *program.Program) (list []string) {
	for _, n := range notesOf(p) {
		list = append(list, n.en)
	}
	return list
}

func notesOf(p *program.Program) (list []phrase) {
	if p.Sale.Contract == (common.Address{}) {
		list = append(list, phrase{
			"the sale contract is the zero address, a placeholder: set sale.contract before anything is watched",
			"销售合约是零地址，仅为占位：开始监听之前请设置 sale.contract",
		})
	}
	if p.Sale.PlaceholderPrices {
		list = append(list, phrase{
			"tier sizes and prices are placeholders, not the sale's own: replace sale.tiers and remove sale.placeholder_prices",
			"各档的数量和价格是占位数据，并非真实售价：请替换 sale.tiers 并删除 sale.placeholder_prices",
		})
	}
	if p.Sale.Licence == (common.Address{}) && p.Holdings == program.FromLicence {
		list = append(list, phrase{
			"the licence contract is the zero address, a placeholder: set sale.licence before anything is watched",
			"节点许可合约是零地址，仅为占位：开始监听之前请设置 sale.licence",
		})
	}
	list = append(list, notesOfEvents(p.Sale.Event)...)
	if p.Chain.Proof == program.ProofNone {
		list = append(list, phrase{
			"blocks are not proven (chain.proof: none): the books are as good as the endpoint's word",
			"区块不做证明（chain.proof: none）：账本的可靠性取决于节点服务",
		})
	}
	if p.Token != nil && p.Token.TGE.IsZero() {
		list = append(list, phrase{
			"the TGE (token generation event) has no date yet (token.tge): emission and vesting begin when it is recorded",
			"TGE 日期尚未确定（token.tge）：记录之后才开始释放和归属",
		})
	}
	return list
}

// notesOfEvents are what easily goes wrong where the file describes the events.
func notesOfEvents(m *program.EventMap) (list []phrase) {
	if m == nil {
		return nil
	}
	for _, p := range m.Purchases {
		if inputs := p.ABI.Inputs; p.Canonical == "Transfer(address,address,uint256)" && inputs[2].Indexed && len(p.Where) == 0 {
			from := inputs[0].Name
			list = append(list, phrase{
				"a purchase is every Transfer of an ERC-721, so burns and resales count as purchases: write where: { " + from + ": zero } " +
					"for mints only",
				"每个 ERC-721 Transfer 都算购买，销毁和转售也会计入：如只计铸造，请写 where: { " + from + ": zero }",
			})
		}
	}
	if len(m.Counters) == 0 {
		list = append(list, phrase{
			"no counter is named (sale.counters): if the contract counts what it sells, name the view, which guards best against missing events",
			"未设置计数器（sale.counters）：如合约有售出数量的视图函数，请写明，它最能发现遗漏的事件",
		})
	}
	return list
}
