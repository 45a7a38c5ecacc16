/**
 * Changes the user's own PIN. Asks for the present one first, so that nobody else changes it on a phone left unlocked.
 */

import { PinPad } from '@denba/kit/fields/pin-pad.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { ChoosePin } from '../shell/unlocking/choose-pin.view.tsx';
import { PIN_LENGTH } from '../shell/unlocking/pin.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = { readonly onBack: () => void; readonly onChanged: () => void };
type Step = 'present' | 'checking' | 'new' | 'saving';

export const ChangePin = ({ onBack, onChanged }: Props) => {
  const { device, session } = useWorkspace();
  const { user } = session;
  const [step, setStep] = useState<Step>('present');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'wrong' | 'wait' | 'failed' | null>(null);

  const check = async (pin: string): Promise<void> => {
    setStep('checking');
    const result = await device.unlock(user.id, pin);
    setTyped('');
    // Only the check of the PIN was needed: this second session is locked, the open one continues.
    if (result.ok) result.value.lock();
    setProblem(result.ok ? null : result.error.kind === 'wait' ? 'wait' : 'wrong');
    setStep(result.ok ? 'new' : 'present');
  };
  const change = async (pin: string): Promise<void> => {
    setStep('saving');
    try {
      await session.users.changePin(user.id, pin);
      onChanged();
    } catch {
      setProblem('failed');
      setStep('present');
    }
  };

  return (
    <Screen title={t('people.change-pin')} task onBack={onBack}>
      {problem === null ? null : (
        <Notice kind={problem === 'failed' ? 'danger' : 'warning'} title={problemText(problem)} />
      )}
      {step === 'present' ? (
        <>
          <h2>{t('people.present-pin')}</h2>
          <PinPad
            length={PIN_LENGTH}
            value={typed}
            onChange={setTyped}
            onComplete={(pin) => void check(pin)}
            labels={{
              pad: t('people.present-pin'),
              erase: t('start.pin-erase'),
              entered: t('start.pin-entered', { count: typed.length }),
            }}
          />
        </>
      ) : step === 'new' ? (
        <ChoosePin level={2} onChosen={(pin) => void change(pin)} />
      ) : (
        <ProgressBar value={null} label={t(step === 'checking' ? 'people.checking' : 'people.making-key')} />
      )}
    </Screen>
  );
};

const problemText = (problem: 'wrong' | 'wait' | 'failed'): string => {
  switch (problem) {
    case 'wrong':
      return t('start.wrong-pin', { count: 1 });
    case 'wait':
      return t('start.wait');
    case 'failed':
      return t('people.not-changed');
  }
};
