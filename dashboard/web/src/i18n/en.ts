// English: the type of every language.

import { books } from './en/books';
import { buy, wallet } from './en/buy';
import { estimator } from './en/estimator';
import { nodes } from './en/nodes';
import { operator } from './en/operator';
import { payouts } from './en/payouts';
import { reference } from './en/reference';
import { referrals } from './en/referrals';
import { rewards } from './en/rewards';
import { rules } from './en/rules';
import { sale } from './en/sale';
import { fresh, general, problem, shell } from './en/shell';
import { statement } from './en/statement';
import { verify } from './en/verify';

export const en = {
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

export type Words = typeof en;
