import { PAGE_ACTION } from '../shared/wire/names.js'
import { startCapture } from './capture/start-capture.js'
import type { Collector } from './collector.js'
import { CollectorError } from './errors.js'
import { type Forms, startForms } from './forms/start-forms.js'
import type { Settings } from './options.js'
import { followLifeCycle } from './page/life-cycle.js'
import { createListeners } from './page/listeners.js'
import { unpublish } from './page/publish.js'
import { startAttesting } from './start-attesting.js'
import { type LoadSenses, startSenses } from './start-senses.js'

/** Wires the parts together and follows the page's life. Until the page has loaded it only listens. */
export function startCollector(settings: Settings, load: LoadSenses, isStill?: boolean): Collector {
  const { key, action: pageAction, field, deadline, formDeadline } = settings
  const listeners = createListeners(window)
  const senses = startSenses(load, isStill)
  const attesting = startAttesting(settings, senses)
  let stopped = false

  // Capture listens first, so that it hears a submission before the forms hold it.
  startCapture(listeners, senses.push, senses.wordsOn, () => forms.resubmitting())
  const forms: Forms = startForms(listeners, {
    action: pageAction,
    field,
    prepare: attesting.prepare,
    seal: attesting.seal,
    decide: (action, seal) => attesting.decide(action, formDeadline, seal),
  })
  const attestPage = () => void attesting.decide(pageAction, deadline)
  const endLifeCycle = followLifeCycle(listeners, attestPage, () => {
    attesting.drop()
    attestPage()
  })

  return {
    key,
    async attest(action = pageAction, seal) {
      if (stopped) throw new CollectorError('stopped')
      if (!PAGE_ACTION.test(action)) throw new CollectorError('bad-action', action)
      return (await attesting.decide(action, deadline, seal)).attestation
    },
    verdict: attesting.latest,
    prove: attesting.prove,
    seal: attesting.seal,
    inspect: () => ({ features: new Map(), ...senses.findings(), faults: listeners.faults() }),
    stop() {
      stopped = true
      endLifeCycle()
      listeners.removeAll()
      attesting.end()
      senses.end()
      unpublish()
    },
  }
}
