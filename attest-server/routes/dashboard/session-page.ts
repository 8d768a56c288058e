import { z } from 'zod'
import type { Condition } from '../../../shared/scorecard/scorecard.js'
import { parseReference } from '../../core/ids.js'
import type { Contribution, Explained, FamilyShare, SeenObservation, SessionPage, Waterfall } from '../../dashboard/wire/session.js'
import type { VerdictRecord } from '../../stores/ports.js'
import { projectOperation } from '../control/project-operation.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'
import { listedSession } from './listed-session.js'
import { shownSlices } from './shown-slices.js'

type Describe = (id: string) => string | null

const MOST_VERDICTS = 50

/** "input.moves 20 to 200" */
const inWords = ({ id, from, below }: Condition): string => {
  if (from === -Infinity) return `${id} below ${below}`
  return below === Infinity || below === null ? `${id} from ${from}` : `${id} ${from} to ${below}`
}

function contributionOf({ id, llr, when = [] }: VerdictRecord['contributions'][number], record: VerdictRecord): Contribution {
  const seen = record.observations.find((one) => one.id === id)
  return { id, llr, value: seen?.state === 'ok' ? (seen.value ?? null) : null, when: when.map(inWords) }
}

const byWeight = (a: { readonly llr: number }, b: { readonly llr: number }): number => Math.abs(b.llr) - Math.abs(a.llr)

/** From the odds before anything was seen to those that were decided by: each step is something that can be pointed at. */
function waterfallOf(record: VerdictRecord): Waterfall {
  const { llr, overlap = 0, givenBack = 0 } = record
  const families: FamilyShare[] = Object.entries(record.families).map(([family, share]) => ({
    family,
    llr: share,
    contributions: record.contributions
      .filter((one) => one.family === family)
      .map((one) => contributionOf(one, record))
      .sort(byWeight),
  }))
  const weighed = families.reduce((sum, { llr }) => sum + llr, 0)
  return { prior: llr - weighed + overlap - givenBack, families: families.sort(byWeight), overlap: 0 - overlap, givenBack, llr }
}

const observationOf = ({ id, state, value, reason }: VerdictRecord['observations'][number], describe: Describe): SeenObservation => ({
  id,
  state,
  value: value ?? null,
  reason: reason ?? null,
  description: describe(id),
})

const explained = (record: VerdictRecord, describe: Describe, { facetsOf }: DashboardDeps): Explained => ({
  ...listedSession(record, facetsOf(record)),
  assurance: record.assurance,
  round: record.round,
  paid: record.paid === true,
  card: record.card,
  llr: record.llr,
  waterfall: waterfallOf(record),
  hard: record.hard,
  counterfactuals: record.counterfactuals,
  observations: record.observations.map((one) => observationOf(one, describe)),
  confidence: record.kind?.confidence ?? null,
  claimed: record.claimed ?? null,
  appraised: record.appraised ?? null,
  rule: record.decided?.rule?.name ?? null,
  noted: record.noted?.map(({ name }) => name) ?? [],
})

/** A support code is read as somebody typed it. */
async function findRecord(projectId: string, name: string, { verdicts }: DashboardDeps): Promise<VerdictRecord | undefined> {
  return (await verdicts.find(projectId, parseReference(name) ?? name)) ?? (await verdicts.latest(projectId, name))
}

/** `GET …/sessions/{session}` */
export function sessionPageEndpoint(deps: DashboardDeps): Endpoint {
  const describe: Describe = (id) => deps.fields.get(id)?.description ?? null
  const GET = projectOperation(deps, {
    id: 'sessionPage',
    summary: 'One session with all that explains it.',
    params: { session: z.string().max(128) },
    responses: { 200: { description: 'The session.' }, 404: { description: 'Nothing is kept of it.' } },
    async handle(c, { id }, { params }) {
      const record = await findRecord(id, params.session, deps)
      if (!record) return { code: 'not-found', detail: 'Nothing is kept of this session, or it never was.' }
      const all = await deps.verdicts.ofSession(id, record.session, MOST_VERDICTS)
      const kept = await deps.verdicts.movementOf(id, record.jti, deps.clock())
      const page: SessionPage = {
        session: record.session,
        verdict: explained(record, describe, deps),
        movement: kept === undefined ? null : shownSlices(kept),
        timeline: [...all].reverse().map((one) => listedSession(one, deps.facetsOf(one))),
      }
      return c.json(page)
    },
  })
  return { path: '/projects/:project/sessions/:session', GET }
}
