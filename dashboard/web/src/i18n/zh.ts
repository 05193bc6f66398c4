// Chinese.
import type { Words } from './en';
import { books } from './zh/books';
import { buy, wallet } from './zh/buy';
import { estimator } from './zh/estimator';
import { nodes } from './zh/nodes';
import { operator } from './zh/operator';
import { payouts } from './zh/payouts';
import { reference } from './zh/reference';
import { referrals } from './zh/referrals';
import { rewards } from './zh/rewards';
import { rules } from './zh/rules';
import { sale } from './zh/sale';
import { fresh, general, problem, shell } from './zh/shell';
import { statement } from './zh/statement';
import { verify } from './zh/verify';

export const zh: Words = {
  shell,
  general,
  fresh,
  problem,
  sale,
  rules,
  buy,
  wallet,
  nodes,
  rewards,
  referrals,
  estimator,
  payouts,
  verify,
  operator,
  books,
  statement,
  reference,
};
