/** Renders its children with the protocol that an entry or a draft names, if it is on this phone. */
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { WaitingForStore } from '../screen/waiting-for-store.view.tsx';
import { useWorkspace, WorkspaceProvider } from '../workspace.ts';
import type { RunningProtocol } from './protocol.ts';

type Props = {
  /** The protocol version of the entry; `null` when no protocol took part or none was recorded. */
  readonly version: string | null;
  /**
   * Shown when that protocol's pack is not here; when `undefined`, the children are shown with the running protocol.
   */
  readonly absent?: ComponentChildren;
  readonly children: ComponentChildren;
};

export const UnderProtocol = ({ version, absent, children }: Props) => {
  const workspace = useWorkspace();
  const { packs, protocol } = workspace;
  const isOther = version !== null && version !== protocolVersion(protocol.content);
  const [found, setFound] = useState<{ readonly version: string; readonly other: RunningProtocol | null } | null>(null);
  useEffect(() => {
    if (!isOther) return;
    let wanted = true;
    const tell = (other: RunningProtocol | null): void => {
      if (wanted) setFound({ version, other });
    };
    packs.named(version).then(tell, () => tell(null));
    return () => {
      wanted = false;
    };
  }, [packs, version, isOther]);
  const other = found?.version === version ? found.other : null;
  const under = useMemo(() => (other === null ? workspace : { ...workspace, protocol: other }), [workspace, other]);
  if (isOther && found?.version !== version) return <WaitingForStore />;
  if (isOther && other === null && absent !== undefined) return <>{absent}</>;
  return <WorkspaceProvider value={under}>{children}</WorkspaceProvider>;
};
