import { z } from 'zod'
import type { Seconds } from '../../../shared/units.js'
import { UNUSED_LIFE } from '../../core/accounts/signup-life.js'
import type { Caller } from '../../core/caller.js'
import type { Fault } from '../../core/fault.js'
import { makeId } from '../../core/ids.js'
import { networkOf } from '../../core/traffic/network-of.js'
import type { Account } from '../../stores/ports.js'
import { requestAddress } from '../http/http-facts.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { emailSchema, keySchema } from './account-schemas.js'
import { creditsOf, perMinuteOf, tierNames } from './credits.js'
import type { BehaviourDeps } from './deps.js'
import { readJson } from './read-events.js'

const MOST_BYTES = 1024
const DAY: Seconds = 86_400
/** New accounts of one network a day, whichever of its addresses they come from: of all accounts, a fiftieth. */
const MOST_OF_NETWORK = 20

const body = z.object({ email: emailSchema })

const taken: Fault = { code: 'conflict', detail: 'already signed up' }

/**
 * Makes the address's account, or finds it for whoever shows one of its keys. Nobody sends a mail here, so that an address proves nothing by
 * itself: the first who names it has it.
 */
async function accountOf(email: string, caller: Caller | undefined, network: string, deps: BehaviourDeps): Promise<Account | Fault> {
  const emailHash = await deps.digestEmail(email)
  const known = await deps.accounts.byEmailHash(emailHash)
  if (known) return known.id === caller?.projectId ? known : taken
  const now = deps.clock()
  const turn = await deps.counters.take(`signup-network:${deps.digestAddress(network)}`, 1, MOST_OF_NETWORK, DAY, now)
  if (!turn.taken) return { code: 'rate-limited', retryAfter: Math.ceil(turn.resetsAt - now) }
  const createdAt = Math.floor(now)
  const id = `acc_${makeId(deps.random)}`
  const account: Account = { id, name: '', emailHash, createdAt, plan: 'free', until: createdAt + UNUSED_LIFE }
  return (await deps.accounts.create(account)) ? account : taken
}

/** LAB-30. */
export function signupEndpoint(deps: BehaviourDeps): Endpoint {
  const POST = operation({
    id: 'signUp',
    summary: 'Makes a key, which is shown once. Open only where the server’s operator says so.',
    security: 'detlab?',
    limit: 'signup',
    body,
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      200: { description: 'The key.', schema: keySchema },
      400: { description: 'No data, or no address.' },
      401: { description: 'A key was shown that is not known.' },
      403: { description: 'The operator makes the keys.' },
      409: { description: 'The address has a key: show it to get another one.' },
    },
    examples: [
      { summary: 'where it is closed', body: { email: 'ada@shop.example' }, status: 403, response: { error: 'signup is closed' } },
    ],
    async handle(c, { caller }) {
      if (!deps.settings.openSignup) return { code: 'forbidden', detail: 'signup is closed' }
      if (!caller && c.req.header('x-api-key')) return { code: 'unauthorized' }
      const json = await readJson(c, MOST_BYTES)
      if (!json.ok) return json.error
      if (json.value === undefined) return { code: 'invalid', detail: 'no data' }
      const asked = body.safeParse(json.value)
      if (!asked.success) return { code: 'invalid', detail: 'invalid email' }
      const network = networkOf(requestAddress(c, deps.settings.trustedProxies) ?? 'unknown')
      const account = await accountOf(asked.data.email, caller, network, deps)
      if ('code' in account) return account
      const key = await deps.keys.issue(account.id, account.plan)
      if (!key) return { code: 'conflict', detail: 'too many keys' }
      const tier = { tier: tierNames[account.plan], credits: creditsOf('detection', account.plan) }
      c.header('Cache-Control', 'no-store')
      return c.json({ api_key: key.secret, ...tier, rate_limit_per_minute: perMinuteOf('detection', account.plan) })
    },
  })
  return { path: '/api/signup', POST }
}
