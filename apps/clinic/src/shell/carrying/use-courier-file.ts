/** A hook that gives `courierFile` of the current workspace. */
import { useWorkspace } from '../workspace.ts';
import { courierFile } from './courier-file.ts';

export const useCourierFile = (): ((text: string) => File) => {
  const workspace = useWorkspace();
  return (text) => courierFile(workspace, text);
};
