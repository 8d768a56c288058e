import type { Result } from '../shared/result.js'
import { withoutVerdict } from './attest/attestation.js'
import type { Collector } from './collector.js'
import { CollectorError } from './errors.js'
import { type CollectorOptions, parseOptions, type Settings } from './options.js'
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

function parse(options: CollectorOptions): Result<Settings, string> {
  try {
    return parseOptions(options)
  } catch {
    return { ok: false, error: 'options must be an object' }
  }
}

/** What a browser must have. Proof of work, key and tells each make do with less. */
const isSupported = (): boolean =>
  typeof document === 'object' && typeof fetch === 'function' && typeof AbortController === 'function' && typeof PointerEvent === 'function'

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
  const settings = parse(options)
  if (!settings.ok) {
    const { error } = settings
    return inert(() => Promise.reject(new CollectorError('bad-options', error)))
  }
  if (!isSupported()) return inert(() => Promise.resolve(withoutVerdict({ status: 'unsupported', retry: false })))
  return startCollector(settings.value)
}
