import { withStacks } from './with-stacks.js'

/** Also of inline scripts, whose frames carry the address of the page: whoever makes a link to it chooses half of that text. */
const ADDRESS = /\w:\/\/|\b(?:about|blob|data):/

/**
 * The calls that led here and stand in no file, the last one first: pages and extensions have files, what a driver evaluates has none.
 * Empty in browsers without stacks, and where the page has replaced `Error` by something that throws.
 */
export function filelessFrames(): readonly string[] {
  try {
    const stack = withStacks(Error, undefined, () => String(new Error().stack))
    return stack.split('\n').flatMap((line) => (ADDRESS.test(line) ? [] : [line.trim()]))
  } catch {
    return []
  }
}
