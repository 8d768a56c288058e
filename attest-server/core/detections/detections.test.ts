import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import { serverCard } from '../../../shared/scorecard/server-card.js'
import { requestCard } from '../requests/request-card.js'
import { sessionCard } from '../sessions/session-card.js'
import { detectionHits, detectionsOfRejection } from './detection-hits.js'
import held from './held.json' with { type: 'json' }
import { detections } from './index.js'

const WHAT_TO_DO =
  'A number and its name are for good: a new detection goes to the end of its hundred and into held.json, and a retired one stays in held.json'

const observationsOf = (values: Readonly<Record<string, number>>) =>
  new Map<ObservationId, Observation>(Object.entries(values).map(([id, value]) => [id as ObservationId, seen(value)] as const))
const hits = (values: Readonly<Record<string, number>>, card = requestCard) => {
  const observations = observationsOf(values)
  return detectionHits(detections, observations, score(observations, card)).map(({ name }) => name)
}

describe('the registry of detections', () => {
  it('has no number or name that is not held, and gives none to another', () => {
    const names: Readonly<Record<string, string>> = held
    for (const { id, name } of detections) expect(names[id], `${id} ${name}: ${WHAT_TO_DO}`).toBe(name)
    expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length)
  })

  it('names each once, by number, in the hundred of its kind', () => {
    const ids = detections.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    for (const { id, name, signs } of detections) {
      expect(id >= 101 && id < 700 && id % 100 > 0, name).toBe(true)
      expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
      expect(signs.length).toBeGreaterThan(0)
    }
  })

  it('knows every fact, tell and family that can weigh for a bot', () => {
    const named = new Set(detections.flatMap(({ signs }) => signs.map((sign) => ('observation' in sign ? sign.observation : ''))))
    const families = new Set(detections.flatMap(({ signs }) => signs.map((sign) => ('family' in sign ? sign.family : ''))))
    for (const { rows } of [requestCard, serverCard, sessionCard]) {
      for (const { id, family, bins } of rows.filter((row) => row.bins.some(({ llr }) => llr > 0))) {
        expect(named.has(id) || families.has(family), `${id}: no detection names it (${bins.length} bins)`).toBe(true)
      }
    }
  })

  it('is hit by what weighed, and by nothing else', () => {
    expect(hits({ 'http.hint-platform': 2, 'net.datacenter': 2 })).toEqual(['ua_mismatch', 'datacenter_ip'])
    expect(hits({ 'http.user-agent-program': -1 })).toEqual(['ua_missing'])
    expect(hits({ 'http.user-agent-program': 3, 'http.known-agent': 1 })).toEqual(['http_library', 'declared_bot'])
    expect(hits({ 'http.hint-brands': 0, 'session.look-alikes': -1, 'http.embedded-view': 1 })).toEqual([])
  })

  it('tells apart what hides an address, and leaves datacenters alone that people browse through', () => {
    expect([1, 2, 3].map((level) => hits({ 'net.anonymiser': level }))).toEqual([['vpn_ip'], ['tor_exit'], ['residential_proxy_ip']])
    expect(hits({ 'net.datacenter': 1, 'net.anonymiser': 0, 'net.foreign-language': 1, 'net.tls-library': 1 })).toEqual([])
  })

  it('names of whoever is verified the proof, and nothing that its headers say', () => {
    const seen = observationsOf({ 'http.known-agent': 2 })
    const of = (by: 'crawler' | 'agent') =>
      detectionHits(detections, seen, score(seen, requestCard), { state: 'verified', verified: { by, id: 'google', category: 'search' } })
    expect(of('crawler').map(({ id }) => id)).toEqual([504])
    expect(of('agent').map(({ id }) => id)).toEqual([505])
    expect(hits({ 'http.known-agent': 2, 'session.impostor': 1 })).toEqual(['declared_crawler', 'crawler_impostor'])
  })

  it('names what evidence was turned away for, and nothing of what may happen to anybody', () => {
    const of = (reason: Parameters<typeof detectionsOfRejection>[1]['reason']) =>
      detectionsOfRejection(detections, { reason }).map(({ id }) => id)
    expect([of('challenge-used'), of('evidence-signature'), of('challenge-expired')]).toEqual([[601], [603], []])
  })

  it('names movements that three others made, and not those that may be like another’s by chance', () => {
    expect([1, 2, 3, 8].map((count) => hits({ 'session.repeats': count }, serverCard).length)).toEqual([0, 0, 1, 1])
  })

  it('serves the other surfaces, too', () => {
    expect(hits({ 'tell.webdriver': 1, 'http.contradictions': 2 }, serverCard)).toEqual(['headers_contradict', 'webdriver'])
  })
})
