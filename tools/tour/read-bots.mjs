import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { leftOut } from '../../e2e/lib/drilled.mjs'
import { drivers } from '../../e2e/lib/drivers.mjs'
import { root } from '../lib/run.mjs'
import { commentAbove } from './read-source.mjs'

/**
 * A bot as the demo's tour shows it. All of it is read from the bot's own source.
 *
 * @typedef {object} BotCard
 * @property {string} name
 * @property {string} says what stands above it in its file
 * @property {string} group what takes hold of the page, in words
 * @property {string} hook where it does
 * @property {readonly string[]} packages of npm
 * @property {readonly string[]} programs
 * @property {string} [leftOut] why nobody but our own tests can send it
 * @property {string} path its file
 */

/**
 * Groups of bots by what takes hold of the page; a bot is of the first that it fits. They are shown in the order of the bots.
 *
 * @type {readonly (readonly [title: string, fits: (bot: Omit<BotCard, 'group'>) => boolean])[]}
 */
const GROUPS = [
  ['Without a browser', ({ hook }) => hook === 'no browser'],
  ['In the page: an extension', ({ hook }) => hook === 'page'],
  ['At the desk: the system’s own mouse and keys', ({ hook }) => hook === 'desk'],
  ['Playwright and its forks', uses('playwright', 'patchright-core', 'rebrowser-playwright-core')],
  ['WebDriver and BiDi', uses('selenium-webdriver', 'webdriverio', 'firefox-esr')],
  ['Puppeteer and its forks', uses('puppeteer-core', 'rebrowser-puppeteer-core')],
  ['The DevTools protocol itself', ({ packages }) => packages.length === 0],
]

/** @param {...string} names of packages or programs @returns {(bot: Pick<BotCard, 'packages' | 'programs'>) => boolean} */
function uses(...names) {
  return ({ packages, programs }) => [...packages, ...programs].some((name) => names.includes(name))
}

/** @param {Omit<BotCard, 'group'>} bot @throws {Error} when it fits none */
export function groupOf(bot) {
  const [title] = GROUPS.find(([, fits]) => fits(bot)) ?? []
  if (title === undefined) throw new Error(`${bot.path}: no group of tools/tour/read-bots.mjs fits it`)
  return title
}

/** In the order of their list, which begins with the plain ones. @returns {readonly BotCard[]} */
export function readBots() {
  const list = readFileSync(join(root, 'e2e', 'bots', 'index.ts'), 'utf8').split('bots: readonly Bot[] = [')[1] ?? ''
  const place = (/** @type {string} */ name) => list.indexOf(` ${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())},`)
  return drivers('bots')
    .sort((a, b) => place(a) - place(b))
    .map(readBot)
}

/** @param {string} name @returns {BotCard} */
function readBot(name) {
  const path = `e2e/bots/${name}.ts`
  const own = readFileSync(join(root, path), 'utf8')
  const all = [...sourcesOf(join(root, path))].map((file) => readFileSync(file, 'utf8')).join('\n')
  const packages = matches(all, /^import (?!type)[^;\n]* from '(?!node:)([^.'][^']*)'/gm).map(packageOfImport)
  const programs = matches(all, /(?:requireTool|inWindow)\('([\w-]+)'/g)
  const reason = /** @type {Readonly<Record<string, string>>} */ (leftOut)[name]
  const card = {
    name,
    says: commentAbove(own, /\n(?:export )?const \w+: Bot = \{/) ?? '',
    hook: /hook: '([\w ]+)'/.exec(own)?.[1] ?? '',
    packages: [...new Set(packages)],
    programs: [...new Set([...programs, ...(all.includes('site.display') ? ['Xvfb'] : [])])],
    ...(reason !== undefined && { leftOut: reason }),
    path,
  }
  return { ...card, group: groupOf(card) }
}

/** The file and all of ours that it runs. @param {string} file @param {Set<string>} known */
function sourcesOf(file, known = new Set()) {
  if (known.has(file) || !existsSync(file)) return known
  known.add(file)
  for (const path of matches(readFileSync(file, 'utf8'), /^(?:import|export) (?!type)[^;]*? from '(\.[^']+)'/gm))
    sourcesOf(join(dirname(file), path.replace(/\.js$/, '.ts')), known)
  return known
}

/** @param {string} text @param {RegExp} pattern */
const matches = (text, pattern) => Array.from(text.matchAll(pattern), ([, found]) => found ?? '')

/** @param {string} specifier */
const packageOfImport = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
