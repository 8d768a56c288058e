import type { PageProbes } from '../tell.js'

const lists = new WeakMap<PageProbes, readonly string[]>()

/** The names of the page's thousand or so globals, read once for all tells. */
export function globalsOf(page: PageProbes): readonly string[] {
  const names = lists.get(page) ?? Object.getOwnPropertyNames(window)
  lists.set(page, names)
  return names
}
