import type { EpochSeconds } from '../../shared/units.js'
import type { EvidenceFacts, HttpFacts, NetworkTraffic } from '../facts/fact.js'
import type { Devices, SessionHistory, Sessions } from '../stores/ports.js'
import { hasPaid } from './effort.js'
import { testActionOf } from './find-project.js'
import type { Crowds } from './sketches/crowd.js'
import { findRepeats, type SketchDeps } from './sketches/find-repeats.js'
import { marksOf } from './sketches/marks.js'
import { answerIn, effortIn, standingOf } from './standing.js'
import { meetKey, type TrafficDeps } from './traffic/meet-key.js'
import { meetNetwork, networkName } from './traffic/meet-network.js'
import type { VerifiedEvidence } from './verify-evidence.js'

export interface MeetDeps extends TrafficDeps, SketchDeps {
  readonly sessions: Sessions
  readonly devices: Devices
  readonly crowds: Crowds
}

/** What is known of the key, and where else it was. */
type Met = Pick<EvidenceFacts, 'device' | 'keyTraffic'>

const isTest = ({ project }: VerifiedEvidence): boolean => testActionOf(project.siteKey) !== undefined

/** Counts this evidence for its session. Of a test key's sessions nothing is kept: each evidence is the first. */
async function meetSession(evidence: VerifiedEvidence, { sessions }: MeetDeps, now: EpochSeconds): Promise<SessionHistory> {
  const { project, challenge, thumbprint } = evidence
  const answer = answerIn(evidence)
  if (isTest(evidence)) return { recent: 1, answered: answer }
  return sessions.advance(project.id, challenge.sub, { thumbprint, answer }, now)
}

/** A key that has done no work is recalled, but not remembered: its age starts with its first work, and its traffic is counted from there on. */
async function meetDevice(evidence: VerifiedEvidence, http: HttpFacts, paid: boolean, deps: MeetDeps, now: EpochSeconds): Promise<Met> {
  const { challenge, thumbprint, tally, shown } = evidence
  if (thumbprint === undefined) return { device: undefined, keyTraffic: undefined }
  if (isTest(evidence)) return { device: { firstSeen: now }, keyTraffic: undefined }
  // What it shows was judged before it came here.
  const hasShown = shown !== undefined
  const step = { thumbprint, session: challenge.sub, network: networkName(http, deps), issuedAt: challenge.iat, tally }
  const traffic = () => meetKey({ ...step, userAgent: http.headers.get('user-agent') ?? '' }, deps, now)
  if (paid) {
    const [device, keyTraffic] = await Promise.all([deps.devices.meet(thumbprint, now, hasShown), traffic()])
    return { device, keyTraffic }
  }
  const device = await deps.devices.recall(thumbprint, now, hasShown)
  return device ? { device, keyTraffic: await traffic() } : { device: { firstSeen: now }, keyTraffic: undefined }
}

async function meetNetworkTraffic(evidence: VerifiedEvidence, http: HttpFacts, deps: MeetDeps, now: EpochSeconds): Promise<NetworkTraffic> {
  if (isTest(evidence)) return { prefix: undefined, system: undefined }
  return meetNetwork(networkName(http, deps), http.network?.asn, deps, now)
}

/** Of a test key's visits nothing is kept, and nothing is repeated. */
async function meetRepeats(evidence: VerifiedEvidence, paid: boolean, deps: MeetDeps, now: EpochSeconds): Promise<number | undefined> {
  const { project, challenge, thumbprint, observations } = evidence
  if (isTest(evidence)) return undefined
  return findRepeats(observations, { projectId: project.id, session: challenge.sub, thumbprint }, deps, paid, now)
}

/** As `meetRepeats`, among the latest visits of the same action; where no sketches are kept, none of these either. */
function meetCrowd(evidence: VerifiedEvidence, http: HttpFacts, paid: boolean, deps: MeetDeps, now: EpochSeconds): number | undefined {
  const { project, challenge, thumbprint, observations, claims } = evidence
  const { crowds, digest, sketchLife } = deps
  if (isTest(evidence) || sketchLife === 0) return undefined
  const key = thumbprint === undefined ? undefined : digest(thumbprint)
  const marks = marksOf(observations)
  const member = { session: digest(challenge.sub), key, network: networkName(http, deps), marks, until: now + sketchLife }
  return crowds.meet({ project: project.id, action: claims.action }, member, paid, now)
}

/**
 * Counts this evidence for its session, its device and its network, and sums up what the facts may look at. All at the same time: none looks at
 * what another counts, and a store writes down together what comes together.
 */
export async function meet(evidence: VerifiedEvidence, http: HttpFacts, deps: MeetDeps, now: EpochSeconds): Promise<EvidenceFacts> {
  const paid = hasPaid(effortIn(evidence))
  const [session, repeats, met, networkTraffic] = await Promise.all([
    meetSession(evidence, deps, now),
    meetRepeats(evidence, paid, deps, now),
    meetDevice(evidence, http, paid, deps, now),
    meetNetworkTraffic(evidence, http, deps, now),
  ])
  return { ...standingOf(evidence, now), session, repeats, crowd: meetCrowd(evidence, http, paid, deps, now), ...met, networkTraffic }
}
