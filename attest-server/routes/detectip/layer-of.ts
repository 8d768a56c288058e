import type { ObservationId } from '../../../shared/observation.js'

/** DIP-06. */
export const layers = ['tls', 'http', 'js', 'behavior', 'ip', 'crawler', 'protocol'] as const
export type Layer = (typeof layers)[number]

const byNamespace: Readonly<Record<string, Layer>> = {
  net: 'ip',
  http: 'http',
  tell: 'js',
  input: 'behavior',
  visit: 'behavior',
  pow: 'protocol',
  device: 'protocol',
  session: 'protocol',
}

const exceptions: Readonly<Record<ObservationId, Layer>> = {
  'net.tls-library': 'tls',
  'net.tls-claim': 'tls',
  'http.known-agent': 'crawler',
  'session.impostor': 'crawler',
  'session.logged-in': 'behavior',
}

/** Of what kind a reason is. */
export const layerOf = (id: ObservationId): Layer => exceptions[id] ?? byNamespace[id.slice(0, id.indexOf('.'))] ?? 'protocol'

/** `net.tls-library` as `tls_library`. */
export const signalName = (id: ObservationId): string => id.slice(id.indexOf('.') + 1).replaceAll(/[.-]/g, '_')
