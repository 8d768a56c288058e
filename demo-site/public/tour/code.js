// @ts-check
import { byId } from '../live/dom.js'
import { linkCode } from './remember.js'

/** For as long as it says that it has copied, in ms. */
const SAID = 2000

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const words = /** @type {Text} */ (button.firstChild)
  await navigator.clipboard.writeText(byId(button.dataset.copies ?? '').textContent ?? '')
  words.data = 'Copied'
  setTimeout(() => words.replaceData(0, words.length, 'Copy'), SAID)
}

// Where nothing can be copied, no button says that it can.
if ('clipboard' in navigator) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button.copy'))) {
    button.hidden = false
    button.addEventListener('click', () => void copy(button).catch(() => undefined))
  }
}
if (location.search === '') linkCode()
