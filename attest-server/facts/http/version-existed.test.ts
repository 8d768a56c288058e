import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { versionExisted } from './version-existed.js'

const NOW = 1_795_219_200
const YEAR = 365 * 86_400
const observe = (userAgent: string, now = NOW) => versionExisted.observe(rawRequest({ 'user-agent': userAgent }), { now })
const chrome = (version: string, system = 'Windows NT 10.0; Win64; x64') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`
const firefox = (version: number, rv = version) => `Mozilla/5.0 (X11; Linux x86_64; rv:${rv}.0) Gecko/20100101 Firefox/${version}.0`
const safari = (version: number) =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version}.0 Safari/605.1.15`

describe('http.version-existed', () => {
  it.each(Object.entries(people))('believes %s, now and in years', (_, headers) => {
    for (const now of [NOW, NOW + YEAR, NOW + 5 * YEAR]) {
      expect([seen(0), unsupported]).toContainEqual(versionExisted.observe(rawRequest(headers), { now }))
    }
  })

  it('knows versions that were left out', () => {
    for (const userAgent of [chrome('82.0.4085.4'), safari(19), safari(25), chrome('0.0.0.0')]) expect(observe(userAgent)).toEqual(seen(2))
    for (const userAgent of [chrome('81.0.4044.138'), safari(18), safari(26)]) expect(observe(userAgent)).toEqual(seen(0))
  })

  it('knows systems that never were, and versions that contradict themselves', () => {
    for (const userAgent of [
      chrome('156.0.0.0', 'Windows NT 11.0; Win64; x64'),
      chrome('120.3.0.0'),
      firefox(130, 128),
      firefox(125, 109),
    ]) {
      expect(observe(userAgent)).toEqual(seen(2))
    }
    expect(observe(firefox(115, 109))).toEqual(seen(0))
  })

  it('waits for versions to come: test builds are ahead, and an old copy of the list harms nobody', () => {
    expect(observe(chrome('162.0.0.0'))).toEqual(seen(0))
    expect(observe(chrome('199.0.0.0'))).toEqual(seen(1))
    expect(observe(chrome('180.0.0.0'), NOW + YEAR)).toEqual(seen(0))
    expect(observe(firefox(999))).toEqual(seen(1))
  })
})
