import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/**
 * Functions through which Playwright and Puppeteer let a page call back (`exposeFunction`). A name alone is not enough, pages and
 * extensions may use any: it must stand for a function or for Playwright's controller object.
 */
export const automationBindings: Tell = {
  id: 'tell.automation-bindings',
  observe() {
    const globals = window as unknown as Record<string, unknown>
    const names = Object.getOwnPropertyNames(window).filter((name) => /^(puppeteer_.|__playwright__binding__|__pwInitScripts)/.test(name))
    return seen(names.some((name) => /function|object/.test(typeof globals[name])))
  },
}
