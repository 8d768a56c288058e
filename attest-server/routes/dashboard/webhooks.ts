import { z } from 'zod'
import type { Deliveries, Delivery } from '../../dashboard/wire/webhooks.js'
import type { Delivery as KeptDelivery } from '../../stores/ports.js'
import { projectOperation } from '../control/project-operation.js'
import { timestamp } from '../control/timestamp.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'

const MOST_SHOWN = 100

function statusOf({ nextAt, outcome }: KeptDelivery): Delivery['status'] {
  if (nextAt !== undefined) return 'waiting'
  return outcome === 'delivered' ? 'delivered' : 'failed'
}

const shown = (message: KeptDelivery): Delivery => ({
  id: message.id,
  session: message.session ?? null,
  url: message.url,
  body: message.body,
  createdAt: timestamp(message.createdAt),
  status: statusOf(message),
  attempts: message.attempts,
  outcome: message.outcome ?? null,
  triedAt: message.triedAt === undefined ? null : timestamp(message.triedAt),
  nextAt: message.nextAt === undefined ? null : timestamp(message.nextAt),
})

/** `GET …/webhooks` */
export function webhooksEndpoint(deps: DashboardDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'deliveries',
    summary: 'Messages that wait, and what came of others.',
    responses: { 200: { description: 'The last ones first.' } },
    async handle(c, { id }) {
      const answer: Deliveries = { deliveries: (await deps.outbox.list(id, MOST_SHOWN)).map(shown) }
      return c.json(answer)
    },
  })
  return { path: '/projects/:project/webhooks', GET }
}

/** `POST …/webhooks/{message}/replay` */
export function replayEndpoint(deps: DashboardDeps): Endpoint {
  const POST = projectOperation(deps, {
    id: 'replayDelivery',
    summary: 'Sends a message once more, under its own id.',
    params: { message: z.string().max(64) },
    responses: {
      202: { description: 'It waits for its turn.' },
      404: { description: 'No such message.' },
      409: { description: 'It waits already, as many wait as may, or its session is gone, and the secret with it.' },
    },
    async handle(c, { id }, { params }) {
      const { outbox } = deps
      const known = await outbox.find(id, params.message)
      if (!known) return { code: 'not-found' }
      if (known.session === undefined || !(await deps.canSign(id, known.session)))
        return { code: 'conflict', detail: 'Its session is gone, and with it the secret to sign with.' }
      const isWaiting = await outbox.replay(id, params.message, Math.floor(deps.clock()))
      if (!isWaiting) return { code: 'conflict', detail: 'It waits already, or as many messages wait as may.' }
      const message = await outbox.find(id, params.message)
      return message ? c.json(shown(message), 202) : { code: 'not-found' }
    },
  })
  return { path: '/projects/:project/webhooks/:message/replay', POST }
}
