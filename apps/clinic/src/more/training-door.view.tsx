/** Enters or leaves the training centre. In both cases the open store is locked first, and keeps everything. */
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { useState } from 'preact/hooks';
import { openStore, restartTraining } from '../shell/app-state.ts';
import { go, home } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

export const TrainingDoor = () => {
  const { mode } = useWorkspace();
  const [restarting, setRestarting] = useState(false);
  const change = (to: 'care' | 'training'): void => {
    go(home);
    void openStore(to);
  };
  if (mode === 'care') {
    return (
      <section class="menu">
        <h2>{t('more.learn')}</h2>
        <List label={t('more.learn')}>
          <ListRow
            leading={<Icon name="training" />}
            title={t('more.enter-training')}
            subtitle={t('more.enter-training-text')}
            onPress={() => change('training')}
          />
        </List>
      </section>
    );
  }
  return (
    <section class="menu">
      <h2>{t('more.learn')}</h2>
      <List label={t('more.learn')}>
        <ListRow
          leading={<Icon name="book" />}
          title={t('more.cases')}
          subtitle={t('more.cases-text')}
          onPress={() => go({ name: 'cases' })}
        />
        <ListRow
          leading={<Icon name="undo" />}
          title={t('more.restart-training')}
          subtitle={t('more.restart-training-text')}
          onPress={() => setRestarting(true)}
        />
        <ListRow
          leading={<Icon name="home" />}
          title={t('more.leave-training')}
          subtitle={t('more.leave-training-text')}
          onPress={() => change('care')}
        />
      </List>
      <Sheet
        open={restarting}
        label={t('more.restart-training')}
        closeLabel={t('more.close')}
        onClose={() => setRestarting(false)}
        actions={
          <Button
            kind="primary"
            full
            onPress={() => {
              go(home);
              void restartTraining();
            }}
          >
            {t('more.restart-training-yes')}
          </Button>
        }
      >
        <p>{t('more.restart-training-ask')}</p>
      </Sheet>
    </section>
  );
};
