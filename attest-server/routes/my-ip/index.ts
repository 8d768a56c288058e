import { z } from 'zod'
import type { Fault, FaultCode } from '../../core/fault.js'
import { allowOrigin } from '../http/cors.js'
import { requestAddress } from '../http/http-facts.js'
import { operation } from '../http/operation.js'
import type { Endpoint, FaultResponse, Surface } from '../http/surface.js'

const unknown = z.string().nullable()

const schema = z
  .object({
    ip: unknown.meta({ description: 'Null where it could only be guessed: a proxy stands between that nobody configured.' }),
    country: unknown.meta({ description: 'ISO 3166-1 alpha-2.' }),
    country_name: unknown,
    city: unknown,
    currency: unknown.meta({ description: 'ISO 4217.' }),
    currency_symbol: unknown,
    threat: z.boolean().nullable().meta({ description: 'Whether automation is likelier at such an address than at others.' }),
  })
  .meta({ id: 'MyIp', description: 'Null is unknown.' })

export type MyIp = z.infer<typeof schema>

export interface MyIpDeps {
  /** Undefined for what is no address. */
  readonly lookUp: (address: string) => MyIp | undefined
  readonly trustedProxies: number
}

const nothing: MyIp = { ip: null, country: null, country_name: null, city: null, currency: null, currency_symbol: null, threat: null }

/** DIP-01: no key, so that a page may ask, of any origin. */
function myIpEndpoint({ lookUp, trustedProxies }: MyIpDeps): Endpoint {
  const GET = operation({
    id: 'myIp',
    summary: 'The caller’s address and what is known of it.',
    security: 'none',
    limit: 'lookup',
    responses: { 200: { description: 'What is unknown is null.', schema } },
    examples: [{ summary: 'mine', status: 200 }],
    handle(c) {
      const address = requestAddress(c, trustedProxies)
      return allowOrigin(c, c.json(address === undefined ? nothing : (lookUp(address) ?? nothing)))
    },
  })
  return { path: '/v1/myip', preflight: true, GET }
}

const statuses: Readonly<Partial<Record<FaultCode, number>>> = {
  'not-found': 404,
  'method-not-allowed': 405,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
}

/** `{"error": "…"}`. */
const myIpFault: FaultResponse = ({ code, retryAfter }: Fault) => {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return Response.json({ error: code.replaceAll('-', ' ') }, { status: statuses[code] ?? 400, headers })
}

/** What anybody may ask of their own address. */
export const myIpSurface = (deps: MyIpDeps): Surface => ({
  name: 'address',
  summary: 'Where a request comes from.',
  prefixes: ['/v1/myip'],
  endpoints: [myIpEndpoint(deps)],
  faultResponse: myIpFault,
  faultSchema: z.object({ error: z.string() }).meta({ id: 'AddressFault' }),
})
