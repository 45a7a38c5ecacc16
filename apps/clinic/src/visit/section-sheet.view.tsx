/** Lists all sections of the visit with their open questions: to go to one, or to save the visit as it is. */
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import type { Section } from '../shell/form/section-list.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import type { GivingUp } from './give-up.ts';

type Props = {
  readonly steps: readonly Section[];
  readonly openCount: (section: Section) => number;
  readonly current: string;
  readonly onClose: () => void;
  readonly onGo: (path: string) => void;
  readonly onSave: () => void;
  readonly saving: boolean;
  readonly givingUp: GivingUp | null;
  readonly onGiveUp: () => void;
};

export const SectionSheet = (props: Props) => {
  const { steps, openCount, current, onClose, onGo, onSave, saving, givingUp, onGiveUp } = props;
  return (
    <Sheet
      open
      label={t('visit.sections')}
      closeLabel={t('form.close')}
      onClose={onClose}
      actions={
        <Button kind="secondary" full icon="save" busy={saving} onPress={onSave}>
          {t('visit.save-as-is')}
        </Button>
      }
    >
      <div class="rows">
        {steps.map((section) => {
          const count = openCount(section);
          return (
            <ListRow
              key={section.path}
              title={section.title[contentLanguage()]}
              subtitle={count === 0 ? t('visit.section-done') : t('visit.section-open', { count })}
              leading={<Icon name={count === 0 ? 'check' : 'edit'} />}
              current={section.path === current}
              onPress={() => onGo(section.path)}
            />
          );
        })}
        {givingUp?.kind === 'offered' ? (
          <Button kind="quiet" full icon="close" onPress={onGiveUp}>
            {t('visit.give-up')}
          </Button>
        ) : null}
        {givingUp?.kind === 'another-user' ? <p class="quiet">{t('visit.give-up-theirs')}</p> : null}
      </div>
    </Sheet>
  );
};
