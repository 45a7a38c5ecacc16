/** The phone and its server: what is sent, what waits, what is in quarantine and why, and the last meeting. */
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CarryCard } from './carry-card.view.tsx';
import { JoinCard } from './join-card.view.tsx';
import { LinkedCard } from './linked-card.view.tsx';
import { ProtocolCard } from './protocol-card.view.tsx';
import { RefusedCard } from './refused-card.view.tsx';
import { SendFileCard } from './send-file-card.view.tsx';

export const ServerScreen = () => {
  const { server } = useWorkspace();
  const state = server?.state.value ?? null;
  const [lostHere, setLostHere] = useState(false);
  return (
    <Screen title={t('server.title')}>
      {server === null || state === null ? <p>{t('server.training')}</p> : null}
      {server !== null && state?.kind === 'alone' ? <JoinCard server={server} onJoined={setLostHere} /> : null}
      {server !== null && state?.kind === 'linked' ? (
        <>
          {lostHere ? <Notice kind="warning" title={t('start.lost-here')} /> : null}
          <LinkedCard server={server} state={state} />
          <ProtocolCard />
          {state.link.revoked ? null : <SendFileCard server={server} link={state.link} />}
          <RefusedCard refused={state.link.refused} />
        </>
      ) : null}
      {server === null || state?.kind === 'reading' ? null : <CarryCard server={server} />}
    </Screen>
  );
};
