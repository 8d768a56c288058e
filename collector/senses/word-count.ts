import type { Px } from '../../shared/units.js'
import { whenIdle } from '../page/when-idle.js'

/** Characters of a word, with the space behind it. Scripts that part no words count for fewer, and are read the slower. */
const WORD = 6
/** Some 5 ms of work, on a slow phone a frame or two. A page that has more counts as unknown. */
const MOST_TEXTS = 10_000
/** Nobody reads these. */
const UNREAD = /^(script|style|noscript)$/i

/** Lengths only: what is written is not looked at. @returns NaN where there are too many texts */
function countWords(): number {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let characters = 0
  for (let i = 0; texts.nextNode(); i++) {
    if (i === MOST_TEXTS) return Number.NaN
    const { data, parentNode } = texts.currentNode as Text
    // Most texts of a page are line breaks between its elements.
    if (!UNREAD.test(parentNode!.nodeName)) characters += data.trim().length
  }
  return characters / WORD
}

/**
 * About how many words stand on a stretch of the page: counted once, in idle time after the visitor has scrolled first, and taken as
 * spread evenly. Measures no layout but the page's height, in an event that asks for the layout anyway.
 * @returns tells it for a stretch of some height; NaN while it is not known
 */
export function startWordCount(): (height: Px) => number {
  let density = Number.NaN
  let asked = false
  const ask = () => {
    asked = true
    const { scrollHeight } = document.documentElement
    whenIdle(() => {
      try {
        density = countWords() / scrollHeight
      } catch {
        // A page may put anything in the place of the document's own methods: `<img name="createTreeWalker">`.
      }
    })
  }
  return (height) => {
    if (!asked) ask()
    return density * height
  }
}
