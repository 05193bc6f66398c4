package contracts_test

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// actors take part in a sale's random life. The owner buys and refers as everybody does; dave signs vouchers besides.
var actors = []account{owner, alice, bob, carol, dave}

// lifeModel is what a sale and its licences must have come to. Prices are modelSale's.
type lifeModel struct {
	*modelSale
	delay      uint64
	paused     bool
	due        map[common.Hash]uint64    // announced, by the hash of the call
	committed  map[common.Hash]uint64    // when
	registered map[string]common.Address // codes, those out of use included
	vouchers   bool                      // whether purchases need one of dave's
	treasury   common.Address
	income     map[common.Address]*big.Int // of each treasury
	owed       map[common.Address]*big.Int
	withdrawn  *big.Int
	credited   *big.Int
	purchases  int64

	holders   []common.Address // of licence i + 1
	approved  map[int64]common.Address
	operators map[[2]common.Address]bool // holder, operator
	unlocked  bool
	told      int
}

func newLifeModel(s *modelSale, delay uint64) *lifeModel {
	return &lifeModel{
		modelSale: s, delay: delay, treasury: vault, withdrawn: new(big.Int), credited: new(big.Int),
		due: map[common.Hash]uint64{}, committed: map[common.Hash]uint64{}, registered: map[string]common.Address{},
		income: map[common.Address]*big.Int{}, owed: map[common.Address]*big.Int{},
		approved: map[int64]common.Address{}, operators: map[[2]common.Address]bool{},
	}
}

func (m *lifeModel) sold() (all uint64) {
	for _, tier := range m.tiers {
		all += tier.sold
	}
	return all
}

func (m *lifeModel) boughtOf(wallet common.Address) (all uint64) {
	for _, nodes := range m.bought[wallet] {
		all += nodes
	}
	return all
}

// voucherRefusal is for a purchase with dave's voucher for upTo nodes; 0: with none.
func (m *lifeModel) voucherRefusal(o wish, upTo uint64) string {
	nodes := new(big.Int).Add(new(big.Int).SetUint64(m.boughtOf(o.buyer.Address)), o.quantity)
	switch {
	case !m.vouchers:
		return ""
	case upTo == 0:
		return fmt.Sprintf("BadVoucher(wallet=%s, upTo=0, until=0)", o.buyer.Address)
	case nodes.Cmp(new(big.Int).SetUint64(upTo)) > 0:
		return fmt.Sprintf("VoucherExceeded(nodes=%s, upTo=%d)", nodes, upTo)
	}
	return ""
}

// announcedRefusal is for a change at a time.
func (m *lifeModel) announcedRefusal(id common.Hash, now uint64) string {
	due := m.due[id]
	switch {
	case m.delay == 0:
		return ""
	case due == 0:
		return fmt.Sprintf("NotAnnounced(id=%s)", id)
	case now < due:
		return fmt.Sprintf("NotDue(due=%d, time=%d)", due, now)
	case now > due+grace:
		return fmt.Sprintf("AnnouncementExpired(until=%d, time=%d)", due+grace, now)
	}
	return ""
}

func (m *lifeModel) commitRefusal(id common.Hash, now uint64) string {
	if since := m.committed[id]; since != 0 && now <= since+86_400 {
		return fmt.Sprintf("CommittedAlready(commitment=%s, since=%d)", id, since)
	}
	return ""
}

func (m *lifeModel) registerRefusal(code string, id common.Hash, now uint64) string {
	since := m.committed[id]
	switch {
	case since == 0:
		return fmt.Sprintf("NotCommitted(commitment=%s)", id)
	case now < since+60:
		return fmt.Sprintf("CommittedTooLate(from=%d, time=%d)", since+60, now)
	case now > since+86_400:
		return fmt.Sprintf("CommitmentExpired(until=%d, time=%d)", since+86_400, now)
	case m.registered[code] != common.Address{}:
		return fmt.Sprintf("CodeTaken(code=%q)", code)
	}
	return ""
}

// holder of a licence; zero when there is none of this number.
func (m *lifeModel) holder(id int64) common.Address {
	if id < 1 || id > int64(len(m.holders)) {
		return common.Address{}
	}
	return m.holders[id-1]
}

// soulbound is what stops everything while licences are locked.
func (m *lifeModel) soulbound(id int64) string {
	switch {
	case m.holder(id) == common.Address{}:
		return fmt.Sprintf("ERC721NonexistentToken(tokenId=%d)", id)
	case !m.unlocked:
		return fmt.Sprintf("Soulbound(tokenId=%d)", id)
	}
	return ""
}

func (m *lifeModel) transferRefusal(by, from common.Address, id int64) string {
	holder := m.holder(id)
	if refused := m.soulbound(id); refused != "" {
		return refused
	}
	if by != holder && m.approved[id] != by && !m.operators[[2]common.Address{holder, by}] {
		return fmt.Sprintf("ERC721InsufficientApproval(operator=%s, tokenId=%d)", by, id)
	}
	if from != holder {
		return fmt.Sprintf("ERC721IncorrectOwner(sender=%s, tokenId=%d, owner=%s)", from, id, holder)
	}
	return ""
}

func (m *lifeModel) approveRefusal(by common.Address, id int64) string {
	if refused := m.soulbound(id); refused != "" {
		return refused
	}
	if holder := m.holder(id); by != holder && !m.operators[[2]common.Address{holder, by}] {
		return fmt.Sprintf("ERC721InvalidApprover(approver=%s)", by)
	}
	return ""
}

// proofs shows every list that the buyer is on.
func (m *lifeModel) proofs(o wish) (out [][][32]byte) {
	if !o.proves {
		return nil
	}
	for i := range m.tiers {
		var proof [][32]byte
		if list := m.lists[i]; slices.Contains(list, o.buyer.Address) {
			proof = listOf(list...).of(o.buyer.Address)
		}
		out = append(out, proof)
	}
	return out
}

// book writes a purchase down: coins and licences.
func (m *lifeModel) book(o wish, bill modelBill) {
	m.modelSale.book(o.buyer.Address, bill)
	m.purchases++
	add(m.owed, bill.referrer, bill.referral)
	m.credited.Add(m.credited, bill.referral)
	add(m.income, m.treasury, new(big.Int).Sub(bill.paid, bill.referral))
	for range o.quantity.Uint64() {
		m.holders = append(m.holders, o.buyer.Address)
	}
	if before := len(m.holders) - int(o.quantity.Int64()); m.unlocked && m.told == before {
		m.told = len(m.holders)
	}
}

func add(to map[common.Address]*big.Int, who common.Address, amount *big.Int) {
	if to[who] == nil {
		to[who] = new(big.Int)
	}
	to[who].Add(to[who], amount)
}

func of(from map[common.Address]*big.Int, who common.Address) *big.Int {
	if from[who] == nil {
		return new(big.Int)
	}
	return from[who]
}
