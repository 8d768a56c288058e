import { describe, expect, it } from 'vitest'
import type { SessionStep } from '../ports.js'
import { DAY, NOW, type OpenStores, withStores } from './support.js'

const step = (thumbprint: string | undefined, answer = 0): SessionStep => ({ thumbprint, answer })

export function testSessions(open: OpenStores): void {
  describe('sessions', () => {
    const { stores } = withStores(open)

    it('counts the evidence of a session in the minute that is running', async () => {
      const advance = async (project: string, now: number) => (await stores().sessions.advance(project, 'sess_1', step('key'), now)).recent
      expect(await advance('prj_shop', NOW)).toBe(1)
      expect(await advance('prj_shop', NOW + 59)).toBe(2)
      expect(await advance('prj_shop', NOW + 61)).toBe(1)
      expect(await advance('prj_blog', NOW + 61)).toBe(1)
    })

    it('counts every one of 50 parallel pieces of evidence', async () => {
      const counts = await Promise.all(Array.from({ length: 50 }, () => stores().sessions.advance('prj_shop', 'sess_1', step('key'), NOW)))
      expect(new Set(counts.map(({ recent }) => recent)).size).toBe(50)
    })

    it('forgets a session that answered nothing when its minute is over, and one that answered after two days', async () => {
      await stores().sessions.advance('prj_shop', 'sess_1', step('a'), NOW)
      await stores().sessions.advance('prj_shop', 'sess_2', step(undefined, 4), NOW)
      await stores().sessions.advance('prj_shop', 'sess_3', step('a', 4), NOW)
      expect(await stores().prune(NOW + 59)).toBe(0)
      expect((await stores().sessions.advance('prj_shop', 'sess_1', step('a'), NOW + 59)).recent).toBe(2)
      expect(await stores().prune(NOW + 60)).toBe(1)
      expect(await stores().prune(NOW + 119)).toBe(1)
      expect(await stores().prune(NOW + 2 * DAY - 1)).toBe(0)
      expect(await stores().prune(NOW + 2 * DAY)).toBe(1)
    })

    describe('of what a session answered', () => {
      const answered = async (thumbprint: string | undefined, answer: number, session = 'sess_1', project = 'prj_shop') =>
        (await stores().sessions.advance(project, session, step(thumbprint, answer), NOW)).answered

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
  })
}
