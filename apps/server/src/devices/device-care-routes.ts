/**
 * The routes for people who look after the phones of a place: list them, invite one, revoke one, see the quarantine.
 */
import type { FastifyInstance } from 'fastify';
import { bodyOf } from '../http/body-of.ts';
import type { ManagedSite } from '../managed-site.ts';
import { mayAct } from '../people/signed-in.ts';
import { inviteDevice } from './invite-device.ts';
import { listDevices } from './list-devices.ts';
import { listQuarantine, setAside, setAsideQuarantined } from './quarantine.ts';
import { revokeDevice } from './revoke-device.ts';

type OnePlace = { readonly Params: { readonly place: string } };

export const deviceCareRoutes = (server: FastifyInstance, site: ManagedSite): void => {
  const { secure } = site;

  server.get<OnePlace>('/api/places/:place/devices', async (request) => {
    const viewer = await mayAct(site, secure, request);
    return { devices: await listDevices(site, viewer, request.params.place) };
  });

  server.post<OnePlace>('/api/places/:place/join-codes', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    const { code, address } = await inviteDevice(site, viewer, request.params.place);
    return reply.status(201).send({ code, address });
  });

  server.post<{ readonly Params: { readonly device: string } }>(
    '/api/devices/:device/revoke',
    async (request, reply) => {
      const viewer = await mayAct(site, secure, request);
      await revokeDevice(site, viewer, request.params.device);
      return reply.status(204).send();
    },
  );

  server.get<OnePlace>('/api/places/:place/quarantine', async (request) => {
    const viewer = await mayAct(site, secure, request);
    return { quarantine: await listQuarantine(site, viewer, request.params.place) };
  });

  server.post<OnePlace>('/api/places/:place/quarantine/set-aside', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    await setAsideQuarantined(site, viewer, request.params.place, bodyOf(setAside, request.body));
    return reply.status(204).send();
  });
};
