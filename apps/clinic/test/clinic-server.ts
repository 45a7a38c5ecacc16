/** Serves the built clinic at its own address, for journeys, screenshots and benchmarks. */
import { buildClinic } from '../build/build-clinic.ts';
import { serveFolder } from '../build/serve-folder.ts';

export type ClinicServer = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

/** `port` 0 chooses any free one. `folder`: another build, for tests of an update. */
export const serveClinic = async (folder?: string, port = 0): Promise<ClinicServer> => {
  const built = folder ?? (await buildClinic()).folder;
  const { server, url } = await serveFolder(built, port);
  return {
    url,
    port: Number(new URL(url).port),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
