import type { Observation, Observations } from '../../../shared/observation.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import { encodeFeature } from '../../../shared/wire/observation-codes.js'
import type { MetSketch, Sketch, Sketches } from '../../stores/ports.js'
import { bandsOf } from './bands.js'
import { likenessTo } from './likeness-to.js'
import { countMarks, LEAST_MARKS, marking, marksOf } from './marks.js'

/** Whose evidence it is. */
interface Sketcher {
  readonly projectId: string
  readonly session: string
  readonly thumbprint: string | undefined
}

export interface SketchDeps {
  readonly sketches: Sketches
  /** For how long a sketch is kept; 0: none is made. */
  readonly sketchLife: Seconds
}

/** Two letters for each marking feature, as the evidence has them. */
const write = (observations: Observations): string =>
  marking.map(({ id, range }) => encodeFeature((observations.get(id) ?? { state: 'unsupported' }) as Observation<number>, range)).join('')

/** A page may have two collectors, and a session two keys: so many of the same session or key are one page that says the same again. */
const KIN = 2

const countOf = (names: readonly string[]): number => new Set(names).size

/** How many others left one that is alike. Those that share session or key are few, or somebody keeps a name to hide behind. */
function countAlike(own: Sketch, met: readonly MetSketch[]): number {
  if (met.length === 0) return 0
  const isAlike = likenessTo(own.body)
  const alike = met.filter(({ body }) => isAlike(body))
  const isKin = (one: MetSketch): boolean =>
    one.session === own.session || (own.thumbprint !== undefined && one.thumbprint === own.thumbprint)
  const kin = alike.filter(isKin).map(({ session, thumbprint = '' }) => `${session} ${thumbprint}`)
  const strangers = alike.filter((one) => !isKin(one)).map(({ session, thumbprint }) => thumbprint ?? session)
  return countOf(strangers) + Math.max(0, countOf(kin) - KIN)
}

/**
 * How many other keys and sessions were seen to move in nearly the same way: nobody moves the same way twice. Keeps a sketch of this one.
 * @param remember false where it must leave no trace: work was not done for it
 * @returns undefined where too little is known to tell one visit from another
 */
export async function findRepeats(
  observations: Observations,
  { projectId, session, thumbprint }: Sketcher,
  { sketches, sketchLife }: SketchDeps,
  remember: boolean,
  now: EpochSeconds,
): Promise<number | undefined> {
  const marks = marksOf(observations)
  if (sketchLife === 0 || countMarks(marks) < LEAST_MARKS) return undefined
  const sketch: Sketch = { session, thumbprint, bands: bandsOf(marks), body: write(observations) }
  const met = remember ? await sketches.meet(projectId, sketch, now + sketchLife, now) : await sketches.recall(projectId, sketch, now)
  return countAlike(sketch, met)
}
