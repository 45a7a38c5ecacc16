/** Records what was learnt when the family was looked for. A move, a refusal or a death continues on its own screen. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { addDays } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { dateWords } from '../shell/form/date-words.ts';
import { dayAfterToday } from '../shell/form/day-after-today.ts';
import { saveProblem } from '../shell/record/save-problem.ts';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import {
  leaveAfter,
  obstacles,
  type TraceForm as TraceFormData,
  traceEntries,
  tracingResults,
} from './trace-entries.ts';

export const TraceForm = ({ timeline, child }: { readonly timeline: Timeline; readonly child: PersonId }) => {
  const workspace = useWorkspace();
  const { family } = timeline;
  const today = workspace.today();
  const draft = useDraft<TraceFormData>(`trace ${family} ${child}`, () => ({
    by: null,
    on: today,
    result: null,
    tracer: '',
    obstacles: [],
    note: '',
    nextDue: null,
  }));
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const { result } = form;
  const leads = result === null ? null : leaveAfter(result);
  const words = { ...dateWords(contentLanguage()), defaultYear: Number(today.slice(0, 4)) };
  const later = dayAfterToday(form.on, today);
  const notYet = later === 'refused';
  const gone = form.nextDue !== null && form.nextDue < today;

  const save = async (): Promise<void> => {
    if (result === null) return;
    setSaving(true);
    setProblem(null);
    const saved = await draft.save(traceEntries({ ...form, result }, family, child));
    setSaving(false);
    if (!saved.ok) {
      setProblem(saveProblem(saved.error));
      return;
    }
    if (leads === null) go({ name: 'family', family, saved: true }, 'replace');
    else go({ name: 'leave', family, person: child, why: leads }, 'replace');
  };
  return (
    <>
      {draft.takenUp ? <Notice kind="info" title={t('leaving.taken-up')} /> : null}
      <Card>
        <ChoiceGroup
          label={t('leaving.trace-result')}
          columns={2}
          options={tracingResults.map((value) => ({ value, label: t(`leaving.result-${value}`) }))}
          value={result}
          onChange={(next) => change({ result: next })}
        />
        {result === null || result === 'not_done' ? null : (
          <ChoiceGroup
            label={t('leaving.trace-how')}
            columns={2}
            options={(['call', 'visit'] as const).map((value) => ({ value, label: t(`leaving.by-${value}`) }))}
            value={form.by}
            onChange={(by) => change({ by })}
          />
        )}
        {result === 'found' ? (
          <>
            <Notice kind="info" title={t('leaving.bring-today')} />
            <ChoicesGroup
              label={t('leaving.obstacles')}
              columns={2}
              options={obstacles.map((value) => ({ value, label: t(`leaving.obstacle-${value}`) }))}
              values={form.obstacles}
              onChange={(chosen) => change({ obstacles: chosen })}
            />
            <DateField
              {...words}
              label={t('leaving.next')}
              hint={t('leaving.next-hint')}
              value={form.nextDue}
              onChange={(nextDue) => change({ nextDue })}
              error={gone ? t('leaving.past') : null}
              quick={[
                { label: t('leaving.today'), value: today },
                { label: t('leaving.tomorrow'), value: addDays(today, 1) },
                { label: t('leaving.in-a-week'), value: addDays(today, 7) },
              ]}
            />
          </>
        ) : null}
        <TextField label={t('leaving.note')} value={form.note} onInput={(note) => change({ note })} multiline />
        <TextField
          label={t('leaving.tracer')}
          value={form.tracer}
          onInput={(tracer) => change({ tracer })}
          capitalize
        />
        <DateField
          {...words}
          label={t('leaving.trace-day')}
          value={form.on}
          onChange={(on) => on !== null && change({ on })}
          error={notYet ? t('leaving.future') : null}
          warning={later === 'questioned' ? t('shell.day-after-phone') : null}
          quick={[
            { label: t('leaving.today'), value: today },
            { label: t('leaving.yesterday'), value: addDays(today, -1) },
          ]}
        />
      </Card>
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      <Button
        kind="primary"
        full
        icon="save"
        busy={saving}
        disabled={result === null || notYet || gone}
        onPress={() => void save()}
      >
        {t(leads === null ? 'leaving.trace-save' : 'leaving.trace-save-on')}
      </Button>
    </>
  );
};
