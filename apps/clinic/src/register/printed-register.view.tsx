/** The register for printing: a table in landscape, with the columns of the paper register. */
import type { RegisterRow } from '@denba/protocols/care/lists/register-row';
import { classWord } from '@denba/protocols/explain/class-words';
import { headlineOf } from '@denba/protocols/explain/headline';
import { formatValue } from '@denba/protocols/words/format-value';
import type { Language } from '@denba/quantities/text';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay, sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import type { RegisterFilter } from './register-filter.ts';
import { sayMonth, sayOutcome } from './register-words.ts';

type Props = { readonly lines: readonly RegisterRow[]; readonly filter: RegisterFilter };

export const PrintedRegister = ({ lines, filter }: Props) => {
  const { session, protocol, today, mode } = useWorkspace();
  const language = contentLanguage();
  const grams = (weight: number | null): string => (weight === null ? '' : String(weight));
  return (
    <div class="k-print-only register__paper" aria-hidden="true">
      <h2>
        {t('register.title')} – {session.centre.name} – {sayDay(today())}
        {mode === 'training' ? ` – ${t('shell.training-banner')}` : ''}
      </h2>
      <p>{sayFilter(filter, lines.length)}</p>
      <table>
        <thead>
          <tr>
            {(
              [
                'number',
                'date',
                'child',
                'mother',
                'village',
                'age',
                'reasons',
                'first-weight',
                'last-weight',
                'visits',
                'class',
                'outcome',
              ] as const
            ).map((name) => (
              <th key={name}>{t(`register.column.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.child} ${line.enrolledOn}`}>
              <td dir="ltr">{line.number}</td>
              <td>{sayDay(line.enrolledOn)}</td>
              <td>{sayName(line.childName, 'child')}</td>
              <td>{sayName(line.motherName, 'mother')}</td>
              <td>{line.village ?? ''}</td>
              <td>{line.ageDaysAtEnrolment ?? ''}</td>
              <td>
                {line.reasons.length === 0
                  ? ''
                  : formatValue(line.reasons, language, protocol.styles.style('enrol_reason'))}
              </td>
              <td>{grams(line.enrolWeightG)}</td>
              <td>{grams(line.lastWeightG)}</td>
              <td>{line.visits}</td>
              <td>{sayClass(line.lastClass, language)}</td>
              <td>
                {line.exitCode === null
                  ? ''
                  : `${line.exitCode} ${line.exitedOn === null ? '' : sayDay(line.exitedOn)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The filter in words, so that a reader of the sheet knows that it is not the whole register. */
const sayFilter = ({ situation, enrolledIn, village, classCode, outcome }: RegisterFilter, count: number): string => {
  const only = (question: 'month' | 'village' | 'class' | 'outcome', answer: string | null): readonly string[] =>
    answer === null ? [] : [t('register.printed-only', { question: t(`register.${question}`), answer })];
  return [
    t(`register.count.${situation}`, { count }),
    ...only('month', enrolledIn === null ? null : sayMonth(enrolledIn)),
    ...only('village', village),
    ...only('class', classCode === null ? null : classWord(classCode).word[contentLanguage()]),
    ...only('outcome', outcome === null ? null : sayOutcome(outcome)),
  ].join(' · ');
};

/** The class, with "at least" where danger signs were unanswered, also on paper. */
const sayClass = (lastClass: RegisterRow['lastClass'], language: Language): string => {
  if (lastClass === null) return '';
  const { shape, text } = headlineOf({ pair_class: lastClass.code, danger_signs_answered: !lastClass.floor }, language);
  return `${shape} ${text}`;
};
