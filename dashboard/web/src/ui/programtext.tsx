// A text of the books' program: who proposed it and who consented, why, and what it changed, in sentences.
import { address } from '../api/http';
import { language, words } from '../i18n';
import type { ProgramText } from '../schema/api.gen';
import { Hash } from './address';
import { Facts } from './layout';
import { Time } from './time';

/** Where the text itself is, which is a program file. */
export const textAddress = (sha256: string): string => address(`/program/texts/${sha256}`);

export function ProgramTextOf({ of: t }: { of: ProgramText }) {
  const w = words().rules;
  return (
    <>
      <Facts
        rows={[
          [w.by, t.by ? <strong>{t.by}</strong> : w.began],
          ...(t.at ? ([[w.at, <Time at={t.at} />]] as const) : []),
          ...(t.by ? ([[w.consent, t.consent ? <strong>{t.consent}</strong> : w.nobody]] as const) : []),
          ...(t.since ? ([[w.since, <Time at={t.since} />]] as const) : []),
          ...(t.why ? ([[w.why, t.why]] as const) : []),
          ...(t.amends ? ([[w.amends, t.since ? w.corrected(t.corrected.length) : w.corrects]] as const) : []),
          [w.digest, <Hash of={t.sha256} />],
        ].map(([name, value]) => [name, value] as [string, typeof value])}
      />
      {t.by && <Differences of={t} />}
      <p>
        <a href={textAddress(t.sha256)}>{w.read}</a>
      </p>
    </>
  );
}

/** What no longer holds, and what holds from then on. */
function Differences({ of: t }: { of: ProgramText }) {
  const w = words().rules;
  const zh = language.value === 'zh';
  const lists = [
    [w.gone, zh ? t.words.gone_zh : t.words.gone_en],
    [w.come, zh ? t.words.come_zh : t.words.come_en],
  ] as const;
  if (lists.every(([, list]) => list.length === 0)) return <p class="hint">{w.settings(t.changes.length)}</p>;
  return (
    <>
      {lists.map(
        ([name, list]) =>
          list.length > 0 && (
            <section key={name} aria-label={name}>
              <h4>{name}</h4>
              <ul>
                {list.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
