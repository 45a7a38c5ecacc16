/** The menu of what is not needed every hour: the user's month, this phone, training, about. */
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import type { IconName } from '@denba/kit/icons/icon-paths';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { lock } from '../shell/app-state.ts';
import { go, type Route } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { About } from './about.view.tsx';
import { TrainingDoor } from './training-door.view.tsx';

export const MoreScreen = () => {
  const { session, device } = useWorkspace();
  const people = device.users().length;
  return (
    <Screen title={t('more.title')} subtitle={t('more.who', { name: session.user.name, centre: session.centre.name })}>
      <section class="menu">
        <h2>{t('more.work')}</h2>
        <List label={t('more.work')}>
          <Way to={{ name: 'month' }} icon="chart" title={t('more.month')} text={t('more.month-text')} />
          <Way to={{ name: 'read-referral' }} icon="qr" title={t('more.referral')} text={t('more.referral-text')} />
        </List>
      </section>
      <section class="menu">
        <h2>{t('more.phone')}</h2>
        <List label={t('more.phone')}>
          <Way to={{ name: 'server' }} icon="sync" title={t('more.server')} text={t('more.server-text')} />
          <Way to={{ name: 'centres' }} icon="family" title={t('more.centres')} text={t('more.centres-text')} />
          <Way
            to={{ name: 'safekeeping' }}
            icon="shield"
            title={t('more.safekeeping')}
            text={t('more.safekeeping-text')}
          />
          <Way
            to={{ name: 'people' }}
            icon="family"
            title={t('more.people')}
            text={t('more.people-text', { count: people })}
          />
          <Way to={{ name: 'settings' }} icon="settings" title={t('more.settings')} text={t('more.settings-text')} />
          <Way to={{ name: 'audit' }} icon="eye" title={t('more.audit')} text={t('more.audit-text')} />
        </List>
      </section>
      <TrainingDoor />
      <About />
      <Button kind="secondary" full icon="lock" onPress={() => void lock()}>
        {t('more.lock')}
      </Button>
    </Screen>
  );
};

type WayProps = { readonly to: Route; readonly icon: IconName; readonly title: string; readonly text: string };

const Way = ({ to, icon, title, text }: WayProps) => (
  <ListRow leading={<Icon name={icon} />} title={title} subtitle={text} onPress={() => go(to)} />
);
