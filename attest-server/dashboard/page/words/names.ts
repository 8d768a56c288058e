import type { KeyKind } from '../../wire/keys.js'
import type { LoginWay } from '../../wire/login.js'
import type { SurfaceName } from '../../wire/overview.js'
import type { Action } from '../../wire/sessions.js'

/** What was decided, in words for whoever reads a table. */
export const actionWords: Readonly<Record<Action, string>> = { allow: 'Let through', challenge: 'Challenged', block: 'Blocked' }

export const surfaceWords: Readonly<Record<SurfaceName, string>> = {
  script: 'Visits with the script',
  noscript: 'Forms without JavaScript',
  behaviour: 'Posted behaviour',
  requests: 'Described requests',
  sessions: 'Sessions that post events',
}

export const deciderWords: Readonly<Record<'evidence' | 'rule' | 'toggle' | 'exception' | 'deferral', string>> = {
  evidence: 'the evidence',
  rule: 'a rule',
  toggle: 'a toggle',
  exception: 'an exception',
  deferral: 'delayed enforcement',
}

export const wayWords: Readonly<Record<LoginWay, string>> = { token: 'API token', password: 'password', passkey: 'passkey' }

const networks: Readonly<Record<string, string>> = {
  datacenter: 'Data centre',
  anonymiser: 'VPN, proxy or Tor',
  residential: 'Home or mobile',
  unknown: 'Unknown',
  other: 'All others',
}

/** `datacenter DE` → `Data centre, Germany`. */
export function networkName(name: string): string {
  const [kind = '', country] = name.split(' ')
  const place = country && countryName(country)
  return [networks[kind] ?? kind, place].filter(Boolean).join(', ')
}

/** @param code ISO 3166-1; what is no such code stays as it is */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** What a key is for, by the API that takes it. */
export const keyKindWords: Readonly<Record<KeyKind, string>> = {
  nobotspls: 'Request scoring (NoBotsPls)',
  detectip: 'Attested visits (detectip)',
  'detection-lab': 'Behaviour scoring (Detection Lab)',
  yeb: 'Crawler checks (yeb)',
}
