import { test as base, type Page } from 'playwright/test'
import type { Attestation } from './collector-page.js'
import { type Stage, startStage } from './collector-stage.js'

/** Playwright's `test` with a stage of its own for each test, and a check that the page heard of no error. */
export const test = base.extend<{ stage: Stage; errors: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  stage: async ({}, use) => {
    const stage = await startStage()
    await use(stage)
    await stage.stop()
  },
  errors: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await use(errors)
  },
})

export { expect } from 'playwright/test'

/** The page's first Attestation, or the one it already has. */
export const firstVerdict = (page: Page): Promise<Attestation> =>
  page.evaluate(
    () =>
      new Promise<Attestation>((resolve) => {
        const { vouchsafe } = window
        const known = vouchsafe?.verdict()
        if (known) resolve(known)
        else document.addEventListener('vouchsafe:verdict', (event) => resolve((event as CustomEvent<Attestation>).detail), { once: true })
      }),
  )

/** When senses.js is there, which the first verdict on a visitor who has done nothing does without. */
export const sensesThere = (page: Page) => page.waitForFunction(() => window.vouchsafe?.inspect().tally)
