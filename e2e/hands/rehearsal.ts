import { chromium, type Page } from 'playwright'
import { withTemporaryFolder } from '../support/chromium.js'
import { freePort } from '../support/free-port.js'
import type { Box } from './hands.js'
import type { Player } from './player.js'
import type { Point, Timeline } from './timeline.js'
import { openWindow } from './window.js'

/** Where things are on the sign-up page, which people see and a program without a hook in the page does not. */
export interface Layout {
  /** Wheel notches from the top of the page until the whole form is in view. */
  readonly notches: number
  /** Fields and button on the screen, after so many notches. */
  readonly email: Box
  readonly password: Box
  readonly submit: Box
  /** Where the article is: a place to rest the pointer while reading. */
  readonly article: Box
  /** Presses of Tab from the opened page to the e-mail field, from there to the password, and on to the button. */
  readonly tabs: { readonly email: number; readonly password: number; readonly submit: number }
}

const NOTCH_DOWN: Timeline = [
  [0, 'down', 5],
  [5, 'up', 5],
]

const FIELDS = { email: 'input[type=email]', password: 'input[type=password]', submit: 'button[type=submit]' } as const

/**
 * Opens the page once in the same window with a debugging port, plays real notches and Tabs, and reads where that leads. What is
 * measured here is used by people whose own browser has no port.
 */
export async function rehearse(display: string, player: Player, url: string): Promise<Layout> {
  return withTemporaryFolder(async (folder) => {
    const port = await freePort()
    const window = openWindow(display, folder, url, [`--remote-debugging-port=${port}`])
    try {
      await window.line(/DevTools listening/, 30_000)
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const page = browser.contexts()[0]!.pages()[0]!
      await page.waitForLoadState('load')
      await page.waitForTimeout(3000)
      return await measure(page, player, url)
    } finally {
      await window.stop()
    }
  })
}

async function measure(page: Page, player: Player, url: string): Promise<Layout> {
  const tabs = {
    email: await tabsTo(page, player, FIELDS.email),
    password: await tabsTo(page, player, FIELDS.password),
    submit: await tabsTo(page, player, FIELDS.submit),
  }
  // Opened anew, not reloaded: a reload would keep the place that Tab has scrolled to.
  await page.goto('about:blank')
  await page.goto(url)
  await page.waitForTimeout(1500)
  const origin = await pageOrigin(page, player)
  const notches = await notchesToForm(page, player)
  const box = async (selector: string): Promise<Box> => {
    const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!
    return { x: origin.x + x, y: origin.y + y, width, height }
  }
  const [width, height] = await page.evaluate((): [number, number] => [innerWidth, innerHeight])
  const article = { x: origin.x + 0.3 * width, y: origin.y + 0.3 * height, width: 0.3 * width, height: 0.4 * height }
  return { notches, email: await box(FIELDS.email), password: await box(FIELDS.password), submit: await box(FIELDS.submit), article, tabs }
}

const TAB: Timeline = [
  [0, 'key-down', 'Tab'],
  [60, 'key-up', 'Tab'],
]

async function tabsTo(page: Page, player: Player, selector: string): Promise<number> {
  for (let count = 1; count <= 60; count++) {
    await player.play(TAB)
    await page.waitForTimeout(80)
    if (
      await page
        .locator(selector)
        .first()
        .evaluate((field) => field === document.activeElement)
    )
      return count
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

/** Screen position of the page's top left corner: moves the real pointer, and asks the page where it is. */
async function pageOrigin(page: Page, player: Player): Promise<Point> {
  const seen = page.evaluate(
    () =>
      new Promise<{ x: number; y: number }>((resolve) => {
        addEventListener('mousemove', ({ clientX, clientY }) => resolve({ x: clientX, y: clientY }), { once: true })
      }),
  )
  await page.waitForTimeout(200)
  await player.play([[0, 'move', 640, 480]])
  const { x, y } = await seen
  return { x: 640 - x, y: 480 - y }
}

async function notchesToForm(page: Page, player: Player): Promise<number> {
  for (let count = 0; count <= 80; count++) {
    const bottom = await page
      .locator(FIELDS.submit)
      .first()
      .evaluate((button) => button.getBoundingClientRect().bottom / innerHeight)
    if (bottom < 0.85) return count
    await player.play(NOTCH_DOWN)
    await page.waitForTimeout(400)
  }
  throw new Error('the wheel does not lead to the form')
}
