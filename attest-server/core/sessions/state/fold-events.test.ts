import { describe, expect, it } from 'vitest'
import type { ClaimedEvent } from '../../../stores/ports.js'
import { detections } from '../../detections/index.js'
import type { Identity } from '../../identity/verified.js'
import { sessionCard } from '../session-card.js'
import { foldEvents } from './fold-events.js'
import { writeBody } from './inbox-body.js'
import { readState, type SeenRequest } from './session-state.js'

const judging = { card: sessionCard, detections }
const nothing = { ja4: null, datacenter: null, proxy: null, country: null }
const request = (library: number, changes: Partial<SeenRequest> = {}): SeenRequest => ({
  seen: [['http.user-agent-library', library]],
  network: nothing,
  ...changes,
})
const told = (country: string): SeenRequest => ({ seen: [['net.anonymiser', 2]], network: { ...nothing, country }, isTold: true })

const fold = (...requests: readonly SeenRequest[]) => {
  const events = requests.map(
    (one, i): ClaimedEvent => ({
      id: i + 1,
      projectId: 'p',
      session: 's',
      requestId: `${i}`,
      body: writeBody({}, one),
      receivedAt: 0,
      attempts: 1,
    }),
  )
  const state = foldEvents(readState(undefined), events, judging)
  expect(foldEvents(foldEvents(readState(undefined), [...events].reverse(), judging), events, judging)).toEqual(state)
  return state
}

describe('requests of a session', () => {
  it('are judged by the one that looks most like a bot’s: other headers wash nothing clean', () => {
    expect(fold(request(2), request(0)).judgement?.hard).toEqual(['http-library'])
    expect(fold(request(0), request(0)).judgement?.hard).toEqual([])
  })

  it('are weighed together with what a backend tells of the address', () => {
    const { judgement } = fold(request(0), told('NL'))
    expect(judgement?.signals).toEqual([{ id: 'net.anonymiser', llr: 0.4 }])
    expect(judgement?.hits).toEqual([403])
  })

  it('say where the visitor is now, and what is known of TLS stays', () => {
    const network = { ...nothing, ja4: 'j', country: 'DE' }
    expect(fold(request(0, { network }), told('NL')).network).toEqual({ ja4: 'j', datacenter: null, proxy: null, country: 'NL', at: 2 })
    expect(fold(told('NL'), request(0)).network).toEqual({ ...nothing, country: 'NL', at: 2 })
  })

  it('make a session verified only as long as all of them are', () => {
    const identity: Identity = { state: 'verified', verified: { by: 'crawler', id: 'google', category: 'search' } }
    expect(fold(request(2, { identity })).judgement).toMatchObject({ action: 'allow', hits: [504] })
    expect(fold(request(2, { identity }), request(0)).judgement).toMatchObject({ action: 'allow', hits: [] })
  })

  it('of an impostor weigh the lie', () => {
    const identity: Identity = { state: 'impostor', claimed: 'google', category: 'search' }
    expect(fold(request(0, { identity })).judgement?.hits).toEqual([503])
  })
})
