/** A phone hands over one parcel that it carried. The signature inside the parcel says which phone wrote it. */
import { type ParcelProblem, readParcels } from '@denba/sync/courier/parcel';
import { WIRE } from '@denba/sync/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type KnownDevice, knownByPass, knownDevice } from '../devices/known-device.ts';
import { sawThere } from '../devices/saw-device.ts';
import { textOf } from '../http/packed-text.ts';
import { Refusal } from '../http/refusal.ts';
import { type CourierSite, receiveParcel } from './receive-parcel.ts';

export const courierRoutes = (server: FastifyInstance, site: CourierSite): void => {
  const take = async (carrier: KnownDevice, request: FastifyRequest) => {
    const parcels = readParcels(await textOf(request.body, request.headers['content-encoding']));
    if (!parcels.ok) throw notParcels(parcels.error);
    const [parcel, ...more] = parcels.value;
    if (parcel === undefined || more.length > 0) throw notParcels({ kind: 'notACourierFile' });
    const outcome = await receiveParcel(site, `device:${carrier.id}`, parcel);
    if (outcome === 'newer') throw notParcels({ kind: 'newer', format: 0 });
    return { wire: WIRE, outcome };
  };
  /** Authenticates before the body is read, and again afterwards: a phone may be reported lost meanwhile. */
  const route = (url: string, who: typeof knownDevice, handle: typeof take): void => {
    const carrier = (request: FastifyRequest) => who(site.db, request.headers.authorization);
    const onRequest = async (request: FastifyRequest): Promise<void> => {
      await carrier(request);
    };
    server.post(url, { onRequest }, async (request) => handle(await carrier(request), request));
  };
  route('/api/sync/courier', knownDevice, take);
  // Posted by the browser of a phone while Denba is locked: the phone itself was there, whatever the letter holds.
  route('/api/sync/letters', knownByPass, async (phone, request) => {
    await sawThere(site.db, phone.id, null, site.now());
    return take(phone, request);
  });
};

export const notParcels = ({ kind }: ParcelProblem): Refusal => {
  switch (kind) {
    case 'notACourierFile':
      return new Refusal(400, 'not-a-courier-file', {
        fr: "Ce n'est pas un fichier d'envoi de Denba.",
        en: 'This is not a file that a Denba phone made to be sent.',
      });
    case 'newer':
      return new Refusal(400, 'newer-denba', {
        fr: "Ce fichier vient d'un Denba plus récent que le serveur. Mettez le serveur à jour ; gardez le fichier.",
        en: 'This file comes from a newer Denba than the server. Update the server; keep the file.',
      });
    case 'damaged':
      return new Refusal(400, 'damaged-courier-file', {
        fr: "Ce fichier est arrivé coupé ou abîmé : rien n'en a été pris. Demandez-le encore une fois.",
        en: 'This file arrived cut off or damaged: nothing of it was taken. Ask for it once more.',
      });
    case 'tooLarge':
      return new Refusal(413, 'too-large', {
        fr: 'Ce fichier est trop grand. Demandez plusieurs fichiers plus petits.',
        en: 'This file is too large. Ask for several smaller files.',
      });
  }
};
