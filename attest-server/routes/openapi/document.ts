import type { z } from 'zod'
import type { Operation } from '../http/operation.js'
import { mediaTypes } from '../http/read-input.js'
import { type Endpoint, methods, type Surface } from '../http/surface.js'
import { type Components, createComponents, type JsonSchema } from './components.js'
import { nameOf, responsesOf } from './responses.js'
import { securityOf, securitySchemes } from './security-schemes.js'

export interface Info {
  /** The server's public address. */
  readonly url: string
}

/** `/v1/verdicts/:name` as `/v1/verdicts/{name}`. */
const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

function parametersOf(schema: z.ZodType | undefined, where: 'query' | 'path', components: Components): object[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = components.schemaOf(schema) as { properties?: Record<string, JsonSchema>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property
    return {
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    }
  })
}

function bodyOf({ body, bodyTypes = ['json'], examples = [] }: Operation, components: Components): object {
  if (body === undefined) return {}
  const schema = components.schemaOf(body)
  const content = bodyTypes.map((type) => {
    // One that shows a refusal is no example of what is taken: its answer stands with the responses.
    const shown = examples.filter(
      (example) => (example.as ?? 'json') === type && example.body !== undefined && body.safeParse(example.body).success,
    )
    const named = Object.fromEntries(shown.map(({ summary, body }) => [nameOf(summary), { summary, value: body }]))
    return [mediaTypes[type][0]!, { schema, ...(shown.length > 0 ? { examples: named } : {}) }]
  })
  return { requestBody: { required: !body.safeParse(undefined).success, content: Object.fromEntries(content) as object } }
}

function operationObject(operation: Operation, surface: Surface, components: Components): object {
  const parameters = [...parametersOf(operation.params, 'path', components), ...parametersOf(operation.query, 'query', components)]
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [surface.name],
    security: securityOf(operation.security),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(operation, components),
    responses: responsesOf(operation, surface, components),
  }
}

function pathItem(endpoint: Endpoint, surface: Surface, components: Components): object {
  const items = methods.flatMap((method) => {
    const operation = endpoint[method]
    return operation ? [[method.toLowerCase(), operationObject(operation, surface, components)]] : []
  })
  return Object.fromEntries(items) as object
}

/** OpenAPI 3.1 of what is mounted: the schemas that document are those that validate. */
export function openApiDocument(surfaces: readonly Surface[], { url }: Info): object {
  const components = createComponents()
  const endpoints = surfaces.flatMap((surface) => surface.endpoints.map((endpoint) => ({ surface, endpoint })))
  const paths = endpoints.map(({ surface, endpoint }) => [templateOf(endpoint.path), pathItem(endpoint, surface, components)])
  const names = endpoints.flatMap(({ endpoint }) => methods.flatMap((method) => endpoint[method]?.security ?? []))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vouchsafe attest-server',
      version: '1',
      summary: 'Bot detection with explainable scores, and verdicts that a backend verifies offline.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url }],
    tags: surfaces.map(({ name, summary }) => ({ name, description: summary })),
    paths: Object.fromEntries(paths) as object,
    components: { schemas: components.schemas, securitySchemes: securitySchemes(names) },
  }
}
