import { err, ok, type Result } from '../../../../shared/result.js'
import { parseDictionary, parseItem } from '../fields/parse-field.js'
import { serializeDictionary, serializeItem, serializeMember } from '../fields/serialize-field.js'
import { type Item, type Parameters, parameterOf } from '../fields/structured-field.js'
import { trimBlanks } from '../fields/trim-blanks.js'
import type { ComponentFault } from './component-fault.js'
import { deriveComponent } from './derived-components.js'
import { type HttpMessage, isResponse } from './http-message.js'

const FIELD_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/
const PRINTABLE = /^[\t\x20-\x7e]*$/

/** The fields that may be covered with `;sf` (RFC 9421 §2.1.1 asks to know the type). `;key` says by itself that a field is a dictionary. */
const structured: ReadonlyMap<string, 'dictionary' | 'item'> = new Map([
  ['accept-signature', 'dictionary'],
  ['cache-control', 'dictionary'],
  ['content-digest', 'dictionary'],
  ['priority', 'dictionary'],
  ['repr-digest', 'dictionary'],
  ['signature', 'dictionary'],
  ['signature-agent', 'dictionary'],
  ['signature-input', 'dictionary'],
  ['want-content-digest', 'dictionary'],
  ['sec-ch-ua-mobile', 'item'],
  ['sec-ch-ua-platform', 'item'],
  ['sec-fetch-dest', 'item'],
  ['sec-fetch-mode', 'item'],
  ['sec-fetch-site', 'item'],
  ['sec-fetch-user', 'item'],
])

/** Which parameters a kind of component takes: all others are refused, since they would change what is meant (RFC 9421 §2.5). */
const fieldParameters: ReadonlySet<string> = new Set(['sf', 'key', 'bs', 'tr', 'req'])
const flags: readonly string[] = ['sf', 'bs', 'tr', 'req']

function checkParameters(name: string, parameters: Parameters): ComponentFault | undefined {
  const allowed = name === '@query-param' ? new Set(['name', 'req']) : name.startsWith('@') ? new Set(['req']) : fieldParameters
  if ([...parameters.keys()].some((parameter) => !allowed.has(parameter))) return 'component-parameter'
  if (flags.some((flag) => parameters.has(flag) && parameterOf(parameters, flag, 'boolean') !== true)) return 'component-parameter'
  if (parameters.has('bs') || parameters.has('tr')) return 'component-unsupported'
  if (parameters.has('sf') && parameters.has('key')) return 'component-parameter'
  return undefined
}

/** RFC 9421 §2.1.2 */
function memberOf(field: string, key: string): Result<string, ComponentFault> {
  const dictionary = parseDictionary(field)
  if (!dictionary.ok) return dictionary
  const member = dictionary.value.get(key)
  return member ? ok(serializeMember(member)) : err('component-missing')
}

/** RFC 9421 §2.1.1 */
function strictly(name: string, field: string): Result<string, ComponentFault> {
  const type = structured.get(name)
  if (type === undefined) return err('component-unsupported')
  if (type === 'item') {
    const item = parseItem(field)
    return item.ok ? ok(serializeItem(item.value)) : item
  }
  const dictionary = parseDictionary(field)
  return dictionary.ok ? ok(serializeDictionary(dictionary.value)) : dictionary
}

/** RFC 9421 §2.1 */
function fieldComponent(name: string, parameters: Parameters, message: HttpMessage): Result<string, ComponentFault> {
  if (!FIELD_NAME.test(name)) return err('component-malformed')
  const line = message.headers.get(name)
  if (line === undefined) return err('component-missing')
  const field = trimBlanks(line)
  if (parameters.has('sf')) return strictly(name, field)
  if (!parameters.has('key')) return ok(field)
  const key = parameterOf(parameters, 'key', 'string')
  return key === undefined ? err('component-parameter') : memberOf(field, key)
}

/** The value of one covered component: the right side of its line in the signature base. */
export function componentValue({ item, parameters }: Item, message: HttpMessage): Result<string, ComponentFault> {
  if (item.kind !== 'string') return err('component-malformed')
  const fault = checkParameters(item.value, parameters)
  if (fault) return err(fault)
  if (parameters.has('req') && !isResponse(message)) return err('component-not-of-request')
  const source = parameters.has('req') && isResponse(message) ? message.request : message
  const read = item.value.startsWith('@') ? deriveComponent : fieldComponent
  const value = read(item.value, parameters, source)
  return value.ok && !PRINTABLE.test(value.value) ? err('component-characters') : value
}
