/** A forgotten PIN: the recovery key on paper unlocks the phone, and a new PIN is chosen at once. */

import type { Device, DeviceUser, Session } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { useEffect, useRef, useState } from 'preact/hooks';
import { cannotOpen, enter } from '../shell/app-state.ts';
import { t } from '../shell/words/language.ts';
import type { Mode } from '../shell/workspace.ts';
import { NewPin } from './new-pin.view.tsx';

type Props = { readonly device: Device<CareRow>; readonly mode: Mode; readonly onBack: () => void };

export const RecoverAccess = ({ device, mode, onBack }: Props) => {
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState(false);
  const [session, setSession] = useState<Session<CareRow> | null>(null);
  const [user, setUser] = useState<DeviceUser | null>(null);
  const [trying, setTrying] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The button that opened this screen is gone: without this the focus would be nowhere.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  if (busy) {
    return (
      <main class="start">
        <ProgressBar value={null} label={t('start.unlocking')} />
      </main>
    );
  }
  if (session !== null && user !== null) {
    const choose = async (pin: string): Promise<void> => {
      setBusy(true);
      try {
        await session.users.changePin(user.id, pin);
        // The recovery key is no user: the phone is unlocked again with her PIN, so that entries are under her name.
        session.lock();
        const opened = await device.unlock(user.id, pin);
        if (opened.ok) await enter(mode, opened.value);
        else onBack();
      } catch (error) {
        cannotOpen(error);
      }
    };
    return <NewPin onChosen={(pin) => void choose(pin)} onBack={() => setUser(null)} />;
  }
  if (session !== null) {
    return (
      <main class="start">
        <h1>{t('start.who')}</h1>
        <div class="rows">
          {device.users().map((candidate) => (
            <ListRow key={candidate.id} title={candidate.name} onPress={() => setUser(candidate)} />
          ))}
        </div>
        <Button
          kind="quiet"
          full
          onPress={() => {
            session.lock();
            onBack();
          }}
        >
          {t('shell.back')}
        </Button>
      </main>
    );
  }
  const open = async (): Promise<void> => {
    setTrying(true);
    try {
      const result = await device.unlockWithRecoveryKey(key);
      setWrong(!result.ok);
      if (result.ok) setSession(result.value);
      setTrying(false);
    } catch (error) {
      cannotOpen(error);
    }
  };
  return (
    <main class="start">
      <h1>{t('start.forgotten')}</h1>
      <p>{t('start.recovery-ask')}</p>
      {wrong && !trying ? <Notice kind="warning" title={t('start.wrong-recovery')} /> : null}
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextField label={t('start.recovery-key')} value={key} onInput={setKey} />
        <Button kind="primary" full type="submit" busy={trying} disabled={key.trim() === ''}>
          {t('start.open')}
        </Button>
      </form>
      {trying ? <ProgressBar value={null} label={t('start.unlocking')} /> : null}
      <Button kind="quiet" full disabled={trying} onPress={onBack}>
        {t('shell.back')}
      </Button>
    </main>
  );
};
