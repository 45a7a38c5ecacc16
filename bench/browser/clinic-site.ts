/** Serves the built clinic, with the page that fills its store; the service worker does not cache that page. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '@denba/records/entry';
import { entryToText } from '@denba/records/entry';
import { buildClinic } from '../../apps/clinic/build/build-clinic.ts';
import { indicatorsOfPhone } from '../../apps/clinic/build/protocol-plugin.ts';
import { serveFolder } from '../../apps/clinic/build/serve-folder.ts';
import { pageBundle } from './clinic-bundle.ts';
import { protocol } from './clinic-stories.ts';

export type ClinicSite = { readonly url: string; readonly fillUrl: string; readonly close: () => void };

/** `port` 0: any free port. */
export const clinicSite = async (folder: string, entries: readonly Entry[], port = 0): Promise<ClinicSite> => {
  const { folder: built } = await buildClinic();
  cpSync(built, folder, { recursive: true });
  mkdirSync(join(folder, 'bench'), { recursive: true });
  writeFileSync(join(folder, 'bench', 'entries.json'), entries.map(entryToText).join('\n'));
  writeFileSync(join(folder, 'bench', 'protocol.json'), JSON.stringify(protocol));
  writeFileSync(join(folder, 'bench', 'indicators.json'), JSON.stringify(indicatorsOfPhone()));
  writeFileSync(
    join(folder, 'fill.html'),
    '<!doctype html><title>fill</title><script type="module" src="bench/fill.js"></script>',
  );
  writeFileSync(join(folder, 'bench', 'fill.js'), await pageBundle('clinic-fill-page.ts'));
  const { server, url } = await serveFolder(folder, port);
  return {
    url,
    fillUrl: `${url}fill.html`,
    close: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
