package compact

import (
	"bytes"
	"encoding/binary"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatIsPackedComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(t, "part")
		plain := bytes.Repeat(part, rapid.IntRange(1, 300).Draw(t, "times"))
		if rapid.Bool().Draw(t, "marked") {
			plain = append(bytes.Clone(mark), plain...)
		}
		packed, err := Pack(plain)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Unpack(packed)
		if err != nil || !bytes.Equal(back, plain) {
			t.Fatalf("%x came back as %x: %v", plain, back, err)
		}
		if len(packed) > len(plain) && !bytes.HasPrefix(plain, mark) {
			t.Fatalf("%d bytes became %d", len(plain), len(packed))
		}
	})
}

func TestALogIsAFewWords(t *testing.T) {
	t.Parallel()
	var block []byte
	for n := range uint64(50) { // words of 32 bytes that are mostly zero, as those of an event are
		for word := range uint64(8) {
			block = append(block, make([]byte, 24)...)
			block = binary.BigEndian.AppendUint64(block, n*word)
		}
	}
	packed, err := Pack(block)
	if err != nil {
		t.Fatal(err)
	}
	if len(packed) > len(block)/4 {
		t.Errorf("%d bytes of %d are left", len(packed), len(block))
	}
}

// A few bytes that would become very many, and bytes that are no frame although they begin like one.
func TestWhatCannotBeUnpackedIsRefused(t *testing.T) {
	t.Parallel()
	zeros, err := Pack(make([]byte, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	tooMany := append(bytes.Clone(mark), 0xa0)                  // its size is given in four bytes
	tooMany = binary.LittleEndian.AppendUint32(tooMany, Most+1) // and is more than anybody packed
	tooMany = append(tooMany, 3, 0, 0, 0)                       // an empty block
	for name, stored := range map[string][]byte{
		"too many": tooMany, "a beginning": mark, "half": zeros[:len(zeros)/2], "more than one": append(bytes.Clone(zeros), 1, 2, 3),
	} {
		if plain, err := Unpack(stored); err == nil {
			t.Errorf("%s: %d bytes", name, len(plain))
		}
	}
}
