import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bots } from '../bots/index.js'
import type { Site } from '../support/driver.js'
import { expect, test } from '../support/fixtures.js'
import { startChild } from '../support/machine/child.js'
import { quietFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { KEY } from './collector-stage.js'
import { shownByBots } from './shown-by-bots.js'
import { failures, hits, reported, shown, visit } from './tells-page.js'

/** Some bots never send the form: how long to wait for it, in ms. */
const SUBMITTED_WITHIN = 8000

/** A browser started as a person starts it: no debugging port, no automation flag, and nobody drives it. */
const stock = (command: string, args: (folder: string) => readonly string[], display: string, prelude = '') =>
  visit(async (stage, folder) => {
    const env = { ...process.env, DISPLAY: display }
    const browser = startChild(command, [...args(folder), `${stage.site}/`], { env })
    return () => browser.stop()
  }, prelude)

const chromium = (...flags: string[]) => ({ command: requireTool('chromium'), args: (folder: string) => [...quietFlags(folder), ...flags] })

function firefox(preferences: Readonly<Record<string, boolean>> = {}) {
  const quiet = { 'datareporting.policy.dataSubmissionEnabled': false, 'browser.shell.checkDefaultBrowser': false }
  const lines = Object.entries({ ...quiet, ...preferences }).map(([name, value]) => `user_pref("${name}", ${value});`)
  const args = (folder: string) => {
    writeFileSync(join(folder, 'user.js'), lines.join('\n'))
    return ['--no-remote', '--profile', folder]
  }
  return { command: requireTool('firefox-esr'), args }
}

const people = {
  'Chromium in a window': () => chromium(),
  'Chromium, private': () => chromium('--incognito'),
  'Chromium at 150 %': () => chromium('--force-device-scale-factor=1.5'),
  'Chromium, maximised': () => chromium('--start-maximized'),
  'Chromium as a kiosk': () => chromium('--kiosk'),
  'Chromium without WebGL': () => chromium('--disable-gpu', '--disable-3d-apis'),
  'Chromium in German': () => chromium('--lang=de-DE', '--accept-lang=de-DE,de,en'),
  'Firefox in a window': () => firefox(),
  'Firefox without its PDF viewer': () => firefox({ 'pdfjs.disabled': true }),
  'Chromium with less motion': () => chromium('--force-prefers-reduced-motion'),
  // It keeps its profile to itself, and takes a private window's for that.
  'WebKitGTK in a window': () => ({ command: requireTool('MiniBrowser'), args: () => ['--private'] }),
  'Firefox that resists fingerprinting': () =>
    firefox({ 'privacy.resistFingerprinting': true, 'webgl.disabled': true, 'pdfjs.disabled': true }),
} as const

/** What privacy and debugging extensions do, in every frame: wrap the console, error formatting and some natives. */
const WRAPPER = `
for (const name of ['log', 'debug', 'warn', 'error']) {
  const original = console[name]
  console[name] = function (...logged) {
    for (const item of logged) void (item.stack + item.nodeName)
    return original.apply(this, logged)
  }
}
Error.prepareStackTrace = (error, sites) => error + sites.join()
const create = document.createElement
document.createElement = function (...args) { return create.apply(document, args) }
Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 4 })
`

function extension() {
  const browser = chromium('--disable-features=DisableLoadExtensionCommandLineSwitch')
  const script = {
    matches: ['<all_urls>'],
    js: ['wrap.js'],
    world: 'MAIN',
    run_at: 'document_start',
    all_frames: true,
    match_about_blank: true,
  }
  const args = (folder: string) => {
    const at = join(folder, 'extension')
    mkdirSync(at)
    writeFileSync(join(at, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Wrap', version: '1', content_scripts: [script] }))
    writeFileSync(join(at, 'wrap.js'), WRAPPER)
    return [...browser.args(folder), `--load-extension=${at}`, `--disable-extensions-except=${at}`]
  }
  return { ...browser, args }
}

test('takes an extension that wraps console and natives for no listener and no disguise', async ({ display }) => {
  const { command, args } = extension()
  const tells = await stock(command, args, display.name)
  expect(hits(tells)).toContain('navigator-natives')
  expect(['navigator-natives', 'frame-natives', 'worker-cores', 'document-own']).toEqual(expect.arrayContaining(hits(tells)))
  expect(failures(tells)).toEqual([])
})

/** What an error tracker does in its page: wraps what may fail and what is logged, and formats errors itself. */
const TRACKER = `
const wrap = (owner, name) => { const original = owner[name]; owner[name] = function (...args) { return original.apply(this, args) } }
for (const name of ['log', 'debug', 'warn', 'error', 'table']) wrap(console, name)
for (const name of ['fetch', 'setTimeout', 'requestAnimationFrame']) wrap(window, name)
for (const name of ['addEventListener', 'dispatchEvent']) wrap(EventTarget.prototype, name)
wrap(history, 'replaceState')
Error.stackTraceLimit = 50
Error.prepareStackTrace = (error, sites) => error + sites.join()
`

for (const [name, browser] of Object.entries({ Chromium: chromium, Firefox: firefox })) {
  test(`finds no tell where the page has an error tracker: ${name}`, async ({ display }) => {
    const { command, args } = browser()
    const tells = await stock(command, args, display.name, TRACKER)
    expect(hits(tells)).toEqual([])
    expect(failures(tells)).toEqual([])
    expect(tells['tell.console-wrapped']?.value).toBe(true)
  })
}

test('takes developer tools for a listener at most', async ({ display }) => {
  const { command, args } = chromium('--auto-open-devtools-for-tabs')
  const tells = await stock(command, args, display.name)
  expect(['runtime-enabled', 'console-cost']).toEqual(expect.arrayContaining(hits(tells)))
})

for (const [name, browser] of Object.entries(people)) {
  test(`finds no tell in a stock browser: ${name}`, async ({ display }) => {
    const { command, args } = browser()
    const tells = await stock(command, args, display.name)
    expect(hits(tells)).toEqual([])
    expect(failures(tells)).toEqual([])
    expect(Object.keys(tells).length).toBeGreaterThanOrEqual(12)
  })
}

for (const [name, least] of Object.entries(shownByBots)) {
  const bot = bots.find((one) => one.name === name)
  if (!bot) throw new Error(`There is no bot ${name}; there are ${bots.map((one) => one.name).join(', ')}`)
  test(`finds in ${name} what it cannot hide`, async ({ display }) => {
    const look = () =>
      visit(async (stage, folder) => {
        // Its form leads nowhere here, only what the page saw counts: also of how the form was filled in.
        const answer = async () => {
          await reported(stage, 2, SUBMITTED_WITHIN).catch(() => undefined)
          return undefined
        }
        const site: Site = {
          url: `${stage.site}/`,
          attest: stage.attest,
          siteKey: KEY,
          display: display.name,
          folder,
          opened: async () => {},
          answer,
        }
        const done = bot.run(site).catch(() => undefined)
        return () => done
      })
    let tells = await look()
    // A tell that measures time says no where a busy machine blurs it: on purpose, for people's sake.
    for (let i = 0; i < 2 && !least.every((id) => shown(tells).includes(id)); i++) tells = await look()
    expect(shown(tells)).toEqual(expect.arrayContaining([...least]))
    expect(failures(tells)).toEqual([])
    if (least.length === 0) expect(hits(tells)).toEqual([])
  })
}
