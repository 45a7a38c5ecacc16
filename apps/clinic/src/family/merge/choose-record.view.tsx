/** Chooses the other record: suggests similar ones, and searches by name, telephone, village or card. */

import { SearchField } from '@denba/kit/fields/search-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { namesOfRow } from '@denba/protocols/care/lists/names-of-row';
import { possibleDuplicates } from '@denba/records/find-family/possible-duplicates';
import { search } from '@denba/records/find-family/search';
import type { FamilyId } from '@denba/records/ids';
import { useMemo, useState } from 'preact/hooks';
import { childLine } from '../../shell/families/child-line.ts';
import { familyFinder } from '../../shell/families/family-finder.ts';
import { Initial } from '../../shell/families/initial.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';

type Props = { readonly family: FamilyId; readonly onChoose: (family: FamilyId) => void };

export const ChooseRecord = ({ family, onChoose }: Props) => {
  const workspace = useWorkspace();
  const [text, setText] = useState('');
  const finder = familyFinder(workspace);
  const version = finder.version.value;
  const own = workspace.rows.value.get(family);
  const today = workspace.today();
  // The index is mutated; `version` changes when it does.
  const found = useMemo((): readonly FamilyId[] => {
    if (text.trim() === '') {
      return own === undefined ? [] : possibleDuplicates(finder.index(), namesOfRow(own)).map((one) => one.family);
    }
    return search(finder.index(), text, { limit: 10, today }).hits.map((hit) => hit.family);
  }, [finder, version, own, text, today]);
  const rows = found
    .filter((id) => id !== family)
    .map((id) => workspace.rows.value.get(id))
    .filter((row) => row !== undefined);
  const looking = text.trim() !== '';
  return (
    <div class="merge">
      <p>{t('family.merge.text')}</p>
      <SearchField
        label={t('family.merge.search')}
        hideLabel={false}
        value={text}
        onInput={setText}
        clearLabel={t('family.merge.clear')}
      />
      <section aria-live="polite" aria-label={t('family.merge.found')}>
        {rows.length === 0 ? (
          <p class="quiet">{t(looking ? 'family.merge.none' : 'family.merge.none-alike')}</p>
        ) : (
          <>
            {looking ? null : <h2>{t('family.merge.alike')}</h2>}
            <Card flush>
              {rows.map((row) => (
                <Record key={row.family} row={row} onChoose={onChoose} />
              ))}
            </Card>
          </>
        )}
      </section>
    </div>
  );
};

const Record = ({ row, onChoose }: { readonly row: CareRow; readonly onChoose: (family: FamilyId) => void }) => {
  const { today } = useWorkspace();
  const facts = [row.village, row.phone, ...row.children.map((child) => childLine(child, today()))];
  return (
    <ListRow
      leading={<Initial name={row.mother.name} />}
      title={sayName(row.mother.name, 'mother')}
      subtitle={facts.filter((fact) => fact !== null).join(' · ')}
      onPress={() => onChoose(row.family)}
    />
  );
};
