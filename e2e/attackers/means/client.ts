import type { CommittedNow } from '../../../shared/trace/testing/commit-now.js'
import type { ChallengeRequest, ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { AttestRequest } from '../../../shared/wire/evidence.js'
import type { Problem, ProblemCode } from '../../../shared/wire/problem.js'
import type { RevealResponse } from '../../../shared/wire/reveal.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { type Answer, addressOf, sendRequest } from '../../conformance/harness/send-request.js'
import type { Loot, Target } from '../harness/attacker.js'
import { Refused } from '../harness/refused.js'

/** A program that talks to the attest-server as a browser does: its headers, whole and in their order, from an address of its own. */
export interface Client {
  challenge(request?: Partial<ChallengeRequest>): Promise<ChallengeResponse>
  /** Hands evidence in, and whatever is asked for of its trace. @param open where there is a trace */
  attest(request: AttestRequest, open?: CommittedNow['open']): Promise<Attested>
}

/** What came of it. */
export interface Attested extends Loot {
  /** What was posted for it, byte by byte what a listener hears. */
  readonly sent: readonly AttestRequest[]
}

interface Guise {
  /** What `Origin` says; the attacked page's where it says nothing. */
  readonly origin?: string
  /** Which of the attacker's addresses; the lower byte is its network. */
  readonly address?: number
}

/** For an answer, in ms: hundreds may ask at the same time. */
const PATIENCE = 60_000

/** What the defence says. All else means that the attacker asked for what is not there, and was not fended off. */
const REFUSALS: readonly ProblemCode[] = [
  'evidence-refused',
  'challenge-used',
  'challenge-expired',
  'origin-not-allowed',
  'rate-limited',
  'too-early',
]

/** All that Chromium says of itself, in its order. */
const headersOf = ({ url, origin: page }: Target, { origin = page, address = 0 }: Guise) => ({
  Host: new URL(url).host,
  'sec-ch-ua-platform': '"Linux"',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
  'Content-Type': 'application/json',
  'sec-ch-ua-mobile': '?0',
  Accept: '*/*',
  Origin: origin,
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  Referer: `${origin}/`,
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
  // Whoever rents addresses has one for each try, in a network of its own: 256 of them. 198.18.0.0/15 belongs to nobody (RFC 2544).
  'X-Forwarded-For': `198.18.${address & 255}.${(address >> 8) & 255}`,
})

/** A refusal's code. @throws what is no refusal: then the attacker is out of date, or the server is broken */
function refusalIn({ status, text, json }: Answer): string {
  const { code } = (json ?? {}) as Partial<Problem>
  if (code !== undefined && REFUSALS.includes(code)) return code
  throw new Error(`answered with ${status} ${text.slice(0, 200)}`)
}

function lootIn(answer: Answer): Loot {
  if (answer.status !== 200) return { end: refusalIn(answer) }
  const { token, action } = answer.json as AttestResponse
  return { token, end: action }
}

export function createClient(target: Target, guise: Guise = {}): Client {
  const post = (path: string, body: object) =>
    sendRequest(addressOf(target.url, path), 'POST', { headers: headersOf(target, guise), text: JSON.stringify(body) }, PATIENCE)
  return {
    async challenge(request) {
      const answer = await post('/v1/challenge', { siteKey: target.siteKey, ...request })
      if (answer.status !== 200) throw new Refused(refusalIn(answer))
      return answer.json as ChallengeResponse
    },
    async attest(request, open) {
      const first = await post('/v1/attest', request)
      const asked = first.status === 200 && first.json ? (first.json as AttestResponse | RevealResponse) : undefined
      if (!asked || !('reveal' in asked)) return { ...lootIn(first), sent: [request] }
      if (!open) throw new Error('asked for a trace that it has not committed to')
      const answer = { ...request, reveal: asked.reveal, ...open(asked.slices) }
      return { ...lootIn(await post('/v1/attest', answer)), sent: [request, answer] }
    },
  }
}
