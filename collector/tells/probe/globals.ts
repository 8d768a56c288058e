import type { PageProbes } from '../tell.js'
import { onceFor } from './once-for.js'

/** No standard gives a global such a name, and every tool's that we look for is one. */
const isUnusual = (name: string): boolean => name.includes('_') || name.startsWith('call') || name.startsWith('domA')

/** The names of the page's globals that a standard would not give, read once for all tells: those that were assigned, not the thousand interfaces. */
export const globalsOf = /* @__PURE__ */ onceFor((_page: PageProbes): readonly string[] => Object.keys(window).filter(isUnusual))
