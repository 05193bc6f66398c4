package view

import (
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// ParseTime reads a day (its beginning, UTC) or an instant.
func ParseTime(text string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.UTC(), nil
		}
	}
	return time.Time{}, problem.Invalidf("%q is not a time: write 2024-05-01 or 2024-05-01T12:00:00Z", Truncate(text))
}

// ParseWallet reads an address: 0x and 40 hexadecimal digits. Capitals must be the checksum of EIP-55.
func ParseWallet(text string) (ledger.Wallet, error) {
	w, err := ledger.ParseWallet(text)
	if err != nil {
		return w, problem.Invalidf("%s", err)
	}
	return w, nil
}

// ParseCount reads a whole number from least to most in plain digits. name is what it is called in the refusal.
func ParseCount(name, text string, least, most int) (int, error) {
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || text[0] == '+' || int(n) < least || int(n) > most {
		return 0, problem.Invalidf("%s: %q is not a whole number from %d to %d: write plain digits, such as %d", name, Truncate(text),
			least, most, min(most, max(least, 24)))
	}
	return int(n), nil
}

// ParseNumber reads the number of an epoch out of a cursor; nothing is 0.
func ParseNumber(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n == 0 {
		return 0, problem.Invalidf("after is the next of the page before, not %q", Truncate(text))
	}
	return int(n), nil
}

// Truncate is a text as it is quoted in a refusal.
func Truncate(text string) string {
	if len(text) > 40 {
		return text[:40] + "..."
	}
	return text
}

// ParseAccount reads the path of an account, one of the chart.
func ParseAccount(path string) (ledger.Account, error) {
	a, err := ledger.ParseAccount(path)
	if err != nil {
		return a, problem.Invalidf("%w", err)
	}
	return a, nil
}

// ParseSequence reads the number of a transaction; nothing is 0. name is what it is called in the refusal.
func ParseSequence(name, text string) (uint64, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, problem.Invalidf("%s: %q is not the number of a transaction: write plain digits, such as 1", name, Truncate(text))
	}
	return n, nil
}
