import type { FeatureId } from '../../../../shared/features/index.js'
import type { Tally } from '../../../../shared/features/reading/tally.js'
import { onScale } from '../../../../shared/scale.js'
import { featureOf } from './feature-of.js'
import type { Identity, Summary } from './summary.js'

/** Of how many the share is: at least and at most. */
type Span = readonly [least: number, most: number]
/** Of more than so many, nearly all shares are possible on the wire. */
const MANY = 128

/** A run, and so a path or a stroke, has eight steps; a step leads from one move to the next. */
export const runsIn = ({ moves }: Tally): number => Math.floor((moves - 1) / 8)
const releasesIn = ({ presses, releases }: Tally): number => Math.min(presses, releases)
/** Presses, keys and wheels are actions. Between them lie as many waits: what came up without having gone down begins one. */
export const actionsIn = ({ presses, keys, wheels }: Tally): number => presses + keys + wheels
const typedIn = ({ inputs, pastes }: Tally): number => inputs - pastes

/** What is a share of what was counted. Each is the mean of answers, 0 or 1. */
const spans: Readonly<Partial<Record<FeatureId, (summary: Summary) => Span>>> = {
  'input.movement-straight-share': ({ tally }) => [3, runsIn(tally)],
  'input.movement-repetition': ({ tally }) => [2, runsIn(tally)],
  'input.movement-overshoot': ({ tally }) => [3, runsIn(tally)],
  'input.movement-even-steps': ({ tally }) => [20, tally.moves - 2],
  'input.movement-glide-straight': ({ tally, count }) => [8, (count('input.glides') ?? tally.moves) - 1],
  'input.movement-glide-peaks': ({ tally, count }) => {
    const glides = count('input.glides')
    return [glides ?? 12, glides ?? tally.moves]
  },
  'input.press-teleports': ({ tally }) => [1, tally.presses - 1],
  'input.press-centred': ({ tally }) => [1, tally.presses],
  'input.press-pressureless': ({ tally }) => [1, tally.presses],
  'input.press-fractional': ({ tally }) => [1, tally.presses],
  'input.press-scrolled': ({ tally }) => [2, tally.presses],
  'input.press-unfocused': ({ tally }) => [1, releasesIn(tally)],
  'input.key-rollover': ({ tally }) => [10, tally.keys - 1],
  'input.key-shift-unflagged': ({ tally }) => [1, tally.keys],
  'input.key-shiftless': ({ tally }) => [1, tally.keys],
  'input.key-split': ({ tally }) => [3, tally.keys],
  'input.input-keyless': ({ tally }) => [1, typedIn(tally)],
  'input.input-bulk': ({ tally }) => [1, typedIn(tally)],
  'input.input-corrections': ({ tally }) => [20, typedIn(tally)],
  'input.wheel-inconsistent': ({ tally }) => [2, tally.wheels - 1],
  'input.wheel-synthesized': ({ tally }) => [2, tally.wheels],
  'input.wheel-reversals': ({ tally }) => [8, tally.wheels],
  'input.scroll-handless': ({ tally }) => [1, tally.scrolls],
  // Every one of them is asked.
  'input.submit-handless': ({ tally }) => [tally.submits, tally.submits],
  'input.click-untrusted': ({ tally }) => [1, tally.clicks + tally.untrusted],
  'input.touch-hardwareless': ({ tally }) => [1, tally.presses],
  'input.touch-centred': ({ tally }) => [3, releasesIn(tally)],
  'input.still-gaps': ({ tally }) => [3, actionsIn(tally)],
}

/** Whether a value may be a whole number of so many. @param value as it is on the wire */
function isShareOf(value: number, [least, most]: Span, onWire: (share: number) => number): boolean {
  if (least > most) return false
  if (most > MANY) return true
  for (let n = least; n <= most; n++) if (onWire(Math.round(value * n) / n) === value) return true
  return false
}

/** With few answers there are few shares: of three presses, 0.4 is none. No tolerance, as with all values. */
export const shares: readonly Identity[] = Object.entries(spans).map(([name, spanOf]) => {
  const id = name as FeatureId
  const { range } = featureOf(id)
  return {
    name: `${id} is a share of what was counted`,
    holds(summary) {
      const value = summary.value(id)
      return value === undefined || isShareOf(value, spanOf(summary), (share) => onScale(share, range))
    },
  }
})
