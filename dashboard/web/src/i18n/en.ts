// English: the type of every language.
import { shell, general, fresh, problem } from './en/shell';
import { sale } from './en/sale';
import { buy, wallet } from './en/buy';
import { nodes } from './en/nodes';
import { rewards } from './en/rewards';
import { referrals } from './en/referrals';
import { estimator } from './en/estimator';
import { payouts } from './en/payouts';
import { verify } from './en/verify';
import { operator } from './en/operator';
import { statement } from './en/statement';
import { reference } from './en/reference';

export const en = { shell, general, fresh, problem, sale, buy, wallet, nodes, rewards, referrals, estimator, payouts, verify, operator, statement, reference };

export type Words = typeof en;
