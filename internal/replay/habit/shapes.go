package habit

import (
	"slices"
	"strconv"
	"strings"
)

// number is a quantity as a number.
func number(v any) (float64, bool) {
	text, ok := v.(string)
	if !ok || !strings.HasPrefix(text, "0x") {
		return 0, false
	}
	n, err := strconv.ParseUint(text[2:], 16, 52)
	return float64(n), err == nil
}

// each changes every member of every object in a value.
func each(v any, change func(name string, v any) any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = each(v[i], change)
		}
	case map[string]any:
		for name, member := range v {
			v[name] = change(name, each(member, change))
		}
	}
	return v
}

// decimal writes members as numbers, in the results of methods that begin or end with a text.
func decimal(method string, members ...string) func(*Call, any) any {
	return func(c *Call, result any) any {
		if !strings.Contains(c.Method, method) {
			return result
		}
		return each(result, func(name string, v any) any {
			if n, ok := number(v); ok && slices.Contains(members, name) {
				return n
			}
			return v
		})
	}
}

// lists changes every object of the lists that a method answers with.
func lists(method string, change func(c *Call, i int, object map[string]any)) func(*Call, any) any {
	return func(c *Call, result any) any {
		list, ok := result.([]any)
		if c.Method != method || !ok {
			return result
		}
		for i, one := range list {
			change(c, i, one.(map[string]any))
		}
		return result
	}
}

// receiptsWithout leaves a member out of the receipts of a block.
func receiptsWithout(member string) func(*Call, any) any {
	return lists("eth_getBlockReceipts", func(_ *Call, _ int, receipt map[string]any) { delete(receipt, member) })
}

// blocks changes every block.
func blocks(change func(map[string]any)) func(*Call, any) any {
	return func(c *Call, result any) any {
		if object, ok := result.(map[string]any); ok && strings.HasPrefix(c.Method, "eth_getBlockBy") {
			change(object)
		}
		return result
	}
}

// transactions changes every whole transaction of a block.
func transactions(change func(map[string]any)) func(*Call, any) any {
	return blocks(func(block map[string]any) {
		for _, tx := range block["transactions"].([]any) {
			if tx, ok := tx.(map[string]any); ok {
				change(tx)
			}
		}
	})
}

// logs makes another list of logs.
func logs(change func(c *Call, list []any) any) func(*Call, any) any {
	return func(c *Call, result any) any {
		list, ok := result.([]any)
		if c.Method != "eth_getLogs" || !ok {
			return result
		}
		return change(c, list)
	}
}

func upper(_ string, v any) any {
	if text, ok := v.(string); ok && strings.HasPrefix(text, "0x") {
		return "0x" + strings.ToUpper(text[2:])
	}
	return v
}

func reversed(list []any) []any {
	slices.Reverse(list)
	return list
}

var quantities = []string{"number", "timestamp", "gasLimit", "gasUsed", "size", "baseFeePerGas", "difficulty", "totalDifficulty",
	"blockNumber",
	"transactionIndex", "logIndex", "cumulativeGasUsed", "effectiveGasPrice", "status", "type", "gas", "value", "gasPrice", "maxFeePerGas",
	"maxPriorityFeePerGas", "chainId", "v", "yParity", "blobGasUsed", "excessBlobGas"}

var shapes = []Habit{
	{Name: "upper", Says: "hexadecimal in capitals", Alter: func(_ *Call, v any) any { return upper("", each(v, upper)) }},
	{Name: "zeros", Says: "zeros before numbers", Alter: func(_ *Call, v any) any {
		return each(v, func(name string, v any) any {
			if text, ok := v.(string); ok && slices.Contains(quantities, name) {
				return "0x00" + strings.TrimPrefix(text, "0x")
			}
			return v
		})
	}},
	{Name: "dec-logs", Says: "plain numbers in logs", Alter: decimal("eth_getLogs", "logIndex", "blockNumber", "transactionIndex")},
	{Name: "dec-chain", Says: "the chain as a plain number", Alter: func(c *Call, v any) any {
		if n, ok := number(v); ok && c.Method == "eth_chainId" {
			return n
		}
		return v
	}},
	{Name: "dec-chainstr", Says: "the chain as a number in a string", Alter: func(c *Call, v any) any {
		if n, ok := number(v); ok && c.Method == "eth_chainId" {
			return strconv.Itoa(int(n))
		}
		return v
	}},
	{Name: "dec-status", Says: "plain numbers in receipts", Alter: decimal("Receipts", "status")},
	{Name: "dec-block", Says: "plain numbers in blocks", Alter: decimal("eth_getBlockBy", "timestamp")},
	{Name: "no-egp", Says: "receipts without a price", Alter: receiptsWithout("effectiveGasPrice")},
	{Name: "no-type", Says: "receipts without a type", Alter: receiptsWithout("type")},
	{Name: "no-status", Says: "receipts without a status", Alter: receiptsWithout("status")},
	{Name: "no-bloom", Says: "receipts without a bloom", Alter: receiptsWithout("logsBloom")},
	{Name: "receipts-reversed", Says: "receipts in another order", Alter: func(c *Call, v any) any {
		if list, ok := v.([]any); ok && c.Method == "eth_getBlockReceipts" {
			return reversed(list)
		}
		return v
	}},
	{Name: "receipts-nulllogs", Says: "null for the logs of a receipt that has none", Alter: lists("eth_getBlockReceipts",
		func(_ *Call, _ int, receipt map[string]any) {
			if list, ok := receipt["logs"].([]any); ok && len(list) == 0 {
				receipt["logs"] = nil
			}
		})},
	{Name: "no-td", Says: "blocks without difficulty and size", Alter: blocks(func(b map[string]any) {
		delete(b, "totalDifficulty")
		delete(b, "size")
	})},
	{Name: "extra-field", Says: "more members in a block", Alter: blocks(func(b map[string]any) {
		b["l1BlockNumber"], b["sendCount"], b["sendRoot"] = "0x1", "0x0", "0x"+strings.Repeat("0", 64)
	})},
	{Name: "null-optional", Says: "null for what a block does not have", Alter: blocks(func(b map[string]any) {
		if _, has := b["withdrawals"]; !has {
			b["withdrawals"], b["author"] = nil, nil
		}
	})},
	{Name: "tx-v-only", Says: "transactions without a parity", Alter: transactions(func(tx map[string]any) { delete(tx, "yParity") })},
	{Name: "tx-no-type", Says: "transactions without a type", Alter: transactions(func(tx map[string]any) { delete(tx, "type") })},
	{Name: "tx-data", Says: "data instead of input", Alter: transactions(func(tx map[string]any) {
		tx["data"] = tx["input"]
		delete(tx, "input")
	})},
	{Name: "reversed", Says: "logs in another order", Alter: logs(func(_ *Call, list []any) any { return reversed(list) })},
	{Name: "dup", Says: "a log twice", Alter: logs(func(_ *Call, list []any) any {
		if len(list) > 0 {
			list = append(list, list[len(list)-1])
		}
		return list
	})},
	{Name: "removed", Says: "a log that is called removed", Alter: logs(func(_ *Call, list []any) any {
		if len(list) > 0 {
			list[len(list)-1].(map[string]any)["removed"] = true
		}
		return list
	})},
	{Name: "no-removed", Says: "logs do not say whether they are removed",
		Alter: lists("eth_getLogs", func(_ *Call, _ int, log map[string]any) { delete(log, "removed") })},
	{Name: "removed-str", Says: "a text that says whether a log is removed",
		Alter: lists("eth_getLogs", func(_ *Call, _ int, log map[string]any) { log["removed"] = "false" })},
	{Name: "logindex-tx", Says: "logs are counted in each transaction", Alter: logs(func(_ *Call, list []any) any {
		seen := map[any]int{}
		for _, log := range list {
			log := log.(map[string]any)
			log["logIndex"] = "0x" + strconv.FormatInt(int64(seen[log["transactionHash"]]), 16)
			seen[log["transactionHash"]]++
		}
		return list
	})},
	{Name: "logindex-plus", Says: "logs are counted from 1", Alter: lists("eth_getLogs", func(_ *Call, _ int, log map[string]any) {
		n, _ := number(log["logIndex"])
		log["logIndex"] = "0x" + strconv.FormatInt(int64(n)+1, 16)
	})},
	{Name: "logs-null", Says: "null for no logs", Alter: logs(func(_ *Call, list []any) any {
		if len(list) == 0 {
			return nil
		}
		return list
	})},
	{Name: "trunc5", Says: "long answers are cut in silence", Alter: logs(func(_ *Call, list []any) any { return list[:min(len(list), 5)] })},
	{Name: "blockts", Says: "logs with the time of their block as a plain number",
		Alter: lists("eth_getLogs", func(_ *Call, i int, log map[string]any) { log["blockTimestamp"] = i })},
}
