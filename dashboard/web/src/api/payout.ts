// What the API answers about payouts and months of revenue, by the names that the page uses.
import type { Payout } from '../schema/api.gen';

export type {
  Claimable,
  ClosedMonth as Month,
  HolderPayout,
  HolderPayouts,
  MonthDetail,
  Months,
  Payout as Run,
  PayoutDetail as RunDetail,
  PayoutException as PaymentException,
  PayoutExceptions as PaymentExceptions,
  PayoutLine as RunLine,
  PayoutLines as RunLines,
  PayoutRejection as Rejection,
  Payouts as Runs,
} from '../schema/api.gen';

export type RunState = Payout['state'];

/** The holders of a month's file; the rest of it is not needed here. */
export interface MonthFile {
  holders: { wallet: string; amount: string }[];
}
