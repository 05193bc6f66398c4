// What the estimator's page has to show for an answer of the API: written from the answer's digits alone, by other code than
// the page's. And what it does show.

/** The words of the page that figures are found by, in both languages. */
export const labels = {
  en: {
    score: 'Score',
    tokens: 'Tokens',
    drop: 'TGE airdrop',
    usdt: 'Revenue share a month',
    fund: 'Fund that the monthly share would need',
    value: 'Value at the end',
    cost: 'Cost',
    localValue: 'Value in your currency',
    localCost: 'Cost in your currency',
    apr: 'APR',
    even: 'Break-even',
    active: 'Active nodes',
    perNode: 'Tokens per node',
    fdv: 'Implied valuation',
    captions: {
      scenarios: 'Three scenarios',
      curve: 'Locked and available tokens, month by month',
      assumed: 'All assumptions',
    },
    atOnce: 'at the start',
    day: (n) => `day ${n}`,
    never: 'not within 100 years',
    at: (adoption, months) => `${adoption} adoption, ${months} months`,
    share: (part) => `${part} of all scores`,
    perDay: (n) => `${n} on the first day`,
    there: (n) => `${n} a month is assumed to be there`,
    sources: { program: 'Program file', quote: 'Quote of the books', chain: 'Books', user: 'You', default: 'Default' },
  },
  zh: {
    score: '分数',
    tokens: '代币',
    drop: 'TGE 空投',
    usdt: '每月收入分成',
    fund: '月度分成所需的基金',
    value: '期末价值',
    cost: '成本',
    localValue: '以你的货币计的价值',
    localCost: '以你的货币计的成本',
    apr: '年化收益率',
    even: '回本',
    active: '活跃节点',
    perNode: '每节点代币',
    fdv: '隐含估值',
    captions: { scenarios: '三种情景', curve: '逐月的锁定与可用代币', assumed: '全部假设' },
    atOnce: '起始时',
    day: (n) => `第 ${n} 天`,
    never: '百年内无法回本',
    at: (adoption, months) => `节点采用率 ${adoption}，${months} 个月`,
    share: (part) => `占总分的 ${part}`,
    perDay: (n) => `首日 ${n}`,
    there: (n) => `假设每月有 ${n}`,
    sources: { program: '方案文件', quote: '账本报价', chain: '账本', user: '你', default: '默认' },
  },
};

const grouped = (digits) => digits.replace(/^0+(?=[0-9])/, '').replace(/[0-9](?=([0-9]{3})+$)/g, '$&,');

/** Digits of the API as a reader sees them: rounded after some places, half away from zero, with a mark when that loses any. */
function written(text, places = 18) {
  const [, minus, whole, rest = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  const kept = Math.min(places, rest.length);
  const size = 10n ** BigInt(rest.length - kept);
  const all = BigInt(whole + rest);
  const near = (2n * all + size) / (2n * size);
  const lost = all % size !== 0n;
  if (near === 0n && lost) return `${minus ? '>-' : '<'}${places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`}`;
  const digits = near.toString().padStart(kept + 1, '0');
  const part = digits.slice(digits.length - kept).replace(/0+$/, '');
  const sign = near === 0n ? '' : minus;
  return (lost ? '≈' : '') + sign + grouped(digits.slice(0, digits.length - kept)) + (kept && part ? `.${part}` : '');
}

/** A part of 1 as a percentage. */
function percent(text, places) {
  const [, minus, whole, rest = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  return `${written(`${minus}${whole}${rest.padEnd(2, '0').slice(0, 2)}.${rest.slice(2)}0`, places)}%`;
}

/** A fraction such as 7/2500 as a decimal of 18 places. */
function divided(fraction) {
  const [above, below] = `${fraction}/1`.split('/').map(BigInt);
  const digits = ((above * 10n ** 18n) / below).toString().padStart(19, '0');
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`;
}

/** A figure: what is read, and every digit in its title. */
function figure(text, places, unit) {
  const after = unit ? ` ${unit}` : '';
  return text === '' ? ['–'] : [written(text, places) + after, written(text) + after];
}

const evenOf = (o, w) => {
  if (o.break_even === 'never') return w.never;
  if (o.break_even !== 'reached') return '–';
  return o.break_even_day === 0 ? w.atOnce : w.day(grouped(String(o.break_even_day)));
};

const rateOf = (apr) => [apr === '' ? '–' : percent(apr, 1)];

/** The headline figures of an answer: name, what is read, every digit, and the hint where it has figures. */
function headline(e, w) {
  const { units: u } = e;
  const price = (name, text, unit) => (text === '' && unit === u.local ? [] : [[name, ...figure(text, 0, unit)]]);
  return [
    [w.score, ...figure(e.score, 2), w.share(percent(divided(e.share), 3))],
    [w.tokens, ...figure(e.tokens, 0, u.tokens), w.perDay(written(e.tokens_per_day, 2))],
    [w.drop, ...figure(e.drop, 0, u.tokens)],
    [w.usdt, ...figure(e.usdt_per_month, 0, u.usdt)],
    [w.fund, ...figure(e.fund_needed, 0, u.usdt), w.there(written(e.fund, 0))],
    ...price(w.value, e.value, u.money),
    ...price(w.cost, e.cost, u.money),
    ...price(w.localValue, e.local.value, u.local),
    ...price(w.localCost, e.local.cost, u.local),
    [w.apr, ...rateOf(e.apr)],
    [w.even, evenOf(e, w)],
  ];
}

/** The scenarios side by side: a row for each measure, a figure for each adoption. */
function beside(e, w) {
  const row = (name, of) => [[name], ...e.scenarios.map(of)];
  const { units: u } = e;
  return [
    row(w.active, (s) => figure(s.active_nodes, 0)),
    row(w.tokens, (s) => figure(s.tokens, 0, u.tokens)),
    row(w.perNode, (s) => figure(s.tokens_per_node, 0)),
    row(w.usdt, (s) => figure(s.usdt_per_month, 0, u.usdt)),
    row(w.value, (s) => figure(s.value, 0, u.money)),
    row(w.apr, (s) => rateOf(s.apr)),
    row(w.even, (s) => [evenOf(s, w)]),
    row(w.fdv, (s) => figure(s.fdv, 0, u.money)),
  ];
}

/** A sentence as the API writes it in English: its numbers plain, parts as parts of 1, spans and instants in short. */
function plain(text) {
  return text
    .replace(/(?<=[0-9]),(?=[0-9]{3})/g, '')
    .replace(/([0-9]+)(?:\.([0-9]+))?%/g, (_, whole, rest = '') => {
      const digits = whole.padStart(3, '0');
      return `${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`.replace(/\.?0+$/, '');
    })
    .replace(/([0-9]+) ?(?:(years?|年)|(days?|天))/g, (_, n, year) => n + (year ? 'y' : 'd'));
}

const numbers = (text) => (text.match(/[0-9.]+/g) ?? []).sort();

/** What differs between a sentence of the API and what the page shows of it; nothing when it is the same. In Chinese the
 * words are the page's own, and the numbers have to be the sentence's. */
export function misread(shown, sentence, language) {
  const text = plain(shown);
  if (language === 'en') return text === sentence.text ? [] : [`${text} for ${sentence.text}`];
  const want = numbers(Object.values(sentence.params).join(' '));
  const same = numbers(text).join() === want.join() && (want.length > 0 || /[\u4e00-\u9fff]/.test(text));
  return same ? [] : [`${text} for ${JSON.stringify(sentence.params)}`];
}

/** Everything that the page has to show of an answer, but for sentences. */
export function wanted(e, language, months) {
  const w = labels[language];
  return {
    hint: w.at(percent(e.adoption), months),
    headline: headline(e, w),
    adoptions: e.scenarios.map((s) => percent(s.adoption)),
    scenarios: beside(e, w),
    sources: e.assumptions.map((a) => w.sources[a.source]),
    curve: (e.series.length < 2 ? [] : e.series).map((m) => [
      ...figure(m.available, 2, e.units.tokens),
      ...figure(m.locked, 2, e.units.tokens),
    ]),
  };
}

/** Runs in the page: opens each address from another page of the app, waits for figures or a refusal, and reads them. */
export async function drive({ addresses, captions }) {
  const when = async (what, test) => {
    for (const end = performance.now() + 20_000; !test(); ) {
      if (performance.now() > end)
        throw new Error(`waited 20 s for ${what}; the page shows ${document.body.innerText}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  const open = (href) => {
    window.history.pushState(null, '', href);
    window.dispatchEvent(new PopStateEvent('popstate'));
  };
  const all = (at, selector) => [...at.querySelectorAll(selector)];
  // Times stand as they were given, and buttons are no text.
  const textOf = (e) => {
    const copy = e.cloneNode(true);
    for (const time of all(copy, 'time')) time.replaceWith(time.dateTime);
    for (const button of all(copy, 'button')) button.remove();
    return copy.textContent.trim();
  };
  const figureOf = (e) => [textOf(e), ...all(e, '[title]').map((t) => t.title)];
  const table = (name) => all(document, 'main table').find((t) => t.caption.textContent === captions[name]);
  const rows = (name) => (table(name) ? all(table(name), 'tbody tr').map((r) => all(r, 'td')) : []);
  const out = [];
  for (const href of addresses) {
    open('/nowhere');
    await when('the estimator to be left', () => !document.querySelector('.dials'));
    open(href);
    const refusal = () => document.querySelector('main .notice.bad');
    await when(`an answer to ${href}`, () => document.querySelector('main .stats') ?? refusal());
    const marked = all(document, '[aria-invalid=true]').map((i) => i.closest('[data-assumption]')?.dataset.assumption);
    if (refusal()) {
      out.push({ refusal: textOf(refusal()), figures: all(document, '.figure').length, marked });
      continue;
    }
    out.push({
      marked,
      hint: textOf(document.querySelector('main .stats').closest('section').querySelector('.hint')),
      headline: all(document, '.stats .stat').map((s) => [
        textOf(s.querySelector('dt')),
        ...figureOf(s.querySelector('dd')),
        ...all(s, 'dd.hint').map(textOf),
      ]),
      adoptions: all(table('scenarios'), 'thead th').slice(1).map(textOf),
      scenarios: rows('scenarios').map((r) => r.map(figureOf)),
      curve: rows('curve').map((r) => r.slice(1).flatMap(figureOf)),
      assumptions: rows('assumed').map(([name, value, source]) => [textOf(name), textOf(value), textOf(source)]),
      notes: all(document, 'main .stack > .notice.warn .notice-text > div > div').map(textOf),
    });
  }
  return out;
}
