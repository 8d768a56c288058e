import { beforeEach, describe, expect, it } from 'vitest'
import { addRule } from '../../testing/add-rule.js'
import { createSessionSite, type SessionSite } from '../../testing/session-site.js'

const FAIL_OPEN =
  '{"verdict":"not_computed","score":0,"action":"allow","detection_ids":[],"reason":"Score not available; allowing by default."}'

let site: SessionSite
beforeEach(async () => {
  site = await createSessionSite()
})

const exact = async (token: string) => {
  const response = await site.backend('GET', `/v1/sessions/${token}/verdict`)
  return [response.status, await response.text()]
}

describe('rules', () => {
  it('see the context: what was said of one path is not said of another', async () => {
    await addRule(site, 'path == "/checkout"', 'block')
    await addRule(site, 'country in ["XX"]', 'challenge')
    await addRule(site, 'ua == "bad"', 'challenge')
    await addRule(site, 'ip == "203.0.113.7"', 'block')
    const token = await site.scored({})
    const actions = async () => [
      await site.verdict(token, { path: '/checkout' }),
      await site.verdict(token, { path: '/profile' }),
      await site.verdict(token, { country: 'XX' }),
      await site.verdict(token, { ua: 'bad' }),
      await site.verdict(token, { ip: '203.0.113.7' }),
    ]
    const expected = ['block', 'allow', 'challenge', 'challenge', 'block'].map((action) => ({ action }))
    expect(await actions()).toMatchObject(expected)
    expect(await actions()).toMatchObject(expected)
  })

  it('are asked by sort_order, the first that ends it wins, and its name is the reason', async () => {
    await addRule(site, 'score > 0', 'block', { name: 'late', order: 5 })
    await addRule(site, 'score > 0', 'log', { name: 'noted', order: 1 })
    await addRule(site, 'score > 0', 'challenge', { name: 'first', order: 2 })
    expect(await site.verdict(await site.scored({}))).toMatchObject({ action: 'challenge', reason: 'Rule "first" matched.' })
  })

  it('bust the cache when one is added or removed, and where scoring is late they block nobody', async () => {
    const token = await site.scored({})
    expect(await site.verdict(token)).toMatchObject({ action: 'allow' })
    const id = await addRule(site, 'score < 99', 'block')
    expect(await site.verdict(token)).toMatchObject({ action: 'block' })
    expect(await exact('sess_unknown')).toEqual([200, FAIL_OPEN])
    await site.stores.rules.remove(site.project.id, id)
    expect(await site.verdict(token)).toMatchObject({ action: 'allow' })
  })

  it('that delay or log are told where nothing else decides', async () => {
    const token = await site.scored({})
    await addRule(site, 'score > 0', 'log', { name: 'noted' })
    expect(await site.verdict(token)).toMatchObject({ action: 'log', reason: 'Rule "noted" matched.', detection_ids: [] })
    await addRule(site, 'score > 0', 'delay', { name: 'slow' })
    expect(await site.verdict(token)).toMatchObject({ action: 'delay', reason: 'Rule "slow" matched.' })
  })

  it('read what was posted, and static resources', async () => {
    await addRule(site, 'behavioral.mouse_entropy < 0.1 AND js_detection.passed == false', 'block')
    await addRule(site, 'static_resource', 'challenge')
    await addRule(site, 'behavioral.first_input_delay_ms == 7', 'challenge')
    expect(await site.verdict(await site.scored({ mouse_entropy: 0.01, js_passed: false }))).toMatchObject({ action: 'block' })
    const token = await site.scored({})
    expect(await site.verdict(token, { path: '/app.js?v=1' })).toMatchObject({ action: 'challenge' })
    expect(await site.verdict(token, { path: '/app' })).toMatchObject({ action: 'allow' })
    expect(await site.verdict(await site.scored({ first_input_delay_ms: 7 }))).toMatchObject({ action: 'challenge' })
  })

  it('that cannot be read any more are none, and the log names them once', async () => {
    await addRule(site, 'no_such_field == 1', 'block')
    const token = await site.scored({})
    for (const path of ['/a', '/b']) expect(await site.verdict(token, { path })).toMatchObject({ action: 'allow' })
    expect(JSON.stringify(site.log).split('rule-unreadable')).toHaveLength(2)
  })

  it('that suddenly block most visits are only observed', async () => {
    for (let i = 0; i < 210; i++) await site.verdict(await site.scored({}))
    const id = await addRule(site, 'score > 0', 'block')
    const actions: string[] = []
    for (let i = 0; i < 80; i++) {
      actions.push(((await site.verdict(await site.scored({}))) as { action: string }).action)
      site.pass(1)
    }
    expect([actions[0], actions.at(-1)]).toEqual(['block', 'allow'])
    const [stored] = await site.stores.rules.list(site.project.id)
    expect(stored).toMatchObject({ id, observeOnly: true, version: 2 })
    expect(JSON.stringify(site.log)).toContain('rule-braked')
  })
})
