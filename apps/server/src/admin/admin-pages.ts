/**
 * How pages and forms of the management are answered: a page is shown; a form is carried out and redirects; a form that
 * fails shows its page again with what was typed and the reason. Without a session, pages redirect to signing in.
 */

import { Html } from '@denba/kit/html/html';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { asRefusal, unforeseen } from '../http/create-server.ts';
import { notFound } from '../http/refusal.ts';
import type { ManagedSite } from '../managed-site.ts';
import { mayAct, type SignedIn, signedIn, whoAsks } from '../people/signed-in.ts';
import { errorPage } from './layout.ts';
import { ADMIN, type Outcome, type OwnVisit, type Visit } from './visit.ts';
import { chooseLanguage, isLanguage, LANGUAGE_COOKIE, type Words, wordsIn } from './words.ts';

type Show<V> = (visit: V) => Outcome | Promise<Outcome>;

/** `from`: a query that is added to the address of signing in, so that the person returns to where she was. */
export const adminPages = (scope: FastifyInstance, site: ManagedSite, from = '') => {
  const as = <Who extends SignedIn | null>(request: FastifyRequest, viewer: Who) => ({
    ...wordsIn(languageOf(request)),
    viewer,
    now: site.now(),
    address: request.ip,
    canReload: request.method === 'GET',
    problem: null,
    search: /\?.*$/s.exec(request.url)?.[0] ?? '',
    cookies: request.headers.cookie,
    params: request.params as Readonly<Record<string, string>>,
    fields: (request.body ?? {}) as Readonly<Record<string, string>>,
  });
  const routes = <V extends Visit>(open: (request: FastifyRequest) => Promise<V>) => ({
    page: (url: string, show: Show<V>): void => {
      scope.get(url, async (request, reply) => answer(reply, request, await show(await open(request))));
    },
    /** `show`: the page with the form, shown again when the form fails; without it, an error page is shown. */
    form: (url: string, act: Show<V>, show?: Show<V>, bodyLimit?: number): void => {
      // Authenticates before the body is read, so that strangers cannot send large bodies.
      const onRequest = async (request: FastifyRequest): Promise<void> => {
        await open(request);
      };
      scope.post(url, bodyLimit === undefined ? {} : { bodyLimit, onRequest }, async (request, reply) => {
        const visit = await open(request);
        try {
          return answer(reply, request, await act(visit));
        } catch (failure) {
          const told = problemOf(visit, failure);
          if (told === null || show === undefined || told.status === 404) throw failure;
          reply.status(told.status);
          return answer(reply, request, await show({ ...visit, problem: told.text }));
        }
      });
    },
  });
  scope.setErrorHandler(async (failure: Error, request, reply) => {
    const words = wordsIn(languageOf(request));
    const told = problemOf(words, failure);
    if (told === null) {
      const { status, text } = unforeseen(site.log, request, failure);
      reply.status(status);
      return answer(reply, request, errorPage(words, text[words.language]));
    }
    if (told.code === 'not-signed-in') return reply.redirect(`${ADMIN}/sign-in${from}`, 303);
    if (told.code === 'password-to-replace') return reply.redirect(`${ADMIN}/me`, 303);
    reply.status(told.status);
    return answer(reply, request, errorPage(words, told.text));
  });
  scope.setNotFoundHandler(async () => {
    throw notFound();
  });
  return {
    /** Pages that need no session. */
    open: routes<Visit>(async (request) => as(request, await whoAsks(site, site.secure, request))),
    /** Pages of one's own account, which are also open while a password made by somebody else has to be replaced. */
    me: routes<OwnVisit>(async (request) => as(request, await signedIn(site, site.secure, request))),
    own: routes<OwnVisit>(async (request) => as(request, await mayAct(site, site.secure, request))),
  };
};

const answer = (reply: FastifyReply, request: FastifyRequest, outcome: Outcome): FastifyReply => {
  const asked = (request.query as Readonly<Record<string, unknown>>)['lang'];
  if (isLanguage(asked)) {
    reply.header('set-cookie', `${LANGUAGE_COOKIE}=${asked}; Path=/; SameSite=Strict; Max-Age=31536000`);
  }
  // Under `no-referrer` a browser does not say from which page a form comes, and the form would be refused.
  reply.header('referrer-policy', 'same-origin');
  if (outcome instanceof Html) return reply.type('text/html; charset=utf-8').send(outcome.text);
  if ('file' in outcome) {
    const { name, type, content } = outcome.file;
    return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content);
  }
  if ('page' in outcome) {
    reply.status(outcome.status).header('set-cookie', [...outcome.cookies]);
    return reply.type('text/html; charset=utf-8').send(outcome.page.text);
  }
  if (outcome.cookie !== undefined) reply.header('set-cookie', outcome.cookie);
  return reply.redirect(outcome.to, 303);
};

const languageOf = ({ query, headers }: FastifyRequest) =>
  chooseLanguage({
    asked: (query as Readonly<Record<string, unknown>> | undefined)?.['lang'],
    cookies: headers.cookie,
    accepted: headers['accept-language'],
  });

/** Names of form fields whose values are invalid. */
class WrongFields extends Error {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super('wrong fields');
    this.names = names;
  }
}

/**
 * Parses the fields of a form; throws `WrongFields`. `told`: field names that the message shows instead of those of the
 * schema.
 */
export const fieldsOf = <Schema extends v.GenericSchema>(
  schema: Schema,
  given: unknown,
  told: Readonly<Record<string, FieldName>> = {},
): v.InferOutput<Schema> => {
  const read = v.safeParse(schema, given);
  if (read.success) return read.output;
  const wrong = read.issues.map((issue) => String(issue.path?.[0]?.key));
  throw new WrongFields([...new Set(wrong.map((name) => told[name] ?? name))]);
};

export const problemOf = ({ t, language }: Words, failure: unknown) => {
  if (failure instanceof WrongFields) {
    const known = fieldNames.filter((name) => failure.names.includes(name));
    const fields = known.map((name) => t(`field.${name}`)).join(', ') || '?';
    return { status: 422, code: 'field-wrong', text: t('field.wrong', { fields }) };
  }
  const refusal = failure instanceof Error ? asRefusal(failure) : null;
  return refusal === null ? null : { status: refusal.status, code: refusal.code, text: refusal.text[language] };
};

const fieldNames = [
  'name',
  'signInName',
  'password',
  'current',
  'next',
  'again',
  'code',
  'rootName',
  'role',
  'place',
  'placeName',
  'year',
  'people',
  'kind',
  'note',
  'reason',
  'email',
  'csv',
  'geojson',
  'file',
  'pack',
] as const;
type FieldName = (typeof fieldNames)[number];
