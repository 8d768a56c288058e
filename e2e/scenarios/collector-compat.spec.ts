import { mergeTests, type Page } from 'playwright/test'
import { openBrowser } from '../support/browsers/open-browser.js'
import { test as onDesk } from '../support/fixtures.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { KEY, type Stage, tag } from './collector-stage.js'
import { test as collectorTest, expect, firstVerdict } from './collector-test.js'

const test = mergeTests(collectorTest, onDesk)

/** A site key as detectip's clients write it. */
const LIVE = KEY.replace('pk_', 'pk_live_')
const FORM = '<form action=/form method=post data-vouchsafe=pay><button>go</button></form>'
/** What a page that came from detectip does with the event; `%` is what else it does. */
const LISTENER = `<script nonce=abc>seen=[];addEventListener('botd:verdict',e=>{seen.push([e.detail,document.cookie,e.bubbles,e.target===document]);%})</script>`

const setPage = (stage: Stage, attributes: string, { also = '', listener = '' } = {}) =>
  stage.pages.set('/', `<!doctype html><title>t</title>${LISTENER.replace('%', listener)}${tag(attributes)}${also}`)

const seen = (page: Page) => page.evaluate(() => window.seen)
const VERDICT = { token: 'sess_x', score: 3, band: 'human', action: 'allow' }

for (const engine of ['chromium', 'firefox'] as const) {
  test(`a tag of detectip's works with another address: ${engine}`, async ({ stage, display }) => {
    const send = `navigator.sendBeacon('/heard',new URLSearchParams({heard:JSON.stringify(seen)}));document.forms[0].requestSubmit()`
    const script = `<script src="{attest}/collector.js" data-key="${LIVE}" data-field=g-recaptcha-response></script>`
    stage.pages.set('/', `<!doctype html><title>t</title>${LISTENER.replace('%', `if(seen.length<2){${send}}`)}${FORM}${script}`)
    await withTemporaryFolder(async (folder) => {
      const browser = openBrowser({ engine }, { display: display.name, folder, url: `${stage.site}/` })
      try {
        await expect.poll(() => stage.posts.map(({ url }) => url).sort(), { timeout: 30_000 }).toEqual(['/form', '/heard'])
      } finally {
        await browser.stop()
      }
    })
    const heard = stage.posts.find(({ url }) => url === '/heard')?.fields.get('heard')
    expect(JSON.parse(heard ?? '')).toEqual([[VERDICT, 'botd_token=sess_x', true, true]])
    const form = stage.posts.find(({ url }) => url === '/form')
    expect([...(form?.fields.keys() ?? [])]).toEqual(['g-recaptcha-response'])
    expect(form?.fields.get('g-recaptcha-response')).toMatch(/^token\./)
    expect(stage.calls[0]?.body.siteKey).toBe(LIVE)
    // The cookie is the site's: it does not travel to us.
    expect(stage.calls.map(({ cookie }) => cookie)).toEqual(stage.calls.map(() => undefined))
  })
}

test('without the attribute there is no cookie, no event and no further file', async ({ page, stage, errors }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  setPage(stage, '', { also: FORM })
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  expect(await seen(page)).toEqual([])
  await page.click('button')
  await page.waitForURL('**/form')
  expect(await page.context().cookies()).toEqual([])
  expect(files).toContain('/senses.js')
  expect(files).not.toContain('/compat.js')
  expect(errors).toEqual([])
})

test('the cookie ends with the browser, and is of this host alone', async ({ page, stage }) => {
  setPage(stage, 'data-botd')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  const [cookie, ...others] = await page.context().cookies()
  expect(cookie).toMatchObject({ name: 'botd_token', value: 'sess_x', domain: '127.0.0.1', path: '/', expires: -1, sameSite: 'Lax' })
  expect(others).toEqual([])
})

test('every verdict is said, also one that a form asks for, and no attempt that gave none', async ({ page, stage, errors }) => {
  stage.behave = ({ path, claims }) =>
    path === '/v1/attest' && claims?.action === 'broken'
      ? { kind: 'problem', status: 403, code: 'challenge-invalid', retry: false }
      : { kind: 'answer', change: path === '/v1/attest' && claims?.seq !== 0 ? { score: 0.93, band: 'automated', action: 'block' } : {} }
  setPage(stage, 'data-botd')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.evaluate(() => window.vouchsafe?.attest('more'))
  expect((await page.evaluate(() => window.vouchsafe?.attest('broken')))?.status).toBe('refused')
  const details = (await seen(page))?.map((heard) => (heard as unknown[])[0])
  expect(details).toEqual([VERDICT, { token: 'sess_x', score: 93, band: 'known-bot', action: 'block' }])
  expect(errors).toEqual([])
})

/** Stands in for the screens, notes that they were asked for, and asks for a round as they do. */
const standIn = (page: Page) =>
  page.addInitScript(() => {
    type Attest = (request: object) => Promise<{ attestation: { action: string }; released: boolean }>
    const enforce = async (_settings: object, attest: Attest, first: { action: string }, action: string) => {
      document.documentElement.dataset.shown = first.action
      const { attestation, released } = await attest({ action, round: 1 })
      return { attestation, held: !released && attestation.action !== 'allow' }
    }
    Object.assign(window, { vouchsafeEnforce: { enforce } })
  })

const shown = (page: Page) => page.evaluate(() => document.documentElement.dataset.shown)

for (const [name, attributes, listener] of [
  ['botd:verdict', 'data-botd', 'e.preventDefault()'],
  ['vouchsafe:verdict', '', ''],
] as const) {
  test(`a page that prevents ${name} has no screen, and its form is sent with the verdict as it is`, async ({ page, stage, errors }) => {
    stage.behave = ({ path }) => ({ kind: 'answer', change: path === '/v1/attest' ? { action: 'block', score: 0.99 } : {} })
    const own = `<script>document.addEventListener('${name}',e=>e.preventDefault())</script>`
    setPage(stage, `data-enforce ${attributes}`, { also: own + FORM, listener })
    await standIn(page)
    await page.goto(`${stage.site}/`)
    await firstVerdict(page)
    await page.waitForTimeout(300)
    expect(await shown(page)).toBeUndefined()
    await page.click('button')
    await page.waitForURL('**/form')
    expect(stage.posts[0]?.fields.get('vouchsafe-token')).toMatch(/^token\./)
    expect(errors).toEqual([])
  })
}

test('without that the screens come as ever', async ({ page, stage, errors }) => {
  stage.behave = ({ path }) => ({ kind: 'answer', change: path === '/v1/attest' ? { action: 'block', score: 0.99 } : {} })
  setPage(stage, 'data-enforce data-botd')
  await standIn(page)
  await page.goto(`${stage.site}/`)
  await expect.poll(() => shown(page)).toBe('block')
  expect(errors).toEqual([])
})

test('a page that deals with blocks only has the challenge screen, which goes when the answer is to block', async ({
  page,
  stage,
  errors,
}) => {
  stage.behave = ({ path, claims }) => {
    const action = claims?.action !== 'pay' ? 'allow' : claims.seq === 1 ? 'challenge' : 'block'
    return { kind: 'answer', change: path === '/v1/attest' ? { action, token: `token.${action}` } : {} }
  }
  setPage(stage, 'data-enforce data-botd', { also: FORM, listener: `if(e.detail.action==='block')e.preventDefault()` })
  await standIn(page)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.click('button')
  await page.waitForURL('**/form')
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toBe('token.block')
  expect(errors).toEqual([])
})

test('where its file is blocked or slow the verdict comes all the same, whole', async ({ page, stage, errors }) => {
  setPage(stage, 'data-botd')
  await page.route('**/compat.js', (route) => route.abort())
  await page.goto(`${stage.site}/`)
  expect(await firstVerdict(page)).toMatchObject({ status: 'ok' })
  expect([await seen(page), await page.context().cookies()]).toEqual([[], []])
  await page.unroute('**/compat.js')
  await page.route('**/compat.js', async (route) => {
    await new Promise((done) => setTimeout(done, 3500))
    await route.continue()
  })
  await page.goto(`${stage.site}/`)
  expect(await firstVerdict(page)).toMatchObject({ status: 'ok', assurance: 'signed' })
  expect(stage.calls.at(-1)?.claims?.card).not.toBe('none')
  expect(await seen(page)).toEqual([])
  // What comes late says what there was.
  await expect.poll(async () => (await seen(page))?.length).toBe(1)
  expect(await page.context().cookies()).toHaveLength(1)
  expect(errors).toEqual([])
})

test('the strictest policy with Trusted Types is not violated once', async ({ page, stage, errors }) => {
  stage.headers = {
    'content-security-policy': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src {attest}; require-trusted-types-for 'script'; trusted-types vouchsafe; report-uri {site}/reports`,
  }
  setPage(stage, 'nonce=abc data-botd')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.waitForTimeout(200)
  expect(await seen(page)).toHaveLength(1)
  expect(stage.reports).toEqual([])
  expect(errors).toEqual([])
})

test('a sandboxed page, which may keep no cookie, hears the event', async ({ page, stage, errors }) => {
  stage.headers = { 'content-security-policy': 'sandbox allow-scripts' }
  const listener = `<script>seen=[];addEventListener('botd:verdict',e=>seen.push(e.detail))</script>`
  stage.pages.set('/', `<!doctype html><title>t</title>${listener}${tag('data-botd')}`)
  await page.goto(`${stage.site}/`)
  await expect.poll(() => seen(page)).toEqual([VERDICT])
  expect(errors).toEqual([])
})

test("a tag as Botect's SDK writes it attests where its script came from", async ({ page, stage, errors }) => {
  const written = `<script async data-botect-sdk src="{attest}/collector.js" data-site-key="${KEY}" data-endpoint="{attest}/v1/events"></script>`
  stage.pages.set('/', `<!doctype html><title>t</title>${written}`)
  await page.goto(`${stage.site}/`)
  expect(await firstVerdict(page)).toMatchObject({ status: 'ok' })
  expect(stage.calls[0]?.body.siteKey).toBe(KEY)
  expect(await page.context().cookies()).toEqual([])
  expect(errors).toEqual([])
})
