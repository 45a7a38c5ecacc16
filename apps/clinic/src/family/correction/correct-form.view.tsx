/** Every answer of an entry as a line; the one that is wrong is touched and put right. Then why. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { YesNo } from '@denba/kit/choices/yes-no.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { dateWords } from '../../shell/form/date-words.ts';
import { dayAfterToday } from '../../shell/form/day-after-today.ts';
import { doubtfulClock } from '../../shell/phone/clock-watch.ts';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { go } from '../../shell/route.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayDay, sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { saySubject } from '../entry/entry-words.ts';
import { CorrectLine } from './correct-line.view.tsx';
import { CorrectQuestions } from './correct-questions.view.tsx';
import { correctedFindings } from './corrected-findings.ts';
import { type CorrectionProblem, correctedAnswers, correctionDraft } from './correction-draft.ts';
import { type Correction, useCorrection } from './use-correction.ts';

type Props = { readonly read: ReadEntry; readonly timeline: Timeline };

export const CorrectForm = ({ read, timeline }: Props) => {
  const correction = useCorrection(read);
  if (correction === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  return <Filled read={read} timeline={timeline} correction={correction} />;
};

const Filled = ({ read, timeline, correction }: Props & { readonly correction: Correction }) => {
  const workspace = useWorkspace();
  const { form, change, filling } = correction;
  const { occurredOn, subject, withdraw, reason } = form;
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const save = async (): Promise<void> => {
    if (!withdraw && filling.view.questions.some(({ answer }) => answer === 'refused')) {
      setProblem(t('family.correct.refused'));
      return;
    }
    const answers = correctedAnswers(read, correction.inputs(), occurredOn);
    const todayInDoubt = doubtfulClock.value !== null;
    const correcting = { answers, occurredOn, subject, withdraw, reason, todayInDoubt };
    const findings = correctedFindings(workspace, timeline, read, correcting, contentLanguage());
    const concluded = Object.keys(findings).length > 0;
    const draft = correctionDraft(read, correcting, workspace.today(), {
      findings,
      protocolVersion: concluded ? protocolVersion(workspace.protocol.content) : null,
    });
    if ('kind' in draft) {
      setProblem(t(sentences[draft.kind]));
      return;
    }
    setSaving(true);
    const result = await correction.save([draft]);
    setSaving(false);
    if (!result.ok) {
      setProblem(saveProblem(result.error));
      return;
    }
    go({ name: 'family', family: timeline.family, saved: true }, 'replace');
  };

  return (
    <>
      {correction.takenUp ? <Notice kind="info" title={t('family.correct.taken-up')} /> : null}
      <p>{t('family.correct.text')}</p>
      {withdraw ? null : (
        <section class="correct" aria-label={t('family.entry.answers')}>
          <p class="quiet">{t('family.correct.touch')}</p>
          <Day read={read} correction={correction} />
          <Subject read={read} timeline={timeline} correction={correction} />
          <CorrectQuestions correction={correction} asked="answered" />
          <Disclosure summary={t('family.correct.missing')}>
            <CorrectQuestions correction={correction} asked="unanswered" />
          </Disclosure>
        </section>
      )}
      <YesNo
        label={t('family.correct.withdraw')}
        hint={t('family.correct.withdraw-text')}
        labels={{ yes: t('form.yes'), no: t('form.no') }}
        value={withdraw}
        onChange={(value) => change({ withdraw: value === true })}
      />
      <TextField
        label={t('family.correct.reason')}
        hint={t('family.correct.reason-hint')}
        value={reason}
        onInput={(text) => change({ reason: text })}
        multiline
        required
      />
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      <Button kind="primary" full icon="save" busy={saving} onPress={() => void save()}>
        {t('family.correct.save')}
      </Button>
    </>
  );
};

const sentences = {
  noReason: 'family.correct.needs-reason',
  nothingChanged: 'family.correct.nothing',
  notYet: 'family.correct.not-yet',
} as const satisfies Readonly<Record<CorrectionProblem['kind'], string>>;

const Day = ({ read, correction }: { readonly read: ReadEntry; readonly correction: Correction }) => {
  const language = contentLanguage();
  const { today } = useWorkspace();
  const { occurredOn } = correction.form;
  const questioned = dayAfterToday(occurredOn, today()) === 'questioned';
  const label = t(read.form.kind === 'birth' ? 'family.correct.birth-day' : 'family.correct.day');
  return (
    <CorrectLine
      label={label}
      value={sayDay(occurredOn)}
      before={occurredOn === read.occurredOn ? null : sayDay(read.occurredOn)}
    >
      <DateField
        label={label}
        {...dateWords(language)}
        defaultYear={Number(occurredOn.slice(0, 4))}
        value={occurredOn}
        onChange={(day) => correction.change({ occurredOn: day ?? read.occurredOn })}
        warning={questioned ? t('shell.day-after-phone') : null}
      />
    </CorrectLine>
  );
};

/** The wrong twin was weighed: only where there is another child. A birth is who it is about. */
const Subject = ({ read, timeline, correction }: Props & { readonly correction: Correction }) => {
  const { children, persons } = timeline;
  const { subject } = correction.form;
  if (children.length < 2 || read.form.kind === 'birth' || !children.some(({ id }) => id === read.subject)) return null;
  const nameOf = (id: string): string => sayName(persons.find((person) => person.id === id)?.name ?? null, 'child');
  return (
    <CorrectLine
      label={t('family.correct.child')}
      value={saySubject(timeline, { subject }) ?? ''}
      before={subject === read.subject ? null : saySubject(timeline, read)}
    >
      <ChoiceGroup
        label={t('family.correct.child')}
        options={children.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        value={subject}
        onChange={(id) => correction.change({ subject: id })}
      />
    </CorrectLine>
  );
};
