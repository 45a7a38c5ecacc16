/** The state of the link: how many entries wait to be sent, the last meeting, and what went wrong. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { sayClockOff } from '../shell/exchange/say-clock-off.ts';
import { sayTrouble } from '../shell/exchange/say-trouble.ts';
import type { ServerLink, ServerState } from '../shell/exchange/server-link.ts';
import { dayOfMs } from '../shell/phone/clock.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Linked = Extract<ServerState, { readonly kind: 'linked' }>;

export const LinkedCard = ({ server, state }: { readonly server: ServerLink; readonly state: Linked }) => {
  const { rows } = useWorkspace();
  // The number of unsent entries changes with every save.
  void rows.value;
  const unsent = server.unsent();
  const { place, lastContactMs, revoked } = state.link;
  const clock = sayClockOff(state.link);
  return (
    <Card title={place.name}>
      {revoked ? (
        <Notice kind="danger" title={t('shell.server-revoked')} />
      ) : (
        <Notice
          kind={unsent === 0 ? 'success' : 'info'}
          title={unsent === 0 ? t('server.all-sent') : t('server.waiting', { count: unsent })}
        />
      )}
      {unsent > 0 && server.letters.left.value && !revoked ? <p class="quiet">{t('server.letter-left')}</p> : null}
      {state.meeting ? <ProgressBar value={null} label={t('server.meeting')} /> : null}
      {state.trouble === null || revoked ? null : <Notice kind="warning" title={sayTrouble(state.trouble)} />}
      {clock === null ? null : <Notice kind="warning" title={clock} />}
      <p class="quiet">
        {lastContactMs === null
          ? t('server.never-met')
          : t('server.met', { day: sayDay(dayOfMs(lastContactMs), 'long'), time: timeOf(lastContactMs) })}
      </p>
      {revoked ? null : (
        <Button full icon="sync" busy={state.meeting} onPress={() => void server.meetNow()}>
          {t('server.meet-now')}
        </Button>
      )}
    </Card>
  );
};

const timeOf = (ms: number): string => {
  const at = new Date(ms);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
};
