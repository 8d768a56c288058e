import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../shared/observation.js'
import { factDeps, requestFacts } from '../testing/request-facts.js'
import { deviceAge } from './device/age.js'
import { deviceAgents } from './device/agents.js'
import { deviceAssurance } from './device/assurance.js'
import { deviceNetworks } from './device/networks.js'
import { deviceOverlap } from './device/overlap.js'
import { devicePace } from './device/pace.js'
import { deviceParallel } from './device/parallel.js'
import { deviceSessions } from './device/sessions.js'
import type { EvidenceFacts } from './fact.js'
import { powCredit } from './pow/credit.js'
import { powPace } from './pow/pace.js'
import { sessionAnswered } from './session/answered.js'
import { sessionCrowd } from './session/crowd.js'
import { sessionEvidencePace } from './session/evidence-pace.js'
import { sessionNetworkPace } from './session/network-pace.js'
import { sessionRepeats } from './session/repeats.js'
import { sessionRound } from './session/round.js'
import { sessionSilence } from './session/silence.js'
import { sessionSystemPace } from './session/system-pace.js'

const of = (changes: Partial<EvidenceFacts>) => requestFacts({}, {}, changes)

const ofKey = [devicePace, deviceSessions, deviceParallel, deviceNetworks, deviceAgents, deviceOverlap]
const ofPlace = [sessionNetworkPace, sessionSystemPace]

describe('facts about the evidence', () => {
  it('say nothing where there is no evidence', () => {
    const request = { ...requestFacts(), evidence: undefined }
    for (const fact of [powCredit, powPace, deviceAssurance, sessionRound, sessionEvidencePace, sessionAnswered, sessionSilence]) {
      expect(fact.observe(request)).toEqual(unsupported)
    }
    for (const fact of [...ofKey, ...ofPlace]) expect(fact.observe(request)).toEqual(unsupported)
    expect(sessionRepeats.observe(request)).toEqual(unsupported)
    expect(deviceAge.observe(request, factDeps)).toEqual(unsupported)
  })

  it('of a key’s traffic are what was counted, and nothing where no key is known', () => {
    const keyTraffic = { pace: 1, sessions: 2, parallel: 3, networks: 4, agents: 5, overlap: 0.6 }
    expect(ofKey.map((fact) => fact.observe(of({ keyTraffic })))).toEqual([1, 2, 3, 4, 5, 0.6].map(seen))
    for (const fact of ofKey) expect(fact.observe(of({ keyTraffic: undefined })), fact.id).toEqual(unsupported)
  })

  it('of a place are what was counted, and nothing where it is not known', () => {
    expect(ofPlace.map((fact) => fact.observe(of({ networkTraffic: { prefix: 7, system: 8 } })))).toEqual([7, 8].map(seen))
    for (const fact of ofPlace) expect(fact.observe(of({ networkTraffic: { prefix: undefined, system: undefined } }))).toEqual(unsupported)
  })

  it('pow.credit is the share of a page load’s work, whatever the challenge screen asked for', () => {
    expect(powCredit.observe(of({ effort: 0.75 }))).toEqual(seen(0.75))
    expect(powCredit.observe(of({ effort: 1.6, round: 1 }))).toEqual(seen(1))
  })

  it('pow.pace is in millions of hashes for each second since the challenge', () => {
    expect(powPace.observe(of({ work: 262_144, challengeAge: 0.5 }))).toEqual(seen(0.524288))
    expect(powPace.observe(of({ work: 262_144, challengeAge: 0.008 }))).toEqual(seen(32.768))
    expect(powPace.observe(of({ work: 1000, challengeAge: 0 }))).toEqual(seen(1))
  })

  it('pow.pace tells work that was given up at once from work that was too much', () => {
    expect(powPace.observe(of({ effort: 0, work: 0, challengeAge: 0.1 }))).toEqual(seen(-1))
    expect(powPace.observe(of({ effort: 0, work: 0, challengeAge: 2.1 }))).toEqual(seen(0))
  })

  it('session.silence is the share that was not said', () => {
    expect(sessionSilence.observe(of({ silence: 0.75 }))).toEqual(seen(0.75))
  })

  it('session.repeats is how many others moved so, where enough is known', () => {
    expect(sessionRepeats.observe(of({ repeats: 3 }))).toEqual(seen(3))
    expect(sessionRepeats.observe(of({ repeats: undefined }))).toEqual(unsupported)
  })

  it('session.crowd is from how many other networks the like came, where enough is known', () => {
    expect(sessionCrowd.observe(of({ crowd: 3 }))).toEqual(seen(3))
    expect(sessionCrowd.observe(of({ crowd: undefined }))).toEqual(unsupported)
  })

  it('device.assurance knows who could have signed', () => {
    expect(deviceAssurance.observe(of({}))).toEqual(seen(0))
    expect(deviceAssurance.observe(of({ signed: false, secureOrigin: false }))).toEqual(seen(1))
    expect(deviceAssurance.observe(of({ signed: false, secureOrigin: true }))).toEqual(seen(2))
  })

  it('device.age is in days, 0 for a new key, and never negative', () => {
    const aged = (days: number) => of({ device: { firstSeen: factDeps.now - days * 86_400 } })
    expect(deviceAge.observe(of({}), factDeps)).toEqual(seen(0))
    expect(deviceAge.observe(aged(9), factDeps)).toEqual(seen(9))
    expect(deviceAge.observe(aged(-1), factDeps)).toEqual(seen(0))
    expect(deviceAge.observe(of({ device: undefined }), factDeps)).toEqual(unsupported)
  })

  it('session.round, session.evidence-pace and session.answered are what the checks and the store counted', () => {
    expect(sessionRound.observe(of({ round: 2 }))).toEqual(seen(2))
    const session = { recent: 40, answered: 1.6 }
    expect(sessionEvidencePace.observe(of({ session }))).toEqual(seen(40))
    expect(sessionAnswered.observe(of({ session }))).toEqual(seen(1.6))
  })
})
