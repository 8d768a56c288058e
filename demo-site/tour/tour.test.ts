import { describe, expect, it } from 'vitest'
import { readConfig } from '../read-config.js'
import { DEMO_ORIGIN, makeDemo, noTour } from '../testing/make-demo.js'
import { openTour } from './open-tour.js'
import { createStage } from './stage.js'
import type { BotCard } from './tour-data.js'

const card = (name: string, more: Partial<BotCard> = {}): BotCard => ({
  ...{
    name,
    says: `What ${name} is.`,
    group: 'Playwright and its forks',
    hook: 'browser',
    packages: [],
    programs: [],
    path: `e2e/bots/${name}.ts`,
  },
  ...more,
})

const source = {
  path: 'collector/tells/a.ts',
  says: 'The flag.',
  code: '<span class="hljs-keyword">const</span>',
  lines: 1,
  docs: 'a.html',
}

async function open() {
  const sent: string[] = []
  const stage = createStage({
    run: async (bot) => {
      sent.push(bot)
      return { outcome: 'seen' }
    },
    explain: async () => undefined,
  })
  const bots = [
    card('playwright-headless'),
    { ...card('selenium'), missing: { what: 'the package selenium-webdriver', command: 'npm install selenium-webdriver' } },
    card('os-line', { group: 'At the desk', hook: 'desk', leftOut: 'it has no hook' }),
  ]
  const data = {
    bots,
    facts: { 'tell.webdriver': source, 'tell.<b>': source, 'input.a': { ...source, group: 'Movement' } },
    backend: { code: 'verify', plain: 'verify' },
  }
  const { app } = await makeDemo({ tour: { data, bots, stage, token: 'right' } })
  const { host } = new URL(DEMO_ORIGIN)
  const good = { host, origin: DEMO_ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'tour-token': 'right' }
  const send = async (bot: unknown, changes: Readonly<Record<string, string | undefined>> = {}) => {
    const headers = Object.fromEntries(
      Object.entries({ ...good, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const response = await app.request(`${DEMO_ORIGIN}/tour/runs`, { method: 'POST', headers, body: JSON.stringify({ bot }) })
    return [response.status, await response.json()]
  }
  return { app, sent, send, host }
}

describe('a bot is sent', () => {
  it('for a page of this very demo', async () => {
    const { send, sent } = await open()
    expect(await send('playwright-headless')).toEqual([202, { ahead: 0 }])
    expect(sent).toEqual(['playwright-headless'])
  })

  it.each([
    ['from another origin', { origin: 'https://evil.example' }, 'other-origin'],
    ['from another port of this machine', { origin: 'http://127.0.0.1:9999' }, 'other-origin'],
    ['by what says no origin', { origin: undefined }, 'other-origin'],
    ['by a browser that says where it comes from', { 'sec-fetch-site': 'cross-site' }, 'other-origin'],
    ['under a name that was made to lead here', { host: 'evil.example:8788', origin: 'http://evil.example:8788' }, 'not-this-machine'],
    ['on an address of the network', { host: '192.168.0.7:8788', origin: 'http://192.168.0.7:8788' }, 'not-this-machine'],
    ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }, 'not-this-machine'],
    ['by a form', { 'content-type': 'text/plain' }, 'not-json'],
    ['with another token', { 'tour-token': 'wrong' }, 'wrong-token'],
    ['without a token', { 'tour-token': undefined }, 'wrong-token'],
  ])('by nobody else: not %s', async (_, changes, error) => {
    const { send, sent } = await open()
    expect(await send('playwright-headless', changes)).toEqual([403, { error }])
    expect(sent).toEqual([])
  })

  it.each([
    ['../../etc/passwd', 404, 'unknown-bot'],
    [{ name: 'playwright-headless' }, 404, 'unknown-bot'],
    ['selenium', 409, 'cannot-run'],
    ['os-line', 409, 'cannot-run'],
  ])('only if it is one of the list, and can run here: not %j', async (bot, status, error) => {
    const { send, sent } = await open()
    expect(await send(bot)).toEqual([status, { error }])
    expect(sent).toEqual([])
  })

  it('only where bots are on', async () => {
    const { app } = await makeDemo({ tour: { ...noTour, token: 'right' } })
    const { host } = new URL(DEMO_ORIGIN)
    const headers = { host, origin: DEMO_ORIGIN, 'content-type': 'application/json', 'tour-token': 'right' }
    const response = await app.request(`${DEMO_ORIGIN}/tour/runs`, { method: 'POST', headers, body: '{"bot":"a"}' })
    expect([response.status, await response.json()]).toEqual([503, { error: 'switched-off' }])
  })
})

describe('the tour', () => {
  const settings = { SITE_KEY: 'pk_test_abcd' }
  const offOf = (env: Readonly<Record<string, string>>) => {
    const result = readConfig({ ...settings, ...env })
    if (!result.ok) return result.faults
    const { stage, off } = openTour(
      result.config,
      { ...noTour.data, bots: [card('a')] },
      () => new URL(DEMO_ORIGIN),
      async () => undefined,
    )
    return [stage !== undefined, off]
  }

  it.each([
    [{}, [true, undefined]],
    [{ HOST: '::1' }, [true, undefined]],
    [{ HOST: '0.0.0.0' }, [false, 'not-loopback']],
    [{ HOST: '192.168.0.7' }, [false, 'not-loopback']],
    [{ HOST: '127.0.0.1.evil.example' }, [false, 'not-loopback']],
    [{ DEMO_BOTS: 'off' }, [false, 'switched-off']],
    [{ DEMO_BOTS: 'no' }, ['DEMO_BOTS: "no" is neither on nor off.']],
  ])('sends bots on loopback alone, unless it is told not to: %j', (env, expected) => expect(offOf(env)).toEqual(expected))

  it('shows who can come, and what the others lack', async () => {
    const { app, host } = await open()
    const page = await (await app.request(`${DEMO_ORIGIN}/tour`, { headers: { host } })).text()
    expect(page).toMatch(/value="playwright-headless" checked/)
    expect(page).toMatch(/value="selenium" disabled/)
    expect(page).toContain('npm install selenium-webdriver')
    expect(page).toContain('it has no hook')
    expect(page).toContain('data-token="right"')
  })

  it('shows bots and features by their groups', async () => {
    const { app, host } = await open()
    const show = async (path: string) => (await app.request(`${DEMO_ORIGIN}${path}`, { headers: { host } })).text()
    const legends = [...(await show('/tour')).matchAll(/<legend>(.*?)<\/legend>/g)].map(([, title]) => title)
    expect(legends).toEqual(['Playwright and its forks', 'At the desk'])
    expect(await show('/tour/you')).toContain('data-groups="{&quot;Movement&quot;:[&quot;input.a&quot;]}"')
  })

  it('gives its token to nobody who is elsewhere, nor what happens here', async () => {
    const { app } = await open()
    const headers = { host: 'evil.example' }
    const page = await (await app.request(`${DEMO_ORIGIN}/tour`, { headers })).text()
    expect(page).not.toContain('right"')
    expect((await app.request(`${DEMO_ORIGIN}/tour/events`, { headers })).status).toBe(403)
  })

  it('keeps its seats from pages elsewhere, which their visitors’ browsers give away', async () => {
    const { app } = await open()
    for (const site of ['cross-site', 'same-site']) {
      const headers = { host: new URL(DEMO_ORIGIN).host, 'sec-fetch-site': site }
      expect((await app.request(`${DEMO_ORIGIN}/tour/events`, { headers })).status).toBe(403)
    }
  })

  it('shows the source of what it is asked for, an example of what it does not know, and markup of nobody’s', async () => {
    const { app } = await open()
    const show = async (query: string) => (await app.request(`${DEMO_ORIGIN}/tour/code${query}`)).text()
    expect(await show('?bot=tell.webdriver')).not.toContain('No bot was caught')
    expect(await show('?bot=__proto__')).toContain('No bot was caught')
    expect(await show('?bot=tell.%3Cb%3E')).toContain('tell.&lt;b&gt;')
    expect(await show('?bot=%3Cscript%3Ealert(1)')).not.toContain('alert(1)')
  })
})
