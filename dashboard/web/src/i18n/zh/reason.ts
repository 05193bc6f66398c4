// The reasons of a statement's entries in Chinese. The books give them in English, in sentences of fixed form; a sentence
// without a form here stays as it is.

const nodes = (text: string) => {
  const n = /^([0-9]+) nodes?$/.exec(text);
  return n ? ` ${n[1]} 个节点` : '节点';
};

const forms: [RegExp, (...found: string[]) => string][] = [
  [/^undone: (.*); (.*)$/, (what, why) => `冲销：${reason(what)}（${why}）`],
  [/^the purchase is final: its reward is payable$/, () => '购买已最终确认，奖励可发放'],
  [/^rewards of referring taken out of the sale contract$/, () => '从销售合约提取推荐奖励'],
  [/^refunded by the sale$/, () => '销售方退款'],
  [/^nodes given back with a refund$/, () => '随退款交回的节点'],
  [
    /^(points|tokens) of the epoch (\S+?)(?:, from the pool (\S+))?$/,
    (what, slot, pool) => `周期 ${slot} 的${what === 'points' ? '积分' : '代币'}${pool ? `，来自 ${pool} 池` : ''}`,
  ],
  [/^tokens of the drop at the token's generation$/, () => '代币生成时空投的代币'],
  [/^points became tokens at the token's generation$/, () => '代币生成时积分兑换为代币'],
  [/^the lock of the tokens of the epoch (\S+) ended$/, (slot) => `周期 ${slot} 的代币锁定期结束`],
  [/^the grant (\S+) ended: what had not vested went back$/, (grant) => `授予 ${grant} 终止，未归属部分收回`],
  [/^the grant (.+)$/, (grant) => `授予 ${grant}`],
  [/^vested of the grant (.+)$/, (grant) => `授予 ${grant} 的归属`],
  [/^taken of the grant (.+)$/, (grant) => `提取授予 ${grant}`],
  [/^rebate of the campaign (.+)$/, (campaign) => `活动 ${campaign} 的返利`],
  [/^share of the revenue of the month (\S+)$/, (month) => `${month} 月份的收入分成`],
  [/^gathered by the payout run (.+)$/, (run) => `归入发放批次 ${run}`],
  [/^paid by the payout run (.+)$/, (run) => `由发放批次 ${run} 支付`],
  [/^paid to the sale's treasury for (.+)$/, (n) => `为${nodes(n)}付给销售金库`],
  [
    /^left in the sale contract by its rounding, of the price of (.+)$/,
    (n) => `${nodes(n)}价款中因取整留在销售合约的部分`,
  ],
  [/^paid for (.+), as the reward of whoever referred$/, (n) => `为${nodes(n)}支付，作为推荐人的奖励`],
  [
    /^reward for (.+) that (somebody|0x[0-9a-f]{40}) bought$/,
    (n, who) => `${who === 'somebody' ? '他人' : ` ${who} `}购买${nodes(n)}的推荐奖励`.trim(),
  ],
  [/^(.+) bought$/, (n) => `购买${nodes(n)}`],
  [/^licence ?(\S*) issued$/, (id) => `节点许可 ${id} 发出`],
  [/^licence ?(\S*) destroyed$/, (id) => `节点许可 ${id} 销毁`],
  [/^licence ?(\S*) received from (\S+)$/, (id, who) => `收到来自 ${who} 的节点许可 ${id}`],
  [/^licence ?(\S*) sent to (\S+)$/, (id, who) => `节点许可 ${id} 转给 ${who}`],
];

export function reason(text: string): string {
  for (const [form, say] of forms) {
    const found = form.exec(text);
    if (found)
      return say(...found.slice(1))
        .replace(/ {2,}/g, ' ')
        .trim();
  }
  return text;
}
