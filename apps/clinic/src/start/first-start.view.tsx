/** First start: language, centre, the user's name, her PIN twice, and the recovery key to keep on paper. */

import type { Device, Session } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { useState } from 'preact/hooks';
import { enter, openStore } from '../shell/app-state.ts';
import { sayTrouble } from '../shell/exchange/say-trouble.ts';
import { joinServer, sameOrigin } from '../shell/exchange/server-link.ts';
import { phoneClock } from '../shell/phone/clock.ts';
import { TRAINING_CENTRE } from '../shell/places/training-centre.ts';
import { go } from '../shell/route.ts';
import { locale, locales, setLanguage, t } from '../shell/words/language.ts';
import type { Mode } from '../shell/workspace.ts';
import { type CodedCentre, codeInAddress, JoinCentre } from './join-centre.view.tsx';
import { NewPin } from './new-pin.view.tsx';
import { RecoveryKey } from './recovery-key.view.tsx';

type Props = { readonly mode: Mode; readonly device: Device<CareRow> };

type Step =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'code' }
  | { readonly kind: 'centre' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'creating' }
  | {
      readonly kind: 'recovery';
      readonly key: string;
      readonly session: Session<CareRow>;
      /** Why the phone could not join its centre; `null` when it joined, or did not have to. */
      readonly notJoined: string | null;
      /** A phone of the centre was lost lately: this one probably replaces it. */
      readonly lostHere: boolean;
    };

export const FirstStart = ({ mode, device }: Props) => {
  const code = codeInAddress(location.hash);
  const [step, setStep] = useState<Step>(mode === 'training' ? { kind: 'centre' } : { kind: 'welcome' });
  const [coded, setCoded] = useState<CodedCentre | null>(null);
  const [centreName, setCentreName] = useState('');
  const [userName, setUserName] = useState('');
  const training = mode === 'training';

  const create = async (pin: string): Promise<void> => {
    setStep({ kind: 'creating' });
    const alone = { id: `local-${crypto.randomUUID()}`, name: centreName.trim() };
    const centre = training ? { id: TRAINING_CENTRE, name: t('start.training-centre') } : (coded?.place ?? alone);
    const { session, recoveryKey } = await device.create({ centre, userName: userName.trim(), pin });
    if (training) return enter(mode, session);
    const joined = coded === null ? null : await joinServer(session, sameOrigin(phoneClock.wallMs), coded.code);
    const notJoined = joined !== null && 'kind' in joined ? sayTrouble(joined) : null;
    const lostHere = joined !== null && 'link' in joined && joined.lostHere;
    setStep({ kind: 'recovery', key: recoveryKey, session, notJoined, lostHere });
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
          <Button
            kind={code === '' ? 'primary' : 'secondary'}
            full
            onPress={() => {
              setCoded(null);
              setStep({ kind: 'centre' });
            }}
          >
            {t('start.new-centre')}
          </Button>
          <Button kind={code === '' ? 'secondary' : 'primary'} full onPress={() => setStep({ kind: 'code' })}>
            {t('start.have-code')}
          </Button>
          <Button kind="secondary" full icon="training" onPress={() => void openStore('training')}>
            {t('start.enter-training')}
          </Button>
        </main>
      );
    case 'code':
      return (
        <JoinCentre
          code={code}
          onFound={(centre) => {
            setCoded(centre);
            setStep({ kind: 'centre' });
          }}
          onBack={() => setStep({ kind: 'welcome' })}
        />
      );
    case 'centre': {
      const named = training || coded !== null;
      const ready = userName.trim() !== '' && (named || centreName.trim() !== '');
      return (
        <main class="start">
          <h1>{training ? t('start.training-centre') : (coded?.place.name ?? t('start.new-centre'))}</h1>
          {training ? <Notice kind="info" title={t('start.training-text')} /> : null}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (ready) setStep({ kind: 'pin' });
            }}
          >
            {named ? null : (
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
          warning={step.notJoined === null ? null : t('start.code-not-joined', { why: step.notJoined })}
          note={step.lostHere ? t('start.lost-here') : null}
          onKept={() => void enter(mode, step.session)}
          onRestore={() => {
            go({ name: 'safekeeping' });
            void enter(mode, step.session);
          }}
        />
      );
  }
};
