/** « Est-ce l'une de ces familles ? »: possible duplicates with the evidence, before a second record is made. */
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

/** Scrolls to the duplicates, which must be answered before going on. */
export const showDuplicates = (): void => {
  // They may have been found just now and are then rendered with the next frame.
  requestAnimationFrame(() => {
    const title = document.getElementById(DUPLICATES_TITLE);
    title?.scrollIntoView({ block: 'center' });
    title?.focus({ preventScroll: true });
  });
};
