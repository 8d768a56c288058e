import { type Observation, type ObservationId, type Observations, seen } from '../../../../shared/observation.js'
import { score } from '../../../../shared/scorecard/score.js'
import type { ClaimedEvent } from '../../../stores/ports.js'
import { type Judging, judgeSession } from '../judge-session.js'
import { observeSums } from '../observe-sums.js'
import { readBody } from './inbox-body.js'
import type { RatedRequest, SeenRequest, SessionState } from './session-state.js'
import { mergeSums } from './session-sums.js'

const observationsOfRequest = ({ seen: values, identity }: SeenRequest): Observations =>
  new Map<ObservationId, Observation>([
    ...values.map(([id, value]) => [id, seen(value)] as const),
    ...(identity?.state === 'impostor' ? [['session.impostor', seen(1)] as const] : []),
  ])

/** Everything that is observed of a visit, by the names of the card. */
export const observationsOf = ({ sums, request, told, loggedInAt }: SessionState): Observations =>
  new Map<ObservationId, Observation>([
    ...(told ? observationsOfRequest(told) : []),
    ...(request ? observationsOfRequest(request) : []),
    ...observeSums(sums),
    ...(loggedInAt === undefined ? [] : [['session.logged-in', seen(1)] as const]),
  ])

/** The request that speaks most for a bot, the first of equal ones. Whoever is verified is so as long as all requests are: names of sessions can be handed on. */
function worstOf(known: RatedRequest | undefined, request: SeenRequest, { card }: Judging): RatedRequest {
  const rated = { ...request, llr: score(observationsOfRequest(request), card).llr }
  const rank = ({ identity, llr }: RatedRequest) => (identity?.state === 'verified' ? -Infinity : llr)
  return known && rank(known) >= rank(rated) ? known : rated
}

/** What the newest request says of its address goes together; of TLS it may know nothing, where it is a backend's. */
function networkOf(known: SessionState['network'], { network }: SeenRequest, at: number): NonNullable<SessionState['network']> {
  if (!known) return { ...network, at }
  const [newer, older] = at >= known.at ? [network, known] : [known, network]
  const isSaid = newer.datacenter !== null || newer.proxy !== null || newer.country !== null
  const { datacenter, proxy, country } = isSaid ? newer : older
  return { datacenter, proxy, country, ja4: newer.ja4 ?? older.ja4, at: Math.max(at, known.at) }
}

/** Adds one event that may have come before. */
function foldEvent(state: SessionState, { id, body }: ClaimedEvent, judging: Judging): SessionState {
  const { sums, request } = readBody(body)
  const next = { ...state, sums: mergeSums(state.sums, sums) }
  if (!request) return next
  const kind = request.isTold ? 'told' : 'request'
  return { ...next, [kind]: worstOf(state[kind], request, judging), network: networkOf(state.network, request, id) }
}

/** Judges a visit anew by all that is known of it. */
export function rejudge(state: SessionState, judging: Judging): SessionState {
  const { judgement: _, ...rest } = state
  const judgement = judgeSession(observationsOf(state), state.request?.identity ?? { state: 'unknown' }, judging)
  return judgement ? { ...rest, judgement } : rest
}

/** Adds events of one visit, and judges it anew. Twice the same is once the same. */
export const foldEvents = (state: SessionState, events: readonly ClaimedEvent[], judging: Judging): SessionState =>
  rejudge(
    events.reduce((folded, event) => foldEvent(folded, event, judging), state),
    judging,
  )
