import type { FaultCode } from '../../core/fault.js'
import type { Example, Operation, ResponseDoc } from '../http/operation.js'
import type { Surface } from '../http/surface.js'
import type { Components } from './components.js'

/** What the frame may answer before a handler is asked. */
function faultsOf({ security, body, query, params, limit }: Operation): FaultCode[] {
  return [
    ...(security === 'none' || security.endsWith('?') ? [] : (['unauthorized'] as const)),
    ...(query || params || body ? (['invalid'] as const) : []),
    ...(body ? (['malformed', 'too-large', 'unsupported-media-type'] as const) : []),
    ...(limit ? (['rate-limited'] as const) : []),
    'internal',
    'unavailable',
  ]
}

const titles: Readonly<Partial<Record<FaultCode, string>>> = {
  unauthorized: 'The key is missing or not known.',
  invalid: 'The request is not what this takes.',
  malformed: 'The body cannot be read.',
  'too-large': 'The body is too large.',
  'unsupported-media-type': 'The body is of a type that this does not take.',
  'rate-limited': 'Too many requests; `Retry-After` says when to come again.',
  internal: 'Something went wrong.',
  unavailable: 'The store does not answer; `Retry-After` says when to come again.',
}

const plainType = (type: string | null): string => (type ?? 'application/json').split(';')[0]!.trim()

function ownResponse({ description, schema, type }: ResponseDoc, examples: readonly Example[], components: Components): object {
  if (schema === undefined && type === undefined) return { description }
  const shown = examples.filter(({ response }) => response !== undefined).map(({ summary, response }) => [summary, { value: response }])
  const named = Object.fromEntries(shown.map(([summary, value]) => [nameOf(summary as string), value])) as object
  const types = [type ?? null].flat().map(plainType)
  const content = types.map((plain) => {
    const isJson = schema !== undefined && (plain.endsWith('json') || types.length === 1)
    const media = { schema: isJson ? components.schemaOf(schema) : { type: 'string' } }
    return [plain, isJson && shown.length > 0 ? { ...media, examples: named } : media]
  })
  return { description, content: Object.fromEntries(content) as object }
}

/** A key of `examples`: RFC-safe letters alone. */
export const nameOf = (summary: string): string => summary.replace(/[^\w.-]+/g, '-')

/** The answers that the frame gives, made by the code that gives them: the status and type of each fault are asked of the surface. */
function faultResponses(operation: Operation, surface: Surface, components: Components): Record<string, object> {
  const responses: Record<string, object> = {}
  const schema = components.schemaOf(surface.faultSchema)
  for (const code of faultsOf(operation)) {
    const { status, headers } = surface.faultResponse({ code }, 'request')
    responses[status] ??= { description: titles[code] ?? code, content: { [plainType(headers.get('content-type'))]: { schema } } }
  }
  return responses
}

export function responsesOf(operation: Operation, surface: Surface, components: Components): Record<string, object> {
  const faults = faultResponses(operation, surface, components)
  const own = Object.entries(operation.responses).map(([status, doc]) => {
    const isFault = Number(status) >= 400 && !doc.schema && !doc.type
    const documented = isFault ? { ...doc, schema: surface.faultSchema, type: faultType(surface) } : doc
    const examples = (operation.examples ?? []).filter((example) => example.status === Number(status))
    return [status, ownResponse(documented, examples, components)] as const
  })
  return { ...faults, ...Object.fromEntries(own) }
}

const faultType = ({ faultResponse }: Surface): string =>
  plainType(faultResponse({ code: 'not-found' }, 'request').headers.get('content-type'))
