import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Project, SessionStep, StoredKey, StoreLimits, Stores, VerdictRecord } from './ports.js'

const NOW = 1_790_000_000
const DAY = 86_400
const LIMITS: StoreLimits = { verdictRecords: 3, devices: 2 }

const project = (name: string): Project => ({
  id: `prj_${name}`,
  name,
  siteKey: `pk_${name}`,
  origins: ['https://shop.example', 'loopback'],
  enforce: true,
  noscript: false,
  createdAt: NOW,
})
const secret = (name: string, lookup = `lookup-${name}`) => ({ projectId: `prj_${name}`, lookup, hash: `hash-of-${lookup}` })
const step = (thumbprint: string | undefined, answer = 0): SessionStep => ({ thumbprint, answer })
const key = (kid: string): StoredKey => ({ kid, alg: 'ES256', privateJwk: '{}', mac: 'bWFj', createdAt: NOW, activeFrom: NOW })

const verdict: VerdictRecord = {
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

/** What every store must do. An implementation's own test is one call of this. @param open a fresh, empty store. */
export function testStores(name: string, open: (limits: StoreLimits) => Promise<Stores>): void {
  describe(`${name}: contract of the stores`, () => {
    let stores: Stores
    beforeEach(async () => {
      stores = await open(LIMITS)
    })
    afterEach(() => stores.close())

    it('gives an id to exactly one of 100 parallel claims', async () => {
      const claims = await Promise.all(Array.from({ length: 100 }, () => stores.replays.claimOnce('id', NOW + 60)))
      expect(claims.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await stores.replays.claimOnce('other', NOW + 60)).toBe(true)
    })

    it('forgets a claim a minute after it is worthless, so that a request which was held up still meets it', async () => {
      await stores.replays.claimOnce('id', NOW + 60)
      expect(await stores.prune(NOW + 60)).toBe(0)
      expect(await stores.prune(NOW + 119)).toBe(0)
      expect(await stores.replays.claimOnce('id', NOW + 60)).toBe(false)
      expect(await stores.prune(NOW + 120)).toBe(1)
      expect(await stores.replays.claimOnce('id', NOW + 60)).toBe(true)
    })

    it('keeps projects as they were made', async () => {
      const withContact = { ...project('shop'), contact: 'mailto:help@shop.example' }
      await stores.projects.create(withContact, secret('shop'))
      await stores.projects.create(project('blog'), secret('blog'))
      expect(await stores.projects.bySiteKey('pk_shop')).toEqual(withContact)
      expect(await stores.projects.bySiteKey('pk_blog')).toEqual(project('blog'))
      expect(await stores.projects.bySiteKey('pk_none')).toBeUndefined()
      expect(await stores.projects.list()).toEqual([withContact, project('blog')])
    })

    it('changes what it is told to change of a project, and only that', async () => {
      await stores.projects.create(project('shop'), secret('shop'))
      await stores.projects.create(project('blog'), secret('blog'))
      const changed = { ...project('shop'), origins: ['https://b.example'], enforce: false }
      expect(await stores.projects.change('prj_shop', { origins: ['https://b.example'], enforce: false })).toEqual(changed)
      expect(await stores.projects.bySiteKey('pk_shop')).toEqual(changed)
      expect(await stores.projects.change('prj_none', { enforce: true })).toBeUndefined()
      expect(await stores.projects.list()).toEqual([changed, project('blog')])
    })

    it('finds a secret by its lookup part until it is replaced', async () => {
      await stores.projects.create(project('shop'), secret('shop'))
      expect(await stores.projects.secretByLookup('lookup-shop')).toEqual(secret('shop'))
      await stores.projects.replaceSecret(secret('shop', 'newer'))
      expect(await stores.projects.secretByLookup('lookup-shop')).toBeUndefined()
      expect(await stores.projects.secretByLookup('newer')).toEqual(secret('shop', 'newer'))
    })

    it('counts the evidence of a session in the minute that is running', async () => {
      const advance = async (project: string, now: number) => (await stores.sessions.advance(project, 'sess_1', step('key'), now)).recent
      expect(await advance('prj_shop', NOW)).toBe(1)
      expect(await advance('prj_shop', NOW + 59)).toBe(2)
      expect(await advance('prj_shop', NOW + 61)).toBe(1)
      expect(await advance('prj_blog', NOW + 61)).toBe(1)
    })

    it('counts every one of 50 parallel pieces of evidence', async () => {
      const counts = await Promise.all(Array.from({ length: 50 }, () => stores.sessions.advance('prj_shop', 'sess_1', step('key'), NOW)))
      expect(new Set(counts.map(({ recent }) => recent)).size).toBe(50)
    })

    it('forgets a session that answered nothing when its minute is over, and one that answered after two days', async () => {
      await stores.sessions.advance('prj_shop', 'sess_1', step('a'), NOW)
      await stores.sessions.advance('prj_shop', 'sess_2', step(undefined, 4), NOW)
      await stores.sessions.advance('prj_shop', 'sess_3', step('a', 4), NOW)
      expect(await stores.prune(NOW + 59)).toBe(0)
      expect((await stores.sessions.advance('prj_shop', 'sess_1', step('a'), NOW + 59)).recent).toBe(2)
      expect(await stores.prune(NOW + 60)).toBe(1)
      expect(await stores.prune(NOW + 119)).toBe(1)
      expect(await stores.prune(NOW + 2 * DAY - 1)).toBe(0)
      expect(await stores.prune(NOW + 2 * DAY)).toBe(1)
    })

    describe('of what a session answered', () => {
      const answered = async (thumbprint: string | undefined, answer: number, session = 'sess_1', project = 'prj_shop') =>
        (await stores.sessions.advance(project, session, step(thumbprint, answer), NOW)).answered

      it('remembers the most, for that session only', async () => {
        expect(await answered('a', 0.5)).toBe(0.5)
        expect(await answered('a', 0)).toBe(0.5)
        expect(await answered('a', 8)).toBe(8)
        expect(await answered('a', 4)).toBe(8)
        expect(await answered('a', 0, 'sess_2')).toBe(0)
        expect(await answered('a', 0, 'sess_1', 'prj_blog')).toBe(0)
      })

      it('tells it to the key that answered, and to no other', async () => {
        expect(await answered('a', 4)).toBe(4)
        expect(await answered('b', 0)).toBe(0)
        expect(await answered(undefined, 0)).toBe(0)
        expect(await answered('a', 0)).toBe(4)
        expect(await answered('b', 1)).toBe(1)
        expect(await answered('a', 0)).toBe(0)
      })

      it('keeps nothing that no key signed', async () => {
        expect(await answered(undefined, 4)).toBe(4)
        expect(await answered(undefined, 0)).toBe(0)
        expect(await answered('a', 0)).toBe(0)
        expect(await answered('a', 1)).toBe(1)
        expect(await answered(undefined, 4)).toBe(4)
        expect(await answered('a', 0)).toBe(1)
      })
    })

    it('remembers when it first met a device, and forgets one that stays away', async () => {
      expect(await stores.devices.meet('key', NOW)).toEqual({ firstSeen: NOW })
      expect(await stores.devices.meet('key', NOW + 9 * DAY)).toEqual({ firstSeen: NOW })
      await stores.prune(NOW + 100 * DAY)
      expect(await stores.devices.meet('key', NOW + 100 * DAY)).toEqual({ firstSeen: NOW })
      await stores.prune(NOW + 300 * DAY)
      expect(await stores.devices.meet('key', NOW + 300 * DAY)).toEqual({ firstSeen: NOW + 300 * DAY })
    })

    it('recalls a device that it knows, and makes none', async () => {
      expect(await stores.devices.recall('key', NOW)).toBeUndefined()
      expect(await stores.devices.meet('key', NOW + DAY)).toEqual({ firstSeen: NOW + DAY })
      expect(await stores.devices.recall('key', NOW + 100 * DAY)).toEqual({ firstSeen: NOW + DAY })
      expect(await stores.prune(NOW + 200 * DAY)).toBe(0)
      expect(await stores.devices.recall('key', NOW + 200 * DAY)).toEqual({ firstSeen: NOW + DAY })
    })

    it('forgets devices beyond its limit when it is pruned: those that stayed away longest', async () => {
      for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) await stores.devices.meet(name, NOW + i)
      await stores.devices.recall('a', NOW + 10)
      await stores.devices.meet('d', NOW + 11)
      expect(await stores.prune(NOW + 20)).toBe(2)
      const known = async (name: string) => (await stores.devices.recall(name, NOW + 20))?.firstSeen
      expect(await Promise.all(['a', 'b', 'c', 'd'].map(known))).toEqual([NOW, undefined, undefined, NOW + 3])
      await stores.devices.meet('e', NOW + 21)
      expect(await stores.prune(NOW + 22)).toBe(1)
    })

    it('finds a verdict by its id or its reference, for its own project only, until it is pruned', async () => {
      await stores.verdicts.record(verdict, NOW + DAY)
      expect(await stores.verdicts.find('prj_shop', verdict.jti)).toEqual(verdict)
      expect(await stores.verdicts.find('prj_shop', verdict.reference)).toEqual(verdict)
      expect(await stores.verdicts.find('prj_blog', verdict.jti)).toBeUndefined()
      await stores.prune(NOW + DAY)
      expect(await stores.verdicts.find('prj_shop', verdict.jti)).toBeUndefined()
    })

    it('drops verdicts beyond its limit when it is pruned: those that would expire first, whoever came last', async () => {
      const keep = (name: string, until: number) => stores.verdicts.record({ ...verdict, jti: name, reference: name }, until)
      await keep('long', NOW + 30 * DAY)
      await keep('longer', NOW + 31 * DAY)
      for (const name of ['short', 'shorter', 'shortest']) await keep(name, NOW + DAY - name.length)
      expect(await stores.prune(NOW)).toBe(2)
      expect(await stores.prune(NOW)).toBe(0)
      const kept = async (name: string) => (await stores.verdicts.find('prj_shop', name)) !== undefined
      expect(await Promise.all(['long', 'longer', 'short', 'shorter', 'shortest'].map(kept))).toEqual([true, true, true, false, false])
      expect(await stores.prune(NOW + DAY)).toBe(1)
      await keep('new', NOW + 2 * DAY)
      expect(await stores.prune(NOW + DAY)).toBe(0)
    })

    it('takes one first signing key only', async () => {
      const begun = await Promise.all(['a', 'b', 'c'].map((kid) => stores.signingKeys.begin(key(kid))))
      expect(begun.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await stores.signingKeys.list()).toHaveLength(1)
    })

    it('retires the old signing keys when another takes over, and drops them in time', async () => {
      await stores.signingKeys.begin(key('a'))
      await stores.signingKeys.succeed(key('b'), NOW + 100)
      await stores.signingKeys.succeed(key('c'), NOW + 200)
      const retiring = [
        { ...key('b'), retiresAt: NOW + 200 },
        { ...key('a'), retiresAt: NOW + 100 },
      ]
      expect(await stores.signingKeys.list()).toEqual([key('c'), ...retiring])
      await stores.prune(NOW + 150)
      expect((await stores.signingKeys.list()).map(({ kid }) => kid)).toEqual(['c', 'b'])
    })

    it('lets no other signing key outlive the end that it is given, whatever end it had', async () => {
      await stores.signingKeys.begin(key('a'))
      await stores.signingKeys.succeed(key('b'), NOW + 100)
      await stores.signingKeys.succeed(key('c'), NOW)
      const ends = (await stores.signingKeys.list()).map(({ kid, retiresAt }) => [kid, retiresAt])
      expect(ends).toEqual([
        ['c', undefined],
        ['b', NOW],
        ['a', NOW],
      ])
    })

    it('says that it answers', async () => {
      await expect(stores.check()).resolves.toBeUndefined()
    })
  })
}
