import type { SentenceCode } from '../i18n/sentence.gen';
import type { Sentence } from '../schema/api.gen';

/** A sentence as the API gives it. */
export function say(code: SentenceCode, params: Record<string, string> = {}): Sentence {
  return { code, params, text: 'in English' };
}
