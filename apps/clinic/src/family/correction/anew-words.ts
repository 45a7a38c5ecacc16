/** Conclusions computed again, in words: after which correction, and from which class to which. */
import { classWord } from '@denba/protocols/explain/class-words';
import type { JsonObject } from '@denba/records/canonical-json';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { sayForm, saySubject } from '../entry/entry-words.ts';
import type { ConcludedAnew } from './conclusions-anew.ts';
import { correctedBy } from './unknown-changes.ts';

/** The reason stored with the correction; it contains the earlier and the new class. */
export const sayWhyAnew = (timeline: Timeline, { visit, findings, cause }: ConcludedAnew): string => {
  const after = sayCause(timeline, cause);
  const before = sayClass(visit.findings);
  const now = sayClass(findings);
  return before === now
    ? t('family.anew.reason-same', { after, now })
    : t('family.anew.reason', { after, before, now });
};

const sayCause = (timeline: Timeline, cause: ReadEntry): string => {
  const day = sayDay(cause.occurredOn);
  if (cause.form.kind === 'merge-duplicates') return t('family.anew.after-merge', { day });
  if (cause.form.kind === 'undo-merge') return t('family.anew.after-undo', { day });
  if (cause.form.kind !== 'correction') return t('family.anew.after-late', { what: sayEntry(timeline, cause) });
  const about = correctedBy(timeline, cause);
  return t('family.anew.after-correction', { day, what: about === null ? '' : sayEntry(timeline, about) });
};

const sayEntry = (timeline: Timeline, read: ReadEntry): string => {
  const of = saySubject(timeline, read);
  return [sayForm(read), ...(of === null ? [] : [of]), sayDay(read.occurredOn)].join(' ');
};

/** The class in the words of the stored headline, or the word for its code where an older app stored no headline. */
const sayClass = (findings: JsonObject): string => {
  const { text } = (findings['headline'] ?? {}) as { readonly text?: unknown };
  if (typeof text === 'string') return text;
  const code = findings['pairClass'];
  return typeof code === 'string' ? classWord(code).word[contentLanguage()] : t('family.anew.unknown');
};
