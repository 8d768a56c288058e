import { filelessFrames } from './fileless-frames.js'

/** Events that a script's call makes before the call returns, so that the caller is still in the stack. */
const SYNCHRONOUS = ['focusin', 'click', 'input', 'change'] as const

/** Every one of so many is looked at, later ones only after a while: a page may make thousands. */
const FIRST = 50
const WHILE = 1000

/**
 * How drivers' scripts in the page call themselves: Playwright's evaluation, Puppeteer's (in Firefox, too), and chromedriver's, which
 * names a function after the key that WebDriver gives elements. One frame each, from its beginning.
 */
const DRIVER = [
  /^at UtilityScript\.\w+ \(<anonymous>:/,
  /^at eval \(eval at evaluate \(:\d/,
  /^(?:at (?:[^(]+ \()?|[^@(]*@)pptr:\w+;/,
  /^at [\w.]+\.element-6066-11e4[\w-]* \(<anonymous>:/,
]

/** chromedriver's two functions have names that others have, too: only the one below the other is it. */
const isScript = (frames: readonly string[]): boolean => {
  const inner = frames.findIndex((frame) => /^at executeScript \(<anonymous>:/.test(frame))
  return inner >= 0 && frames.slice(inner).some((frame) => /^at callFunction \(<anonymous>:/.test(frame))
}

const isDriver = (frames: readonly string[]): boolean =>
  isScript(frames) || frames.some((frame) => DRIVER.some((pattern) => pattern.test(frame)))

/**
 * Listens from now on: nothing of the page's is replaced, and it cannot tell.
 * @param signal ends it
 * @returns whether a driver's script made one of the events so far
 */
export function watchDriverCalls(signal: AbortSignal): () => boolean {
  let called = false
  let looks = 0
  let last = 0
  const look = ({ type, isTrusted, timeStamp }: Event) => {
    // Hands make the others, too, and many of them.
    if (called || (isTrusted && type !== 'focusin')) return
    if (looks >= FIRST && timeStamp - last < WHILE) return
    looks++
    last = timeStamp
    called = isDriver(filelessFrames())
  }
  for (const type of SYNCHRONOUS) document.addEventListener(type, look, { capture: true, passive: true, signal })
  return () => called
}
