import { createEnforce } from './create-enforce.js'
import type { VouchsafeEnforce } from './enforce.js'

/** The bundle's entry: what the collector looks for when the script has loaded. Loaded twice, the first stays. */
const page = window as Window & { vouchsafeEnforce?: VouchsafeEnforce }
page.vouchsafeEnforce ??= createEnforce()
