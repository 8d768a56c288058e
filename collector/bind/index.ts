import type { VouchsafeBind } from './bind.js'
import { prove } from './prove.js'
import { seal } from './seal.js'

/** The bundle's entry: what the collector looks for when the script has loaded. Loaded twice, the first stays. */
const page = window as Window & { vouchsafeBind?: VouchsafeBind }
// An element with that id shows up under the name, too, but as the prototype's.
if (!Object.getOwnPropertyDescriptor(page, 'vouchsafeBind')?.value) page.vouchsafeBind = { prove, seal }
