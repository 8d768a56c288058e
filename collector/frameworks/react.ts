import { useEffect, useState } from 'react'
import type { Attestation } from '../attest/attestation.js'
import type { CollectorOptions } from '../options.js'
import { followVerdicts, holdCollector, type PageCollector, pageCollector } from './page-collector.js'

export type { Attestation, CollectorOptions, PageCollector }

/**
 * A hook for React 18 and 19: while the component is there, the page has a collector, which serves every `form[data-vouchsafe]`. Any number of components may use it: they
 * share one. Under StrictMode nothing happens twice. On a server it does nothing.
 *
 * @param options those of `createCollector`. A new `key` makes a new collector; all else is as the first component said that took hold
 * @returns `attest`, `prove` and `seal` of the collector, and the latest Attestation, none on the server and until there is one
 * @example
 * const { attest, attestation } = useVouchsafe({ key: 'pk_…', endpoint: 'https://attest.example' })
 */
export function useVouchsafe(options: CollectorOptions): PageCollector & { readonly attestation: Attestation | undefined } {
  const [attestation, setAttestation] = useState<Attestation | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an object that is written in place is another one at each rendering.
  useEffect(() => {
    const release = holdCollector(options)
    const unfollow = followVerdicts(setAttestation)
    return () => {
      unfollow()
      release()
    }
  }, [options.key])
  return { ...pageCollector, attestation }
}
