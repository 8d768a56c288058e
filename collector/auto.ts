import type { Collector } from './collector.js'
import { createCollector } from './create-collector.js'
import { scriptOptions } from './script-options.js'

type Page = Window & { vouchsafe?: Collector }

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
  page.vouchsafe = createCollector(options)
}

try {
  start(window)
} catch (error) {
  // Nothing of ours is thrown into the page; the developer should still see it.
  console.warn('vouchsafe:', error)
}
