/** The next visit: proposed with its reason and accepted with one tap; another day can be chosen, with a reason. */
import { Button } from '@denba/kit/buttons/button.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import type { QuestionState } from '@denba/questionnaires/form-state';
import { useState } from 'preact/hooks';
import { dateWords } from '../shell/form/date-words.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';

type Proposal = NonNullable<VisitFindings['next']> & { readonly on: LocalDate };

type Props = {
  /** `null` when the protocol proposes no day. */
  readonly proposal: Proposal | null;
  readonly question: QuestionState;
  /** Asked when another day than the proposed one is chosen. */
  readonly reason: QuestionState | null;
  readonly today: LocalDate;
  readonly onAnswer: (path: string, input: Input) => void;
  readonly onClear: (path: string) => void;
};

export const NextVisit = ({ proposal, question, reason, today, onAnswer, onClear }: Props) => {
  const [choosing, setChoosing] = useState(proposal === null);
  const language = contentLanguage();
  const read = typeof question.input === 'string' ? parseLocalDate(question.input) : null;
  const agreed = read?.ok === true ? read.value : null;
  return (
    <Card>
      <h2>{t('findings.next')}</h2>
      {proposal === null ? null : (
        <>
          <p>
            <strong>
              {t('visit.plan.next-proposed', {
                day: sayDay(proposal.on, 'long'),
                inDays: t('findings.next-in', { count: proposal.days }),
              })}
            </strong>
          </p>
          {proposal.text === '' ? null : <p>{proposal.text}</p>}
        </>
      )}
      {agreed !== null && !choosing ? (
        <p role="status">
          <strong>{t('visit.plan.next-agreed', { day: sayDay(agreed, 'long') })}</strong>
        </p>
      ) : null}
      {proposal !== null && agreed !== proposal.on && !choosing ? (
        <Button kind="primary" full icon="check" onPress={() => onAnswer(question.path, proposal.on)}>
          {t('visit.plan.next-accept')}
        </Button>
      ) : null}
      {choosing ? (
        <DateField
          label={t('visit.plan.next-day')}
          {...dateWords(language)}
          defaultYear={Number(today.slice(0, 4))}
          value={agreed}
          error={question.errors[0]?.message[language]}
          onChange={(day) => (day === null ? onClear(question.path) : onAnswer(question.path, day))}
        />
      ) : (
        <Button kind="quiet" full icon="calendar" onPress={() => setChoosing(true)}>
          {t('visit.plan.next-change')}
        </Button>
      )}
      {reason === null ? null : (
        <TextField
          label={t('visit.plan.next-why')}
          hint={t('visit.plan.next-why-hint')}
          value={typeof reason.input === 'string' ? reason.input : ''}
          required={reason.required}
          onInput={(text) => (text === '' ? onClear(reason.path) : onAnswer(reason.path, text))}
        />
      )}
    </Card>
  );
};
