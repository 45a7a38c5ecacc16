/** One child of today: who, why, how the family is reached, and one tap to the right form. */
import { Button } from '@denba/kit/button.view';
import { ListRow } from '@denba/kit/list-row.view';
import type { DueChild } from '@denba/protocols/care/due-today';
import type { CareRules } from '@denba/protocols/care/follow-up-rules';
import type { LocalDate } from '@denba/quantities/local-date';
import { childLine } from '../shell/families/child-line.ts';
import { Initial } from '../shell/families/initial.view.tsx';
import { LastClass } from '../shell/families/last-class.view.tsx';
import { PhoneLink } from '../shell/families/phone-link.view.tsx';
import { t } from '../shell/language.ts';
import { go } from '../shell/route.ts';
import { sayDay, sayName } from '../shell/say.ts';
import { type ReasonPart, reasonLine } from './reason-line.ts';
import { type GroupName, type TodayAction, todayActions } from './today-groups.ts';

type Props = {
  readonly due: DueChild;
  readonly today: LocalDate;
  readonly rules: CareRules;
  readonly group: GroupName;
};

export const DueRow = ({ due, today, rules, group }: Props) => {
  const { row, child } = due;
  const mother = sayName(row.mother.name, 'mother');
  const reasons = reasonLine(due, today).map(sayReason);
  const actions = todayActions(due, rules, today);
  const isComing = group === 'expected' || group === 'inHospital';
  return (
    <article class="due" aria-label={`${mother}, ${childLine(child, today)}`}>
      <ListRow
        leading={<Initial name={row.mother.name} />}
        title={mother}
        trailing={row.village}
        subtitle={
          <>
            {childLine(child, today)}
            <span class="due__reason">{reasons.join(' · ')}</span>
          </>
        }
        badges={<LastClass lastClass={child.lastClass} />}
        onPress={() => go({ name: 'family', family: row.family })}
      />
      <div class="due__actions">
        {row.phone === null || isComing ? null : <PhoneLink number={row.phone} whose={mother} />}
        {actions.map((action, index) => (
          <Button key={action.does} kind={index === 0 ? 'primary' : 'secondary'} onPress={() => go(action.route)}>
            {sayAction(action)}
          </Button>
        ))}
      </div>
    </article>
  );
};

const sayAction = (action: TodayAction): string =>
  action.does === 'visit' ? t(`today.do.${action.route.form}`) : t(`today.do.${action.does}`);

const sayReason = ({ says, on, count }: ReasonPart): string =>
  t(`today.why.${says}`, {
    ...(on === undefined ? {} : { day: sayDay(on, 'dayMonth') }),
    ...(count === undefined ? {} : { count }),
  });
