/**
 * First start with a join code of the district: shows the centre of the code before anything is created on this phone.
 */
import { askPlaceOf } from '@denba/device/sync/http-server';
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { sayTrouble } from '../shell/exchange/say-trouble.ts';
import { sameOrigin } from '../shell/exchange/server-link.ts';
import { phoneClock } from '../shell/phone/clock.ts';
import { CodeField } from '../shell/unlocking/code-field.view.tsx';
import { t } from '../shell/words/language.ts';

export type CodedCentre = { readonly code: string; readonly place: { readonly id: string; readonly name: string } };

type Props = {
  /** The code in the address that a QR code opened; empty when there is none. */
  readonly code: string;
  readonly onFound: (centre: CodedCentre) => void;
  readonly onBack: () => void;
};

export const JoinCentre = ({ code: given, onFound, onBack }: Props) => {
  const [code, setCode] = useState(given);
  const [place, setPlace] = useState<CodedCentre['place'] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const { fetch, root } = sameOrigin(phoneClock.wallMs);
    const answer = await askPlaceOf(fetch, root, code);
    setBusy(false);
    if ('kind' in answer) setProblem(sayTrouble(answer));
    else setPlace(answer);
  };

  return (
    <main class="start">
      <h1>{t('start.code-title')}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (place === null) void ask();
          else onFound({ code, place });
        }}
      >
        <CodeField
          value={code}
          onInput={(next) => {
            setCode(next);
            setPlace(null);
          }}
        />
        {problem === null ? null : <Notice kind="warning" title={problem} />}
        {place === null ? null : <p role="status">{t('start.code-place', { place: place.name })}</p>}
        <Button kind="primary" full type="submit" busy={busy} disabled={code.length < 8}>
          {t(place === null ? 'start.code-ask' : 'start.code-yes')}
        </Button>
      </form>
      <Button kind="quiet" full onPress={onBack}>
        {t('shell.back')}
      </Button>
    </main>
  );
};

/** The join code in the fragment `…/clinic/#join=ABCDEFGH` of an address; empty when there is none. */
export const codeInAddress = (hash: string): string => /^#join=([A-Za-z]{8})$/.exec(hash)?.[1]?.toUpperCase() ?? '';
