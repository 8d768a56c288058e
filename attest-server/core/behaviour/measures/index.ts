import type { Measure } from './measure.js'
import { ofDeeds } from './of-deeds.js'
import { ofKeys } from './of-keys.js'
import { ofPresses } from './of-presses.js'
import { ofScrolling } from './of-scrolling.js'

/** Everything that is measured of posted events beside the collector's features. The order is that of kept sessions: `layout` tells another one apart. */
export const measures: readonly Measure[] = [...ofPresses, ...ofKeys, ...ofScrolling, ...ofDeeds]
