package sentence

// What somebody who runs the program should look at, while it serves.
const (
	WarnNotUpdated        Code = "warn-not-updated"
	WarnNoDatabase        Code = "warn-no-database"
	WarnFilesWait         Code = "warn-files-wait"
	WarnNoEndpoint        Code = "warn-no-endpoint"
	WarnNoticesUnreadable Code = "warn-notices-unreadable"
	WarnNoticesGone       Code = "warn-notices-gone"
	WarnNoticesFailing    Code = "warn-notices-failing"
)

func warnings() []Form {
	return []Form{
		{
			WarnNotUpdated, params{"time": Text, "tries": Count},
			"the books have not been brought up to date for {time}, in {tries:try|tries}: the log of the server says why",
			"账本已有 {time} 未能更新，尝试了 {tries} 次，原因见服务器日志",
		},
		{
			WarnNoDatabase, params{"time": Text, "tries": Count},
			"the database of the books has not answered for {time}, in {tries:try|tries}",
			"账本的数据库已有 {time} 没有响应，尝试了 {tries} 次",
		},
		{
			WarnFilesWait, params{"files": Count},
			"{files:file|files} of closed periods could not be written in their folder yet: the log of the server says why",
			"有 {files} 个已结账周期的文件尚未能写入其文件夹，原因见服务器日志",
		},
		{
			WarnNoEndpoint, params{"states": Text},
			"no endpoint of the chain can be used now ({states}): the books are served as they stand, and follow the chain when one answers",
			"目前没有可用的链节点（{states}）：账本按现状提供查询，待有节点应答后继续同步",
		},
		{WarnNoticesUnreadable, params{}, "the log of notices cannot be read", "无法读取通知日志"},
		{
			WarnNoticesGone, params{"name": Text, "waiting": Count},
			"the endpoint {name} of notices answered that it is gone, and is sent nothing: {waiting} wait",
			"通知端点 {name} 称其已停用，不再向其发送：{waiting} 条通知在等待",
		},
		{
			WarnNoticesFailing, params{"name": Text, "failures": Count, "waiting": Count},
			"the endpoint {name} of notices failed {failures:time|times} in a row: {waiting} wait",
			"通知端点 {name} 已连续失败 {failures} 次：{waiting} 条通知在等待",
		},
	}
}
