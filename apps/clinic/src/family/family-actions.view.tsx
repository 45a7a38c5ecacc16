/** Actions on the record as a whole. They are rarely needed, so they come last on the page. */
import { Button } from '@denba/kit/buttons/button.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = { readonly timeline: Timeline; readonly mother: Person | null };

export const FamilyActions = ({ timeline, mother }: Props) => {
  const { server } = useWorkspace();
  const { family, history } = timeline;
  const registrations = history.filter(({ form, withdrawn }) => form.kind === 'register-family' && !withdrawn);
  // Of merged records the kept one takes precedence: a correction of the other's registration would not be visible.
  const registered = registrations.findLast(({ entry }) => entry.family === family) ?? registrations.at(-1);
  return (
    <Disclosure summary={t('family.actions')}>
      <div class="rows">
        <Button full icon="baby" onPress={() => go({ name: 'add-child', family })}>
          {t('family.add-child')}
        </Button>
        {registered === undefined ? null : (
          <Button full icon="edit" onPress={() => go({ name: 'correct', family, entry: registered.entry.id })}>
            {t('family.edit')}
          </Button>
        )}
        {server === null ? null : (
          <Button full icon="share" onPress={() => go({ name: 'hand-family', family })}>
            {t('family.hand')}
          </Button>
        )}
        <Button full icon="merge" onPress={() => go({ name: 'merge', family })}>
          {t('family.merge')}
        </Button>
        {mother === null ? null : (
          <>
            <Button full icon="walk" onPress={() => go({ name: 'leave', family, person: mother.id, why: 'moved' })}>
              {t('family.moved')}
            </Button>
            {mother.died === null ? (
              <Button full icon="heart" onPress={() => go({ name: 'leave', family, person: mother.id, why: 'death' })}>
                {t('family.mother-died')}
              </Button>
            ) : null}
          </>
        )}
      </div>
    </Disclosure>
  );
};
