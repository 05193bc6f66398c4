import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reason } from './reason';

const who = `0x${'ab'.repeat(20)}`;

test.each([
  ['points of the epoch 2026-01-06, from the pool providers', '周期 2026-01-06 的积分，来自 providers 池'],
  ['tokens of the epoch 2026-07-05', '周期 2026-07-05 的代币'],
  ['the lock of the tokens of the epoch 2026-07-05 ended', '周期 2026-07-05 的代币锁定期结束'],
  ['reward for 55 nodes that somebody bought', '他人购买 55 个节点的推荐奖励'],
  [`reward for 1 node that ${who} bought`, `${who} 购买 1 个节点的推荐奖励`],
  ['2 nodes bought', '购买 2 个节点'],
  ['nodes bought', '购买节点'],
  ['paid for 2 nodes, as the reward of whoever referred', '为 2 个节点支付，作为推荐人的奖励'],
  ['the grant team ended: what had not vested went back', '授予 team 终止，未归属部分收回'],
  ['the grant team', '授予 team'],
  ['licence 7 issued', '节点许可 7 发出'],
  ['licence issued', '节点许可 发出'],
  [`licence 7 sent to ${who}`, `节点许可 7 转给 ${who}`],
  ['undone: 2 nodes bought; the block left the chain', '冲销：购买 2 个节点（the block left the chain）'],
  ['something that has no form', 'something that has no form'],
])('%s', (english, chinese) => {
  expect(reason(english)).toBe(chinese);
});

// The sentences stand in the server's source; what is filled in there is filled in here.
test('every sentence that the books give has a Chinese form', () => {
  const source =
    readFileSync('../../view/statement/nature.go', 'utf8').match(
      /func \(v \*side\) reason\(\)[\s\S]*?(?=direction :=)/,
    )?.[0] ?? '';
  const sentences = [...source.matchAll(/return (?:from\()?("[^\n]*)$/gm)].map((m) =>
    (m[1] as string)
      .replace(/\)$/, '')
      .split(/ \+ /)
      .map((part) => /^"(.*)"$/.exec(part)?.[1] ?? '2026-01')
      .join(''),
  );
  expect(sentences.length).toBeGreaterThan(14);
  for (const s of sentences) expect(reason(s), s).toMatch(/[\u4e00-\u9fff]/);
});
