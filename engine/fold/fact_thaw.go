package fold

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

// thawEntry: frozen books go on. The body is the reason.
var thawEntry = entry[text]{scope: always[text](operator.Admin), form: `thaw:.*`, private: true}

// NewThaw is the fact that books with so many inputs go on for a reason.
func NewThaw(inputs uint64, reason string, at time.Time) (*Fact, error) {
	return NewFact(Thaw, fmt.Sprintf("thaw:%d", inputs), text(reason), at)
}
