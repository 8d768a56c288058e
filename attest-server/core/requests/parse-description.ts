import { parseHop } from '../../../shared/address/parse-hop.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { HttpFacts } from '../../facts/fact.js'
import { describedAddress } from './described-address.js'
import { HEADER_NAME, headerText } from './header-text.js'
import { parseExtraHeaders } from './parse-extra-headers.js'
import { type FieldFault, headerFieldNames, headerFields, LONGEST_ORDER, MOST_HEADERS, requestFieldNames } from './request-fields.js'

export interface DescriptionSettings {
  /** How many proxies stand before whoever describes: a setting of the project. */
  readonly trustedProxies: number
}

type Fields = Readonly<Record<string, unknown>>

/** A fault for each field that is wrong, so that all can be mended at once. */
type Parsed<T> = Result<T, readonly FieldFault[]>

/** The fields of their own win over `extra_headers`. */
function parseHeaders(fields: Fields): Parsed<ReadonlyMap<string, string>> {
  const extra = parseExtraHeaders(fields.extra_headers)
  const headers = new Map(extra.ok ? extra.value : [])
  const faults = extra.ok ? [] : [...extra.error]
  for (const field of headerFieldNames) {
    const text = headerText(fields[field], field, headerFields[field])
    if (!text.ok) faults.push(text.error)
    else if (text.value !== undefined) headers.set(headerFields[field], text.value)
  }
  return faults.length > 0 ? err(faults) : ok(headers)
}

/** `headerorder`: names joined by commas (NBP-02). */
function parseOrder(value: unknown): Parsed<readonly string[] | undefined> {
  if (value === undefined || value === null || value === '') return ok(undefined)
  const wrong = (message: string) => err([{ field: 'headerorder', message }])
  if (typeof value !== 'string') return wrong('must be a string of header names joined by ", "')
  if (value.length > LONGEST_ORDER) return wrong(`must have at most ${LONGEST_ORDER} characters`)
  const names = value.split(',').map((name) => name.trim().toLowerCase())
  // HTTP/2's own come first in some servers' lists.
  const real = names.filter((name) => !name.startsWith(':'))
  if (real.length > MOST_HEADERS * 2) return wrong(`must have at most ${MOST_HEADERS * 2} names`)
  return real.every((name) => HEADER_NAME.test(name)) ? ok(real) : wrong('holds what is no header name')
}

function parseIp(value: unknown): Parsed<string | undefined> {
  if (value === undefined || value === null || value === '') return ok(undefined)
  if (typeof value === 'string' && parseHop(value) !== undefined) return ok(value)
  return err([{ field: 'ip', message: 'must be an IPv4 or IPv6 address' }])
}

const ONLY_SECURE = /^sec-(?:fetch|ch-ua)/

/** Whether it came over https for sure: only there do browsers send `Sec-*` (Secure Contexts; Fetch Metadata §2). */
function isSecure(headers: ReadonlyMap<string, string>, order: readonly string[] = []): boolean {
  if (headers.get('x-forwarded-proto') === 'https') return true
  for (const [name, value] of headers) if (value !== '' && ONLY_SECURE.test(name)) return true
  return order.some((name) => ONLY_SECURE.test(name))
}

function factsOf(headers: ReadonlyMap<string, string>, order: readonly string[] | undefined, address: string | undefined): HttpFacts {
  const entries = [...headers]
  return {
    via: 'fetch',
    headers: new Map(entries.filter(([, value]) => value !== '')),
    headerNames: order,
    trustworthy: isSecure(headers, order),
    address,
    described: { whole: order !== undefined, empty: new Set(entries.filter(([, value]) => value === '').map(([name]) => name)) },
  }
}

/**
 * A request as somebody describes it who received it (NBP-01, 02, 04). A field that is absent or null was not told; one that is empty was
 * told to be missing; with `headerorder`, every header that it does not name was missing. Unknown fields are left aside.
 * @returns what the facts observe, or every fault.
 */
export function parseDescription(value: unknown, { trustedProxies }: DescriptionSettings): Parsed<HttpFacts> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err([{ field: 'body', message: 'must be an object' }])
  const fields = value as Fields
  if (!requestFieldNames.some((name) => fields[name] !== undefined && fields[name] !== null)) {
    return err([{ field: 'body', message: `must describe a request: at least one of ${requestFieldNames.join(', ')}` }])
  }
  const headers = parseHeaders(fields)
  const order = parseOrder(fields.headerorder)
  const ip = parseIp(fields.ip)
  if (!headers.ok || !order.ok || !ip.ok) return err([headers, order, ip].flatMap((part) => (part.ok ? [] : part.error)))
  const clues = { ip: ip.value, forwardedFor: headers.value.get('x-forwarded-for'), realIp: headers.value.get('x-real-ip'), trustedProxies }
  return ok(factsOf(headers.value, order.value, describedAddress(clues)))
}
