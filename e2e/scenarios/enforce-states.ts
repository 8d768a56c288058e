import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright/test'
import type { EnforceStage } from './enforce-stage.js'

/** All that a visitor can meet on a screen: asked, waiting, without an answer, after two rounds, and turned away. */
export const states = ['asked', 'running', 'lost', 'stopped', 'blocked'] as const
export type State = (typeof states)[number]

export const dialog = (page: Page): Locator => page.getByRole('dialog')
/** The one thing to do first, in any language. */
export const main = (page: Page): Locator => dialog(page).locator('.actions > .main')

/** Ends the round that is under way. */
export const answer = (page: Page, action: string, status = 'ok'): Promise<void> =>
  page.evaluate(([action, status]) => window.answer(action, status), [action, status] as const)

export async function playRound(page: Page, action: string, status?: string): Promise<void> {
  await main(page).click()
  await answer(page, action, status)
}

/** Takes a screen that asks on to another state. */
export async function goOnTo(page: Page, state: State): Promise<void> {
  if (state === 'running') {
    await main(page).click()
    await page.evaluate(() => window.progress?.(0.5))
  }
  if (state === 'lost') await playRound(page, 'allow', 'unreachable')
  if (state === 'stopped') {
    await playRound(page, 'challenge')
    await playRound(page, 'challenge')
  }
}

/** Opens the page, and brings its screen to a state, when all that moves at first has come to rest. */
export async function reach(page: Page, stage: EnforceStage, state: State, options?: Parameters<EnforceStage['show']>[2]): Promise<void> {
  await stage.show(page, state === 'blocked' ? 'block' : 'challenge', options)
  await goOnTo(page, state)
  await dialog(page).evaluate((element) => {
    const root = element.getRootNode() as ShadowRoot
    const ending = root.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    return Promise.all(ending.map(({ finished }) => finished)).then(() => undefined)
  })
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the screen, or on the whole page where there is none. */
export async function axeFaults(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(tags)
  const { violations } = await (within ? axe.include(within) : axe).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target)}`)
}

/** What can be pressed and is too small for a finger, or cannot be brought into view whole; and how much has to be scrolled sideways. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  dialog(page).evaluate((element) => {
    const wide = element.scrollWidth - element.clientWidth
    const targets = [...element.querySelectorAll('button, a, summary')].filter((target) => target.checkVisibility())
    const missed = targets.filter((target) => {
      target.scrollIntoView({ block: 'nearest' })
      const { left, top, right, bottom, height } = target.getBoundingClientRect()
      const seen = left >= 0 && top >= -0.5 && right <= innerWidth && bottom <= innerHeight + 0.5
      return !seen || height < 44
    })
    const words = missed.map((target) => `${target.textContent}: ${JSON.stringify(target.getBoundingClientRect())}`)
    return wide > 0 ? [`${wide} px too wide`, ...words] : words
  })
