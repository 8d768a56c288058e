import { check, equal, field, holds, less, numberAt, oneOf, status, textAt } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'
import { agentLabEvents, humanLabEvents } from '../traffic/lab-events.js'

const PATH = '/api/verify-bot/session'

async function start(client: Client, body: object = {}) {
  const headers = { 'x-api-key': await client.keys.detlab() }
  const created = await client.post(PATH, body, headers)
  const id = textAt(created, 'session_id')
  return {
    created,
    id,
    append: (events: readonly unknown[]) => client.post(`${PATH}/${id}/events`, { events }, headers),
    read: () => client.get(`${PATH}/${id}`, headers),
  }
}

/** Continuous verification. */
export const labSessions: readonly Item[] = [
  {
    id: 'LAB-45',
    source: 'D',
    says: 'a session begins with an id, without a score',
    run: async (client) => {
      const { created, id } = await start(client)
      const without = await client.post(PATH, {})
      return check(
        status(created, 201, 200),
        holds('an id', /^[\w-]{8,128}$/.test(id)),
        oneOf('the score', field(created, 'overall_score'), [null, undefined]),
        status(without, 401),
      )
    },
  },
  {
    id: 'LAB-46',
    source: 'S',
    says: 'each append scores anew, with all that was told so far',
    run: async (client) => {
      const session = await start(client)
      const agent = agentLabEvents()
      const half = Math.floor(agent.length / 2)
      const first = await session.append(agent.slice(0, half))
      const second = await session.append(agent.slice(half))
      return check(
        status(first, 200),
        equal('events after the first', numberAt(first, 'event_count'), half),
        equal('events after the second', numberAt(second, 'event_count'), agent.length),
        equal('the verdict on all of them', field(second, 'verdict'), 'BOT_VERIFIED'),
      )
    },
  },
  {
    id: 'LAB-46b',
    source: 'S',
    says: 'a human who takes over lowers the score of the session',
    run: async (client) => {
      const session = await start(client)
      const first = await session.append(agentLabEvents(20))
      const second = await session.append(
        humanLabEvents().map((event) => ({ ...event, timestamp_ms: Number(event.timestamp_ms) + 10_000 })),
      )
      return check(less('the score then', numberAt(second, 'overall_score'), 'the score before', numberAt(first, 'overall_score')))
    },
  },
  {
    id: 'LAB-47',
    source: 'S',
    says: 'reading a session tells its state and verdict, to its own key alone',
    run: async (client) => {
      const session = await start(client)
      const told = await session.append(agentLabEvents())
      const read = await session.read()
      const same = ['verdict', 'overall_score', 'event_count'].map((name) => equal(name, field(read, name), field(told, name)))
      const other = client.server ? await client.get(`${PATH}/${session.id}`, { 'x-api-key': await client.keys.detlab() }) : undefined
      return check(status(read, 200), ...same, other && status(other, 404), status(await client.get(`${PATH}/${session.id}`), 401))
    },
  },
  {
    id: 'LAB-48',
    source: 'S',
    says: 'the webhook is posted when the verdict changes',
    run: async () => {
      throw new Untold('webhooks go to public addresses only, and the runner has none')
    },
  },
  {
    id: 'LAB-48b',
    source: 'P',
    says: 'a webhook to this machine or its network is refused',
    run: async (client) => {
      const faults = []
      for (const webhook_url of ['http://127.0.0.1:9/hook', 'http://169.254.169.254/latest', 'https://[::1]/hook', 'file:///etc/passwd'])
        faults.push(status((await start(client, { webhook_url })).created, 400, 422))
      return check(...faults)
    },
  },
]
