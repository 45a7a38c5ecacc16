/**
 * A new PIN for another user who forgot hers: the user who has the phone open hands it to her, and she types the new PIN
 * twice. The audit log of the phone records it.
 */

import type { DeviceUser } from '@denba/device/device';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { ChoosePin } from '../shell/unlocking/choose-pin.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = { readonly user: DeviceUser; readonly onBack: () => void; readonly onGiven: () => void };

export const GivePin = ({ user: { id, name }, onBack, onGiven }: Props) => {
  const { session } = useWorkspace();
  const [step, setStep] = useState<'pin' | 'saving' | 'failed'>('pin');
  const give = async (pin: string): Promise<void> => {
    setStep('saving');
    try {
      await session.users.changePin(id, pin);
      onGiven();
    } catch {
      setStep('failed');
    }
  };
  return (
    <Screen title={t('people.give-pin')} task onBack={onBack}>
      {step === 'saving' ? (
        <ProgressBar value={null} label={t('people.making-key')} />
      ) : (
        <>
          {step === 'failed' ? <Notice kind="danger" title={t('people.not-changed')} /> : null}
          <Notice kind="info" title={t('people.hand-over', { name })} />
          <ChoosePin level={2} onChosen={(pin) => void give(pin)} />
        </>
      )}
    </Screen>
  );
};
