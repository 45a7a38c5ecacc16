/** The lock screen: the user chooses her name, then gives her PIN or her fingerprint. */

import type { Device, DeviceUser, Session, UnlockError } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { PinPad } from '@denba/kit/fields/pin-pad.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { useEffect, useState } from 'preact/hooks';
import { cannotOpen, enter, openStore, showGlance } from '../shell/app-state.ts';
import { phoneClock } from '../shell/phone/clock.ts';
import { go } from '../shell/route.ts';
import { fetched } from '../shell/screen/fetched.view.tsx';
import { isMarkedLost } from '../shell/unlocking/lost-mark.ts';
import { PIN_LENGTH } from '../shell/unlocking/pin.ts';
import { t } from '../shell/words/language.ts';
import type { Mode } from '../shell/workspace.ts';
import { Waiting } from './waiting.view.tsx';

const RecoverAccess = fetched(async () => (await import('./recover-access.view.tsx')).RecoverAccess);

type Props = { readonly mode: Mode; readonly device: Device<CareRow> };

export const Unlock = ({ mode, device }: Props) => {
  const users = device.users();
  const [user, setUser] = useState<DeviceUser | null>(users.length === 1 ? (users[0] ?? null) : null);
  const [recovering, setRecovering] = useState(false);
  const centre = device.centre();

  if (recovering) return <RecoverAccess device={device} mode={mode} onBack={() => setRecovering(false)} />;
  return (
    <main class="start">
      {mode === 'training' ? <p class="training-banner">{t('shell.training-banner')}</p> : null}
      <Picture name="locked" size={96} />
      <h1>{centre?.name ?? t('start.locked')}</h1>
      {isMarkedLost(device) ? <Notice kind="info" title={t('start.reported-lost')} /> : null}
      {user === null ? (
        <>
          <h2>{t('start.who')}</h2>
          <div class="rows">
            {users.map((candidate) => (
              <ListRow key={candidate.id} title={candidate.name} onPress={() => setUser(candidate)} />
            ))}
          </div>
        </>
      ) : (
        <OneUser
          mode={mode}
          device={device}
          user={user}
          {...(users.length > 1 ? { onOther: () => setUser(null) } : {})}
        />
      )}
      <Button kind="quiet" full onPress={() => setRecovering(true)}>
        {t('start.forgotten')}
      </Button>
      <Button kind="quiet" full onPress={() => void openStore(mode === 'training' ? 'care' : 'training')}>
        {mode === 'training' ? t('start.leave-training') : t('start.enter-training')}
      </Button>
    </main>
  );
};

type OneUserProps = Props & { readonly user: DeviceUser; readonly onOther?: () => void };

const OneUser = ({ mode, device, user, onOther }: OneUserProps) => {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UnlockError | null>(null);
  const [waitUntil, setWaitUntil] = useState<number | null>(device.waitUntilMs(user.id));
  const [progress, setProgress] = useState<number | null>(null);

  const settle = async (attempt: Promise<Result<Session<CareRow>, UnlockError>>): Promise<void> => {
    setBusy(true);
    let result: Awaited<typeof attempt>;
    try {
      result = await attempt;
      // « Aujourd'hui » tells her that somebody else chose her PIN.
      if (result.ok && user.pinGiven !== undefined) go({ name: 'today' }, 'replace');
      if (result.ok) await enter(mode, result.value);
    } catch (error) {
      cannotOpen(error);
      return;
    }
    setTyped('');
    if (result.ok) return;
    setBusy(false);
    setProblem(result.error.kind === 'cancelled' ? null : result.error);
    setWaitUntil(device.waitUntilMs(user.id));
  };

  // On a lost phone the saved list is normally deleted. That write may have failed, so the list is not shown.
  const onGlance = isMarkedLost(device) ? undefined : (glance: JsonValue): Promise<void> => showGlance(mode, glance);
  const fingerprint = user.methods.includes('fingerprint');
  // Asks for the fingerprint once, when the user has chosen her name.
  useEffect(() => {
    if (fingerprint) void settle(device.unlockWithFingerprint(user.id, setProgress, onGlance));
  }, [user.id]);

  return (
    <>
      <h2>{t('start.hello', { name: user.name })}</h2>
      {problem === null ? null : <Notice kind="warning" title={problemText(problem)} />}
      {waitUntil !== null && waitUntil > phoneClock.wallMs() ? (
        <Waiting untilMs={waitUntil} onOver={() => setWaitUntil(null)} />
      ) : busy ? (
        <ProgressBar value={progress} label={t('start.unlocking')} />
      ) : (
        <PinPad
          length={PIN_LENGTH}
          value={typed}
          onChange={setTyped}
          onComplete={(pin) => void settle(device.unlock(user.id, pin, setProgress, onGlance))}
          labels={{
            pad: t('start.pin-pad'),
            erase: t('start.pin-erase'),
            entered: t('start.pin-entered', { count: typed.length }),
          }}
        />
      )}
      {fingerprint && !busy ? (
        <Button
          kind="secondary"
          full
          icon="fingerprint"
          onPress={() => void settle(device.unlockWithFingerprint(user.id, setProgress, onGlance))}
        >
          {t('start.fingerprint')}
        </Button>
      ) : null}
      {onOther === undefined ? null : (
        <Button kind="quiet" full onPress={onOther}>
          {t('start.other-user')}
        </Button>
      )}
    </>
  );
};

const problemText = (error: UnlockError): string => {
  switch (error.kind) {
    case 'wrongPin':
      return t('start.wrong-pin', { count: error.attempts });
    case 'wait':
      return t('start.wait');
    case 'wrongRecoveryKey':
      return t('start.wrong-recovery');
    case 'cancelled':
      return t('start.cancelled');
    case 'damaged':
      return t('start.damaged');
  }
};
