import { withoutVerdict } from './attest/attestation.js'
import type { Collector } from './collector.js'
import { CollectorError } from './errors.js'
import { type CollectorOptions, parseOptions } from './options.js'
import { startSenses } from './senses.js'
import { startCollector } from './start-collector.js'

/** Stands where no collector can run, so that the page's code needs no case of its own for it. */
function inert(attest: Collector['attest']): Collector {
  const senses = startSenses(() => 0)
  return {
    key: '',
    attest,
    verdict: () => undefined,
    inspect: () => ({ ...senses.findings(), faults: 0 }),
    stop() {},
  }
}

/** Not in Node, and not in what only looks like a browser. Proof of work, key and tells each make do with less. */
const isSupported = (): boolean => typeof PointerEvent === 'function' && typeof fetch === 'function'

/**
 * Starts a collector on this page: it listens, asks for a first verdict when the page has loaded and is idle, and serves every
 * `form[data-vouchsafe]`. Never throws.
 *
 * @example
 * const vouchsafe = createCollector({ key: 'pk_…', endpoint: 'https://attest.example' })
 * const { token } = await vouchsafe.attest('checkout')
 *
 * @returns On a server, or in a browser too old, a collector that gives Attestations of status `unsupported`; with wrong options, one
 * whose `attest()` rejects with `bad-options`.
 */
export function createCollector(options: CollectorOptions): Collector {
  const settings = parseOptions(options ?? {})
  if (!settings.ok) {
    const error = new CollectorError('bad-options', settings.error)
    // Nobody may ever call `attest()`, and a page without verdicts looks like one that works.
    console.warn(error)
    return inert(() => Promise.reject(error))
  }
  return isSupported() ? startCollector(settings.value) : inert(() => Promise.resolve(withoutVerdict('unsupported')))
}
