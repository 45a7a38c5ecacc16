/** Records in the phone's audit log who opened which family's file. */
import type { FamilyId } from '@denba/records/ids';
import { useEffect } from 'preact/hooks';
import { useWorkspace } from '../workspace.ts';

export const useFamilyAudit = (family: FamilyId): void => {
  const { session } = useWorkspace();
  useEffect(() => {
    // A failure to write the log must not keep a worker from a family; the shell reports a full phone.
    session.audit.add('family-opened', { family }).catch(() => undefined);
  }, [session, family]);
};
