import { createEnforce } from './create-enforce.js'
import type { VouchsafeEnforce } from './enforce.js'

/** The bundle's entry: what the collector looks for when the script has loaded. Loaded twice, the first stays; of an older build, which had `show` alone, none does. */
const page = window as Window & { vouchsafeEnforce?: Partial<VouchsafeEnforce> }
if (!page.vouchsafeEnforce?.enforce) page.vouchsafeEnforce = createEnforce()
