/** One stay in care as a card of the register. */
import { ListRow } from '@denba/kit/lists/list-row.view';
import type { RegisterRow } from '@denba/protocols/care/lists/register-row';
import { LastClass } from '../shell/families/last-class.view.tsx';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay, sayName, saySex } from '../shell/words/say.ts';
import { sayOutcome } from './register-words.ts';

export const RegisterLine = ({ line }: { readonly line: RegisterRow }) => {
  const { number, childName, sex, motherName, village, enrolledOn, visits, status, exitCode, exitedOn } = line;
  const child = childName ?? saySex(sex);
  return (
    <ListRow
      title={child}
      trailing={<bdi dir="ltr">{number}</bdi>}
      subtitle={
        <>
          {[sayName(motherName, 'mother'), ...(village === null ? [] : [village])].join(' – ')}
          <span class="register__detail">
            {t('register.enrolled', { day: sayDay(enrolledOn, 'medium') })}, {t('register.visits', { count: visits })}
          </span>
          {status === 'exited' ? (
            <span class="register__exit">
              {[
                ...(exitedOn === null ? [] : [t('register.exited-on', { day: sayDay(exitedOn, 'medium') })]),
                ...(exitCode === null ? [] : [sayOutcome(exitCode)]),
              ].join(' : ')}
            </span>
          ) : null}
          {status === 'inpatient' ? <span class="register__exit">{t('register.inpatient')}</span> : null}
        </>
      }
      badges={status === 'exited' ? null : <LastClass lastClass={line.lastClass} />}
      onPress={() => go({ name: 'family', family: line.family })}
    />
  );
};
