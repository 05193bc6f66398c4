package money

import (
	"fmt"
	"unique"
)

// MaxDecimals is the largest number of decimals of an asset; 10^36 base units still leave 41 digits of whole units.
const MaxDecimals = 36

// isSymbol says that a text is 1 to 16 capital letters and digits, a letter first.
func isSymbol(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return text != "" && len(text) <= 16
}

// Asset is a kind of money or of points: its symbol and how many decimals its base unit has. The zero Asset is invalid
// and is refused wherever an amount is made.
type Asset struct {
	of unique.Handle[asset] // one word, since there may be millions of amounts in memory
}

type asset struct {
	symbol   string
	decimals uint8
}

// get is what the asset is, of none for the zero Asset.
func (a Asset) get() asset {
	if a.IsZero() {
		return asset{}
	}
	return a.of.Value()
}

// NewAsset makes an asset. The symbol is 1 to 16 capital letters and digits, a letter first; decimals are 0 to 36.
func NewAsset(symbol string, decimals uint8) (Asset, error) {
	if !isSymbol(symbol) {
		return Asset{}, fmt.Errorf("asset symbol %q: use 1 to 16 capital letters and digits, a letter first, such as ETH", symbol)
	}
	if decimals > MaxDecimals {
		return Asset{}, fmt.Errorf("asset %s: %d decimals are too many, the most is %d", symbol, decimals, MaxDecimals)
	}
	return Asset{unique.Make(asset{symbol, decimals})}, nil
}

// MustAsset is NewAsset for symbols written in the program's own text; it panics where NewAsset returns an error.
func MustAsset(symbol string, decimals uint8) Asset {
	a, err := NewAsset(symbol, decimals)
	if err != nil {
		panic(err)
	}
	return a
}

// Symbol is the asset's name on the wire and in the books, such as ETH.
func (a Asset) Symbol() string { return a.get().symbol }

// Decimals is how many decimal places one whole unit has.
func (a Asset) Decimals() uint8 { return a.get().decimals }

// IsZero says that the asset was never made.
func (a Asset) IsZero() bool { return a == Asset{} }

// String is the symbol.
func (a Asset) String() string { return a.get().symbol }
