import type { Words } from '../en';

export const rules: Words['rules'] = {
  title: '规则',
  hint: '方案文件是账本的一部分，已入账的内容所用的规则不会改变。这里列出每个版本：由谁提交、由谁同意、原因，以及改变了什么。',
  beginning: '账本最初采用的版本',
  began: '账本自始采用',
  from: (time) => `自 ${time} 起生效`,
  proposedAt: (time) => `提交于 ${time}`,
  inForce: '生效中',
  past: '曾生效',
  waits: '等待同意',
  by: '提交人',
  at: '提交时间',
  consent: '同意人',
  nobody: '尚无：须由另一位运营人员同意',
  since: '生效时间',
  why: '原因',
  digest: 'SHA-256',
  gone: '不再适用',
  come: '此后适用',
  settings: (n) => (n === 0 ? '没有设置变化' : `${n} 项设置有变化`),
  read: '阅读全文',
};
