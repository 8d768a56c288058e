import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { createHands } from '../hands/hands.js'
import { startPlayer } from '../hands/player.js'
import { missingRecordings } from '../hands/recordings.js'
import { signUp } from '../support/driver.js'
import { expect, test } from '../support/fixtures.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { repoRoot } from '../support/machine/tools.js'

const missing = missingRecordings()
test.skip(missing !== undefined, `People are skipped: ${missing}`)

/** How many presses of Tab lead from the top of the page to the field that it asks an e-mail address in. */
async function tabsToForm(page: Page, url: string): Promise<number> {
  await page.goto(url)
  for (let count = 1; count <= 60; count++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.matches('input[type=email]'))) return count
  }
  throw new Error('Tab leads to no e-mail field')
}

test('a person at the desk is asked for visits, and let through', async ({ product, display, page }) => {
  const url = `${product.demo}/`
  const tabs = await tabsToForm(page, url)
  const player = startPlayer(display.name)
  const hands = createHands(player, { pointer: 'user44', keyboard: 'p2227', wheel: 'user9' }, { x: 500, y: 60 }, 'people-drill')
  await withTemporaryFolder(async (out) => {
    const options = ['--people', '--only', 'person-keyboard,person-firefox', '--fail-under', '1', '--out', out]
    const env = { ...process.env, DISPLAY: display.name }
    const child = spawn(process.execPath, [join(repoRoot, 'dist', 'cli.mjs'), 'drill', url, ...options], { env })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const asked = (words: string) => expect.poll(() => said, { timeout: 20_000 }).toContain(words)
    const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
    try {
      await asked('Enter opens the browser')
      child.stdin.write('\n')
      await asked('Sign up.')
      // For the window, which nobody here can look into.
      await hands.watch()
      await hands.rest(1200)
      for (let i = 0; i < tabs; i++) {
        await hands.press('Tab')
        await hands.rest(120)
      }
      await hands.type(signUp.email)
      await hands.press('Tab')
      await hands.rest(300)
      await hands.type(signUp.password)
      await hands.press('Return')
      await hands.rest(1800)
      child.stdin.write('\n')
      await asked('Visit 2 of 2')
      child.stdin.write('s\n')
      expect(await ended, said).toBe(0)
    } finally {
      child.kill()
      await ended
      await player.stop()
    }
    const data = JSON.parse(readFileSync(join(out, 'drill.json'), 'utf8')) as { results: object[]; missing: object[]; people: object }
    expect(data.results).toMatchObject([{ driver: 'person-keyboard', kind: 'person', action: 'allow', isRight: true }])
    expect(data.people).toEqual({ visits: 1, letThrough: 1 })
    expect(data.missing).toMatchObject([{ driver: 'person-firefox' }])
    expect(said).toContain('1 of 1 visits of people let through (100 %)')
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Who was let through')
  })
})
