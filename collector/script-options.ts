import type { CollectorOptions } from './options.js'

/** `https://a.example/x/collector.js` → `https://a.example/x`; the immutable copies lie one folder deeper, in `assets/`. */
export const endpointOf = (src: string): string => src.replace(/[?#].*$/, '').replace(/\/(assets\/)?[^/]*$/, '')

/** Reads the script tag's attributes. An attribute that stands there empty counts as left out; `data-enforce` counts by standing there. */
export function scriptOptions(script: HTMLScriptElement): CollectorOptions {
  const { key = '', endpoint, worker, action, enforce, contact, lang } = script.dataset
  return {
    key,
    endpoint: endpoint || endpointOf(script.src),
    ...(worker ? { worker: workerUrl(worker, script.baseURI) } : {}),
    ...(action ? { action } : {}),
    enforce: enforce !== undefined && enforce !== 'false',
    ...(contact ? { contact } : {}),
    ...(lang ? { language: lang } : {}),
    // The attribute reads empty once the page is parsed; the property keeps the nonce.
    ...(script.nonce ? { nonce: script.nonce } : {}),
  }
}

const workerUrl = (worker: string, base: string): string => (worker === 'blob' || worker === 'none' ? worker : new URL(worker, base).href)
