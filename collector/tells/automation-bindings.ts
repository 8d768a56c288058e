import { seen } from '../../shared/observation.js'
import { globalsOf } from './probe/globals.js'
import type { Tell } from './tell.js'

/**
 * Functions of the DevTools protocol (`Runtime.addBinding`) under the names that Playwright and Puppeteer give them for
 * `exposeFunction`. A name alone is not enough, pages and extensions may use any: a script cannot make a native function that is
 * nameless, only one that is called `bound …`.
 */
function isBinding(name: string): boolean {
  const value = (window as unknown as Record<string, unknown>)[name]
  return typeof value === 'function' && !value.name && /\[native/.test(Function.prototype.toString.call(value))
}

export const automationBindings: Tell = {
  id: 'tell.automation-bindings',
  observe: (page) => seen(globalsOf(page).some((name) => /^(puppeteer_|__playwright__binding__$)/.test(name) && isBinding(name))),
}
