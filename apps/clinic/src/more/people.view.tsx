/** The users of this phone. Each has her own PIN; what she recorded stays under her name, even after she is removed. */

import type { DeviceUser } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { AddPerson } from './add-person.view.tsx';
import { ChangePin } from './change-pin.view.tsx';
import { Fingerprint } from './fingerprint.view.tsx';
import { GivePin } from './give-pin.view.tsx';
import { NewRecoveryKey } from './new-recovery-key.view.tsx';
import { OtherPerson } from './other-person.view.tsx';
import './more.css';

type Doing =
  | { readonly kind: 'looking'; readonly done: string | null }
  | { readonly kind: 'adding' }
  | { readonly kind: 'changingPin' }
  | { readonly kind: 'givingPin'; readonly user: DeviceUser };

export const PeopleScreen = () => {
  const { device, session } = useWorkspace();
  const [doing, setDoing] = useState<Doing>({ kind: 'looking', done: null });
  const [other, setOther] = useState<DeviceUser | null>(null);
  const look = (done: string | null = null): void => setDoing({ kind: 'looking', done });
  const users = device.users();
  const me = users.find(({ id }) => id === session.user.id);

  if (doing.kind === 'adding') {
    return <AddPerson onBack={() => look()} onAdded={(name) => look(t('people.added', { name }))} />;
  }
  if (doing.kind === 'changingPin') {
    return <ChangePin onBack={() => look()} onChanged={() => look(t('people.pin-changed'))} />;
  }
  if (doing.kind === 'givingPin') {
    const { user } = doing;
    return (
      <GivePin user={user} onBack={() => look()} onGiven={() => look(t('people.pin-given', { name: user.name }))} />
    );
  }
  return (
    <Screen title={t('people.title')}>
      {doing.done === null ? null : <Notice kind="success" title={doing.done} />}
      <List label={t('people.title')}>
        {users.map((user) => (
          <ListRow
            key={user.id}
            leading={<span aria-hidden="true">{initial(user.name)}</span>}
            title={user.name}
            subtitle={[
              ...(user.id === session.user.id ? [t('people.you')] : []),
              ...user.methods.map((method) => t(`people.method-${method}`)),
            ].join(' · ')}
            {...(user.id === session.user.id || users.length === 1
              ? {}
              : { trailing: t('people.change'), onPress: () => setOther(user) })}
          />
        ))}
      </List>
      <Button kind="primary" full icon="plus" onPress={() => setDoing({ kind: 'adding' })}>
        {t('people.add')}
      </Button>
      {me === undefined ? null : (
        <>
          <h2>{t('people.mine')}</h2>
          <Button kind="secondary" full icon="key" onPress={() => setDoing({ kind: 'changingPin' })}>
            {t('people.change-pin')}
          </Button>
          <Fingerprint user={me} onChanged={look} />
        </>
      )}
      <NewRecoveryKey />
      <OtherPerson
        user={other}
        onClose={() => setOther(null)}
        onNewPin={(user) => {
          setOther(null);
          setDoing({ kind: 'givingPin', user });
        }}
        onRemoved={(name) => {
          setOther(null);
          look(t('people.removed', { name }));
        }}
      />
    </Screen>
  );
};

const initial = (name: string) => {
  const [first] = name.trim();
  return first === undefined ? <Icon name="mother" /> : first.toLocaleUpperCase();
};
