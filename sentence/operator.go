package sentence

// MayPrepareAndAdminister is said of an operator who may do what two should.
const MayPrepareAndAdminister Code = "may-prepare-and-administer"

func operators() []Form {
	return []Form{
		{
			MayPrepareAndAdminister, params{"operator": Text},
			"{operator} may administer and prepare payouts: give the two to two people",
			"{operator} 同时拥有管理和准备发放的权限：请分给两个人",
		},
	}
}
