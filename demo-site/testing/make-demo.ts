import type { Hono } from 'hono'
import { rememberOnce } from 'vouchsafe/verify'
import { claims, ISSUER, type Issuer, makeIssuer, NOW, SITE_KEY } from '../../verify/testing/make-issuer.js'
import { asset } from '../assets.js'
import { createDemo } from '../create-demo.js'
import type { DemoDeps } from '../demo-deps.js'
import type { DemoEnv } from '../demo-env.js'
import { createReaders } from '../readers.js'
import { createShelf } from '../shelf.js'

export const DEMO_ORIGIN = 'http://127.0.0.1:8788'

/** The site with an issuer of its own, and no network. */
export interface TestDemo {
  readonly app: Hono<DemoEnv>
  readonly issuer: Issuer
  readonly receipts: DemoDeps['receipts']
  /** A verdict for this site; each has a number of its own. Good, but for what is changed about it. */
  token(changes?: object): Promise<string>
  /** Sends a form as a browser does. */
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Response>
}

/** The tour of a demo that sends no bots. */
export const noTour: DemoDeps['tour'] = {
  data: { bots: [], facts: {}, backend: { code: '', plain: '' } },
  bots: [],
  stage: undefined,
  off: 'switched-off',
  token: 'none',
}

const nobody: typeof fetch = () => Promise.reject(new TypeError('fetch failed'))

/** @param changes what the site stands on instead; by default it knows the issuer's keys, and nobody answers its calls. */
export async function makeDemo(changes: Partial<DemoDeps> = {}): Promise<TestDemo> {
  const issuer = await makeIssuer()
  const deps: DemoDeps = {
    config: { attestUrl: ISSUER, siteKey: SITE_KEY, secretKey: undefined },
    assets: new Map([['/style.css', asset(new TextEncoder().encode('p {}'), 'text/css; charset=utf-8')]]),
    keys: { jwks: issuer.jwks },
    readers: createReaders(),
    drafts: createShelf(),
    receipts: createShelf(),
    once: rememberOnce(),
    tour: noTour,
    fetch: nobody,
    now: () => NOW,
    ...changes,
  }
  const app = createDemo(deps)
  let count = 0
  return {
    app,
    issuer,
    receipts: deps.receipts,
    token: (changed = {}) => issuer.sign({ ...claims, origin: DEMO_ORIGIN, jti: `verdict-${++count}`, ...changed }),
    post: async (path, fields, headers = {}) =>
      app.request(`${DEMO_ORIGIN}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: DEMO_ORIGIN, ...headers },
      }),
  }
}

/** What became of a form, as the response says. */
export const outcomeOf = (response: Response): readonly (string | number | null)[] => [
  response.status,
  response.headers.get('vouchsafe-action'),
  response.headers.get('vouchsafe-reason'),
]
