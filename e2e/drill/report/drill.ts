import type { Reasons } from '../explain.js'
import type { Remedy } from '../remedies.js'

/** One run of one driver. */
export interface Run {
  readonly driver: string
  /** 1 for a driver's first. */
  readonly run: number
  /** What the verdict said; `none`: there was none, which counts as let through. */
  readonly action: 'allow' | 'challenge' | 'block' | 'none'
  readonly isStopped: boolean
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

/** All that a drill came to. Texts in it are fit to be shown, but not escaped. */
export interface Drill {
  readonly url: string
  readonly attest: string
  readonly began: Date
  /** ms */
  readonly took: number
  readonly failUnder?: number | undefined
  readonly runs: readonly Run[]
  readonly missing: readonly { readonly driver: string; readonly needs: Remedy }[]
  /** Hosts that were asked for in vain. */
  readonly refused: readonly string[]
}

/** How many runs were stopped, and which share that is; without a run, none. */
export function shareOf({ runs }: Pick<Drill, 'runs'>): { readonly stopped: number; readonly runs: number; readonly share: number } {
  const stopped = runs.filter(({ isStopped }) => isStopped).length
  return { stopped, runs: runs.length, share: runs.length === 0 ? 0 : stopped / runs.length }
}

/** Whether as many were stopped as was asked for. */
export const isEnough = (drill: Pick<Drill, 'runs' | 'failUnder'>): boolean => shareOf(drill).share >= (drill.failUnder ?? 0)
