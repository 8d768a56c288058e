import { type Attestation, withoutVerdict } from '../attest/attestation.js'
import type { Collector } from '../collector.js'
import { createCollector } from '../create-collector.js'
import type { CollectorOptions } from '../options.js'

type Page = typeof globalThis & { vouchsafe?: Collector }

/** What components get of the page's collector, under the same names. Safe on a server, where every Attestation is `unsupported`. */
export type PageCollector = Pick<Collector, 'attest' | 'prove' | 'seal'>

/** How many components hold a collector that was made here. That of the script tag is not among them, and is never stopped. */
const holders = new WeakMap<Collector, number>()

function present(): Collector | undefined {
  const { vouchsafe } = globalThis as Page
  // An element with the id `vouchsafe` shows up under this name too.
  return typeof vouchsafe?.attest === 'function' ? vouchsafe : undefined
}

function open(options: CollectorOptions): Collector {
  const collector = createCollector(options)
  holders.set(collector, 0)
  ;(globalThis as Page).vouchsafe = collector
  return collector
}

function end(collector: Collector): void {
  holders.delete(collector)
  collector.stop()
  if (present() === collector) delete (globalThis as Page).vouchsafe
}

/**
 * Takes hold of the page's one collector, `window.vouchsafe`: that of the script tag or of another component, else a new one. Two would both serve each form, and
 * it would be sent twice.
 * @returns lets go of it; a collector that was made here ends when nobody holds it any more
 */
export function holdCollector(options: CollectorOptions): () => void {
  const last = present()
  if (last && holders.get(last) === 0 && last.key !== options.key) end(last)
  const collector = present() ?? open(options)
  const held = holders.get(collector)
  if (collector === last && last.key !== options.key) console.warn(`vouchsafe: ${options.key} ignored: the page has ${last.key}`)
  if (held === undefined) return () => {}
  holders.set(collector, held + 1)
  return () => {
    holders.set(collector, (holders.get(collector) ?? 1) - 1)
    // StrictMode lets go and takes hold again at once, and so does a route that gives way to another: what was seen of the visitor must not be lost.
    setTimeout(() => holders.get(collector) === 0 && end(collector))
  }
}

/** The same object for everybody: nothing that depends on it is made anew. */
export const pageCollector: PageCollector = {
  async attest(action, seal) {
    // A component's effects run before those of the one around it, which may be the one that takes hold.
    await undefined
    return present()?.attest(action, seal) ?? withoutVerdict('unsupported')
  },
  prove: async (request) => present()?.prove(request),
  seal: async (body) => present()?.seal(body),
}

/** Tells of the latest Attestation, at once where there is one. @returns ends that */
export function followVerdicts(tell: (attestation: Attestation) => void): () => void {
  const hear = (event: Event) => tell((event as CustomEvent<Attestation>).detail)
  document.addEventListener('vouchsafe:verdict', hear)
  const latest = present()?.verdict()
  if (latest) tell(latest)
  return () => document.removeEventListener('vouchsafe:verdict', hear)
}
