import type { Ms } from '../shared/units.js'
import { COMPAT_INTEGRITY, SENSES_INTEGRITY } from './build.js'
import type { Collector } from './collector.js'
import { openCollector } from './open-collector.js'
import type { Settings } from './options.js'
import { loadScript } from './page/load-script.js'
import { scriptOptions } from './script-options.js'
import type { StartSensing } from './senses/sensing.js'

type Page = Window & { vouchsafe?: Collector }

const loadSenses = (settings: Settings) => loadScript<StartSensing>(settings, 'senses.js', 'vouchsafeSenses', SENSES_INTEGRITY)

/** The longest that senses.js waits for compat.js, which then hears the first verdict. What comes later says what there was. */
const COMPAT_LIMIT: Ms = 1000

const loadBoth = (settings: Settings) =>
  Promise.all([
    loadSenses(settings),
    loadScript(settings, 'compat.js', 'vouchsafeCompat', COMPAT_INTEGRITY, COMPAT_LIMIT).catch(() => {}),
  ]).then(([senses]) => senses)

/**
 * Set while a classic script runs, `async` ones too; the tag may also have been loaded by a loader that runs it otherwise. An image
 * of that name, which may have come with somebody's comment, hides the document's property.
 */
function ownScript(): HTMLScriptElement | null {
  const { currentScript } = document
  return currentScript instanceof HTMLScriptElement
    ? currentScript
    : document.querySelector('script[data-key^="pk_"],script[data-site-key]')
}

/** The script tag: makes one collector for the page, `window.vouchsafe`. A second tag changes nothing. */
function start(page: Page): void {
  const script = ownScript()
  if (!script) return
  const options = scriptOptions(script)
  const present = page.vouchsafe
  // An element with the id `vouchsafe` shows up under this name too.
  if (typeof present?.attest === 'function') {
    if (present.key !== options.key) console.warn(`vouchsafe: ${options.key} ignored: the page has ${present.key}`)
    return
  }
  page.vouchsafe = openCollector(options, options.botd ? loadBoth : loadSenses, !options.botd)
}

try {
  start(window)
} catch (error) {
  // Nothing of ours is thrown into the page; the developer should still see it.
  console.warn('vouchsafe:', error)
}
