// @ts-check
import { byId, make, write } from './dom.js'

/** What the claims mean. @type {Readonly<Record<string, string>>} */
const meaning = {
  typ: 'what kind of token',
  alg: 'how it is signed',
  kid: 'with which key',
  iss: 'who says so',
  aud: 'for which site key',
  sub: 'about which session',
  jti: 'number of this verdict',
  reference: 'the same for people to read out',
  iat: 'made at',
  exp: 'good until',
  eat_nonce: 'the challenge that was redeemed',
  cnf: 'thumbprint of this browser’s key',
  action: 'what to do',
  score: 'likelihood of automation',
  band: 'the same in a word',
  origin: 'for pages of',
  page_action: 'what the page wanted',
  assurance: 'what it stands on',
  card: 'version of the weights',
  test: 'made by a test key',
}

/** @param {string} part @returns {Record<string, unknown>} */
function decode(part) {
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** @param {string} name @param {unknown} value */
function show(name, value) {
  if (typeof value === 'number' && (name === 'iat' || name === 'exp')) return new Date(1000 * value).toLocaleTimeString()
  if (name === 'cnf') return String(/** @type {{ jkt?: unknown }} */ (value)?.jkt)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** @param {string} caption @param {Record<string, unknown>} part */
function listOf(caption, part) {
  const rows = Object.entries(part).map(([name, value]) => {
    const term = make('dt', {}, make('code', {}, name), make('small', {}, meaning[name] ?? ''))
    return make('div', {}, term, make('dd', {}, make('code', {}, show(name, value))))
  })
  return [make('h3', {}, caption), make('dl', { class: 'claims' }, ...rows)]
}

/**
 * Shows what a token says and counts its life down.
 * @returns {{ show(token: string): Record<string, unknown>, tick(): void }} `show` gives the claims
 */
export function verdictView() {
  /** The server's clock may be another one: life counts from when the token came. @type {{ until: number, life: number } | undefined} */
  let current
  return {
    show(token) {
      const [header = '', payload = '', signature = ''] = token.split('.')
      const claims = decode(payload)
      const life = Number(claims.exp) - Number(claims.iat)
      current = { until: performance.now() + 1000 * life, life }
      const raw = make(
        'details',
        { class: 'raw' },
        make('summary', {}, `The token itself, ${token.length} characters`),
        make('code', {}, token),
      )
      const note = make('p', { class: 'note' }, `Signed: ${signature.slice(0, 10)}…${signature.slice(-6)}`)
      byId('claims').replaceChildren(...listOf('Header', decode(header)), ...listOf('Claims', claims), note, raw)
      return claims
    },
    tick() {
      if (!current) return
      const left = Math.max(0, (current.until - performance.now()) / 1000)
      byId('life-bar').setAttribute('value', String(left / current.life))
      const words =
        left > 0
          ? `Good for another ${Math.ceil(left)} s, for one site, one origin and one purpose.`
          : 'Expired: no backend takes it any more.'
      write(byId('life'), words)
    },
  }
}
