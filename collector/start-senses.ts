import type { InputEvent } from '../shared/features/input-event.js'
import type { Ms } from '../shared/units.js'
import { type EvidenceSummary, NO_CARD } from '../shared/wire/evidence.js'
import { createEventBuffer } from './capture/event-buffer.js'
import type { WorkerFacts } from './environment/worker-facts.js'
import { after } from './page/after.js'
import type { Findings, Sensing, StartSensing } from './senses/sensing.js'
import type { Moment } from './tells/tell.js'

/** The longest that a verdict waits for senses.js: what comes later is in the next one. */
const LOAD_LIMIT: Ms = 2500

/** Main-thread time for the events that came before senses.js, after which the page gets its turn. */
const SLICE: Ms = 4

/** Whether there is time left. */
function sliceOf(time: Ms): () => boolean {
  const end = performance.now() + time
  return () => performance.now() < end
}

/** What stands in the evidence while nothing could be observed. */
const NOTHING: EvidenceSummary = { tells: '', features: '', tally: [], card: NO_CARD, llr: 0 }

/** Brings what senses.js holds. May reject; is then asked again at the next attempt. */
export type LoadSenses = () => Promise<StartSensing>

/** The collector's own half: keeps what the visitor does until senses.js is there, and goes on without it where it does not come. */
export interface Senses {
  push(event: InputEvent): void
  /** Loads senses.js unless it is there, and observes what is to be observed now. Never rejects. */
  observe(worker: Promise<WorkerFacts | undefined>, moment: Moment): Promise<void>
  /** Undefined while senses.js is not there. */
  findings(): Findings | undefined
  summary(): EvidenceSummary
  /** Observes no more. What is known stays. */
  end(): void
}

/** Loads nothing by itself. */
export function startSenses(load: LoadSenses): Senses {
  const begun = performance.now()
  const buffer = createEventBuffer()
  let sensing: Sensing | undefined
  let loading: Promise<void> | undefined
  let ended = false

  const begin = async (start: StartSensing) => {
    const started = start(begun)
    // What comes meanwhile waits its turn at the end of the buffer.
    while (!buffer.drain(started, sliceOf(SLICE))) await after(0)
    if (ended) started.end()
    sensing = started
  }
  const open = () =>
    (loading ??= load()
      .then(begin)
      .catch(() => {
        loading = undefined
      }))

  return {
    push: (event) => (sensing ?? buffer).push(event),
    async observe(worker, moment) {
      if (ended) return
      await Promise.race([open(), after(LOAD_LIMIT)])
      if (!ended) await sensing?.observe(worker, moment)
    },
    findings: () => sensing?.findings(),
    summary: () => sensing?.summary() ?? NOTHING,
    end() {
      ended = true
      sensing?.end()
    },
  }
}
