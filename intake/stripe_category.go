package intake

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/problem"
)

// Stripe's reporting categories (https://docs.stripe.com/reports/reporting-categories).
var (
	// stripeRevenue is what customers paid.
	stripeRevenue = []string{"charge", "charge_failure", "partial_capture_reversal", "platform_earning", "platform_earning_refund"}
	// stripeCosts is what went back to them or to Stripe.
	stripeCosts = []string{"refund", "refund_failure", "dispute", "dispute_reversal", "fee", "tax", "network_cost"}
	// stripeMoves is money on its way between a Stripe balance and the bank, other accounts or a reserve, and borrowed money.
	stripeMoves = []string{
		"payout", "payout_reversal", "payout_minimum_balance_hold", "payout_minimum_balance_release", "topup", "topup_reversal",
		"transfer", "transfer_reversal", "connect_collection_transfer", "connect_reserved_funds", "risk_reserved_funds",
		"payment_network_reserve_hold", "payment_network_reserve_release", "advance", "advance_funding", "anticipation_repayment",
		"financing_payout", "financing_payout_reversal", "financing_paydown", "financing_paydown_reversal",
		"issuing_authorization_hold", "issuing_authorization_release",
	}
	// stripeSpends is what was spent from the balance, by card or for the climate, and what came back of it: whether that is a cost of
	// the source, something that the project owns now or a withdrawal is not in the report.
	stripeSpends = []string{
		"climate_order_purchase", "climate_order_refund", "contribution", "issuing_disbursement", "issuing_dispute",
		"issuing_dispute_fraud_liability_debit", "issuing_dispute_provisional_credit", "issuing_dispute_provisional_credit_reversal",
		"issuing_transaction",
	}
	// stripeTypes are the older types of the balance history that have other names as categories
	// (https://docs.stripe.com/reports/balance-transaction-types).
	stripeTypes = map[string]string{
		"payment": "charge", "payment_refund": "refund", "payment_failure_refund": "charge_failure", "stripe_fee": "fee",
		"stripe_fx_fee": "fee", "tax_fee": "tax", "application_fee": "platform_earning", "application_fee_refund": "platform_earning_refund",
		"payout_cancel": "payout_reversal", "payout_failure": "payout_reversal", "recipient_transfer": "transfer",
		"transfer_cancel": "transfer_reversal", "transfer_failure": "transfer_reversal", "transfer_refund": "transfer_reversal",
		"recipient_transfer_cancel": "transfer_reversal", "recipient_transfer_failure": "transfer_reversal",
		"reserve_transaction": "connect_reserved_funds", "reserved_funds": "risk_reserved_funds",
		"climate_reservation_purchase": "climate_order_purchase", "climate_reservation_refund": "climate_order_refund",
	}
)

// bookedAs says what the rows of a category are booked as.
type bookedAs uint8

const (
	earns bookedAs = iota + 1 // revenue
	costs                     // a cost of it
	moves                     // nothing: money on its way
)

// stripeCategory is the category that a row names in a column, and what it is booked as. What was spent, adjustments and what is not known
// are for a person to decide. Categories are written in any letters.
func stripeCategory(text, column, prefix string) (category string, as bookedAs, err error) {
	category = strings.ToLower(text)
	if newer, ok := stripeTypes[category]; ok {
		category = newer
	}
	switch {
	case slices.Contains(stripeRevenue, category):
		return category, earns, nil
	case slices.Contains(stripeCosts, category):
		return category, costs, nil
	case slices.Contains(stripeMoves, category):
		return category, moves, nil
	}
	question := "whether %q is revenue is for a person to say"
	if slices.Contains(stripeSpends, category) {
		question = "%q is spent from the balance, and whether it is a cost of the source is for a person to say"
	}
	return "", 0, problem.Invalidf(question+": leave such rows out with %sskip %s=%[1]s, and record them by themselves when they are",
		sheet.Clip(text), prefix, column)
}
