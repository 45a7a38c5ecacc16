/**
 * A family in a list: the mother, her children with their ages, the village. A tap opens it. Callers pass the same
 * objects for an unchanged family, so that only changed rows are rendered again.
 */
import { ListRow } from '@denba/kit/lists/list-row.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '@denba/records/ids';
import { useRef } from 'preact/hooks';
import { go } from '../route.ts';
import { t } from '../words/language.ts';
import { sayName } from '../words/say.ts';
import { useShell } from '../workspace.ts';
import { childLine } from './child-line.ts';
import { Initial } from './initial.view.tsx';
import { LastClass } from './last-class.view.tsx';
import { readAhead } from './read-ahead.ts';

type Props = {
  readonly row: CareRow;
  readonly today: LocalDate;
  /** A further line that says why this family is in the list. */
  readonly note?: string | null;
};

export const FamilyRow = ({ row, today, note = null }: Props) => {
  const shell = useShell();
  const reached = useRef<FamilyId | null>(null);
  const { mother, children, village } = row;
  // With several children no class is shown, because it could be read as another child's.
  const only = children.length === 1 ? children[0] : undefined;
  const isInCare = only?.care != null && only.care.status !== 'exited';
  return (
    <ListRow
      leading={<Initial name={mother.name} />}
      title={sayName(mother.name, 'mother')}
      subtitle={
        <>
          {[
            ...(children.length === 0 ? [t('say.no-child')] : children.map((child) => childLine(child, today))),
            ...(village === null ? [] : [village]),
          ].join(' – ')}
          {note === null ? null : <span class="family-row__note">{note}</span>}
        </>
      }
      badges={only !== undefined && isInCare ? <LastClass lastClass={only.lastClass} /> : null}
      onReach={() => {
        reached.current = row.family;
        readAhead(shell, row.family);
      }}
      onPress={(event) => {
        // While search results change, a row may show another family between touch and release: then neither family is
        // opened. A press by keyboard has no touch (`detail` is 0).
        const isByKey = (event as MouseEvent).detail === 0;
        if (isByKey || reached.current === row.family) go({ name: 'family', family: row.family });
      }}
    />
  );
};
