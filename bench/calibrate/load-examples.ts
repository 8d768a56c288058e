import { statSync } from 'node:fs'
import type { SourceUser } from '../lib/read-fitted.js'
import { type Recording, readRecordings, recordingsIn } from '../lib/recordings.js'
import { isFitted } from '../lib/split.js'
import { startRandom } from '../lib/start-random.js'
import { pathKinds } from '../paths/index.js'
import { makeVisits, SYNTHETIC } from '../paths/make-visits.js'
import type { Example, Examples } from './example.js'
import { examplesOf } from './examples-of.js'
import { joinGestures } from './join-gestures.js'

/** Visits of each kind of generated bot, before the split. */
const GENERATED = 60

/** @param share of the work, 0 to 1 */
type OnProgress = (share: number) => void

/** Everything that may be fitted, and nothing else: recordings, their short ones joined as well, and generated bots. */
async function* fittedRecordings(folder: string, seed: number, onProgress: OnProgress): AsyncGenerator<Recording> {
  const total = recordingsIn(folder).reduce((sum, path) => sum + statSync(path).size, 0)
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    onProgress((0.8 * done) / total)
  }
  const short: Recording[] = []
  for await (const recording of readRecordings(folder, onBytes)) {
    if (!isFitted(recording)) continue
    yield recording
    if (recording.device === 'mouse') short.push(recording)
  }
  yield* joinGestures(short)
  for (const [i, kind] of pathKinds.entries()) {
    onProgress(0.8 + (0.2 * i) / pathKinds.length)
    for (const recording of makeVisits(GENERATED, seed, [kind])) if (isFitted(recording)) yield recording
  }
}

/** Reads what the fit is to see. Of generated bots nobody is noted: others of their kinds are generated to judge it. */
export async function loadExamples(folder: string, seed: number, onProgress: OnProgress): Promise<Examples> {
  const random = startRandom(seed)
  const examples: Example[] = []
  const seen: SourceUser[] = []
  for await (const recording of fittedRecordings(folder, seed, onProgress)) {
    const { source, user } = recording
    if (source !== SYNTHETIC) seen.push({ source, user })
    examples.push(...examplesOf(recording, random))
  }
  return { examples, seen }
}
