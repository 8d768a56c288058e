import { check, equal, field, holds, numberAt, oneOf, status } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import { until } from '../harness/until.js'
import { startSession } from '../traffic/sessions.js'
import { curl } from './curl.js'
import type { Sample } from './sample.js'

/** What a backend makes of a visitor, by the action of the verdict. */
async function enforce(client: Client, token: string): Promise<{ readonly action: unknown; readonly done: string }> {
  const headers = { 'X-API-Key': await client.keys.live() }
  const verdict: unknown = await (await fetch(`${client.url}/api/v1/verdict?token=${token}`, { headers })).json()
  const action = field(verdict, 'action')
  return { action, done: action === 'block' ? 'refused' : action === 'challenge' ? 'interstitial' : 'next' }
}

/** The samples that need no page; the tag and its event are seen in a browser. */
export const detectipSamples: readonly Sample[] = [
  {
    document: 'DIP',
    name: 'GET /v1/myip',
    run: async (client) => {
      const answer = await curl(`${client.url}/v1/myip`, '-H', 'X-Forwarded-For: 198.51.100.7')
      return check(status(answer, 200), holds('an address', typeof field(answer, 'ip') === 'string'))
    },
  },
  {
    document: 'DIP',
    name: 'the tag of the collector',
    run: async (client) => {
      const answer = await curl(`${client.url}/collector.js`)
      return check(status(answer, 200), holds('a script', answer.text.length > 1000 && !answer.text.startsWith('<')))
    },
  },
  {
    document: 'DIP',
    name: 'get a verdict and enforce it',
    run: async (client) => {
      const ofVisitor = async (visitor: 'human' | 'bot') => {
        const token = await startSession(client, visitor)
        return until(
          () => enforce(client, token),
          ({ action }) => action !== undefined,
          client.patience,
        )
      }
      const [human, bot] = [await ofVisitor('human'), await ofVisitor('bot')]
      return check(
        equal('what a human gets', human, { action: 'allow', done: 'next' }),
        oneOf('what a bot gets', bot.done, ['refused', 'interstitial']),
      )
    },
  },
  {
    document: 'DIP',
    name: 'GET /api/v1/usage',
    run: async (client) => {
      const answer = await curl(`${client.url}/api/v1/usage`, '-H', `X-API-Key: ${await client.keys.live()}`)
      return check(status(answer, 200), holds('what was used is counted', numberAt(answer, 'used') >= 0))
    },
  },
]
