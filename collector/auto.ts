import { SENSES_INTEGRITY } from './build.js'
import type { Collector } from './collector.js'
import { openCollector } from './open-collector.js'
import type { Settings } from './options.js'
import { loadScript } from './page/load-script.js'
import { scriptOptions } from './script-options.js'
import type { StartSensing } from './senses/sensing.js'

type Page = Window & { vouchsafe?: Collector }

const loadSenses = (settings: Settings) => loadScript<StartSensing>(settings, 'senses.js', 'vouchsafeSenses', SENSES_INTEGRITY)

/**
 * Set while a classic script runs, `async` ones too; the tag may also have been loaded by a loader that runs it otherwise. An image
 * of that name, which may have come with somebody's comment, hides the document's property.
 */
function ownScript(): HTMLScriptElement | null {
  const { currentScript } = document
  return currentScript instanceof HTMLScriptElement ? currentScript : document.querySelector('script[data-key^="pk_"]')
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
  page.vouchsafe = openCollector(options, loadSenses)
}

try {
  start(window)
} catch (error) {
  // Nothing of ours is thrown into the page; the developer should still see it.
  console.warn('vouchsafe:', error)
}
