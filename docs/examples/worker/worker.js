// Before a site at the edge: what changes something comes through with a verdict only, wherever it goes, and the site behind learns what it said.
import { vouchsafe } from 'vouchsafe/verify/fetch'

/** Made by the first request: what a worker may wait for belongs to one. */
let guarded

function guardOf({ VOUCHSAFE_URL, VOUCHSAFE_KEY, VOUCHSAFE_JWKS, SITE_ORIGIN }, once) {
  return vouchsafe({
    jwksUrl: VOUCHSAFE_JWKS ?? `${VOUCHSAFE_URL}/.well-known/jwks.json`,
    issuer: VOUCHSAFE_URL,
    audience: VOUCHSAFE_KEY,
    origin: SITE_ORIGIN,
    action: 'sign-up',
    onceOnly: once,
  })
}

/** Isolates share no memory: a verdict is claimed in one object, which is the same for all of them. */
const claimIn = (namespace) => ({
  async claim(jti, expires) {
    const object = namespace.get(namespace.idFromName('claims'))
    const response = await object.fetch(`https://claims/${encodeURIComponent(jti)}?expires=${expires}`)
    if (!response.ok) throw new Error(`claims: ${response.status}`)
    return (await response.text()) === 'true'
  },
})

export class Claims {
  constructor({ storage }) {
    this.storage = storage
  }

  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url)
    const isFirst = await this.storage.transaction(async (each) => {
      if (await each.get(pathname)) return false
      await each.put(pathname, Number(searchParams.get('expires')))
      return true
    })
    if ((await this.storage.getAlarm()) === null) await this.storage.setAlarm(Date.now() + 60_000)
    return new Response(String(isFirst))
  }

  /** Forgets what has expired, a hundred at a time. */
  async alarm() {
    const claims = [...(await this.storage.list())]
    const over = claims.filter(([, expires]) => expires < Date.now() / 1000).map(([name]) => name)
    for (let i = 0; i < over.length; i += 100) await this.storage.delete(over.slice(i, i + 100))
    if (over.length < claims.length) await this.storage.setAlarm(Date.now() + 60_000)
  }
}

/** By method, and not by path: the site's router may know more spellings of an address than we do. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nobody but us says what a verdict said. Some servers read `_` in a header's name as `-`. */
function withoutScore(request) {
  const own = [...request.headers].filter(([name]) => name.replaceAll('_', '-').toLowerCase() !== 'vouchsafe-score')
  return new Request(request, { headers: new Headers(own) })
}

export default {
  async fetch(incoming, env) {
    const request = withoutScore(incoming)
    if (harmless.has(request.method)) return env.SITE.fetch(request)
    guarded ??= guardOf(
      env,
      claimIn(env.CLAIMS),
    )((request, { verdict }, env) => {
      const headers = new Headers(request.headers)
      headers.set('Vouchsafe-Score', String(verdict.score))
      return env.SITE.fetch(new Request(request, { headers }))
    })
    return guarded(request, env)
  },
}
