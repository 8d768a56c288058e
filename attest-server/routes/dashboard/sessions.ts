import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import type { SessionList } from '../../dashboard/wire/sessions.js'
import { projectOperation } from '../control/project-operation.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'
import { listedSession } from './listed-session.js'

/** Clocks of several servers differ, and what is written may be seen a moment late. */
const OVERLAP = 2

/** A filter that finds nothing looks through an index for 15 ms. */
const COST = 3

const moment = z.iso.datetime({ offset: true }).transform((text): EpochSeconds => Date.parse(text) / 1000)
const word = z.string().min(1).max(300)
const query = z.object({
  action: z.enum(['allow', 'challenge', 'block']).optional(),
  /** `any`: whatever looked like a bot of some kind. */
  kind: word.optional(),
  origin: word.optional(),
  page: word.optional(),
  network: z.enum(['datacenter', 'anonymiser', 'residential', 'unknown']).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** What spoke for a bot. */
  tell: z
    .string()
    .regex(/^[a-z]+\.[a-z-]{1,60}$/)
    .optional(),
  from: moment.optional(),
  to: moment.optional(),
  before: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?\.[\w-]{1,64}$/)
    .optional(),
  after: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .optional(),
  most: z.coerce.number().int().min(1).max(100).default(50),
})

/** `GET …/sessions` */
export function sessionsEndpoint(deps: DashboardDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'sessions',
    summary: 'The last verdicts, newest first.',
    query,
    cost: () => COST,
    responses: { 200: { description: 'A page of them.' } },
    async handle(c, { id }, { query: { after, most, ...asked } }) {
      const from = after === undefined ? asked.from : Math.max(asked.from ?? 0, after - OVERLAP)
      const { verdicts, next } = await deps.verdicts.page(id, { ...asked, from }, most)
      const newest = verdicts[0]?.issuedAt ?? after
      const list: SessionList = {
        sessions: verdicts.map((record) => listedSession(record, deps.facetsOf(record))),
        next: next ?? null,
        newest: newest === undefined ? null : String(newest),
      }
      return c.json(list)
    },
  })
  return { path: '/projects/:project/sessions', GET }
}
