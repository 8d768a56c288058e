import { type Behaviour, type Call, tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

const html = `<!doctype html><title>t</title>${tag()}<p id=p>text<form id=f action=/form method=post data-vouchsafe><input name=a><button>go</button></form>`
const answer: Behaviour = { kind: 'answer' }
const problem = (status: number, code: string, retry: boolean): Behaviour => ({ kind: 'problem', status, code, retry })

const cases: readonly (readonly [name: string, behave: (call: Call) => Behaviour, expected: Record<string, unknown>, calls: number])[] = [
  [
    'a server that drops the first challenge',
    ({ path, index }) => (path === '/v1/challenge' && index === 0 ? { kind: 'drop' } : answer),
    { status: 'ok' },
    3,
  ],
  [
    'a server that drops the first evidence',
    ({ path, index }) => (path === '/v1/attest' && index === 0 ? { kind: 'drop' } : answer),
    { status: 'ok' },
    4,
  ],
  [
    'a challenge that was used',
    ({ path, index }) => (path === '/v1/attest' && index === 0 ? problem(409, 'challenge-used', true) : answer),
    { status: 'ok' },
    4,
  ],
  [
    'evidence refused once',
    ({ path, index }) => (path === '/v1/attest' && index === 0 ? problem(403, 'evidence-refused', true) : answer),
    { status: 'ok' },
    4,
  ],
  [
    'evidence refused each time',
    ({ path }) => (path === '/v1/attest' ? problem(403, 'evidence-refused', true) : answer),
    { status: 'refused', action: 'allow', problem: 'evidence-refused' },
    4,
  ],
  [
    'an origin that is not allowed',
    () => problem(403, 'origin-not-allowed', false),
    { status: 'refused', action: 'allow', problem: 'origin-not-allowed' },
    1,
  ],
  ['a server in trouble', () => problem(503, 'unavailable', true), { status: 'unavailable', action: 'allow' }, 2],
  ['a captive portal', () => ({ kind: 'garbage' }), { status: 'unavailable', action: 'allow' }, 2],
  [
    'a server that asks for more than any of ours',
    () => ({ kind: 'answer', change: { pow: { count: 1e9, difficulty: 1e308 } } }),
    { status: 'unavailable', action: 'allow' },
    1,
  ],
  ['a server that drops all', () => ({ kind: 'drop' }), { status: 'unreachable', action: 'allow' }, 2],
]

for (const [name, behave, expected, calls] of cases) {
  test(`${name}: ${JSON.stringify(expected)}`, async ({ page, stage, errors }) => {
    stage.behave = behave
    stage.pages.set('/', html)
    await page.goto(`${stage.site}/`)
    expect(await firstVerdict(page)).toMatchObject(expected)
    expect(stage.calls).toHaveLength(calls)
    expect(errors).toEqual([])
  })
}

test('a server that is away leaves page and form working', async ({ page, stage, errors }) => {
  stage.pages.set('/', html.replace(' async', ' data-endpoint=http://127.0.0.1:9 async'))
  await page.goto(`${stage.site}/`)
  expect(await firstVerdict(page)).toEqual({ status: 'unreachable', action: 'allow' })
  expect(await page.getAttribute('html', 'data-vouchsafe-action')).toBeNull()
  await page.fill('input', 'x')
  await page.click('button')
  await page.waitForURL('**/form')
  expect(stage.posts[0]?.fields.toString()).toBe('a=x')
  expect(errors).toEqual([])
})

test('a server that hangs costs a form its deadline and no more', async ({ page, stage, errors }) => {
  stage.behave = () => ({ kind: 'hang' })
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  await page.waitForFunction(() => window.vouchsafe)
  const start = Date.now()
  await page.click('button')
  await page.waitForURL('**/form', { timeout: 8000 })
  expect(Date.now() - start).toBeGreaterThan(3500)
  expect(Date.now() - start).toBeLessThan(6000)
  expect(stage.posts[0]?.fields.has('vouchsafe-token')).toBe(false)
  expect(errors).toEqual([])
})

test('a server that hangs ends attest() in a timeout after 10 s', async ({ page, stage }) => {
  stage.behave = () => ({ kind: 'hang' })
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  await page.waitForFunction(() => window.vouchsafe)
  const start = Date.now()
  expect(await page.evaluate(() => window.vouchsafe?.attest('a'))).toEqual({ status: 'timeout', action: 'allow' })
  expect(Date.now() - start).toBeGreaterThan(9500)
  expect(Date.now() - start).toBeLessThan(12_000)
})

test('answers that overtake each other leave the verdict of the attempt that began last', async ({ page, stage }) => {
  stage.behave = ({ path, claims }) =>
    path === '/v1/attest' && claims?.action === 'slow'
      ? { kind: 'answer', after: 800, change: { token: 'old' } }
      : { kind: 'answer', change: path === '/v1/attest' ? { token: 'new' } : {} }
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  const outcome = await page.evaluate(async () => {
    const both = await Promise.all([window.vouchsafe?.attest('slow'), window.vouchsafe?.attest('quick')])
    return { tokens: both.map((one) => one?.token), latest: window.vouchsafe?.verdict()?.token }
  })
  expect(outcome).toEqual({ tokens: ['old', 'new'], latest: 'new' })
})

test('ten calls at once get ten tokens', async ({ page, stage }) => {
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  const tokens = await page.evaluate(async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => window.vouchsafe?.attest('many')))
    return all.map((one) => one?.token)
  })
  expect(new Set(tokens).size).toBe(10)
  const sequence = stage.calls.flatMap(({ claims }) => (claims ? [claims.seq] : []))
  expect(sequence.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
