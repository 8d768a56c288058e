import { check, equal, field, holds, oneOf, status, textAt } from '../harness/assertions.js'
import { failOpen } from '../traffic/fail-open.js'
import { curl } from './curl.js'
import type { Sample } from './sample.js'

const JSON_TYPE = 'Content-Type: application/json'

/** The four steps of the introduction. */
export const botectSamples: readonly Sample[] = [
  {
    document: 'BOT',
    name: 'enable scoring',
    run: async (client) => {
      const address = `${client.url}/v1/projects/${(await client.keys.project()).id}/scoring`
      const answer = await curl('-X', 'POST', address, '-H', `Authorization: Bearer ${await client.keys.account()}`)
      const { siteKey } = await client.keys.project()
      return check(status(answer, 200, 201), equal('the site key', field(answer, 'site_key'), siteKey))
    },
  },
  {
    document: 'BOT',
    name: 'collect signals, read the verdict, decide',
    run: async (client) => {
      const { siteKey, privateKey } = await client.keys.project()
      const event = {
        request_id: `r${Date.now()}`,
        type: 'mouse',
        received_at: new Date().toISOString(),
        payload: { entropy: 0.74, samples: 128 },
      }
      const body = JSON.stringify({ session_token: null, events: [event] })
      const sent = await curl('-X', 'POST', `${client.url}/v1/events`, '-H', `X-Botect-Site-Key: ${siteKey}`, '-H', JSON_TYPE, '-d', body)
      const token = textAt(sent, 'session_token')
      const read = await curl(`${client.url}/v1/sessions/${token}/verdict`, '-H', `Authorization: Bearer ${privateKey}`)
      return check(
        status(sent, 202),
        equal('accepted', field(sent, 'accepted'), 1),
        status(read, 200),
        oneOf('action', field(read, 'action'), ['allow', 'challenge', 'block']),
      )
    },
  },
  {
    document: 'BOT',
    name: 'an unknown session fails open to allow',
    run: async (client) => {
      const { privateKey } = await client.keys.project()
      const read = await fetch(`${client.url}/v1/sessions/unknown/verdict`, { headers: { Authorization: `Bearer ${privateKey}` } })
      return check(equal('status', read.status, 200), equal('body', await read.json(), failOpen))
    },
  },
  {
    document: 'BOT',
    name: 'compose a rule',
    run: async (client) => {
      const address = `${client.url}/v1/projects/${(await client.keys.project()).id}/rules`
      const account = `Authorization: Bearer ${await client.keys.account()}`
      const rule = JSON.stringify({ name: 'Sample', expression: 'score < 20 AND NOT verified_bot', action: 'log' })
      const made = await curl('-X', 'POST', address, '-H', account, '-H', JSON_TYPE, '-d', rule)
      const removed = await curl('-X', 'DELETE', `${address}/${String(field(made, 'id'))}`, '-H', account)
      return check(status(made, 201, 200), holds('it has an id', field(made, 'id') !== undefined), status(removed, 204))
    },
  },
]
