import { z } from 'zod'
import { check, equal, field, holds, shape, status, textAt } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { humanEvents } from '../traffic/botect-events.js'
import { control, defaultSettings, withRules, withSettings } from '../traffic/control.js'
import { sendBatch } from '../traffic/sessions.js'

const { likely_bot_threshold: threshold, ...toggles } = defaultSettings
const settings = { bot_settings: toggles, likely_bot_threshold: threshold }

const rule = z.object({
  id: z.union([z.string(), z.number()]),
  project_id: z.union([z.string(), z.number()]),
  name: z.string(),
  expression_source: z.string(),
  action: z.enum(['block', 'challenge', 'allow', 'log', 'delay']),
  is_active: z.boolean(),
  sort_order: z.number().int(),
  created_at: z.iso.datetime({ offset: true }),
  updated_at: z.iso.datetime({ offset: true }),
})

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** What the owner of a project sets. */
export const botectControl: readonly Item[] = [
  {
    id: 'BOT-70',
    source: 'D',
    says: 'enabling scoring gives both keys and the defaults; again gives the same site key and no private key',
    run: async (client) => {
      const project = await client.keys.bareProject()
      const first = await control(client, 'POST', '/scoring', undefined, project)
      const again = await control(client, 'POST', '/scoring', undefined, project)
      return check(
        status(first, 200, 201),
        holds('a site key pk_…', textAt(first, 'site_key').startsWith('pk_')),
        holds('a private key sk_…', textAt(first, 'private_key').startsWith('sk_')),
        equal(
          'the settings',
          { bot_settings: field(first, 'bot_settings'), likely_bot_threshold: field(first, 'likely_bot_threshold') },
          settings,
        ),
        status(again, 200),
        equal('the second answer', again.json, { ...settings, site_key: field(first, 'site_key'), private_key: null }),
      )
    },
  },
  {
    id: 'BOT-70b',
    source: 'D',
    says: "without a token 401, with one of another account 403 or 404; a project that is not there looks the same as another's",
    run: async (client) => {
      const foreign = await client.keys.foreignProject()
      const without = await client.post(`/v1/projects/${foreign}/scoring`, {})
      const wrong = await client.post(`/v1/projects/${foreign}/scoring`, {}, bearer('no-such-token'))
      const others = await control(client, 'POST', '/scoring', undefined, foreign)
      const nobodys = await control(client, 'POST', '/scoring', undefined, 'prj_AAAAAAAAAAAAAAAAAAAAAA')
      return check(
        status(without, 401),
        equal('code', field(without, 'code'), 'UNAUTHENTICATED'),
        status(wrong, 401),
        status(others, 403),
        equal('the status of nobody’s project', nobodys.status, others.status),
      )
    },
  },
  {
    id: 'BOT-71',
    source: 'D',
    says: 'a rotated private key is dead at once, and the new one reads',
    run: async (client) => {
      const { id, siteKey, privateKey } = await client.keys.newProject()
      const token = textAt(await sendBatch(client, { events: humanEvents(), siteKey }), 'session_token')
      const read = (key: string) => client.get(`/v1/sessions/${token}/verdict`, bearer(key))
      const before = await read(privateKey)
      const rotated = await control(client, 'POST', '/scoring/rotate', { type: 'private' }, id)
      const key = textAt(rotated, 'key')
      return check(
        status(before, 200),
        status(rotated, 200),
        equal('the answer', rotated.json, { type: 'private', key }),
        holds('a new sk_…', key.startsWith('sk_') && key !== privateKey),
        status(await read(privateKey), 401),
        status(await read(key), 200),
      )
    },
  },
  {
    id: 'BOT-71b',
    source: 'D',
    says: 'a rotated site key is dead at once, and the new one adds signals',
    run: async (client) => {
      const { id, siteKey } = await client.keys.newProject()
      const before = await sendBatch(client, { events: humanEvents(), siteKey })
      const rotated = await control(client, 'POST', '/scoring/rotate', { type: 'site' }, id)
      const key = textAt(rotated, 'key')
      const [old, now] = [
        await sendBatch(client, { events: humanEvents(), siteKey }),
        await sendBatch(client, { events: humanEvents(), siteKey: key }),
      ]
      return check(status(before, 202), equal('the answer', rotated.json, { type: 'site', key }), status(old, 401), status(now, 202))
    },
  },
  {
    id: 'BOT-71c',
    source: 'D',
    says: 'rotating is 409 before scoring is enabled, and 422 for another type',
    run: async (client) => {
      const bare = await control(client, 'POST', '/scoring/rotate', { type: 'private' }, await client.keys.bareProject())
      const type = await control(client, 'POST', '/scoring/rotate', { type: 'public' })
      const none = await control(client, 'POST', '/scoring/rotate', {})
      return check(status(bare, 409), status(type, 422), equal('code', field(type, 'code'), 'INVALID_PAYLOAD'), status(none, 422))
    },
  },
  {
    id: 'BOT-72',
    source: 'D',
    says: 'settings change one at a time, and the answer is all of them',
    run: (client) =>
      withSettings(client, { challenge_likely: true }, async (one) => {
        const two = await control(client, 'PUT', '/scoring/settings', { likely_bot_threshold: 45 })
        return check(
          equal('after the first', one.json, { ...settings, bot_settings: { ...toggles, challenge_likely: true } }),
          equal('after the second', two.json, { bot_settings: { ...toggles, challenge_likely: true }, likely_bot_threshold: 45 }),
        )
      }),
  },
  {
    id: 'BOT-72b',
    source: 'D',
    says: 'a threshold outside 1 to 99, and a toggle that is none, are 422 and change nothing',
    run: async (client) => {
      const faults = []
      for (const bad of [
        { likely_bot_threshold: 0 },
        { likely_bot_threshold: 100 },
        { likely_bot_threshold: 1.5 },
        { block_definite: 'yes' },
      ]) {
        const answer = await control(client, 'PUT', '/scoring/settings', bad)
        faults.push(status(answer, 422), equal(`code of ${JSON.stringify(bad)}`, field(answer, 'code'), 'INVALID_PAYLOAD'))
      }
      return check(...faults, equal('the settings then', (await control(client, 'PUT', '/scoring/settings', {})).json, settings))
    },
  },
  {
    id: 'BOT-73',
    source: 'D',
    says: 'GET rules is a bare array by ascending sort_order',
    run: (client) => {
      const text = (name: string, sort_order: number) => ({ name, sort_order, expression: 'score < 0', action: 'log' })
      return withRules(client, [text('c', 30), text('a', -5), text('b', 7)], async () => {
        const list = await control(client, 'GET', '/rules')
        const names = Array.isArray(list.json) ? list.json.map((row: unknown) => field(row, 'name')) : []
        return check(status(list, 200), shape(list, z.array(rule)), equal('the names', names, ['a', 'b', 'c']))
      })
    },
  },
  {
    id: 'BOT-74',
    source: 'D',
    says: 'a new rule is answered whole, active and at 0 unless it says otherwise',
    run: (client) => {
      const text = { name: 'new', expression: 'score < 20', action: 'delay' }
      return withRules(client, [text], async ([made]) => {
        const seen = ['name', 'expression_source', 'action', 'is_active', 'sort_order'].map((name) => field(made, name))
        const { id } = await client.keys.project()
        return check(
          made && status(made, 201, 200),
          shape(made, rule),
          equal('what it says', seen, ['new', 'score < 20', 'delay', true, 0]),
          equal('its project', String(field(made, 'project_id')), id),
        )
      })
    },
  },
  {
    id: 'BOT-74b',
    source: 'D',
    says: 'a rule without name, expression or action, or with another action, is 422',
    run: async (client) => {
      const whole = { name: 'n', expression: 'score < 20', action: 'block' }
      const faults = []
      for (const bad of [
        { ...whole, name: undefined },
        { ...whole, expression: undefined },
        { ...whole, action: undefined },
        { ...whole, action: 'explode' },
        { ...whole, sort_order: 'first' },
      ])
        faults.push(status(await control(client, 'POST', '/rules', bad), 422))
      return check(...faults)
    },
  },
  {
    id: 'BOT-75',
    source: 'D',
    says: 'DELETE answers 204 with nothing, and 404 the second time',
    run: async (client) => {
      const made = await control(client, 'POST', '/rules', { name: 'gone', expression: 'score < 0', action: 'log' })
      const path = `/rules/${String(field(made, 'id'))}`
      const [first, second] = [await control(client, 'DELETE', path), await control(client, 'DELETE', path)]
      return check(status(first, 204), equal('the body', first.text, ''), status(second, 404))
    },
  },
]
