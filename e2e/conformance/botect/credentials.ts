import { check, equal, field, holds, status } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'
import { humanEvents } from '../traffic/botect-events.js'
import { control } from '../traffic/control.js'
import { sendBatch, startSession } from '../traffic/sessions.js'

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** Three kinds of key, and that none does another's work. */
export const botectCredentials: readonly Item[] = [
  {
    id: 'BOT-01',
    source: 'S',
    says: 'the site key pk_… adds signals, and can never read verdicts or change configuration',
    run: async (client) => {
      const { id, siteKey } = await client.keys.project()
      const token = await startSession(client, 'human')
      const read = await client.get(`/v1/sessions/${token}/verdict`, bearer(siteKey))
      const readByHeader = await client.get(`/v1/sessions/${token}/verdict`, { 'x-botect-site-key': siteKey })
      const change = await client.send('PUT', `/v1/projects/${id}/scoring/settings`, {
        headers: bearer(siteKey),
        json: { block_definite: true },
      })
      return check(
        holds('it begins with pk_', siteKey.startsWith('pk_')),
        status(read, 401),
        status(readByHeader, 401),
        status(change, 401, 403),
      )
    },
  },
  {
    id: 'BOT-03',
    source: 'S',
    says: 'the private key sk_… reads verdicts as a Bearer, adds no signals and changes no configuration',
    run: async (client) => {
      const { id, privateKey } = await client.keys.project()
      const token = await startSession(client, 'human')
      const read = await client.get(`/v1/sessions/${token}/verdict`, bearer(privateKey))
      const without = await client.get(`/v1/sessions/${token}/verdict`)
      const wrong = await client.get(
        `/v1/sessions/${token}/verdict`,
        bearer(`${privateKey.slice(0, -1)}${privateKey.endsWith('A') ? 'B' : 'A'}`),
      )
      const send = await sendBatch(client, { events: humanEvents(), siteKey: privateKey })
      const change = await client.send('PUT', `/v1/projects/${id}/scoring/settings`, {
        headers: bearer(privateKey),
        json: { block_definite: true },
      })
      return check(
        holds('it begins with sk_', privateKey.startsWith('sk_')),
        status(read, 200),
        status(without, 401),
        status(wrong, 401),
        equal('code of a wrong key', field(wrong, 'code'), 'UNAUTHENTICATED'),
        status(send, 401),
        status(change, 401, 403),
      )
    },
  },
  {
    id: 'BOT-04',
    source: 'D',
    says: 'the private key may come in X-Botect-Private-Key',
    run: async (client) => {
      const { privateKey } = await client.keys.project()
      const token = await startSession(client, 'human')
      const path = `/v1/sessions/${token}/verdict`
      const read = await client.get(path, { 'x-botect-private-key': privateKey })
      const wrong = await client.get(path, { 'x-botect-private-key': 'sk_nobody' })
      return check(status(read, 200), holds('a verdict', typeof field(read, 'verdict') === 'string'), status(wrong, 401))
    },
  },
  {
    id: 'BOT-05',
    source: 'S',
    says: "the account's token rules the control plane as a Bearer, and neither adds signals nor reads verdicts",
    run: async (client) => {
      const account = await client.keys.account()
      const token = await startSession(client, 'human')
      const { id } = await client.keys.project()
      const rules = await control(client, 'GET', '/rules')
      const without = await client.get(`/v1/projects/${id}/rules`)
      const read = await client.get(`/v1/sessions/${token}/verdict`, bearer(account))
      const send = await sendBatch(client, { events: humanEvents(), siteKey: account })
      return check(status(rules, 200), status(without, 401), status(read, 401), status(send, 401))
    },
  },
  {
    id: 'BOT-06',
    source: 'D',
    says: 'only the hash of the private key is stored',
    run: async (client) => {
      const { siteKey, privateKey } = await client.keys.project()
      if (!client.server) throw new Untold('what is stored cannot be seen from outside')
      const { holds: stored } = client.server
      return check(
        holds('the data folder does not hold the private key', !stored(privateKey)),
        holds('nor its part behind sk_', !stored(privateKey.slice('sk_'.length))),
        // The look works at all: the site key is no secret, and stands there.
        holds('it holds the site key', stored(siteKey)),
      )
    },
  },
  {
    id: 'BOT-06b',
    source: 'D',
    says: 'of the other keys, too, only hashes are stored',
    run: async (client) => {
      const { server, keys } = client
      if (!server) throw new Untold('what is stored cannot be seen from outside')
      const secrets = {
        account: await keys.account(),
        afk: await keys.afk(),
        live: await keys.live(),
        yeb: await keys.yeb(),
        detlab: await keys.detlab(),
      }
      return check(
        ...Object.entries(secrets).map(([kind, key]) => holds(`the data folder does not hold the ${kind} key`, !server.holds(key))),
      )
    },
  },
]
