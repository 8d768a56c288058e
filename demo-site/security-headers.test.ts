import { describe, expect, it } from 'vitest'
import { makeDemo } from './testing/make-demo.js'

const demo = await makeDemo()
const paths = [...new Set(demo.app.routes.map(({ path }) => path))].filter((path) => !path.includes('*'))

describe('every page, file and refusal of the site', () => {
  it.each([...paths, '/art.css', '/nothing'])('%s says what it may load, and who may frame it: nobody', async (path) => {
    for (const method of ['GET', 'POST', 'HEAD', 'PUT']) {
      const response = await demo.app.request(path, { method, ...(method === 'GET' || method === 'HEAD' ? {} : { body: 'a=b' }) })
      const policy = response.headers.get('content-security-policy') ?? ''
      expect([method, response.status, policy]).toEqual([
        method,
        response.status,
        expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
      ])
      expect(policy).not.toMatch(/unsafe-|\*/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('same-origin')
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
  })
  it('is a list that has the pages in it', () => {
    expect(paths).toEqual(expect.arrayContaining(['/', '/live', '/live/explain', '/sign-up', '/login']))
  })
})
