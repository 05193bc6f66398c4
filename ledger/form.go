package ledger

// The forms of names are checked by hand: a journal checks several of them for every transaction that it seals.

// formed says that a text has 1 to most bytes, that its first is one that first allows and the others that rest allows.
func formed(text string, most int, first, rest func(byte) bool) bool {
	if text == "" || len(text) > most || !first(text[0]) {
		return false
	}
	for i := 1; i < len(text); i++ {
		if !rest(text[i]) {
			return false
		}
	}
	return true
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isAlnum(c byte) bool { return isLower(c) || isDigit(c) || 'A' <= c && c <= 'Z' }

// isWord: a lower-case word with digits and dashes, a letter first, 32 at most. Kinds and legs are words.
func isWord(text string) bool {
	return formed(text, 32, isLower, func(c byte) bool { return isLower(c) || isDigit(c) || c == '-' })
}

// isName: lower-case letters, digits, _ and -, 64 at most. Programs, jobs, operators, pools, runs and revenue sources
// have names.
func isName(text string) bool {
	return formed(text, 64, func(c byte) bool { return isLower(c) || isDigit(c) },
		func(c byte) bool { return isLower(c) || isDigit(c) || c == '_' || c == '-' })
}

// isRule: letters, digits, dots, _ and -, 64 at most. Versions of rules are rules.
func isRule(text string) bool {
	return formed(text, 64, isAlnum, func(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' })
}

// isReference: letters, digits and ._:/#@+-, 128 at most. Slots, and what operators call their facts, are references.
func isReference(text string) bool {
	return formed(text, 128, isAlnum, func(c byte) bool {
		switch c {
		case '.', '_', ':', '/', '#', '@', '+', '-':
			return true
		}
		return isAlnum(c)
	})
}

// isSymbol: a lower-case letter, then lower-case letters and digits, 16 at most. An asset's symbol in a path is one.
func isSymbol(text string) bool {
	if text == "" || len(text) > 16 || !isLower(text[0]) {
		return false
	}
	for i := 1; i < len(text); i++ {
		if c := text[i]; !isLower(c) && !isDigit(c) {
			return false
		}
	}
	return true
}

// isWallet: 0x and hexadecimal digits in lower case. How many is for the caller to say.
func isWallet(text string) bool {
	if len(text) < 2 || text[0] != '0' || text[1] != 'x' {
		return false
	}
	for i := 2; i < len(text); i++ {
		if c := text[i]; !isDigit(c) && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
