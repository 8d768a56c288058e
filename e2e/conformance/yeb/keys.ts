import { setTimeout as pause } from 'node:timers/promises'
import { body, check, equal, field, holds, status, textAt } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'
import { googlebot } from '../traffic/crawlers.js'
import { ask, PATH } from './ask.js'

const { ip, ua } = googlebot

/** Keys, limits and errors. */
export const yebKeys: readonly Item[] = [
  {
    id: 'YEB-03',
    source: 'S',
    says: 'the key comes as a Bearer, in the body or in the query',
    run: async (client) => {
      const key = await client.keys.yeb()
      const bearer = await ask(client, '', { json: { ip, ua }, headers: { authorization: `Bearer ${key}` } })
      const inBody = await ask(client, '', { json: { ip, ua, api_key: key } })
      const inQuery = await ask(client, '/google', { json: { ip }, query: { api_key: key } })
      const allInQuery = await ask(client, '', { query: { api_key: key, ip, ua, verify_rdns: 'false' } })
      const answers = [bearer, inBody, inQuery, allInQuery]
      return check(
        ...answers.map((answer) => status(answer, 200)),
        ...answers.map((answer) => equal('the vendor', field(answer, 'result.vendor'), 'google')),
      )
    },
  },
  {
    id: 'YEB-03b',
    source: 'P',
    says: 'a false Bearer is not mended by a true key in the body',
    run: async (client) => {
      const key = await client.keys.yeb()
      const bearer = (given: string) => ({ authorization: `Bearer ${given}` })
      return check(
        status(await ask(client, '', { json: { ip, api_key: key }, headers: bearer('nobody') }), 401),
        status(await ask(client, '', { json: { ip, api_key: 'nobody' }, headers: bearer(key) }), 200),
      )
    },
  },
  {
    id: 'YEB-13',
    source: 'S',
    says: `an unknown action is {"error":"Unknown action 'foo'","code":422}`,
    run: async (client) => {
      const headers = { authorization: `Bearer ${await client.keys.yeb()}` }
      const answer = await ask(client, '/foo', { json: { ip }, headers })
      return check(status(answer, 422), body(answer, { error: "Unknown action 'foo'", code: 422 }))
    },
  },
  {
    id: 'YEB-14',
    source: 'S',
    says: 'errors are {error, code} with the number of their status: 400 for a bad address, 401 without a key or with a false one',
    run: async (client) => {
      const key = await client.keys.yeb()
      const afk = await client.keys.afk()
      const answers = {
        400: [await ask(client, '', { json: { ip: 'nowhere', api_key: key } })],
        401: [
          await ask(client, '', { json: { ip } }),
          await ask(client, '', { json: { ip, api_key: 'nobody' } }),
          await ask(client, '', { json: { ip, api_key: afk } }),
        ],
      }
      const faults = Object.entries(answers).flatMap(([code, list]) =>
        list.flatMap((answer) => [
          status(answer, Number(code)),
          equal('code', field(answer, 'code'), Number(code)),
          holds('an error in words', textAt(answer, 'error') !== ''),
        ]),
      )
      return check(...faults)
    },
  },
  {
    id: 'YEB-14b',
    source: 'S',
    says: '403 for a key that is inactive or not allowed',
    run: async () => {
      throw new Untold('keys are revoked, which is 401; none is made inactive')
    },
  },
  {
    id: 'YEB-15',
    source: 'S',
    says: 'twenty requests a second, then 429',
    run: async (client) => {
      if (!client.server) throw new Untold('it would use up the limit of the given key')
      const headers = { authorization: `Bearer ${await client.keys.yeb()}` }
      // What was asked before counts no more.
      await pause(1100)
      const burst = await Promise.all(Array.from({ length: 120 }, () => client.post(`${PATH}/google`, { ip }, headers)))
      // The limit is over when the next item begins.
      await pause(1100)
      const statuses = burst.map((answer) => answer.status)
      const refused = burst.find((answer) => answer.status === 429)
      return check(
        equal('the statuses', [...new Set(statuses)].sort(), [200, 429]),
        holds('twenty pass', statuses.filter((code) => code === 200).length >= 20),
        equal('code', refused && field(refused, 'code'), 429),
      )
    },
  },
  {
    id: 'YEB-15b',
    source: 'S',
    says: 'credits are charged, for errors, too',
    run: async () => {
      throw new Untold('nothing tells how many credits a key has')
    },
  },
]
