import type { Collector } from './collector.js'
import { openCollector } from './open-collector.js'
import type { CollectorOptions } from './options.js'

/** A chunk of its own: bundlers split it off, and load it as they load their other chunks. */
const loadModule = () => import('./senses/start-sensing.js').then(({ startSensing }) => startSensing)

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
export const createCollector = (options: CollectorOptions): Collector => openCollector(options, loadModule)
