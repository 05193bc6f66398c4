package chain

import "strconv"

// nibbles are the values of hexadecimal digits; 0x80 is none.
var nibbles = func() (table [256]byte) {
	for i := range table {
		table[i] = 0x80
	}
	for i := byte(0); i < 10; i++ {
		table['0'+i] = i
	}
	for i := byte(0); i < 6; i++ {
		table['a'+i], table['A'+i] = 10+i, 10+i
	}
	return table
}()

// unhex decodes two digits a byte; src has twice the length of dst.
func unhex(dst, src []byte) bool {
	src = src[:2*len(dst)]
	var bad byte
	for i := range dst {
		high, low := nibbles[src[2*i]], nibbles[src[2*i+1]]
		bad |= high | low
		dst[i] = high<<4 | low
	}
	return bad&0x80 == 0
}

// digits takes a string that begins with 0x, without it.
func (r *reader) digits() []byte {
	text := r.quoted()
	if len(text) < 2 || text[0] != '0' || text[1] != 'x' && text[1] != 'X' {
		r.fail("%.20q is not hexadecimal with 0x before it", text)
		return nil
	}
	return text[2:]
}

// fixed takes a string of exactly as many bytes as dst has, such as a hash.
func (r *reader) fixed(dst []byte) {
	digits := r.digits()
	if r.err != nil {
		return
	}
	if len(digits) != 2*len(dst) || !unhex(dst, digits) {
		r.fail("%.20q is not %d bytes in hexadecimal", digits, len(dst))
	}
}

// data takes a string of any number of bytes and puts them at the end of the arena.
func (r *reader) data(arena *[]byte) []byte {
	digits := r.digits()
	n := len(digits) / 2
	out := room(arena, n)
	if len(digits)%2 != 0 || !unhex(out, digits) {
		r.fail("%.20q is not bytes in hexadecimal", digits)
	}
	return out
}

// quantity takes a number of at most 256 bits; its bytes, big endian and without leading zeros, go into the arena.
func (r *reader) quantity(arena *[]byte) []byte {
	digits := r.digits()
	for len(digits) > 0 && digits[0] == '0' {
		digits = digits[1:]
	}
	if len(digits) > 64 {
		r.fail("%.20q is more than 256 bits", digits)
		return nil
	}
	out := room(arena, (len(digits)+1)/2)
	if len(digits)%2 != 0 {
		out[0] = nibbles[digits[0]]
		if out[0] == 0x80 || !unhex(out[1:], digits[1:]) {
			r.fail("%.20q is not a number in hexadecimal", digits)
		}
	} else if !unhex(out, digits) {
		r.fail("%.20q is not a number in hexadecimal", digits)
	}
	return out
}

// uint takes a number of at most 64 bits.
func (r *reader) uint() (n uint64) {
	if c := r.peek(); '0' <= c && c <= '9' { // some write a plain number, which means itself
		start := r.at
		r.skip()
		n, err := strconv.ParseUint(string(r.text[min(start, r.at):r.at]), 10, 64)
		if err != nil {
			r.fail("%.20q is not a number of 64 bits", r.text[min(start, r.at):r.at])
		}
		return n
	}
	digits := r.digits()
	for _, c := range digits {
		v := nibbles[c]
		if v == 0x80 || n>>60 != 0 {
			r.fail("%.20q is not a number of 64 bits in hexadecimal", digits)
			return 0
		}
		n = n<<4 | uint64(v)
	}
	return n
}

// room is n bytes at the end of the arena.
func room(arena *[]byte, n int) []byte {
	a := *arena
	if cap(a)-len(a) < n {
		a = make([]byte, 0, max(2*cap(a), n, 4096)) // what was handed out before stays where it is
	}
	*arena = a[:len(a)+n]
	return a[len(a) : len(a)+n : len(a)+n]
}
