import type { CollectorOptions } from '../options.js'
import { holdCollector, pageCollector } from './page-collector.js'

export type { Attestation } from '../attest/attestation.js'
export type { CollectorOptions }

/**
 * An action for Svelte 3 to 5: while the element is there, the page has a collector, which serves every `form[data-vouchsafe]`. Any number of elements may use it: they share
 * one. Actions run in browsers only.
 *
 * @example
 * <form use:vouchsafe={{ key: 'pk_…', endpoint: 'https://attest.example' }} data-vouchsafe="sign-up" method="post">
 */
export function vouchsafe(_element: Element, options: CollectorOptions): { update(next: CollectorOptions): void; destroy(): void } {
  let { key } = options
  let release = holdCollector(options)
  return {
    update(next) {
      if (next.key === key) return
      key = next.key
      release()
      release = holdCollector(next)
    },
    destroy: () => release(),
  }
}

/** Of the page's collector. On a server, and where no element has one, every Attestation is `unsupported`. */
export const { attest, prove, seal } = pageCollector
