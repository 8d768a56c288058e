import { afterEach, beforeEach } from 'vitest'
import type { StoreLimits, Stores, VerdictRecord } from '../ports.js'

/** In the future: a store that forgets by the clock of its own machine has not forgotten yet. */
export const NOW = 2_100_000_000
export const DAY = 86_400

/** Small enough to be reached. */
const LIMITS: StoreLimits = {
  verdictRecords: 3,
  devices: 2,
  sketches: 3,
  apiKeys: 3,
  accounts: 3,
  projects: 2,
  counters: 3,
  rules: 3,
  /** A project alone may fill 40,000 of it. */
  waiting: 160_000,
  requestIds: 150,
  liveSessions: 3,
  labels: 4,
  messages: 3,
  keptTexts: 100,
  exceptions: 3,
  revocations: 3,
}

/** Fresh, empty stores, and the same data a second time: as another process has it, where several can share them. */
export type OpenStores = (limits: StoreLimits) => Promise<readonly [Stores, Stores]>

/** Opens stores for each test. */
export function withStores(open: OpenStores): { readonly stores: () => Stores; readonly others: () => Stores } {
  let both: readonly [Stores, Stores]
  beforeEach(async () => {
    both = await open(LIMITS)
  })
  afterEach(async () => {
    for (const stores of both) await stores.close()
  })
  return { stores: () => both[0], others: () => both[1] }
}

/** Does something many times at once, in turns on both. */
export const fromBoth = <T>([one, other]: readonly [Stores, Stores], times: number, work: (stores: Stores, i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, i) => work(i % 2 === 0 ? one : other, i)))

export const verdict: VerdictRecord = {
  jti: 'a'.repeat(22),
  reference: '7K3VM-Q2XR9',
  projectId: 'prj_shop',
  session: 'sess_1',
  issuedAt: NOW,
  action: 'challenge',
  posterior: 0.625,
  band: 'suspicious',
  assurance: 'signed',
  origin: 'https://shop.example',
  pageAction: 'sign-up',
  round: 1,
  card: 'server-1',
  llr: 0.51,
  families: { http: 1.5 },
  hard: [],
  contributions: [{ id: 'http.client-hints', family: 'http', llr: 1 }],
  kind: { name: 'scraping', confidence: 0.6, evidence: ['http.client-hints'], declared: false, botType: null },
  counterfactuals: [{ without: ['http.client-hints'], action: 'allow' }],
  observations: [{ id: 'tell.webdriver', state: 'ok', value: false }],
}
