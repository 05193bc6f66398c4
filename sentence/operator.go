package sentence

// What is said of operators: of one who may do what two should, and of the only one who administers.
const (
	MayPrepareAndAdminister Code = "may-prepare-and-administer"
	OnlyAdministrator       Code = "only-administrator"
)

func operators() []Form {
	return append(inbox(), []Form{
		{
			MayPrepareAndAdminister, params{"operator": Text},
			"{operator} may administer and prepare payouts: give the two to two people",
			"{operator} 同时拥有管理和准备发放的权限：请分给两个人",
		},
		{
			OnlyAdministrator, params{"operator": Text},
			"{operator} is the only administrator: when that key is lost nobody can be added, so give the scope admin to a second person",
			"{operator} 是唯一的管理员：密钥一旦丢失就无法再添加任何人，请把管理权限也交给另一个人",
		},
	}...)
}
