import type { InputEvent } from '../shared/features/input-event.js'
import type { Ms, Px } from '../shared/units.js'
import { CLAIM } from '../shared/wire/claim-names.js'
import { type EvidenceSummary, NO_CARD, STILL_CARD } from '../shared/wire/evidence.js'
import { createEventBuffer } from './capture/event-buffer.js'
import type { WorkerFacts } from './environment/worker-facts.js'
import { after } from './page/after.js'
import type { Findings, Opener, Sensing, StartSensing } from './senses/sensing.js'
import { startTelling } from './tells/start-telling.js'
import type { Moment } from './tells/tell.js'

/** The longest that a verdict waits for senses.js: what comes later is in the next one. */
const LOAD_LIMIT: Ms = 2500

/** Main-thread time for the events that came before senses.js, after which the page gets its turn. */
const SLICE: Ms = 4

/** What stands in the evidence where senses.js did not come. */
const NOTHING: EvidenceSummary = {
  [CLAIM.tells]: '',
  [CLAIM.features]: '',
  [CLAIM.tally]: [],
  [CLAIM.card]: NO_CARD,
  [CLAIM.llr]: 0,
}

/** Brings what senses.js holds. May reject; is then asked again at the next attempt. */
export type LoadSenses = () => Promise<StartSensing>

/** As the evidence carries it, and what opens its trace where it has one. */
export type Summary = EvidenceSummary & Partial<Opener>

/** All that is known when it is called. @param nonce of the challenge that it is for */
export type Summarise = (nonce: string) => Promise<Summary>

/**
 * The collector's own half: the tells at load, and what the visitor does until senses.js is there. A visitor who has done nothing gives senses.js
 * nothing to sense: the first verdict does without it, and the page with one script.
 */
export interface Senses {
  push(event: InputEvent): void
  /** About how many words stand on a stretch of the page of that height; NaN while it is not known. */
  wordsOn(height: Px): number
  /** Observes what is to be observed now. Loads senses.js unless it is there, or not needed yet. Never rejects. */
  observe(worker: Promise<WorkerFacts | undefined>, moment: Moment): Promise<Summarise>
  /** Tells alone while senses.js is not there. */
  findings(): Pick<Findings, 'tells'> & Partial<Findings>
  /** Observes no more. What is known stays. */
  end(): void
}

/**
 * Loads nothing by itself.
 * @param isStill nothing was done yet, and senses.js never asked for: who keeps it from coming shall not pass for somebody who does nothing.
 * False where it is to come before the first verdict in any case.
 */
export function startSenses(load: LoadSenses, isStill = true): Senses {
  const begun = performance.now()
  const buffer = createEventBuffer()
  const telling = startTelling()
  let sensing: Sensing | undefined
  let loading: Promise<void> | undefined
  let ended = false

  const begin = async (start: StartSensing) => {
    const started = start(begun)
    // What comes meanwhile waits its turn at the end of the buffer.
    for (let end = performance.now() + SLICE; buffer.give(started); ) {
      if (performance.now() < end) continue
      await after(0)
      end = performance.now() + SLICE
    }
    sensing = started
  }
  const open = () => {
    isStill = false
    loading ??= load()
      .then(begin)
      .catch(() => {
        loading = undefined
      })
    return loading
  }
  const still = (): Summary => ({
    ...NOTHING,
    [CLAIM.tells]: telling.letters(),
    [CLAIM.tally]: [Math.round(performance.now() - begun)],
    [CLAIM.card]: STILL_CARD,
  })

  return {
    push(event) {
      isStill = false
      ;(sensing ?? buffer).push(event)
    },
    wordsOn: (height) => sensing?.wordsOn(height) ?? Number.NaN,
    async observe(worker, moment) {
      const wasStill = isStill && moment === 'load'
      if (!wasStill && !ended) await Promise.race([open(), after(LOAD_LIMIT)])
      if (!ended) await telling.observe(worker, moment, sensing?.tells)
      return async (nonce) => {
        if (sensing) return { [CLAIM.tells]: telling.letters(sensing.tells), ...(await sensing.summary(telling.observed(), nonce)) }
        return wasStill ? still() : NOTHING
      }
    },
    findings: () => sensing?.findings(telling.observed()) ?? { tells: telling.observed() },
    end() {
      ended = true
      telling.end()
    },
  }
}
