package program

import (
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// readAssets reads the assets into the reader; without the key the program knows ETH.
func (r *reader) readAssets(s section) {
	r.digits = map[string]uint8{}
	if !s.has("assets") {
		r.assets = []AssetUse{{Asset: money.MustAsset("ETH", 18), Kind: Native}}
		return
	}
	group := r.group(s.get("assets"), "assets")
	natives := 0
	for _, symbol := range group.order {
		item := r.open(group.get(symbol), "asset", "assets."+clip(symbol))
		use, ok := r.assetUse(item, symbol, group.keyAt[symbol])
		if use.Kind == Native {
			if natives++; natives > 1 {
				r.fault(item.placeOf("kind"), "assets.%s is a second native asset; a chain has one", clip(symbol))
			}
		}
		if !ok {
			r.digits[symbol] = 0
			continue
		}
		r.assets = append(r.assets, use)
	}
	if !group.broken && len(group.fields) == 0 {
		r.fault(group.place, "assets is empty; write an asset such as ETH: { decimals: 18, kind: native }, or remove the key")
	}
}

func (r *reader) assetUse(item section, symbol string, at place) (AssetUse, bool) {
	before := len(r.mistakes)
	item.need("decimals", "decimals: 18 or as many as the asset has")
	decimals := item.count("decimals", 18, 0, money.MaxDecimals)
	item.need("kind", "kind: native, erc20, points or token")
	use := AssetUse{Kind: choice(item, "kind", "", Native, ERC20, Credit, Coin)}
	asset, err := money.NewAsset(symbol, uint8(decimals))
	if err != nil {
		r.fault(at, "%q cannot be an asset's symbol; write 1 to 16 capital letters and digits, a letter first", clip(symbol))
	}
	use.Asset = asset
	switch use.Kind {
	case ERC20:
		if n := item.need("address", "the token contract's address"); n != nil {
			if use.Address = r.address(n, item.path("address")); use.Address == (common.Address{}) && len(r.mistakes) == before {
				r.fault(n.place, "%s is the zero address; write the token contract's", item.path("address"))
			}
		}
	case Coin:
		use.Address = r.address(item.get("address"), item.path("address"))
	case Native, Credit:
		item.needless("address", "is only for erc20 and token")
	}
	if use.Kind == Coin {
		use.Supply = r.positive(item, "supply", asset)
	} else if use.Kind != "" {
		item.needless("supply", "is only for a token")
	}
	use.Balances = r.balances(item, use)
	return use, len(r.mistakes) == before
}

// positive reads an amount that may be absent but not zero.
func (r *reader) positive(s section, key string, asset money.Asset) money.Amount {
	n, before := s.get(key), len(r.mistakes)
	value := r.amount(n, s.path(key), asset)
	if n != nil && !asset.IsZero() && value.IsZero() && len(r.mistakes) == before {
		r.fault(n.place, "%s is zero; write an amount above it or remove the key", s.path(key))
	}
	return value
}

// asset reads the symbol of an asset of the program.
func (s section) asset(key string) AssetUse {
	n := s.get(key)
	if n == nil {
		return AssetUse{}
	}
	return s.assetNamed(n.place, s.path(key), s.text(n, s.path(key)))
}

// assetNamed finds a symbol among the program's assets.
func (r *reader) assetNamed(at place, name, symbol string) AssetUse {
	var list []string
	for _, a := range r.assets {
		if a.Asset.Symbol() == symbol {
			return a
		}
		list = append(list, a.Asset.Symbol())
	}
	if _, broken := r.digits[symbol]; broken || symbol == "" {
		return AssetUse{}
	}
	if guess := problem.Nearest(symbol, list); guess != "" {
		r.fault(at, "%s is %q, which is not in assets; did you mean %q?", name, clip(symbol), guess)
	} else {
		r.fault(at, "%s is %q, which is not in assets; add it there or write %s", name, clip(symbol), strings.Join(list, " or "))
	}
	return AssetUse{}
}
