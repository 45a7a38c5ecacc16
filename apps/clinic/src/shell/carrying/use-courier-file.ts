/** Makes files of couriers' texts, on a screen. */
import { useWorkspace } from '../workspace.ts';
import { courierFile } from './courier-file.ts';

export const useCourierFile = (): ((text: string) => File) => {
  const workspace = useWorkspace();
  return (text) => courierFile(workspace, text);
};
