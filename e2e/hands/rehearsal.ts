import type { Browser } from '../support/browsers/browser.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import type { Box } from './hands.js'
import type { Player } from './player.js'
import type { PageReport, Part } from './reporter.js'
import { type ReportingSite, startReportingSite } from './reporting-site.js'
import type { Point, Timeline } from './timeline.js'
import { openWindow, stockChromium } from './window.js'

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
  /** Fields and button at the end of the page. */
  readonly end: Readonly<Record<Part, Box>>
  /** Presses of Tab from the opened page to the e-mail field, from there to the password, and on to the button. */
  readonly tabs: { readonly email: number; readonly password: number; readonly submit: number }
}

const NOTCH_DOWN: Timeline = [
  [0, 'down', 5],
  [5, 'up', 5],
]

const TAB: Timeline = [
  [0, 'key-down', 'Tab'],
  [60, 'key-up', 'Tab'],
]

const END: Timeline = [
  [0, 'key-down', 'End'],
  [60, 'key-up', 'End'],
]

/**
 * Opens the page once in the same window with a reporter in the page, plays real notches and Tabs, and notes where that leads. What is
 * measured here is used by people whose own page has nothing of the kind.
 * @param url the demo's root
 */
export async function rehearse(display: string, player: Player, url: string, browser: Browser = stockChromium): Promise<Layout> {
  const site = await startReportingSite(new URL(url).origin)
  try {
    return await withTemporaryFolder(async (folder) => {
      const window = openWindow(display, folder, site.url, browser)
      try {
        return await measure(site, player)
      } finally {
        await window.stop()
      }
    })
  } finally {
    await site.stop()
  }
}

async function measure(site: ReportingSite, player: Player): Promise<Layout> {
  await site.report(({ loaded }) => loaded)
  await settled(site)
  const tabs = {
    email: await tabsTo(site, player, 'email'),
    password: await tabsTo(site, player, 'password'),
    submit: await tabsTo(site, player, 'submit'),
  }
  site.rewind()
  await site.report(({ scrolled, focus }) => scrolled === 0 && focus === null)
  const place = await placeOf(site, player)
  const notches = await notchesToForm(site, player)
  const { boxes, window } = await settled(site)
  const on = (part: Part) => onScreen(boxes[part], place)
  const [width, height] = window
  const end = await boxesAtEnd(site, player, place)
  const article = onScreen([0.3 * width, 0.3 * height, 0.3 * width, 0.4 * height], place)
  return { notches, email: on('email'), password: on('password'), submit: on('submit'), article, end, tabs }
}

async function boxesAtEnd(site: ReportingSite, player: Player, place: Place): Promise<Layout['end']> {
  await player.play(END)
  await pause(150)
  const { email, password, submit } = (await settled(site)).boxes
  return { email: onScreen(email, place), password: onScreen(password, place), submit: onScreen(submit, place) }
}

/** The report after which nothing has moved for a while. */
async function settled(site: ReportingSite): Promise<PageReport> {
  let still = 0
  for (let last = await site.report(); ; ) {
    await pause(120)
    const next = await site.report()
    still = JSON.stringify([next.boxes, next.scrolled]) === JSON.stringify([last.boxes, last.scrolled]) ? still + 1 : 0
    last = next
    if (still === 4) return next
  }
}

async function tabsTo(site: ReportingSite, player: Player, part: Part): Promise<number> {
  for (let count = 1; count <= 60; count++) {
    await player.play(TAB)
    const { focus } = await site.report()
    if (focus === part) return count
  }
  throw new Error(`Tab does not lead to ${part}`)
}

/** How the page lies on the screen. */
interface Place extends Point {
  /** Screen px for one CSS px. */
  readonly scale: number
}

/** Moves the real pointer to two places, and asks the page where it saw it. */
async function placeOf(site: ReportingSite, player: Player): Promise<Place> {
  const seen = async (x: number, y: number): Promise<number[]> => {
    const before = String((await site.report()).pointer)
    await player.play([[0, 'move', x, y]])
    await site.report(({ pointer }) => pointer !== null && String(pointer) !== before)
    await pause(150)
    return [...((await site.report()).pointer ?? [])]
  }
  const [left = 0, top = 0] = await seen(300, 400)
  const [right = 0] = await seen(600, 480)
  const scale = 300 / (right - left)
  return { x: 300 - left * scale, y: 400 - top * scale, scale }
}

function onScreen([left, top, width, height]: readonly [number, number, number, number], { x, y, scale }: Place): Box {
  return { x: x + left * scale, y: y + top * scale, width: width * scale, height: height * scale }
}

async function notchesToForm(site: ReportingSite, player: Player): Promise<number> {
  for (let count = 0; count <= 80; count++) {
    const { boxes, window } = await settled(site)
    const [, top, , height] = boxes.submit
    if (top + height < 0.85 * window[1]) return count
    await player.play(NOTCH_DOWN)
    await pause(150)
  }
  throw new Error('the wheel does not lead to the form')
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
