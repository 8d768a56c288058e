import type { Caller } from '../../core/caller.js'
import { type Place, type Security, type SecurityName, securities } from '../http/auth/security.js'

/** What a key looks like, and whose it is. */
const keys: Readonly<Record<Caller['kind'], string>> = {
  private: 'a project’s private key (`sk_…`)',
  site: 'a project’s site key (`pk_…`)',
  account: 'an account’s token (hexadecimal, without a prefix)',
  dashboard: 'a session of the dashboard',
  afk: 'a key for nobotspls (`afk_…`)',
  detlab: 'a key for detection-lab (`detlab_…`)',
  yeb: 'a key for yeb (`yeb_…`)',
  live: 'a key for detectip (`sk_live_…`)',
}

/** `bearer`, `header_X-API-Key`: one scheme for each place that a key may stand in. A key in a body is a field of its schema. */
function schemeOf(place: Place): readonly [name: string, scheme: object] | undefined {
  if (place.in === 'body') return undefined
  if (place.in === 'bearer') return ['bearer', { type: 'http', scheme: 'bearer' }]
  return [`${place.in}_${place.name}`, { type: 'apiKey', in: place.in, name: place.name }]
}

const schemesOf = ({ places }: Security): (readonly [string, object])[] => places.map(schemeOf).filter((scheme) => scheme !== undefined)

/** `security` of an operation: any of the places will do; `{}` where none of them need hold a key. */
export function securityOf(name: SecurityName | 'none'): object[] {
  if (name === 'none') return []
  const security: Security = securities[name]
  const isOptional = name.endsWith('?') || security.places.some((place) => place.in === 'body')
  return [...schemesOf(security).map(([scheme]) => ({ [scheme]: [] })), ...(isOptional ? [{}] : [])]
}

/** `components.securitySchemes` of all that is in use. */
export function securitySchemes(names: readonly (SecurityName | 'none')[]): Record<string, object> {
  const used: readonly Security[] = names.flatMap((name) => (name === 'none' ? [] : [securities[name]]))
  const schemes = new Map(used.flatMap(schemesOf))
  return Object.fromEntries([...schemes].map(([id, scheme]) => [id, { ...scheme, description: keysAt(id, used) }]))
}

/** Which keys may stand there: an operation takes those of its own API alone. */
function keysAt(id: string, used: readonly Security[]): string {
  const kinds = used.filter((security) => schemesOf(security).some(([name]) => name === id)).flatMap((security) => security.kinds)
  return `By operation: ${[...new Set(kinds)].map((kind) => keys[kind]).join('; ')}.`
}
