// Chinese.
import type { Words } from './en';
import { shell, general, fresh, problem } from './zh/shell';
import { sale } from './zh/sale';
import { buy, wallet } from './zh/buy';
import { nodes } from './zh/nodes';
import { rewards } from './zh/rewards';
import { referrals } from './zh/referrals';
import { estimator } from './zh/estimator';
import { payouts } from './zh/payouts';
import { verify } from './zh/verify';
import { operator } from './zh/operator';
import { statement } from './zh/statement';
import { reference } from './zh/reference';

export const zh: Words = { shell, general, fresh, problem, sale, buy, wallet, nodes, rewards, referrals, estimator, payouts, verify, operator, statement, reference };
