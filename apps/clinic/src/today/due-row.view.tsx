/** One child of today's list: name, reason, telephone, and one tap to the right form. */
import { Button } from '@denba/kit/buttons/button.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { DueChild } from '@denba/protocols/care/lists/due-today';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FacilityId } from '@denba/records/ids';
import { childLine } from '../shell/families/child-line.ts';
import { Initial } from '../shell/families/initial.view.tsx';
import { LastClass } from '../shell/families/last-class.view.tsx';
import { PhoneLink } from '../shell/families/phone-link.view.tsx';
import { readAhead } from '../shell/families/read-ahead.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayName, sayNearDay } from '../shell/words/say.ts';
import { useShell } from '../shell/workspace.ts';
import { type ReasonPart, reasonLine } from './reason-line.ts';
import { type GroupName, type TodayAction, todayAction } from './today-groups.ts';

type Props = {
  readonly due: DueChild;
  readonly today: LocalDate;
  readonly rules: CareRules;
  readonly group: GroupName;
  /** The name of a centre; `null` when it is not known here. */
  readonly placeName: (place: FacilityId) => string | null;
};

export const DueRow = ({ due, today, rules, group, placeName }: Props) => {
  const shell = useShell();
  const { row, child } = due;
  const mother = sayName(row.mother.name, 'mother');
  const reasons = reasonLine(due, today).map((part) => sayReason(part, today, placeName));
  const action = todayAction(due, rules, today);
  // The heading already says that they come today. They need no call, nor do children in hospital.
  const isComing = group === 'expected' && due.status.missed === 0;
  const phone = isComing || group === 'inHospital' ? null : row.phone;
  const badge = <LastClass lastClass={child.lastClass} />;
  return (
    <article class="due" aria-label={`${mother}, ${childLine(child, today)}`}>
      <ListRow
        leading={<Initial name={row.mother.name} />}
        title={mother}
        subtitle={
          <>
            {[childLine(child, today), ...(row.village === null ? [] : [row.village])].join(' – ')}
            {isComing ? null : <span class="due__reason">{reasons.join(', ')}</span>}
          </>
        }
        badges={phone === null ? null : badge}
        onReach={() => readAhead(shell, row.family)}
        onPress={() => go({ name: 'family', family: row.family })}
      />
      <div class="due__foot">
        {phone === null ? badge : <PhoneLink number={phone} whose={mother} />}
        {action === null ? null : (
          <span class="due__action">
            <Button kind="primary" onPress={() => go(action.route)}>
              {sayAction(action)}
            </Button>
          </span>
        )}
      </div>
    </article>
  );
};

const sayAction = (action: TodayAction): string =>
  action.does === 'visit' ? t(`today.do.${action.route.form}`) : t(`today.do.${action.does}`);

const sayReason = ({ says, on, count, place }: ReasonPart, today: LocalDate, placeName: Props['placeName']): string => {
  const name = place === undefined ? null : placeName(place);
  return t(`today.why.${says === 'transferred' && name !== null ? 'transferred-from' : says}`, {
    ...(on === undefined ? {} : { day: sayNearDay(on, today) }),
    ...(count === undefined ? {} : { count }),
    ...(name === null ? {} : { place: name }),
  });
};
