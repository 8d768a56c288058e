import { statSync } from 'node:fs'
import type { Scorecard } from '../../shared/scorecard/scorecard.js'
import { readFitted } from '../lib/read-fitted.js'
import { type Recording, readRecordings, recordingsIn } from '../lib/recordings.js'
import { isWithheld } from '../lib/split.js'
import { pathKinds } from '../paths/index.js'
import { makeVisits } from '../paths/make-visits.js'
import { type Judged, judge } from './judge.js'

/** What was judged, and how many recordings were left out because the card was fitted on them. */
export interface Loaded {
  readonly visits: readonly Judged[]
  readonly leftOut: number
}

/** @param share of the work, 0 to 1 */
export type OnProgress = (share: number) => void

/** Bots of each kind, and a seed that no fit uses: the kinds may have been fitted, these bots were not. */
const SYNTHETIC_COUNT = 40
const SYNTHETIC_SEED = 20_261_121

/** Judges every recording of the folder that the card was not fitted on. */
export async function loadVisits(folder: string, card: Scorecard, onProgress: OnProgress): Promise<Loaded> {
  const total = recordingsIn(folder).reduce((sum, path) => sum + statSync(path).size, 0)
  const fitted = readFitted()
  let [done, leftOut] = [0, 0]
  const visits: Judged[] = []
  const take = (recording: Recording) => {
    if (fitted.has(recording)) leftOut++
    else visits.push(judge(recording, card, !fitted.hasSource(recording.source) || isWithheld(recording)))
  }
  const onBytes = (bytes: number) => {
    done += bytes
    onProgress(done / total)
  }
  for await (const recording of readRecordings(folder, onBytes)) take(recording)
  return { visits, leftOut }
}

/** Judges bots that were never recorded. */
export function judgeSynthetic(card: Scorecard, onProgress: OnProgress): Judged[] {
  const visits: Judged[] = []
  for (const recording of makeVisits(SYNTHETIC_COUNT, SYNTHETIC_SEED)) {
    visits.push(judge(recording, card, isWithheld(recording)))
    onProgress(visits.length / (SYNTHETIC_COUNT * pathKinds.length))
  }
  return visits
}
