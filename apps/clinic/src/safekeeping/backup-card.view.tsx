/** Shows when the last backup was made and how many entries are newer, with a button to make one. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type BackupNeed, backupNeed } from './last-backup.ts';
import { MakeBackup } from './make-backup.view.tsx';
import type { Kept } from './use-kept.ts';

type Props = { readonly kept: Kept | null; readonly onDone: () => Promise<void> };

export const BackupCard = ({ kept, onDone }: Props) => {
  const { today, mode } = useWorkspace();
  const [making, setMaking] = useState(false);
  if (kept === null) return null;
  const need = backupNeed(kept.lastBackup, kept.usage.entries, today());
  return (
    <Card title={t('safekeeping.backup')}>
      <p>{mode === 'training' ? t('safekeeping.need-training') : needText(need)}</p>
      {making ? (
        <MakeBackup entries={kept.usage.entries} onDone={onDone} onClose={() => setMaking(false)} />
      ) : (
        <>
          <p class="quiet">{t('safekeeping.backup-text')}</p>
          <Button
            kind={need.kind === 'upToDate' ? 'secondary' : 'primary'}
            full
            icon="download"
            disabled={need.kind === 'nothingToKeep'}
            onPress={() => setMaking(true)}
          >
            {t('safekeeping.backup-make')}
          </Button>
        </>
      )}
    </Card>
  );
};

const needText = (need: BackupNeed): string => {
  switch (need.kind) {
    case 'nothingToKeep':
      return t('safekeeping.need-nothing');
    case 'never':
      return t('safekeeping.need-never');
    case 'upToDate':
      return need.days === 0
        ? t('safekeeping.need-up-to-date-today')
        : t('safekeeping.need-up-to-date', { count: need.days });
    case 'behind': {
      const last =
        need.days === 0 ? t('safekeeping.need-last-today') : t('safekeeping.need-last', { count: need.days });
      return `${last} ${t('safekeeping.need-behind', { count: need.newEntries })}`;
    }
  }
};
