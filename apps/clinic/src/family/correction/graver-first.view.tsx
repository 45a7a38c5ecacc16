/**
 * Shows a danger, or a more severe class than the one that was acted on, before everything else, with what to do now.
 */
import { Notice } from '@denba/kit/notices/notice.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { t } from '../../shell/words/language.ts';
import { sayChild } from '../../shell/words/say-child.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import type { ToldAnew } from './told-anew.ts';

export const GraverFirst = ({
  timeline,
  told,
}: {
  readonly timeline: Timeline;
  readonly told: readonly ToldAnew[];
}) => (
  <>
    {told
      .filter(({ graver, isLast }) => graver && isLast)
      .map((one) => (
        <Graver key={one.one.visit.entry.id} timeline={timeline} told={one} />
      ))}
  </>
);

const Graver = ({ timeline, told: { one, now } }: { readonly timeline: Timeline; readonly told: ToldAnew }) => {
  const { today } = useWorkspace();
  const child = sayChild(timeline, one.visit.subject, today());
  const pressing = now.actions.filter(({ urgency }) => urgency === 'now');
  return (
    <Notice kind="danger" title={t(now.urgent ? 'family.anew.danger' : 'family.anew.graver')}>
      <p>{t('family.anew.now', { child, found: now.headline.text })}</p>
      <p>{t(now.urgent ? 'family.anew.call' : 'family.anew.soon')}</p>
      <ul>
        {(pressing.length === 0 ? now.actions : pressing).map(({ code, title }) => (
          <li key={code}>{title}</li>
        ))}
      </ul>
    </Notice>
  );
};
