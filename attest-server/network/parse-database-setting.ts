import type { Holds } from './databases/text-reading.js'

export interface DatabaseSetting {
  readonly path: string
  /** Undefined for MMDB, which says itself what it holds. */
  readonly holds: Holds | undefined
}

/** What stands before a text file's path, and what its lines then mean. */
const prefixes: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ['asn', 'asn'],
  ['country', 'country'],
  ['city', 'city'],
  ['datacenter', 'datacenter'],
  ['vpn', 'vpn'],
  ['tor', 'tor'],
  ['proxy', 'proxy'],
  ['residential-proxy', 'residentialProxy'],
  ['relay', 'relay'],
])

/** What may stand before a path. */
export const databaseKinds: readonly string[] = [...prefixes.keys()]

/**
 * `/var/lib/geo/GeoLite2-City.mmdb` · `asn:/var/lib/geo/asn-ipv4.csv` · `tor:/var/lib/geo/exits.txt`
 * @returns undefined where it names no file, or does not say what the file holds
 */
export function parseDatabaseSetting(text: string): DatabaseSetting | undefined {
  const setting = text.trim()
  const at = setting.indexOf(':')
  const holds = at < 0 ? undefined : prefixes.get(setting.slice(0, at))
  const path = holds === undefined ? setting : setting.slice(at + 1)
  if (path === '') return undefined
  if (path.toLowerCase().endsWith('.mmdb')) return { path, holds: undefined }
  return holds && { path, holds }
}
