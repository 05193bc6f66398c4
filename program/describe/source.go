package describe

import (
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/program"
)

// origins say where a number was published.
var origins = map[program.Origin]phrase{
	program.FromSeed:          {"the seed", "种子文本"},
	program.FromContract:      {"the contract", "合约"},
	program.FromDocumentation: {"the documentation", "后期文档"},
	program.Placeholder:       {"a placeholder", "占位数据"},
}

func (t *writer) writeSources(p *program.Program) {
	if len(p.Sources) > 0 {
		t.heading("Where the numbers are from", "数字的出处")
	}
	for _, s := range p.Sources {
		from := origins[s.Origin]
		if len(s.Items) > 0 {
			list := make([]string, len(s.Items))
			for i, n := range s.Items {
				list[i] = strconv.FormatUint(n, 10)
			}
			noun := "item "
			if len(list) > 1 {
				noun = "items "
			}
			from.en += " (" + noun + strings.Join(list, ", ") + ")"
			from.zh += "（第 " + strings.Join(list, "、") + " 条）"
		}
		t.say("%s: %s. %s", "%s：%s。%s", s.Setting, from, phrase{s.Text["en"], s.Text["zh"]})
	}
	for i, v := range p.Valuations {
		if i == 0 {
			t.heading("Published valuations", "已公布的估值")
		}
		t.say("USD %s at an adoption of %s.", "节点采用率 %[2]s 时：%[1]s 美元。", grouped(v.USD.String()), v.Adoption)
	}
}
