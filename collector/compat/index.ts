import { startDetectip } from './start-detectip.js'

/** The bundle's entry. Loaded twice, the first stays. */
const page = window as Window & { vouchsafeCompat?: true }
// An element with that id shows up under the name, too, but as the prototype's.
if (!Object.getOwnPropertyDescriptor(page, 'vouchsafeCompat')) {
  page.vouchsafeCompat = true
  startDetectip()
}
