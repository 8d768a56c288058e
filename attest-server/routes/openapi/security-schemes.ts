import { type Place, type Security, type SecurityName, securities } from '../http/auth/security.js'

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
  return Object.fromEntries(names.flatMap((name) => (name === 'none' ? [] : schemesOf(securities[name]))))
}
