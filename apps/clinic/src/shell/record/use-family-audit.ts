/** Who opened which family's file stands in the log of the phone. */
import type { FamilyId } from '@denba/records/ids';
import { useEffect } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';

export const useFamilyAudit = (family: FamilyId): void => {
  const { session } = useWorkspace();
  useEffect(() => {
    // A log that cannot be written must not keep a worker from a family; a full phone is announced by the shell.
    session.audit.add('family-opened', { family }).catch(() => undefined);
  }, [session, family]);
};
