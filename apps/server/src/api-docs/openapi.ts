/**
 * The description for programs: OpenAPI 3.1, whose schemas are JSON Schema 2020-12, generated from the validating
 * schemas. Pure.
 */
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Content, DescribedRoute } from './described-route.ts';

/** The shape of a refusal, which every answer has that is not described otherwise. */
export const refusal = v.object({ code: v.string(), message: v.object({ fr: v.string(), en: v.string() }) });

/** Rules that JSON Schema cannot express; the server enforces them nevertheless. */
const WITHOUT_WORDS = ['check', 'transform', 'trim', 'safe_integer'];

export const schemaOf = (schema: v.GenericSchema): JsonObject => {
  const made = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: WITHOUT_WORDS,
    // JSON Schema reads every pattern as if it had the flag `u`, so such patterns are written without flags.
    overrideAction: ({ valibotAction: action, jsonSchema }) =>
      'requirement' in action && action.requirement instanceof RegExp && action.requirement.flags === 'u'
        ? { ...jsonSchema, pattern: action.requirement.source }
        : null,
  });
  const { $schema, ...rest } = made as JsonObject;
  return rest;
};

/** `routes`: those that the server has. A route without a description is marked as `x-not-described`. */
export const openApi = (
  routes: readonly Pick<DescribedRoute, 'method' | 'url'>[],
  described: readonly DescribedRoute[],
): JsonObject => {
  const paths: Record<string, Record<string, JsonValue>> = {};
  for (const { method, url } of routes) {
    const found = described.find((one) => one.method === method && one.url === url);
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: found === undefined ? undescribed : operation(found) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Denba', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusal) },
      securitySchemes: {
        phone: { type: 'http', scheme: 'bearer' },
        letter: { type: 'http', scheme: 'letter' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-denba' },
      },
    },
  };
};

const undescribed: JsonObject = { 'x-not-described': true, responses: {} };

const operation = ({ url, summary, who, query, body, answer, more = [] }: DescribedRoute): JsonObject => {
  const parameters = [...pathParameters(url), ...(query === undefined ? [] : queryParameters(query))];
  return {
    summary: summary.en,
    'x-summary-fr': summary.fr,
    security: who === 'anybody' ? [] : [{ [who]: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      ...Object.fromEntries(
        [answer, ...more].map(({ status, content }) => [
          String(status),
          { description: '', ...(content === undefined ? {} : { content: contentOf(content) }) },
        ]),
      ),
      default: {
        description: '',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
};

/** OpenAPI 3.1 cannot describe lines: `x-lines` holds a schema for each, in order. */
const contentOf = (content: Content): JsonObject => {
  if ('schema' in content) return { [content.type]: { schema: schemaOf(content.schema) } };
  const text = { schema: { type: 'string' } };
  return { [content.type]: 'lines' in content ? { ...text, 'x-lines': content.lines.map(schemaOf) } : text };
};

const pathParameters = (url: string): JsonObject[] =>
  [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = ({ entries }: NonNullable<DescribedRoute['query']>): JsonObject[] =>
  Object.entries(entries).map(([name, schema]) => ({
    name,
    in: 'query',
    required: schema.type !== 'optional',
    schema: schemaOf(schema as v.GenericSchema),
  }));
