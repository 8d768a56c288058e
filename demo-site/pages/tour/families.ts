import type { ListedBot } from '../../tour/open-tour.js'

/** Kinds of bots by what takes hold of the page, in the order in which they are shown; a bot is of the first that it fits. */
const kinds: readonly (readonly [title: string, fits: (bot: ListedBot) => boolean])[] = [
  [
    'Playwright and its forks',
    ({ name }) => /^(playwright|patchright|rebrowser-playwright|connect-over-cdp|fingerprint-injector)/.test(name),
  ],
  ['Puppeteer and its forks', ({ name }) => /^(puppeteer|rebrowser-puppeteer|ghost-cursor)/.test(name)],
  ['WebDriver and BiDi', ({ name }) => /^(selenium|webdriverio|undetected-chromedriver|firefox|webkitgtk)/.test(name)],
  ['The DevTools protocol itself', ({ hook }) => hook === 'browser'],
  ['At the desk: the system’s own mouse and keys', ({ hook }) => hook === 'desk'],
  ['In the page: an extension', ({ hook }) => hook === 'page'],
  ['Without a browser', ({ hook }) => hook === 'no browser'],
]

export interface Family {
  readonly title: string
  readonly bots: readonly ListedBot[]
}

export const canRun = ({ leftOut, missing }: ListedBot): boolean => leftOut === undefined && missing === undefined

/** How near a bot is to this stage: here, to be had, or in the tests of the repository alone. */
const distance = (bot: ListedBot): number => (canRun(bot) ? 0 : bot.missing ? 1 : 2)

/** All bots by kind; those that can run here stand first, as do kinds of which some can. */
export function familiesOf(bots: readonly ListedBot[]): readonly Family[] {
  const titleOf = (bot: ListedBot) => kinds.find(([, fits]) => fits(bot))?.[0]
  const nearest = ({ bots }: Family) => Math.min(...bots.map(distance))
  return kinds
    .map(([title]) => ({ title, bots: bots.filter((bot) => titleOf(bot) === title).sort((a, b) => distance(a) - distance(b)) }))
    .filter(({ bots }) => bots.length > 0)
    .sort((a, b) => nearest(a) - nearest(b))
}
