/** First start: language, which centre, who she is, her PIN twice, and the recovery key to keep on paper. */

import type { Device, Session } from '@denba/device/device';
import { Button } from '@denba/kit/button.view';
import { ChoiceGroup } from '@denba/kit/choice-group.view';
import { Notice } from '@denba/kit/notice.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { TextField } from '@denba/kit/text-field.view';
import type { CareRow } from '@denba/protocols/care/care-row';
import { useState } from 'preact/hooks';
import { enter, openStore } from '../shell/app-state.ts';
import { locale, locales, setLanguage, t } from '../shell/language.ts';
import { go } from '../shell/route.ts';
import type { Mode } from '../shell/workspace.ts';
import { NewPin } from './new-pin.view.tsx';
import { RecoveryKey } from './recovery-key.view.tsx';

type Props = { readonly mode: Mode; readonly device: Device<CareRow> };

type Step =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'centre' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'creating' }
  | { readonly kind: 'recovery'; readonly key: string; readonly session: Session<CareRow> };

export const FirstStart = ({ mode, device }: Props) => {
  const [step, setStep] = useState<Step>(mode === 'training' ? { kind: 'centre' } : { kind: 'welcome' });
  const [centreName, setCentreName] = useState('');
  const [userName, setUserName] = useState('');
  const training = mode === 'training';

  const create = async (pin: string): Promise<void> => {
    setStep({ kind: 'creating' });
    const centre = {
      id: training ? 'training-centre' : `local-${crypto.randomUUID()}`,
      name: training ? t('start.training-centre') : centreName.trim(),
    };
    const { session, recoveryKey } = await device.create({ centre, userName: userName.trim(), pin });
    if (training) await enter(mode, session);
    else setStep({ kind: 'recovery', key: recoveryKey, session });
  };

  switch (step.kind) {
    case 'welcome':
      return (
        <main class="start">
          <Picture name="welcome" size={200} />
          <h1>{t('start.welcome')}</h1>
          <p>{t('start.welcome-text')}</p>
          <ChoiceGroup
            label={t('start.language')}
            name="language"
            columns={2}
            options={locales.map((code) => ({ value: code, label: t(`start.language.${code as 'fr' | 'en'}`) }))}
            value={locale()}
            onChange={(code) => void setLanguage(code === 'en' ? 'en' : 'fr')}
          />
          <Button kind="primary" full onPress={() => setStep({ kind: 'centre' })}>
            {t('start.new-centre')}
          </Button>
          <Button kind="secondary" full icon="training" onPress={() => void openStore('training')}>
            {t('start.enter-training')}
          </Button>
          <p class="quiet">{t('start.code-later')}</p>
        </main>
      );
    case 'centre': {
      const ready = userName.trim() !== '' && (training || centreName.trim() !== '');
      return (
        <main class="start">
          <h1>{training ? t('start.training-centre') : t('start.new-centre')}</h1>
          {training ? <Notice kind="info" title={t('start.training-text')} /> : null}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (ready) setStep({ kind: 'pin' });
            }}
          >
            {training ? null : (
              <TextField
                label={t('start.centre-name')}
                hint={t('start.centre-name-hint')}
                value={centreName}
                onInput={setCentreName}
              />
            )}
            <TextField
              label={t('start.your-name')}
              hint={t('start.your-name-hint')}
              value={userName}
              onInput={setUserName}
            />
            <Button kind="primary" full type="submit" disabled={!ready}>
              {t('start.choose-pin')}
            </Button>
          </form>
          {training ? (
            <Button kind="quiet" full onPress={() => void openStore('care')}>
              {t('start.leave-training')}
            </Button>
          ) : (
            <Button kind="quiet" full onPress={() => setStep({ kind: 'welcome' })}>
              {t('shell.back')}
            </Button>
          )}
        </main>
      );
    }
    case 'pin':
      return <NewPin onChosen={(pin) => void create(pin)} onBack={() => setStep({ kind: 'centre' })} />;
    case 'creating':
      return (
        <main class="start" aria-busy="true">
          <h1>{t('start.creating')}</h1>
        </main>
      );
    case 'recovery':
      return (
        <RecoveryKey
          recoveryKey={step.key}
          onKept={() => void enter(mode, step.session)}
          onRestore={() => {
            go({ name: 'safekeeping' });
            void enter(mode, step.session);
          }}
        />
      );
  }
};
