/** The content of an entry: its answers, with their earlier values; for a correction or a merge, what it did. */
import { Card } from '@denba/kit/lists/card.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { JsonObject } from '@denba/records/canonical-json';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useMemo } from 'preact/hooks';
import { capitalised } from '../../shell/words/capitalised.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { inReadingOrder } from '../../shell/words/reading-order.ts';
import { sayDay } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { formOf } from '../correction/corrected-findings.ts';
import { answersNow, isDayOf } from '../correction/correction-draft.ts';
import { mergedWhom } from '../merge/merge-words.ts';
import { answerLines } from './answer-lines.ts';
import { type Asked, askedIn, inParts } from './asked-in.ts';
import { saySubject } from './entry-words.ts';
import { recordCodeWord, recordFieldLabel } from './record-fields.ts';

type Props = { readonly read: ReadEntry; readonly timeline: Timeline };
type Line = { readonly name: string; readonly label: string; readonly value: string; readonly before: string | null };

export const EntryAnswers = ({ read, timeline }: Props) => {
  const { protocol } = useWorkspace();
  const asked = useMemo(() => askedIn(protocol.content, formOf(read)), [protocol, read]);
  const lines = useLines(read, timeline, asked);
  const secret = new Set(protocol.content.elements.flatMap((element) => (element.private ? [element.name] : [])));
  const confided = lines.filter(({ name }) => secret.has(name));
  return (
    <Card title={t(read.form.kind === 'correction' ? 'family.entry.corrected-to' : 'family.entry.answers')}>
      {lines.length === 0 ? <p>{t('family.entry.no-answers')}</p> : null}
      <Parts lines={lines.filter(({ name }) => !secret.has(name))} asked={asked} />
      {confided.length === 0 ? null : (
        <Disclosure summary={t('family.entry.confided')}>
          <Parts lines={confided} asked={asked} />
        </Disclosure>
      )}
    </Card>
  );
};

const Parts = ({ lines, asked }: { readonly lines: readonly Line[]; readonly asked: ReadonlyMap<string, Asked> }) => (
  <>
    {inParts(lines, asked).map(({ title, lines: part }) => (
      <div key={title?.fr ?? ''} class="answers__part">
        {title === null ? null : <h3>{title[contentLanguage()]}</h3>}
        <dl class="answers">
          {part.map(({ name, label, value, before }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                {before === null ? null : <del>{capitalised(before)}</del>} {capitalised(value)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </>
);

const useLines = (read: ReadEntry, timeline: Timeline, asked: ReadonlyMap<string, Asked>): readonly Line[] => {
  const { protocol } = useWorkspace();
  const language = contentLanguage();
  const linesOf = (answers: JsonObject): readonly Omit<Line, 'before'>[] =>
    answerLines(answers, protocol.styles, language, recordCodeWord)
      .filter(({ name }) => !isDayOf(read, name))
      .map(({ name, label, value }) => ({
        name,
        label: asked.get(name)?.question.label[language] ?? label ?? recordFieldLabel(name),
        value: inReadingOrder(value),
      }));
  const { form, entry } = read;
  if (form.kind === 'correction')
    return [...correctionLines(read, timeline, linesOf), ...plain(linesOf(entry.answers))];
  if (form.kind === 'merge-duplicates') return [...mergedWhom(read, timeline), ...plain(linesOf(entry.answers))];
  const saved = new Map(linesOf(entry.answers).map(({ name, value }) => [name, value]));
  const now = linesOf(answersNow(read));
  const gone = [...saved].filter(([name]) => !now.some((line) => line.name === name));
  return [
    ...now.map((line) => ({ ...line, before: differs(saved.get(line.name), line.value) })),
    // An answer that a correction removed is still shown.
    ...linesOf(entry.answers)
      .filter(({ name }) => gone.some(([taken]) => taken === name))
      .map((line) => ({ ...line, before: line.value, value: t('family.entry.empty') })),
  ];
};

const differs = (before: string | undefined, now: string): string | null =>
  before === undefined || before === now ? null : before;

const plain = (lines: readonly Omit<Line, 'before'>[]): readonly Line[] =>
  lines.map((line) => ({ ...line, before: null }));

const correctionLines = (
  { form }: ReadEntry,
  timeline: Timeline,
  linesOf: (answers: JsonObject) => readonly Omit<Line, 'before'>[],
): readonly Line[] => {
  if (form.kind !== 'correction') return [];
  const { set, occurred_on: day, subject, withdraw } = form.answers;
  const line = (name: string, label: string, value: string): Line => ({ name, label, value, before: null });
  const taken = Object.entries(set ?? {}).flatMap(([name, value]) => (value === null ? [name] : []));
  return [
    ...(set === null ? [] : plain(linesOf(set))),
    ...taken.map((name) => line(name, labelOf(name, linesOf), t('family.entry.empty'))),
    ...(day === null ? [] : [line('occurred_on', t('family.correct.day'), sayDay(day))]),
    ...(subject === null ? [] : [line('subject', t('family.correct.child'), saySubject(timeline, { subject }) ?? '')]),
    ...(withdraw === true ? [line('withdraw', t('family.correct.withdraw'), t('form.yes'))] : []),
  ];
};

/** The label of an answer without a value; any value would give the same label. */
const labelOf = (name: string, linesOf: (answers: JsonObject) => readonly Omit<Line, 'before'>[]): string =>
  linesOf({ [name]: 0 })[0]?.label ?? recordFieldLabel(name);
