/** The stay in hospital, or the outcome of the programme: only the known facts. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import type { NoteFacts } from './note-facts.ts';
import { sayGrams } from './note-words.ts';

export const NoteStay = ({
  note: { stay },
  protocol,
}: {
  readonly note: NoteFacts;
  readonly protocol: Pick<CompiledProtocol, 'choices'>;
}) => {
  const lines: readonly (readonly [name: string, value: string | null])[] = [
    [t('referral.outcome'), stay.outcome === null ? null : sayOutcome(stay.outcome, protocol)],
    [t('referral.admitted'), stay.admittedOn === null ? null : sayDay(stay.admittedOn)],
    [t('referral.discharged'), stay.dischargedOn === null ? null : sayDay(stay.dischargedOn)],
    [t('referral.discharge-weight'), stay.weightG === null ? null : sayGrams(stay.weightG)],
    [t('referral.diagnosis'), stay.diagnosis],
    [t('referral.treatment'), stay.treatment],
    [t('referral.advice'), stay.advice],
    [t('referral.next-visit'), stay.nextVisitOn === null ? null : sayDay(stay.nextVisitOn)],
  ];
  const known = lines.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return null;
  return (
    <dl class="note-paper__stay">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const sayOutcome = (code: string, { choices }: Pick<CompiledProtocol, 'choices'>): string =>
  choices['exit_code']?.[code]?.[contentLanguage()] ?? code;
