import type { Reasons } from '../explain.js'
import type { Remedy } from '../remedies.js'

/** One run of one driver, or one visit of a person. */
export interface Run {
  readonly driver: string
  readonly kind: 'bot' | 'person'
  /** 1 for a driver's first. */
  readonly run: number
  /** What the verdict said; `none`: none was heard of, which counts against us whoever came. */
  readonly action: 'allow' | 'challenge' | 'block' | 'none'
  readonly ms: number
  /** What went wrong, where something did. */
  readonly note: string
  readonly score?: number
  readonly band?: string
  /** The support code, by which the dashboard and the API find the verdict. */
  readonly reference?: string
  readonly reasons?: Reasons
  /** PNG or JPEG in base64. */
  readonly screenshot?: string
}

/** What came of those who came. Texts in it are fit to be shown, but not escaped. */
export interface Outcome {
  readonly runs: readonly Run[]
  readonly missing: readonly { readonly driver: string; readonly needs: Remedy }[]
  /** Hosts that were asked for in vain. */
  readonly refused: readonly string[]
}

/** All that a drill came to. */
export interface Drill extends Outcome {
  readonly url: string
  readonly attest: string
  readonly began: Date
  /** ms */
  readonly took: number
  readonly failUnder?: number | undefined
}

export const isStopped = ({ action }: Pick<Run, 'action'>): boolean => action === 'challenge' || action === 'block'

/** Whether a bot was challenged or blocked, or a person let through. */
export const isRight = (run: Pick<Run, 'kind' | 'action'>): boolean => (run.kind === 'bot' ? isStopped(run) : run.action === 'allow')

/** How many there were, and of how many it came out right. */
export interface Count {
  readonly runs: number
  readonly right: number
}

/** Of bots, of people, and of all; `share` is of all, and 0 where nobody came. */
export function countsOf({ runs }: Pick<Drill, 'runs'>): Count & { readonly share: number; readonly bots: Count; readonly people: Count } {
  const count = (some: readonly Run[]): Count => ({ runs: some.length, right: some.filter(isRight).length })
  const all = count(runs)
  const of = (kind: Run['kind']) => count(runs.filter((run) => run.kind === kind))
  return { ...all, share: all.runs === 0 ? 0 : all.right / all.runs, bots: of('bot'), people: of('person') }
}

/** Names of those who came out wrong at least once. */
export function wrongOf({ runs }: Pick<Drill, 'runs'>): Readonly<Record<Run['kind'], readonly string[]>> {
  const wrong = (kind: Run['kind']) => [...new Set(runs.filter((run) => run.kind === kind && !isRight(run)).map(({ driver }) => driver))]
  return { bot: wrong('bot'), person: wrong('person') }
}

/** The outcome in one line. */
export function headline(drill: Pick<Drill, 'runs'>): string {
  const { runs, bots, people } = countsOf(drill)
  if (runs === 0) return 'Nothing could be run'
  const stopped = `${bots.right} of ${bots.runs} runs were stopped`
  const through = `${people.right} of ${people.runs} visits of people let through`
  if (people.runs === 0) return stopped
  return bots.runs === 0 ? through : `${stopped}, ${through}`
}

/** Whether as many came out right as was asked for. */
export const isEnough = (drill: Pick<Drill, 'runs' | 'failUnder'>): boolean => countsOf(drill).share >= (drill.failUnder ?? 0)
