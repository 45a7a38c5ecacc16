/** The screen about the safety of the records: how much is stored, persistent storage, damage, backup, restore. */

import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { BackupCard } from './backup-card.view.tsx';
import { DamageCard } from './damage-card.view.tsx';
import { KeptCard } from './kept-card.view.tsx';
import { RestoreCard } from './restore-card.view.tsx';
import { useKept } from './use-kept.ts';
import './safekeeping.css';

export const SafekeepingScreen = () => {
  const { kept, look } = useKept();
  const damaged = useWorkspace().session.problems().length > 0;
  return (
    <Screen title={t('safekeeping.title')}>
      {damaged ? <DamageCard /> : null}
      <BackupCard kept={kept} onDone={look} />
      <RestoreCard onDone={look} />
      <KeptCard kept={kept} onAsked={look} />
      {damaged ? null : <DamageCard />}
    </Screen>
  );
};
