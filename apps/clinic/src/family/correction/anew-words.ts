/** Conclusions computed again, in words: after which correction, and from which class to which. */
import { classWord } from '@denba/protocols/explain/class-words';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Timeline } from '@denba/records/timeline/timeline';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { sayForm, saySubject } from '../entry/entry-words.ts';
import type { ConcludedAnew } from './conclusions-anew.ts';
import { correctedBy } from './unknown-corrections.ts';

/** The reason stored with the correction; it contains the earlier and the new class. */
export const sayWhyAnew = (timeline: Timeline, { visit, findings, cause }: ConcludedAnew): string => {
  const about = correctedBy(timeline, cause);
  const of = about === null ? null : saySubject(timeline, about);
  const what = about === null ? '' : [sayForm(about), ...(of === null ? [] : [of]), sayDay(about.occurredOn)].join(' ');
  const before = sayClass(visit.findings);
  const now = sayClass(findings);
  const words = { day: sayDay(cause.occurredOn), what, before, now };
  return before === now ? t('family.anew.reason-same', words) : t('family.anew.reason', words);
};

/** The class in the words of the stored headline, or the word for its code where an older app stored no headline. */
const sayClass = (findings: JsonObject): string => {
  const { text } = (findings['headline'] ?? {}) as { readonly text?: unknown };
  if (typeof text === 'string') return text;
  const code = findings['pairClass'];
  return typeof code === 'string' ? classWord(code).word[contentLanguage()] : t('family.anew.unknown');
};
