/** Shows every answer of an entry as a line that opens to be corrected, then asks for the reason. */
import { Button } from '@denba/kit/buttons/button.view';
import { YesNo } from '@denba/kit/choices/yes-no.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import type { Answers } from '@denba/questionnaires/answers';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { doubtfulClock } from '../../shell/phone/clock-watch.ts';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { go } from '../../shell/route.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { CorrectDay, CorrectSubject } from './correct-day-and-child.view.tsx';
import { CorrectQuestions } from './correct-questions.view.tsx';
import { correctedDoubts, correctedFindings } from './corrected-findings.ts';
import { type CorrectionProblem, correctedAnswers, correctionDraft } from './correction-draft.ts';
import { changesOthers } from './use-anew.ts';
import { type Correction, useCorrection } from './use-correction.ts';
import { visitsThatKeep } from './visits-that-keep.ts';

type Props = { readonly read: ReadEntry; readonly timeline: Timeline };
type Questioned = { readonly answers: Answers; readonly doubts: readonly string[] };

export const CorrectForm = ({ read, timeline }: Props) => {
  const correction = useCorrection(read);
  if (correction === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  return <Filled read={read} timeline={timeline} correction={correction} />;
};

const Filled = ({ read, timeline, correction }: Props & { readonly correction: Correction }) => {
  const workspace = useWorkspace();
  const { form, change, filling } = correction;
  const { occurredOn, subject, withdraw, reason } = form;
  const answers = correctedAnswers(read, correction.inputs(), occurredOn);
  const keeping = visitsThatKeep(timeline, read, { answers, occurredOn, subject, withdraw });
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  /** The doubts shown about the present answers. Saving again without a change accepts them. */
  const [questioned, setQuestioned] = useState<Questioned | null>(null);
  const doubts = !withdraw && questioned?.answers === form.answers ? questioned.doubts : [];

  const save = async (): Promise<void> => {
    if (!withdraw && filling.view.questions.some(({ answer }) => answer === 'refused')) {
      setProblem(t('family.correct.refused'));
      return;
    }
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
    const asked = correctedDoubts(workspace, timeline, read, correcting, contentLanguage());
    if (asked.some((one) => !doubts.includes(one))) {
      setProblem(null);
      setQuestioned({ answers: form.answers, doubts: asked });
      return;
    }
    setSaving(true);
    const result = await correction.save([draft]);
    if (!result.ok) {
      setSaving(false);
      setProblem(saveProblem(result.error));
      return;
    }
    // When the class changed or there is a danger, its result is shown next, because it says what to do now.
    const turned = concluded && (findings['urgent'] === true || findings['pairClass'] !== read.findings['pairClass']);
    const { family } = timeline;
    const { id: entry } = read.entry;
    const follows = await changesOthers(workspace, family);
    setSaving(false);
    if (follows) go({ name: 'anew', family, ...(turned ? { entry } : {}) }, 'replace');
    else
      go(turned ? { name: 'result', family, entry, saved: true } : { name: 'family', family, saved: true }, 'replace');
  };

  return (
    <>
      {correction.takenUp ? <Notice kind="info" title={t('family.correct.taken-up')} /> : null}
      <p>{t('family.correct.text')}</p>
      {withdraw ? null : (
        <section class="correct" aria-label={t('family.entry.answers')}>
          <p class="quiet">{t('family.correct.touch')}</p>
          <CorrectDay read={read} correction={correction} />
          <CorrectSubject read={read} timeline={timeline} correction={correction} />
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
      {keeping === 0 ? null : <Notice kind="warning" title={t('family.correct.visits-keep', { count: keeping })} />}
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      {doubts.map((one) => (
        <Notice key={one} kind="warning" title={one} />
      ))}
      <Button kind="primary" full icon="save" busy={saving} onPress={() => void save()}>
        {t(doubts.length === 0 ? 'family.correct.save' : 'family.correct.save-anyway')}
      </Button>
    </>
  );
};

const sentences = {
  noReason: 'family.correct.needs-reason',
  nothingChanged: 'family.correct.nothing',
  notYet: 'family.correct.not-yet',
} as const satisfies Readonly<Record<CorrectionProblem['kind'], string>>;
