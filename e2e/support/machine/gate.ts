/**
 * The proxy of a drill, through which every browser goes to the site and to nowhere else (`e2e/drill/gate.ts`): its port on loopback. A run is
 * a process of its own, which is told by this variable. Where it is not set, there is no drill, and browsers go as they like.
 */
export const GATE_PORT = 'VOUCHSAFE_DRILL_GATE'

const gatePort = (): number => Number(process.env[GATE_PORT] ?? 0)

/** Chromium does not ask a proxy for loopback unless it is told to, and sends WebRTC's datagrams past it: a page could have them sent to anybody. */
export function gateFlags(): string[] {
  const port = gatePort()
  if (port === 0) return []
  // Chromium knows the one, its headless shell the other.
  const webRtc = ['--webrtc-ip-handling-policy', '--force-webrtc-ip-handling-policy'].map((flag) => `${flag}=disable_non_proxied_udp`)
  return [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>', ...webRtc]
}

/** The same for Firefox. */
export function gatePreferences(): Record<string, string | number | boolean> {
  const port = gatePort()
  if (port === 0) return {}
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'media.peerconnection.enabled': false,
  }
}

/** As lines of a profile's `user.js`. */
export function gatePreferencesFile(): string {
  const lines = Object.entries(gatePreferences()).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  return lines.join('')
}
