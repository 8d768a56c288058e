import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from '../support/machine/tools.js'
import { KEY, type Stage, tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

const STRICT = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src {attest}"
const TYPES = "; require-trusted-types-for 'script'; trusted-types vouchsafe"

/** Both ways to hear of a violation: what a listener before all other scripts notes, and what the browser reports. */
const listener = `<script nonce=abc>seen=[];addEventListener('securitypolicyviolation',e=>seen.push(e.violatedDirective+' '+e.blockedURI+' '+e.sample),true)</script>`

function setPage(stage: Stage, policy: string, attributes = ''): void {
  stage.headers = { 'content-security-policy': `${policy}; report-uri {site}/reports` }
  stage.pages.set(
    '/',
    `<!doctype html><title>t</title>${listener}${tag(`nonce=abc ${attributes}`)}<form data-vouchsafe=sign-up><input name=a></form>`,
  )
}

/** What stands in a proof for a sub-puzzle that ran out of time. */
const UNFINISHED = 0xffff_ffff

/** How many sub-puzzles of a proof were solved. */
function solvedIn(proof = ''): number {
  const bytes = Buffer.from(proof, 'base64url')
  const nonces = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32BE(4 * i))
  return nonces.filter((nonce) => nonce !== UNFINISHED).length
}

const cases: readonly (readonly [name: string, policy: string, attributes: string])[] = [
  ['the strictest policy', STRICT, ''],
  ['the strictest policy with Trusted Types', STRICT + TYPES, ''],
  ['the strictest policy with a worker file', STRICT + TYPES, 'data-worker=/worker.js'],
  ['the strictest policy with a blob worker', STRICT + TYPES, 'data-worker=blob'],
  ['a policy that forbids all workers', `${STRICT}; worker-src 'none'`, ''],
  ['a sandbox of styles and frames', `${STRICT}; style-src 'none'; frame-src 'none'; child-src 'none'`, ''],
]

for (const [name, policy, attributes] of cases) {
  test(`${name} is not violated once`, async ({ page, stage, errors }) => {
    setPage(stage, policy, attributes)
    await page.goto(`${stage.site}/`)
    expect((await firstVerdict(page)).status).toBe('ok')
    expect(solvedIn(stage.calls.at(-1)?.claims?.pow)).toBe(4)
    await page.fill('input', 'x')
    expect(await page.evaluate(() => window.vouchsafe?.attest('sign-up'))).toMatchObject({ status: 'ok' })
    await page.waitForTimeout(200)
    expect(await page.evaluate(() => window.seen)).toEqual([])
    expect(stage.reports).toEqual([])
    expect(errors).toEqual([])
  })
}

test('the challenge screens load under the strictest policy with Trusted Types', async ({ page, stage, errors }) => {
  stage.behave = (call) => ({
    kind: 'answer',
    change: call.path === '/v1/attest' ? { action: 'block', score: 0.99, band: 'automated' } : {},
  })
  setPage(stage, STRICT + TYPES, 'data-enforce')
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.waitForFunction(() => 'vouchsafeEnforce' in window)
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => window.seen)).toEqual([])
  expect(stage.reports).toEqual([])
  expect(errors).toEqual([])
})

test('the listener does hear violations', async ({ page, stage }) => {
  setPage(stage, `${STRICT}; worker-src 'none'`, 'data-worker=blob')
  await page.goto(`${stage.site}/`)
  expect((await firstVerdict(page)).status).toBe('ok')
  await expect.poll(() => stage.reports.length).toBeGreaterThan(0)
})

test('Subresource Integrity: the right value runs, a wrong one does not and leaves the page alone', async ({ page, stage, errors }) => {
  const bytes = readFileSync(join(process.env.VOUCHSAFE_E2E_DIST ?? join(repoRoot, 'dist'), 'collector.js'))
  const right = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
  const script = (integrity: string) =>
    `<!doctype html><title>t</title><script src="{attest}/collector.js" data-key="${KEY}" integrity="${integrity}" crossorigin=anonymous async></script><p id=p>text`
  stage.pages.set('/', script(right)).set('/wrong', script(right.replace(/.{4}$/, 'AAAA')))
  await page.goto(`${stage.site}/`)
  expect((await firstVerdict(page)).status).toBe('ok')
  await page.goto(`${stage.site}/wrong`)
  expect(await page.textContent('#p')).toBe('text')
  expect(await page.evaluate(() => typeof window.vouchsafe)).toBe('undefined')
  expect(errors).toEqual([])
})
