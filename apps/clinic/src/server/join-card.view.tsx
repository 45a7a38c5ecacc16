/** Joins a phone that works alone to a centre of the server with a code. What it already stores is sent too. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { sayTrouble } from '../shell/exchange/say-trouble.ts';
import type { ServerLink } from '../shell/exchange/server-link.ts';
import { CodeField } from '../shell/unlocking/code-field.view.tsx';
import { t } from '../shell/words/language.ts';

type Props = {
  readonly server: ServerLink;
  /** `lostHere`: a phone of the centre was lost lately, which this one probably replaces. */
  readonly onJoined: (lostHere: boolean) => void;
};

export const JoinCard = ({ server, onJoined }: Props) => {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [place, setPlace] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = place === null ? await server.askPlace(code) : await server.join(code);
    setBusy(false);
    if ('kind' in answer) setProblem(sayTrouble(answer));
    else if ('link' in answer) onJoined(answer.lostHere);
    else setPlace(answer.name);
  };

  return (
    <Card title={t('server.join')}>
      <p>{t('server.join-text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
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
        {place === null ? null : <p role="status">{t('server.is-it', { place })}</p>}
        <Button kind="primary" full type="submit" busy={busy} disabled={code.length < 8}>
          {t(place === null ? 'server.ask' : 'server.join-now')}
        </Button>
      </form>
    </Card>
  );
};
