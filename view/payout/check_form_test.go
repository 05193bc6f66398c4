package payout

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestAFileIsReadAsFarAsItMayBe(t *testing.T) {
	for text, want := range map[string]string{"12345": "", "123456": "the file is longer than 5 bytes, the most that is read"} {
		for _, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
			got, err := io.ReadAll(&bounded{Reader: r, most: 5})
			if want == "" && (err != nil || string(got) != text) || want != "" && (err == nil || err.Error() != want) {
				t.Errorf("%s: %q %v, want %q", text, got, err, want)
			}
		}
	}
}

func TestTheFormIsToldByTheFirstKey(t *testing.T) {
	for text, want := range map[string]string{
		`{"version":"1.0"}`: FormatSafe, ` { "meta" : {}}`: FormatSafe, `{"format":"x"`: FormatMerkle,
		`{"values":[` + strings.Repeat("1", 9999): FormatMerkle,
		`["format"]`: "", `{"a":1,"format":2}`: "", `"format"`: "", "format,tree\n": "", "\x00": "",
	} {
		form, whole, err := formOf(strings.NewReader(text))
		if form != want || (err == nil) != (want != "") {
			t.Errorf("%.20q: %q %v", text, form, err)
			continue
		}
		if err != nil {
			continue
		}
		if all, err := io.ReadAll(whole); err != nil || string(all) != text {
			t.Errorf("%.20q: %d bytes of %d, %v", text, len(all), len(text), err)
		}
	}
	if _, _, err := formOf(iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a file that cannot be read: %v", err)
	}
}
