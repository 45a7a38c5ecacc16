/** Returns a function that gives an author's name, also for people who no longer unlock this phone. */
import { useEffect, useState } from 'preact/hooks';
import { type PeopleNames, peopleNames } from '../../shell/record/people-names.ts';
import { t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';

export const useAuthorName = (): ((author: string) => string) => {
  const { device, session } = useWorkspace();
  const [names, setNames] = useState<PeopleNames>(() => new Map(device.users().map(({ id, name }) => [id, name])));
  useEffect(() => {
    let wanted = true;
    void peopleNames(device, session.sealed).then((known) => {
      if (wanted) setNames(known);
    });
    return () => {
      wanted = false;
    };
  }, [device, session]);
  return (author) => names.get(author) ?? t('family.entry.somebody-else');
};
