import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { test as base, expect } from '../support/fixtures.js'
import { freePort } from '../support/machine/free-port.js'
import { catchEvidence, codeOf, replay, withholdEvidence } from '../support/site/evidence-catch.js'
import {
  launchProduct,
  newDataDir,
  type Product,
  productEnvironment,
  removeDataDir,
  startProduct,
  stopProduct,
} from '../support/site/product.js'

const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  dataDir: async ({}, use) => {
    const dataDir = newDataDir()
    await use(dataDir)
    removeDataDir(dataDir)
  },
})

test.describe.configure({ timeout: 120_000 })

const QUIET = { VOUCHSAFE_LOG: 'silent' }

/** Fixed ports, so that what is started again is where it was. */
const fixedPorts = async (): Promise<NodeJS.ProcessEnv> => ({
  ...QUIET,
  PORT: String(await freePort()),
  DEMO_PORT: String(await freePort()),
})

async function openDemo(page: Page, product: Product): Promise<void> {
  await page.goto(`${product.demo}/`)
  await page.waitForSelector('html[data-vouchsafe-action]', { state: 'attached' })
}

const signingKeys = async (page: Page, { attest }: Product): Promise<unknown> =>
  (await page.request.get(`${attest}/.well-known/jwks.json`)).json()

test('a server that is killed and started again goes on with its sessions, and forgets no redeemed challenge', async ({
  page,
  dataDir,
}) => {
  const ports = await fixedPorts()
  const first = await startProduct(dataDir, ports)
  await openDemo(page, first)
  const before = await catchEvidence(page)
  const keys = await signingKeys(page, first)
  await first.child.stop('SIGKILL')

  const second = await startProduct(dataDir, ports)
  try {
    const after = await catchEvidence(page)
    expect(after.verdict.session).toBe(before.verdict.session)
    expect(codeOf(await replay(before))).toBe('challenge-used')
    expect(await signingKeys(page, second)).toEqual(keys)
    expect(second.siteKey).toBe(first.siteKey)
  } finally {
    await stopProduct(second)
  }
})

test('a challenge given out before a restart can be redeemed after it', async ({ page, dataDir }) => {
  const ports = await fixedPorts()
  const first = await startProduct(dataDir, ports)
  await openDemo(page, first)
  const withheld = await withholdEvidence(page)
  await first.child.stop('SIGKILL')
  const second = await startProduct(dataDir, ports)
  try {
    expect(codeOf(await replay(withheld))).toBe('ok')
    expect(codeOf(await replay(withheld))).toBe('challenge-used')
  } finally {
    await stopProduct(second)
  }
})

test('an interrupt ends both servers cleanly, and what they keep is for their owner alone', async ({ dataDir }) => {
  const product = await startProduct(dataDir, QUIET)
  expect(await product.child.stop('SIGINT', 10_000)).toBe(0)
  await expect(fetch(`${product.demo}/`)).rejects.toThrow()
  await expect(fetch(`${product.attest}/healthz`)).rejects.toThrow()
  const kept = readdirSync(dataDir)
  expect(kept.length).toBeGreaterThan(0)
  const readableByOthers = kept.filter((file) => (statSync(join(dataDir, file)).mode & 0o077) !== 0)
  expect(readableByOthers).toEqual([])
})

/** A start that cannot succeed: what it says, and with which exit code it ends. */
async function failedStart(dataDir: string, settings: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const child = launchProduct(productEnvironment(dataDir, settings))
  const limit = setTimeout(() => void child.stop('SIGKILL'), 60_000)
  const code = await child.exit
  clearTimeout(limit)
  return { code, said: child.output() }
}

/** People read this: no stack of calls, and the thing that is wrong by name. */
function expectClear(said: string, ...names: readonly string[]): void {
  expect(said).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  for (const name of names) expect(said).toContain(name)
}

for (const variable of ['PORT', 'DEMO_PORT'] as const) {
  test(`an occupied ${variable} is named, and the start fails`, async ({ dataDir }) => {
    const squatter = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve))
    const { code, said } = await failedStart(dataDir, { [variable]: String(port) })
    await new Promise((resolve) => squatter.close(resolve))
    expect(code).toBeGreaterThan(0)
    expectClear(said, String(port), variable)
  })
}

test('a data folder that cannot be written is named, and the start fails', async ({ dataDir }) => {
  // A file where the folder should be: refused to the superuser, too.
  const file = join(dataDir, 'a-file')
  writeFileSync(file, '')
  const { code, said } = await failedStart(join(file, 'data'), {})
  expect(code).toBeGreaterThan(0)
  expectClear(said, join(file, 'data'))
})

test('a wrong configuration is refused with all of its faults at once', async ({ dataDir }) => {
  const wrong = { VOUCHSAFE_VERDICT_SECONDS: 'soon', VOUCHSAFE_TRUSTED_PROXIES: '-1', VOUCHSAFE_PUBLIC_URL: 'attest.example' }
  const { code, said } = await failedStart(join(dataDir, 'unused'), wrong)
  expect(code).toBeGreaterThan(0)
  expectClear(said, ...Object.keys(wrong))
  expect(existsSync(join(dataDir, 'unused')), 'nothing is made before the configuration is known to be good').toBe(false)
})
