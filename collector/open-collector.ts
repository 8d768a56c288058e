import { withoutVerdict } from './attest/attestation.js'
import type { Collector } from './collector.js'
import { CollectorError } from './errors.js'
import { type CollectorOptions, parseOptions, type Settings } from './options.js'
import type { StartSensing } from './senses/sensing.js'
import { startCollector } from './start-collector.js'

/** Stands where no collector can run, so that the page's code needs no case of its own for it. */
const inert = (attest: Collector['attest']): Collector => ({
  key: '',
  attest,
  verdict: () => undefined,
  prove: async () => undefined,
  seal: async () => undefined,
  inspect: () => ({ tells: new Map(), features: new Map(), faults: 0 }),
  stop() {},
})

/**
 * Not in Node, and not in what only looks like a browser. Proof of work, key and tells each make do with less. The class is not looked at, only for:
 * at the first look a browser makes it, with all that it inherits from.
 */
const isSupported = (): boolean => 'PointerEvent' in globalThis && typeof fetch === 'function'

/**
 * The collector, whichever way its other half comes. Never throws.
 * @param load brings senses.js, or the module of the same content
 * @param isStill see {@link startSenses}
 */
export function openCollector(
  options: CollectorOptions,
  load: (settings: Settings) => Promise<StartSensing>,
  isStill?: boolean,
): Collector {
  const settings = parseOptions(options ?? {})
  if (!settings.ok) {
    const error = new CollectorError('bad-options', settings.error)
    // Nobody may ever call `attest()`, and a page without verdicts looks like one that works.
    console.warn(error)
    return inert(() => Promise.reject(error))
  }
  if (!isSupported()) return inert(() => Promise.resolve(withoutVerdict('unsupported')))
  return startCollector(settings.value, () => load(settings.value), isStill)
}
