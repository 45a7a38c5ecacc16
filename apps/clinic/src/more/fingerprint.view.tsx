/**
 * Unlocking by fingerprint instead of the PIN, where the browser can keep a key behind it; else says that it cannot.
 */

import type { DeviceUser } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = { readonly user: DeviceUser; readonly onChanged: (done: string) => void };

export const Fingerprint = ({ user, onChanged }: Props) => {
  const { device, session } = useWorkspace();
  const [offered, setOffered] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'notOffered' | 'cancelled' | null>(null);
  const on = user.methods.includes('fingerprint');

  useEffect(() => {
    let wanted = true;
    void device.fingerprintOffered().then((answer) => {
      if (wanted) setOffered(answer);
    });
    return () => {
      wanted = false;
    };
  }, [device]);

  const turnOn = async (): Promise<void> => {
    setBusy(true);
    const result = await session.users.addFingerprint();
    setBusy(false);
    setProblem(result.ok ? null : result.error.kind);
    if (result.ok) onChanged(t('people.fingerprint-added'));
  };
  const turnOff = async (): Promise<void> => {
    await session.users.removeFingerprint(user.id);
    onChanged(t('people.fingerprint-removed'));
  };

  if (on) {
    return (
      <Button kind="secondary" full icon="fingerprint" onPress={() => void turnOff()}>
        {t('people.fingerprint-off')}
      </Button>
    );
  }
  if (offered === null) return null;
  if (!offered || problem === 'notOffered') return <Notice kind="info" title={t('people.fingerprint-not-offered')} />;
  return (
    <>
      {problem === 'cancelled' ? <Notice kind="warning" title={t('start.cancelled')} /> : null}
      <Button kind="secondary" full icon="fingerprint" busy={busy} onPress={() => void turnOn()}>
        {t('people.fingerprint-on')}
      </Button>
    </>
  );
};
