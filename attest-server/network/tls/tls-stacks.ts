import type { HelloShape } from '../../facts/fact.js'
import type { Ja4 } from './parse-ja4.js'

type Engine = 'chromium' | 'firefox' | 'safari'

/** The engines that `http.user-agent` can claim, and everything else that is known by its cipher suites. */
export type TlsStack = { readonly kind: 'browser'; readonly engine: Engine } | { readonly kind: 'library'; readonly name: string }

const browser = (engine: Engine): TlsStack => ({ kind: 'browser', engine })
const library = (name: string): TlsStack => ({ kind: 'library', name })

/**
 * By the hash of the cipher suites alone (the middle of a JA4): browsers change their extensions with most versions, and their suites once in
 * years. What is not here is unknown, and says nothing: tomorrow's browsers are not here. GnuTLS (723694b0fccc: wget, and GNOME's browser)
 * and Windows' own (d83cc789557e: tools, and old Edge) are left out, since people browse with them.
 */
const stacks: ReadonlyMap<string, TlsStack> = new Map([
  // FoxIO's mapping (ja4plus-mapping.csv); Chromium 156 here.
  ['8daaf6152771', browser('chromium')],
  // Firefox to 150: FoxIO's mapping. From 151, with one suite less: published captures of 2026.
  ['5b57614c22b0', browser('firefox')],
  ['86a278354501', browser('firefox')],
  // FoxIO's mapping; and iOS 14 and 15: published captures.
  ['a09f3c656075', browser('safari')],
  ['2802a3db6c62', browser('safari')],
  // Each of these was run against our own reader: OpenSSL 3.0 (curl 7.88, LWP), Python 3.11, Node 20, Java 17.
  ['e8f1e7e78f70', library('openssl')],
  ['85036bcba153', library('python')],
  ['a33745022dd6', library('node')],
  ['db35923f8641', library('java')],
  // FoxIO's mapping, and its older Python; Go from 1.21: published captures.
  ['c7886603b240', library('python')],
  ['f57a46bbacb6', library('go')],
  ['9dc949149365', library('go')],
  ['e33ad33b3d25', library('go')],
  ['cbb2034c60b8', library('go')],
  ['8cdfa2d4673b', library('go')],
])

/** How each engine writes its hello. Of Safari's, others of its family cannot be told: its suites must be known, too. */
const shapes: Readonly<Record<Engine, HelloShape>> = { chromium: 'chromium', firefox: 'firefox', safari: 'greased' }

const isEngine = (shape: HelloShape): shape is 'chromium' | 'firefox' => shape === 'chromium' || shape === 'firefox'

/** Suites are copied in a line of anybody's settings: where the hello was seen and is not written as that browser does, nobody is known. */
function stackOfHello(bySuites: TlsStack | undefined, shape: HelloShape): TlsStack | undefined {
  if (bySuites?.kind === 'library') return isEngine(shape) ? undefined : bySuites
  if (bySuites) return shapes[bySuites.engine] === shape ? bySuites : undefined
  return isEngine(shape) ? browser(shape) : undefined
}

/**
 * What software speaks TLS so. QUIC offers the same three suites whoever speaks it; and browsers offer HTTP/2 always, while libraries borrow
 * their suites without it: both are unknown here.
 * @param shape of the hello, where this server read it: then tomorrow's versions of Chromium and Firefox are known, too
 */
export function tlsStackOf({ transport, ciphers, text }: Ja4, shape?: HelloShape): TlsStack | undefined {
  if (transport !== 'tcp') return undefined
  const bySuites = stacks.get(ciphers)
  const stack = shape === undefined ? bySuites : stackOfHello(bySuites, shape)
  return stack?.kind === 'browser' && text.slice(8, 10) !== 'h2' ? undefined : stack
}
