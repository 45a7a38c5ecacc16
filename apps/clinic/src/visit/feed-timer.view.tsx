/** Times the feed that the worker observes. It continues while she answers questions and while the phone is locked. */
import { StopWatch } from '@denba/kit/timers/stop-watch.view';
import { useState } from 'preact/hooks';
import { phoneClock } from '../shell/phone/clock.ts';
import { t } from '../shell/words/language.ts';
import { type FeedTime, feedTimes, notTimed } from './feed-times.ts';

const SECONDS = 60;
const parts = (seconds: number) => ({ minutes: Math.floor(seconds / SECONDS), seconds: seconds % SECONDS });

/** `of`: the draft key of the visit to which the feed belongs. */
export const FeedTimer = ({ of }: { readonly of: string }) => {
  const [time, setTime] = useState(feedTimes.get(of) ?? notTimed);
  const keep = (next: FeedTime): void => {
    feedTimes.set(of, next);
    setTime(next);
  };
  return (
    <div>
      <StopWatch
        now={phoneClock.wallMs}
        startedAt={time.from}
        onStart={(from) => keep({ ...time, from })}
        onStop={(lasted) => keep({ from: null, lasted })}
        labels={{
          title: t('visit.feed-title'),
          start: t('visit.feed-start'),
          stop: t('visit.feed-stop'),
          restart: t('visit.feed-restart'),
          elapsed: (seconds) => t('visit.feed-elapsed', parts(seconds)),
        }}
      />
      {time.lasted === null ? null : <p class="quiet">{t('visit.feed-lasted', parts(time.lasted))}</p>}
    </div>
  );
};
