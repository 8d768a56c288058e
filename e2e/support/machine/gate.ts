/**
 * The proxy of a drill, through which every browser goes to the site and to nowhere else (`e2e/drill/gate.ts`): its port on loopback. A run is
 * a process of its own, which is told by this variable. Where it is not set, there is no drill, and browsers go as they like.
 */
export const GATE_PORT = 'VOUCHSAFE_DRILL_GATE'

/**
 * What a drill takes for certificates that browsers would not: SHA-256 of their public keys (SPKI), in base64, separated by commas. Of sites on this machine, and of those whose
 * authority the user has named to Node.
 */
export const GATE_PINS = 'VOUCHSAFE_DRILL_PINS'

/** Whether there are such; Firefox then takes any, of the few places that the gate leads to. */
export const hasPins = (): boolean => Boolean(process.env[GATE_PINS])

const gatePort = (): number => Number(process.env[GATE_PORT] ?? 0)

/** Has Chromium ask a proxy on loopback, for loopback too, which it does not unless it is told to. */
export const proxyFlags = (port: number): string[] => [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>']

/** The same for Firefox. */
export const proxyPreferences = (port: number): Record<string, string | number | boolean> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
})

/** Chromium sends WebRTC's datagrams past its proxy: a page could have them sent to anybody. */
export function gateFlags(): string[] {
  const port = gatePort()
  if (port === 0) return []
  // Chromium knows the one, its headless shell the other.
  const webRtc = ['--webrtc-ip-handling-policy', '--force-webrtc-ip-handling-policy'].map((flag) => `${flag}=disable_non_proxied_udp`)
  const pins = hasPins() ? [`--ignore-certificate-errors-spki-list=${process.env[GATE_PINS]}`] : []
  return [...proxyFlags(port), ...webRtc, ...pins]
}

/** The same for Firefox. */
export function gatePreferences(): Record<string, string | number | boolean> {
  const port = gatePort()
  return port === 0 ? {} : { ...proxyPreferences(port), 'media.peerconnection.enabled': false }
}

/** As lines of a profile's `user.js`. */
export function gatePreferencesFile(): string {
  const lines = Object.entries(gatePreferences()).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  return lines.join('')
}
