/** The routes of places: list, create, import and export. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyOf } from '../http/body-of.ts';
import type { ManagedSite } from '../managed-site.ts';
import { mayAct } from '../people/signed-in.ts';
import { createPlace, newPlace } from './create-place.ts';
import { exportPlaces } from './export-places.ts';
import { importPlaces, importRequest, MOST_SHEET_BYTES } from './import-places.ts';
import { listPlaces } from './list-places.ts';

export const placeRoutes = (server: FastifyInstance, site: ManagedSite): void => {
  const { secure } = site;

  server.get('/api/places', async (request) => ({
    places: await listPlaces(site, await mayAct(site, secure, request)),
  }));

  server.post('/api/places', async (request, reply) => {
    const viewer = await mayAct(site, secure, request);
    return reply.status(201).send(await createPlace(site, viewer, bodyOf(newPlace, request.body)));
  });

  // Authenticates before a large body is read. The limit is doubled because JSON writes a line end in two characters.
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    await mayAct(site, secure, request);
  };
  server.post('/api/places/import', { bodyLimit: 2 * MOST_SHEET_BYTES, onRequest }, async (request) => {
    const viewer = await mayAct(site, secure, request);
    return importPlaces(site, viewer, bodyOf(importRequest, request.body));
  });

  server.get('/api/places/export', async (request, reply) => {
    const text = await exportPlaces(site, await mayAct(site, secure, request));
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="denba-places.csv"')
      .send(text);
  });
};
