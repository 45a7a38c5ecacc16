/** Why this family is being traced: what was missed, since when, and which tracing is open. */
import { Card } from '@denba/kit/lists/card.view';
import { careStatus } from '@denba/protocols/care/lists/care-status';
import { listedStatus } from '@denba/protocols/care/lists/listed-status';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { useOwnPlaces } from '../shell/places/own-places.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';

export const TraceTask = ({ family, child }: { readonly family: FamilyId; readonly child: PersonId }) => {
  const { rows, protocol, today } = useWorkspace();
  const here = useOwnPlaces();
  const known = rows.value.get(family)?.children.find(({ id }) => id === child);
  const { rules } = protocol;
  const day = today();
  const status = known === undefined ? null : (listedStatus(known, rules, day, here) ?? careStatus(known, rules, day));
  const facts =
    status === null
      ? []
      : [
          status.missed > 0 ? t('leaving.missed', { count: status.missed }) : null,
          status.lateDays > 0 ? t('leaving.late', { count: status.lateDays }) : null,
        ].filter((fact) => fact !== null);
  return (
    <Card>
      {facts.length === 0 ? null : <p class="leaving__what">{facts.join(' · ')}</p>}
      {status === null || status.on === null ? null : <p>{t('leaving.expected-on', { day: sayDay(status.on) })}</p>}
      {status?.tasks.map(({ kind, dueBy }) => (
        <p key={kind}>
          {t(`leaving.task-${kind}`)} – {t('leaving.task-by', { day: sayDay(dueBy) })}
        </p>
      ))}
      <p>{t('leaving.trace-text')}</p>
    </Card>
  );
};
