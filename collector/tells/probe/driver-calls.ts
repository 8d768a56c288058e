/** Events that a script's call makes before the call returns, so that the caller is still in the stack. */
const SYNCHRONOUS = ['focusin', 'click', 'input', 'change'] as const

/**
 * How drivers' scripts in the page call themselves: Playwright's evaluation, Puppeteer's, and chromedriver's, which names a function
 * after the key that WebDriver gives elements. All stand in no file: a page's own functions may have any name.
 */
const DRIVER =
  /UtilityScript\.\w+ \(<anonymous>|eval at evaluate \(:\d|pptr:\w+;|\.element-6066-11e4|executeScript \(<anon[\s\S]+callFunction \(<anon/

const notes = new WeakMap<Document, { called: boolean }>()

/** Whether it happened so far. Listens from the first call on: nothing of the page's is replaced, and it cannot tell. */
export function wasCalledByDriver(document: Document): boolean {
  const note = notes.get(document) ?? { called: false }
  if (!notes.has(document)) {
    notes.set(document, note)
    const look = ({ type, isTrusted }: Event) => {
      // Hands make the others, too, and many of them.
      if (isTrusted && type !== 'focusin') return
      note.called ||= DRIVER.test(String(new Error().stack))
    }
    for (const type of SYNCHRONOUS) document.addEventListener(type, look, { capture: true, passive: true })
  }
  return note.called
}
