import type { CollectorOptions } from './options.js'

/** `https://a.example/x/collector.js` → `https://a.example/x`; the immutable copies lie one folder deeper, in `assets/`. */
export const endpointOf = (src: string): string => src.replace(/[?#].*$/, '').replace(/\/(assets\/)?[^/]*$/, '')

const workerOf = (worker: string, base: string): string => (/^(blob|none)$/.test(worker) ? worker : new URL(worker, base).href)

/** Reads the script tag's attributes. One that stands there empty counts as left out; `data-enforce` counts by standing there. */
export function scriptOptions(script: HTMLScriptElement): CollectorOptions {
  const { key = '', endpoint, worker, action, enforce = 'false', contact, lang } = script.dataset
  return {
    key,
    endpoint: endpoint || endpointOf(script.src),
    worker: worker && workerOf(worker, script.baseURI),
    action: action || undefined,
    enforce: enforce !== 'false',
    contact,
    language: lang,
    // The attribute reads empty once the page is parsed; the property keeps the nonce.
    nonce: script.nonce,
  }
}
