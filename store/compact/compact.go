// Package compact keeps bytes that repeat themselves, as blocks with their logs do, in fewer bytes.
//
// Guarantees:
//   - [Unpack] gives back what [Pack] was given, to the byte.
//   - What was stored before anything was packed is read as it is.
//   - Bytes that unpack to more than [Most] are refused before they take memory.
//
// Not guaranteed: the same bytes packed by another version of the library need not be the same. So a hash is made of what was given to
// Pack, never of what it gave.
package compact

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Most is how many bytes may come of one that is unpacked: many times a block with all of its receipts and bodies.
const Most = 1 << 30

// mark is what a frame of Zstandard begins with (RFC 8878, 3.1.1). A block, a header or a fact never begin so.
var mark = []byte{0x28, 0xb5, 0x2f, 0xfd}

// The window is that of a block with some hundred logs: a larger one costs memory for each writer and saves nothing.
var packer = sync.OnceValues(func() (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(128<<10), zstd.WithEncoderCRC(false))
})

var unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderMaxMemory(Most), zstd.WithDecoderConcurrency(0))
})

// Pack gives bytes in fewer, or as they are where that does not make them fewer. It is safe for concurrent use.
func Pack(plain []byte) ([]byte, error) {
	p, err := packer()
	if err != nil {
		return nil, err
	}
	if packed := p.EncodeAll(plain, make([]byte, 0, len(plain)/2)); len(packed) < len(plain) || bytes.HasPrefix(plain, mark) {
		return packed, nil
	}
	return plain, nil
}

// Unpack gives the bytes that were given to Pack. It is safe for concurrent use.
func Unpack(stored []byte) ([]byte, error) {
	if !bytes.HasPrefix(stored, mark) {
		return stored, nil
	}
	u, err := unpacker()
	if err != nil {
		return nil, err
	}
	plain, err := u.DecodeAll(stored, nil)
	if err != nil {
		return nil, fmt.Errorf("it cannot be unpacked: %w", err)
	}
	return plain, nil
}
