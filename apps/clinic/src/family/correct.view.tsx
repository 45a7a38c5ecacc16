/** A correction: the same questions with what is read today, the day, the child, and why. Or a merge that is undone. */
import { Button } from '@denba/kit/button.view';
import { ChoiceGroup } from '@denba/kit/choice-group.view';
import { DateField } from '@denba/kit/date-field.view';
import { EmptyState } from '@denba/kit/empty-state.view';
import { Notice } from '@denba/kit/notice.view';
import { ProgressBar } from '@denba/kit/progress-bar.view';
import { TextField } from '@denba/kit/text-field.view';
import { YesNo } from '@denba/kit/yes-no.view';
import { compileForm } from '@denba/questionnaires/compile-form';
import { answer, clear, confirm, openForm } from '@denba/questionnaires/fill-form';
import { noAnswers } from '@denba/questionnaires/answers';
import type { Input } from '@denba/questionnaires/answers';
import type { JsonValue } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useMemo, useState } from 'preact/hooks';
import { dateWords } from '../shell/form/date-words.ts';
import { QuestionView } from '../shell/form/question.view.tsx';
import { contentLanguage, t } from '../shell/language.ts';
import type { ScreenProps } from '../shell/lazy-screen.view.tsx';
import { go } from '../shell/route.ts';
import { sayName } from '../shell/say.ts';
import { saveProblem } from '../shell/save-problem.ts';
import { Screen } from '../shell/screen.view.tsx';
import { useStory, useWorkspace } from '../shell/workspace.ts';
import { correctionDraft } from './correction-draft.ts';
import { correctedFindings } from './corrected-findings.ts';
import { correctionForm } from './correction-form.ts';
import { recordFieldLabel } from './record-fields.ts';
import { UndoMerge } from './undo-merge.view.tsx';
import './family.css';

export const CorrectScreen = ({ route }: ScreenProps<'correct'>) => {
  const story = useStory(route.family);
  const read =
    story.kind === 'ready' ? story.timeline.history.find(({ entry }) => entry.id === route.entry) : undefined;
  if (story.kind === 'ready' && read?.form.kind === 'merge-duplicates') {
    return <UndoMerge timeline={story.timeline} read={read} />;
  }
  return (
    <Screen title={t('family.correct.title')} task>
      {story.kind === 'loading' ? <ProgressBar value={null} label={t('shell.loading')} /> : null}
      {story.kind === 'ready' && read !== undefined ? (
        <Correct key={read.entry.id} read={read} timeline={story.timeline} />
      ) : null}
      {story.kind !== 'loading' && read === undefined ? <EmptyState icon="question" title={t('shell.story-absent')} /> : null}
    </Screen>
  );
};

const Correct = ({ read, timeline }: { readonly read: ReadEntry; readonly timeline: Timeline }) => {
  const workspace = useWorkspace();
  const language = contentLanguage();
  const now: Readonly<Record<string, unknown>> = 'answers' in read.form ? read.form.answers : read.entry.answers;
  const compiled = useMemo(() => {
    const result = compileForm(correctionForm(workspace.protocol.content, now, recordFieldLabel));
    if (!result.ok) throw new Error('the questions of an entry do not make a form');
    return result.value;
  }, [workspace, now]);
  const [filling, setFilling] = useState(() =>
    openForm(compiled, { given: {}, earlier: {} }, { ...noAnswers, byPath: inputsOf(now) }),
  );
  const [occurredOn, setOccurredOn] = useState(read.occurredOn);
  const [subject, setSubject] = useState<PersonId | null>(read.subject);
  const [withdraw, setWithdraw] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const children = timeline.children;

  const save = async (): Promise<void> => {
    const { answers } = filling;
    const untyped = { ...now } as Record<string, JsonValue>;
    for (const question of filling.view.questions) {
      const given = answers.byPath[question.path]?.input ?? null;
      untyped[question.path] = given as JsonValue;
    }
    const correcting = { answers: untyped, occurredOn, subject, withdraw, reason };
    const draft = correctionDraft(read, correcting, workspace.today(), correctedFindings(workspace, timeline, read, correcting, language));
    if ('kind' in draft) {
      setProblem(t(draft.kind === 'noReason' ? 'family.correct.needs-reason' : 'family.correct.nothing'));
      return;
    }
    setSaving(true);
    const result = await workspace.save([draft]);
    setSaving(false);
    if (result.ok) go({ name: 'family', family: timeline.family, saved: true }, 'replace');
    else setProblem(saveProblem(result.error));
  };

  return (
    <>
      <Notice kind="info" title={t('family.correct.text')} />
      <YesNo
        label={t('family.correct.withdraw')}
        hint={t('family.correct.withdraw-text')}
        labels={{ yes: t('form.yes'), no: t('form.no') }}
        value={withdraw}
        onChange={(value) => setWithdraw(value === true)}
      />
      {withdraw ? null : (
        <>
          <DateField
            label={t('family.correct.day')}
            {...dateWords(language)}
            defaultYear={Number(workspace.today().slice(0, 4))}
            value={occurredOn}
            onChange={(day) => setOccurredOn(day ?? read.occurredOn)}
          />
          {read.subject !== null && children.length > 1 && children.some(({ id }) => id === read.subject) ? (
            <ChoiceGroup
              label={t('family.correct.child')}
              options={children.map(({ id }) => ({
                value: id,
                label: sayName(timeline.persons.find((person) => person.id === id)?.name ?? null, 'child'),
              }))}
              value={subject}
              onChange={(id) => setSubject(children.find((child) => child.id === id)?.id ?? null)}
            />
          ) : null}
          {filling.view.questions.map((state) => (
            <QuestionView
              key={state.path}
              state={state}
              element={compiled.form.elements[state.question.name] ?? null}
              earlier={null}
              today={workspace.today()}
              onAnswer={(path, input) => setFilling((present) => answer(present, path, input))}
              onClear={(path) => setFilling((present) => clear(present, path))}
              onConfirm={(path, warning) => setFilling((present) => confirm(present, path, warning))}
            />
          ))}
        </>
      )}
      <TextField label={t('family.correct.reason')} hint={t('family.correct.reason-hint')} value={reason} onInput={setReason} multiline required />
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      <Button kind="primary" full busy={saving} onPress={() => void save()}>
        {t('family.correct.save')}
      </Button>
    </>
  );
};

const inputsOf = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, { input: value as Input, confirmed: ['unusual', 'implausible'] }]],
    ),
  );
