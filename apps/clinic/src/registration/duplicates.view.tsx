/** « Est-ce l'une de ces familles ? »: each with why it looks alike, before a second record is made of one family. */
import { Button } from '@denba/kit/buttons/button.view';
import { List } from '@denba/kit/lists/list.view';
import type { PossibleDuplicate } from '@denba/records/find-family/possible-duplicates';
import { FamilyRow } from '../shell/families/family-row.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = { readonly found: readonly PossibleDuplicate[]; readonly onNone: () => void };

const DUPLICATES_TITLE = 'duplicates-title';

export const Duplicates = ({ found, onNone }: Props) => {
  const { rows, today } = useWorkspace();
  const families = rows.value;
  return (
    <section class="duplicates" aria-labelledby={DUPLICATES_TITLE}>
      <h2 id={DUPLICATES_TITLE} tabIndex={-1}>
        {t('registration.duplicates', { count: found.length })}
      </h2>
      <p>{t('registration.duplicates-text')}</p>
      <List>
        {found.map(({ family, reasons }) => {
          const row = families.get(family);
          return row === undefined ? null : (
            <FamilyRow
              key={family}
              row={row}
              today={today()}
              note={reasons.map((reason) => t(`registration.alike.${reason}`)).join(' · ')}
            />
          );
        })}
      </List>
      <Button full kind="primary" onPress={onNone}>
        {t('registration.none-of-these', { count: found.length })}
      </Button>
    </section>
  );
};

/** They stand in the way of going on: she is led to them. */
export const showDuplicates = (): void => {
  // They may have been found this very moment: they are on the screen at the next picture.
  requestAnimationFrame(() => {
    const title = document.getElementById(DUPLICATES_TITLE);
    title?.scrollIntoView({ block: 'center' });
    title?.focus({ preventScroll: true });
  });
};
