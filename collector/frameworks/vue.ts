import { onMounted, onUnmounted, shallowRef } from 'vue'
import type { Attestation } from '../attest/attestation.js'
import type { CollectorOptions } from '../options.js'
import { followVerdicts, holdCollector, type PageCollector, pageCollector } from './page-collector.js'

export type { Attestation, CollectorOptions, PageCollector }

/**
 * A composable for Vue 3: while the component is there, the page has a collector, which serves every `form[data-vouchsafe]`. Any number of components may use it: they share
 * one. On a server it does nothing.
 *
 * @param options those of `createCollector`
 * @returns `attest`, `prove` and `seal` of the collector, and a ref of the latest Attestation, without a value on the server and until there is one
 * @example
 * const { attest, attestation } = useVouchsafe({ key: 'pk_…', endpoint: 'https://attest.example' })
 */
export function useVouchsafe(
  options: CollectorOptions,
): PageCollector & { readonly attestation: { readonly value: Attestation | undefined } } {
  const attestation = shallowRef<Attestation>()
  let ends: readonly (() => void)[] = []
  onMounted(() => {
    const release = holdCollector(options)
    ends = [followVerdicts((latest) => (attestation.value = latest)), release]
  })
  onUnmounted(() => {
    for (const end of ends) end()
  })
  return { ...pageCollector, attestation }
}
