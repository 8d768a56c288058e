import { beforeAll, describe, expect, it } from 'vitest'
import { scoreBehaviour } from '../attest-server/core/behaviour/score-behaviour.js'
import { sessionOfInput } from '../attest-server/core/behaviour/testing/session-of.js'
import { verifyBehaviour } from '../attest-server/core/behaviour/verify-behaviour.js'
import { type Recording, readRecordings, recordingsFolder } from './lib/recordings.js'
import { hashShare, isFitted } from './lib/split.js'
import { makeVisits } from './paths/make-visits.js'

interface Judged {
  readonly who: string
  readonly label: 'human' | 'bot'
  readonly verdict: string
  readonly verified: string
}

const LONG = 10_000
const folder = recordingsFolder()
if (!folder) console.warn('Skipped: no recordings. Set VOUCHSAFE_DATA to the folder that holds behaviour/*.ndjson.gz.')

/** Posted by a collector of LAB-10…13: no releases, no pressure, no sizes. */
function judge({ source, kind, device, label, events }: Recording): Judged {
  const state = sessionOfInput(events)
  const who = label === 'human' ? `${source} (${device})` : `${source}/${kind}`
  return { who, label, verdict: scoreBehaviour(state).verdict, verified: verifyBehaviour(state).verdict }
}

/** One in four, always the same: all of them take minutes, and say the same. */
const isSampled = ({ source, id }: Recording): boolean => hashShare(`${source}/${id}`) < 0.25

/** Visits of 10 s and more, of people and bots that no fit has seen. Fingers drag in two of the recordings, and a page hears no mouse then. */
async function judgeAll(): Promise<Judged[]> {
  const visits: Judged[] = []
  for await (const one of readRecordings(folder!))
    if (one.duration >= LONG && one.device !== 'touch' && !isFitted(one) && isSampled(one)) visits.push(judge(one))
  for (const one of makeVisits(8, 7)) if (!isFitted(one)) visits.push(judge(one))
  return visits
}

const shareOf = (visits: readonly Judged[], is: (visit: Judged) => boolean) => visits.filter(is).length / visits.length

describe.skipIf(!folder)('posted recordings of 10 s and more that no fit has seen', () => {
  let visits: readonly Judged[] = []
  const of = (label: string, who = '') => visits.filter((one) => one.label === label && one.who.startsWith(who))
  beforeAll(async () => {
    visits = await judgeAll()
  }, 300_000)

  it('pass 95 of 100 people, and fail 1 of 200 at most', () => {
    expect(of('human').length).toBeGreaterThan(1000)
    expect(shareOf(of('human'), ({ verdict }) => verdict === 'PASS')).toBeGreaterThanOrEqual(0.95)
    expect(shareOf(of('human'), ({ verdict }) => verdict === 'FAIL')).toBeLessThanOrEqual(0.005)
  })

  it('pass most people of each source: those who only type, and those behind a remote desktop', () => {
    for (const who of ['aalto-keystrokes', 'balabit', 'certh', 'sapimouse', 'sgc'])
      expect(
        shareOf(of('human', who), ({ verdict }) => verdict === 'PASS'),
        who,
      ).toBeGreaterThanOrEqual(0.95)
  })

  it('pass few bots: one in five of the synthetic kinds at most, and none of the recorded browsers', () => {
    expect(shareOf(of('bot', 'synthetic'), ({ verdict }) => verdict === 'PASS')).toBeLessThanOrEqual(0.2)
    expect(of('bot', 'certh').filter(({ verdict }) => verdict === 'PASS')).toEqual([])
  })

  it('verify nobody as a bot who is none', () => {
    expect(of('human').filter(({ verified }) => verified === 'BOT_VERIFIED')).toEqual([])
    expect(shareOf(of('human'), ({ verified }) => verified === 'HUMAN_DETECTED')).toBeGreaterThanOrEqual(0.9)
  })
})
