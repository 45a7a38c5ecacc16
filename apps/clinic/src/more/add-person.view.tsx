/** Adds a person who works with this phone: asks for her name, then she types her own PIN twice. */
import { Button } from '@denba/kit/buttons/button.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { ChoosePin } from '../shell/unlocking/choose-pin.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { nameProblem } from './person-name.ts';

type Props = { readonly onBack: () => void; readonly onAdded: (name: string) => void };

export const AddPerson = ({ onBack, onAdded }: Props) => {
  const { device, session } = useWorkspace();
  const [name, setName] = useState('');
  const [step, setStep] = useState<'name' | 'pin' | 'saving' | 'failed'>('name');
  const problem = nameProblem(name, device.users());

  const add = async (pin: string): Promise<void> => {
    setStep('saving');
    try {
      const user = await session.users.add(name.trim(), pin);
      onAdded(user.name);
    } catch {
      setStep('failed');
    }
  };

  return (
    <Screen title={t('people.add')} task onBack={step === 'pin' ? () => setStep('name') : onBack}>
      {step === 'failed' ? <Notice kind="danger" title={t('people.not-changed')} /> : null}
      {step === 'saving' ? (
        <ProgressBar value={null} label={t('people.making-key')} />
      ) : step === 'pin' ? (
        <>
          <Notice kind="info" title={t('people.hand-over', { name: name.trim() })} />
          <ChoosePin level={2} onChosen={(pin) => void add(pin)} />
        </>
      ) : (
        <form
          class="people-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (problem === null) setStep('pin');
          }}
        >
          <TextField
            label={t('people.name')}
            hint={t('start.your-name-hint')}
            value={name}
            onInput={setName}
            capitalize
            enterkeyhint="next"
            error={problem === 'taken' ? t('people.name-taken') : null}
          />
          <Button kind="primary" full type="submit" disabled={problem !== null}>
            {t('people.next')}
          </Button>
        </form>
      )}
    </Screen>
  );
};
