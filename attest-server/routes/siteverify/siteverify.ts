import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import type { VerdictClaims } from '../../../shared/wire/verdict.js'
import type { Caller } from '../../core/caller.js'
import { type RedeemDeps, redeemVerdict } from '../../core/siteverify/redeem-verdict.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { Dialect, SiteverifyFault } from './dialect.js'
import { siteverifyExamples } from './examples.js'

export interface SiteverifyDeps extends RedeemDeps {
  readonly clock: () => EpochSeconds
}

/** A verdict, a key, and the names of both. */
const MOST_BYTES = 8192

const text = (description: string) => z.string().max(4096).nullish().meta({ description })

const fields = {
  secret: text('The project’s secret key, `sk_…`.'),
  response: text('The verdict: what the form field held.'),
  remoteip: text('Taken and left aside: a verdict is bound to a device key, not to an address.'),
  sitekey: text('The site key that you expect (hCaptcha).'),
  idempotency_key: z
    .union([z.guid(), z.literal('')])
    .nullish()
    .meta({ description: 'A UUID: the same attempt may be repeated (Turnstile).' }),
}

/** The fields stand in the body; some clients write them into the address instead. */
const schema = z.object(fields)
type Fields = z.infer<typeof schema>

/** Of an empty field as of one that is not there: forms send both, and JSON says null of an address that nobody knows. */
const filled = (value: string | null | undefined): string | undefined => value || undefined

function missing({ secret, response }: Fields): SiteverifyFault[] {
  return [...(filled(response) ? [] : ['response-missing' as const]), ...(filled(secret) ? [] : ['secret-missing' as const])]
}

interface Outcome {
  readonly faults: readonly SiteverifyFault[]
  readonly claims?: VerdictClaims
}

async function judge(given: Fields, caller: Caller | undefined, deps: SiteverifyDeps): Promise<Outcome> {
  const faults = missing(given)
  if (faults.length > 0) return { faults }
  if (!caller) return { faults: ['secret-unknown'] }
  const redemption = { token: given.response ?? '', projectId: caller.projectId, retryKey: filled(given.idempotency_key)?.toLowerCase() }
  const sitekey = filled(given.sitekey)
  const expected = sitekey === undefined ? undefined : await deps.projects.bySiteKey(sitekey)
  if (sitekey !== undefined && expected?.id !== caller.projectId) return { faults: ['sitekey-mismatch'] }
  const redeemed = await redeemVerdict(redemption, deps, deps.clock())
  if (!redeemed.ok) return { faults: [redeemed.error] }
  return { claims: redeemed.value, faults: redeemed.value.action === 'allow' ? [] : ['refused'] }
}

/** `POST` in the shape of one of the originals: always 200 when the request could be read. */
export function siteverifyEndpoint(dialect: Dialect, deps: SiteverifyDeps): Endpoint {
  const POST = operation({
    id: dialect.id,
    summary: dialect.summary,
    security: 'siteverify?',
    query: schema,
    body: schema.optional(),
    bodyTypes: ['form', 'json', 'multipart'],
    most: MOST_BYTES,
    limit: 'siteverify',
    responses: { 200: { description: 'The answer, or why there is none.', schema: dialect.schema } },
    examples: siteverifyExamples(dialect),
    async handle(c, { body, query, caller }) {
      const { faults, claims } = await judge({ ...query, ...body }, caller, deps)
      if (faults.length > 0) c.set('reason', faults.join(' '))
      const codes = Array.from(faults, (fault) => dialect.codes[fault])
      return c.json({
        success: codes.length === 0,
        ...dialect.always,
        ...(claims ? dialect.details(claims) : {}),
        ...(codes.length === 0 ? {} : { 'error-codes': codes }),
      })
    },
  })
  return { path: dialect.path, POST }
}
