/** Records the arrival of a note's family: found by its id, found by search, or registered as new. */

import type { SaveDraft } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { LocalDate } from '@denba/quantities/local-date';
import { type FamilyId, familyId, isId, type PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { dateWords } from '../../shell/form/date-words.ts';
import { dayAfterToday } from '../../shell/form/day-after-today.ts';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { go } from '../../shell/route.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { arrivalEntries, registrationEntries } from '../arrival-entries.ts';
import type { ReadNote } from '../code/note-code.ts';
import { counterDraftKey, counterFormFrom } from '../counter/counter-draft.ts';
import { FindHere } from './find-here.view.tsx';
import { rememberPhone } from './known-phones.ts';

export const NoteArrival = ({ read }: { readonly read: ReadNote }) => {
  const workspace = useWorkspace();
  const { note, fingerprint } = read;
  const [here, setHere] = useState<Timeline | null>(null);
  const [born, setBorn] = useState<LocalDate | null>(note.child.birthDate);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    const { id } = note.family;
    if (id !== null && isId(id)) void workspace.timelineOf(familyId(id)).then(setHere);
  }, [workspace, note]);
  const arrival = { note, fingerprint, on: workspace.today() };
  // Only a day entered here is checked: one in the note is from another phone's clock and cannot be changed here.
  const later = note.child.birthDate === null ? dayAfterToday(born, arrival.on) : null;

  const save = async (family: FamilyId, drafts: readonly SaveDraft[]): Promise<void> => {
    setSaving(true);
    const result = await workspace.save(drafts);
    setSaving(false);
    if (!result.ok) {
      setProblem(saveProblem(result.error));
      return;
    }
    await remember();
    go({ name: 'family', family, saved: true }, 'replace');
  };
  const remember = (): Promise<void> =>
    rememberPhone(workspace.session.sealed, fingerprint, { centre: note.from.centre, since: workspace.today() });
  /** Fills the form of the counter-referral with what the note says, for the worker to read and save. */
  const takeCounterReferral = async (family: FamilyId, child: PersonId): Promise<void> => {
    await remember();
    await workspace.session.draft.put(counterDraftKey(family, child), counterFormFrom(note, workspace.today()));
    go({ name: 'counter-referral', family, child }, 'replace');
  };
  const arrived = (timeline: Timeline, child: PersonId): void => {
    if (note.kind === 'counter-referral') void takeCounterReferral(timeline.family, child);
    else void save(timeline.family, arrivalEntries(arrival, timeline.family, child));
  };
  const register = (): void => {
    if (born === null) return;
    const { family, drafts } = registrationEntries(arrival, born, workspace.newId);
    void save(family, drafts);
  };
  const known =
    here?.children.find(({ id }) => id === note.child.id) ??
    (here?.children.length === 1 ? here.children[0] : undefined);
  const action = t(note.kind === 'counter-referral' ? 'referral.counter-arrived' : 'referral.arrived');
  return (
    <Card title={t('referral.what-now')}>
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      {here !== null && known !== undefined ? (
        <>
          <Notice kind="success" title={t('referral.already-here')}>
            {sayName(here.persons.find(({ id }) => id === known.id)?.name ?? null, 'child')}
          </Notice>
          <Button kind="primary" full icon="check" busy={saving} onPress={() => arrived(here, known.id)}>
            {action}
          </Button>
          <Button full icon="family" onPress={() => go({ name: 'family', family: here.family })}>
            {t('referral.see-family')}
          </Button>
        </>
      ) : (
        <>
          <h3>{t('referral.find-here')}</h3>
          <FindHere note={note} onChosen={arrived} />
          <Disclosure summary={t('referral.new-here')}>
            <p>{t('referral.register-text')}</p>
            {note.child.birthDate === null ? (
              <DateField
                {...dateWords(contentLanguage())}
                label={t('referral.birth-date')}
                value={born}
                onChange={setBorn}
                defaultYear={Number(arrival.on.slice(0, 4))}
                error={later === 'refused' ? t('referral.counter-future') : null}
                warning={later === 'questioned' ? t('shell.day-after-phone') : null}
                required
              />
            ) : null}
            <Button
              kind="primary"
              full
              icon="plus"
              busy={saving}
              disabled={born === null || later === 'refused'}
              onPress={register}
            >
              {t('referral.register')}
            </Button>
          </Disclosure>
        </>
      )}
    </Card>
  );
};
