/** Asks which children of the family are concerned. Not shown for a single child. */
import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import type { PersonId } from '@denba/records/ids';
import { t } from '../shell/words/language.ts';
import { sayName } from '../shell/words/say.ts';
import type { Member } from './family-members.ts';

type Props = {
  readonly members: readonly Member[];
  readonly chosen: readonly PersonId[];
  readonly onChange: (chosen: readonly PersonId[]) => void;
};

export const ChooseLeavers = ({ members, chosen, onChange }: Props) =>
  members.length < 2 ? null : (
    <ChoicesGroup
      label={t('leaving.who-leaves')}
      options={members.map(({ child, name }) => ({ value: child, label: sayName(name, 'child') }))}
      values={chosen}
      onChange={onChange}
    />
  );
