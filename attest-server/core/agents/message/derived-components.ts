import { err, ok, type Result } from '../../../../shared/result.js'
import { type Parameters, parameterOf } from '../fields/structured-field.js'
import type { ComponentFault } from './component-fault.js'
import { type HttpMessage, isResponse, type RequestMessage } from './http-message.js'
import { parseTarget, type Target } from './target.js'

type Derive = (target: Target, request: RequestMessage, parameters: Parameters) => Result<string, ComponentFault>

const of =
  (read: (target: Target, request: RequestMessage) => string): Derive =>
  (target, request) =>
    ok(read(target, request))

/** What `encodeURIComponent` leaves as it is, and the percent-encode set of application/x-www-form-urlencoded does not. */
const encodeQueryPart = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** The name that is written so; undefined where it is written in another way than RFC 9421 §2.2.8 has it. */
function decodeName(written: string): string | undefined {
  try {
    const name = decodeURIComponent(written)
    return encodeQueryPart(name) === written ? name : undefined
  } catch {
    return undefined
  }
}

/** RFC 9421 §2.2.8: parsed as a form, and encoded again. A name that comes more than once cannot be covered. */
function queryParam(target: Target, _: RequestMessage, parameters: Parameters): Result<string, ComponentFault> {
  const name = decodeName(parameterOf(parameters, 'name', 'string') ?? '%')
  if (name === undefined) return err('component-parameter')
  const values = new URLSearchParams(target.query ?? '').getAll(name)
  if (values.length === 0) return err('component-missing')
  return values.length === 1 ? ok(encodeQueryPart(values[0]!)) : err('component-ambiguous')
}

/** RFC 9421 §2.2, of requests. */
const derived: ReadonlyMap<string, Derive> = new Map<string, Derive>([
  ['@method', of((_, request) => request.method)],
  ['@target-uri', of(({ scheme, authority, path, query = '' }) => `${scheme}://${authority}${path}${query}`)],
  ['@authority', of(({ authority }) => authority)],
  ['@scheme', of(({ scheme }) => scheme)],
  ['@request-target', of(({ path, query = '' }) => path + query)],
  ['@path', of(({ path }) => path)],
  ['@query', of(({ query = '?' }) => query)],
  ['@query-param', queryParam],
])

/** RFC 9421 §2.2.9 */
function status(message: HttpMessage): Result<string, ComponentFault> {
  return isResponse(message) ? ok(String(message.status).padStart(3, '0')) : err('component-not-of-request')
}

/** @param message the one that `;req` names, if the component has that. */
export function deriveComponent(name: string, parameters: Parameters, message: HttpMessage): Result<string, ComponentFault> {
  if (name === '@status') return status(message)
  const derive = derived.get(name)
  if (!derive) return err('component-unknown')
  if (isResponse(message)) return err('component-not-of-response')
  const target = parseTarget(message.url)
  return target.ok ? derive(target.value, message, parameters) : err('component-missing')
}
