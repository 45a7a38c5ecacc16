/**
 * Warns that a child's conclusions are from before a correction, with a button to the new ones; where none can be
 * computed, the warning stays until the child is seen again.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { visitsOf } from '@denba/protocols/care/known-facts/visits-of';
import type { PersonId } from '@denba/records/ids';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { classIsOutdated } from './class-outdated.ts';
import { tellAnew } from './correction/told-anew.ts';
import { useAnew } from './correction/use-anew.ts';

export const OutdatedClass = ({ timeline, child }: { readonly timeline: Timeline; readonly child: PersonId }) => {
  const anew = useAnew(timeline);
  const isOfChild = ({ subject }: ReadEntry): boolean => subject !== null && keptPerson(timeline, subject) === child;
  const changed = anew?.changed.filter(({ visit }) => isOfChild(visit)) ?? [];
  const changes = changed.length > 0;
  const graver = tellAnew(timeline, changed).told.find((one) => one.graver && one.isLast);
  const last = visitsOf(timeline, child).findLast(({ findings }) => typeof findings['pairClass'] === 'string');
  // While the new conclusions are being computed, or when that fails, the fast test without a protocol is used.
  const stays = anew == null ? classIsOutdated(timeline, child) : anew.stuck.some(({ entry }) => entry === last?.entry);
  if (!changes && !stays) return null;
  return (
    <>
      <p class="child__next child__next--pressing">
        <Icon name="warning" />
        {graver !== undefined
          ? t('family.class-graver', { found: graver.now.headline.text })
          : t(changes ? 'family.class-before-correction' : 'family.class-outdated')}
      </p>
      {changes ? (
        <Button
          kind={graver === undefined ? 'secondary' : 'primary'}
          full
          icon="eye"
          onPress={() => go({ name: 'anew', family: timeline.family })}
        >
          {t('family.do.see-anew')}
        </Button>
      ) : null}
    </>
  );
};
