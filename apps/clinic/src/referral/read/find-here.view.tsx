/** Finds the family of a note on this phone: suggests families that resemble it, and searches for any text. */

import { SearchField } from '@denba/kit/fields/search-field.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { possibleDuplicates } from '@denba/records/find-family/possible-duplicates';
import { search } from '@denba/records/find-family/search';
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { familyFinder } from '../../shell/families/family-finder.ts';
import { t } from '../../shell/words/language.ts';
import { sayChildAge, sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import type { NoteFacts } from '../note/note-facts.ts';
import { noteCandidate } from './note-candidate.ts';

type Props = {
  readonly note: NoteFacts;
  readonly onChosen: (timeline: Timeline, child: PersonId) => void;
};

export const FindHere = ({ note, onChosen }: Props) => {
  const workspace = useWorkspace();
  const finder = familyFinder(workspace);
  // Read here, so that the list is updated while the index is being built.
  const version = finder.version.value;
  const [text, setText] = useState('');
  const [family, setFamily] = useState<Timeline | null>(null);
  const index = finder.index();
  const today = workspace.today();
  const hits: readonly FamilyId[] =
    version < 0
      ? []
      : text.trim() === ''
        ? possibleDuplicates(index, noteCandidate(note)).map((hit) => hit.family)
        : search(index, text, { today }).hits.map((hit) => hit.family);

  if (family !== null) {
    return (
      <List label={t('referral.which-child')}>
        {family.children.map((child) => (
          <ListRow
            key={child.id}
            title={sayName(family.persons.find(({ id }) => id === child.id)?.name ?? null, 'child')}
            subtitle={sayChildAge(child.birthDate, today, child.sex)}
            onPress={() => onChosen(family, child.id)}
          />
        ))}
      </List>
    );
  }
  const choose = async (id: FamilyId): Promise<void> => {
    const timeline = await workspace.timelineOf(id);
    const [child, ...others] = timeline?.children ?? [];
    if (timeline === null) return;
    if (child !== undefined && others.length === 0) onChosen(timeline, child.id);
    else setFamily(timeline);
  };
  return (
    <>
      <SearchField
        label={t('referral.find-hint')}
        hideLabel={false}
        value={text}
        onInput={setText}
        clearLabel={t('referral.find-clear')}
      />
      {finder.building.value === null ? null : <ProgressBar value={null} label={t('shell.loading')} />}
      <p role="status" class="quiet">
        {hits.length === 0 ? t('referral.found-none') : t('referral.found', { count: hits.length })}
      </p>
      {hits.length === 0 ? null : (
        <List>
          {hits.map((id) => {
            const row = index.slots[index.slotOf.get(id) ?? -1]?.row;
            return (
              <ListRow
                key={id}
                title={sayName(row?.motherName ?? null, 'mother')}
                subtitle={[row?.village, ...(row?.otherNames ?? [])].filter(Boolean).join(' · ')}
                onPress={() => void choose(id)}
              />
            );
          })}
        </List>
      )}
    </>
  );
};
