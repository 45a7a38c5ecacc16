/** Records a death. Condolences come first, and only what the family can say is asked, also about the children. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { monthNames } from '@denba/kit/messages/format-day';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { LocalDate } from '@denba/quantities/local-date';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay, sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CaregiverQuestion } from './caregiver-question.view.tsx';
import { ConfirmLeave } from './confirm-leave.view.tsx';
import { DayQuestion, dayProblem } from './day-question.view.tsx';
import { type DeathForm, dayPrecisions, deathEntries, deathPlaces } from './death-entries.ts';
import { bereavedChildren, livingChildren } from './family-members.ts';
import type { LeaveProps } from './leave-props.ts';
import { sayList } from './names-list.ts';
import { useLeave } from './use-leave.ts';

type Form = Omit<DeathForm, 'on'> & { readonly on: LocalDate | null };

export const LeaveDeath = ({ timeline, person }: LeaveProps) => {
  const { today, newId } = useWorkspace();
  const { family } = timeline;
  const now = today();
  const leave = useLeave();
  const draft = useDraft<Form>(`leave death ${family} ${person}`, () => ({
    on: null,
    precision: null,
    place: null,
    cause: '',
    caregiver: null,
  }));
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const who = timeline.persons.find(({ id }) => id === person);
  const isChild = timeline.children.some(({ id }) => id === person);
  const name = sayName(who?.name ?? null, isChild ? 'child' : 'mother');
  const bereaved = isChild ? [] : bereavedChildren(timeline, person);
  const others = livingChildren(timeline).filter(({ child }) => child !== person);
  const otherNames = sayList(others.map((other) => sayName(other.name, 'child')));
  const isMother = timeline.children.some(({ mother }) => mother === person) || who?.roles.includes('mother') === true;
  const caregiver = form.caregiver !== null && form.caregiver.name.trim() !== '' ? form.caregiver : null;
  const born = who?.birthDate ?? null;
  // When the day is unknown, the day of the report is recorded instead.
  const on = form.precision === 'unknown' ? now : form.on;
  return (
    <>
      <Notice kind="info" title={t('leaving.condolence')} />
      <Card>
        {form.precision === 'unknown' ? null : (
          <DayQuestion
            label={t('leaving.death-day')}
            value={form.on}
            today={now}
            notBefore={born}
            onChange={(on) => change({ on })}
          />
        )}
        <ChoiceGroup
          label={t('leaving.death-precision')}
          columns={1}
          options={dayPrecisions.map((value) => ({ value, label: t(`leaving.precision-${value}`) }))}
          value={form.precision}
          onChange={(precision) => change({ precision })}
        />
        <ChoiceGroup
          label={t('leaving.death-place')}
          columns={2}
          options={deathPlaces.map((value) => ({ value, label: t(`leaving.place-${value}`) }))}
          value={form.place}
          onChange={(place) => change({ place })}
        />
        <TextField
          label={t('leaving.death-cause')}
          hint={t('leaving.death-cause-hint')}
          value={form.cause}
          onInput={(cause) => change({ cause })}
          multiline
        />
      </Card>
      {bereaved.length === 0 ? null : (
        <CaregiverQuestion
          names={sayList(bereaved.map((child) => sayName(child.name, 'child')))}
          value={form.caregiver}
          onChange={(next) => change({ caregiver: next })}
        />
      )}
      {leave.problem === null ? null : <Notice kind="danger" title={leave.problem} />}
      <Button kind="primary" full disabled={on === null || dayProblem(on, now, born) !== null} onPress={leave.ask}>
        {t('leaving.go-on')}
      </Button>
      <ConfirmLeave
        open={leave.asking && on !== null}
        saving={leave.saving}
        lines={[
          on === null ? '' : sayDeath(name, on, form.precision),
          ...(isChild ? [t('leaving.confirm-stops')] : []),
          ...(isChild && others.length > 0 ? [t('leaving.confirm-twin', { names: otherNames })] : []),
          ...(isChild ? [t('leaving.support-mother')] : []),
          ...(!isChild && others.length > 0 ? [t('leaving.confirm-mother', { names: otherNames })] : []),
          ...(caregiver === null || bereaved.length === 0
            ? []
            : [
                t('leaving.confirm-caregiver', {
                  caregiver: caregiver.name.trim(),
                  names: sayList(bereaved.map((child) => sayName(child.name, 'child'))),
                }),
              ]),
        ]}
        action={t('leaving.save-death')}
        onClose={leave.back}
        onConfirm={() => {
          if (on === null) return;
          const about = {
            family,
            person,
            children: bereaved.map(({ child }) => child),
            reason: isMother ? ('mother_dead' as const) : ('other' as const),
          };
          void leave.save(draft.save(deathEntries({ ...form, on, caregiver }, about, newId)), () =>
            go({ name: 'family', family, saved: true }, 'replace'),
          );
        }}
      />
    </>
  );
};

const sayDeath = (name: string, on: LocalDate, precision: DeathForm['precision']): string => {
  if (precision === 'unknown') return t('leaving.confirm-death-some-day', { name });
  if (precision !== 'month') return t('leaving.confirm-death', { name, day: sayDay(on) });
  const month = monthNames(contentLanguage())[Number(on.slice(5, 7)) - 1] ?? '';
  return t('leaving.confirm-death-month', { name, month: `${month} ${on.slice(0, 4)}` });
};
