import type { CollectorOptions } from './options.js'

/** `https://a.example/x/collector.js` → `https://a.example/x`; the immutable copies lie one folder deeper, in `assets/`. */
export const endpointOf = (src: string): string => src.replace(/[?#].*$/, '').replace(/\/(assets\/)?[^/]*$/, '')

const workerOf = (worker: string, base: string): string => (/^(blob|none)$/.test(worker) ? worker : new URL(worker, base).href)

export interface ScriptOptions extends CollectorOptions {
  /** Whether verdicts are said in detectip's words, too. */
  readonly botd: boolean
}

/**
 * Reads the script tag's attributes. One that stands there empty counts as left out; `data-enforce` and `data-botd` count by standing there.
 * `data-key="pk_live_…"` is how tags of detectip are written, `data-site-key` (BOT-81) how those of Botect are: its `data-endpoint` is
 * where they post, and no address of ours.
 */
export function scriptOptions(script: HTMLScriptElement): ScriptOptions {
  const { siteKey } = script.dataset
  const { key = siteKey ?? '', endpoint, worker, action, field, enforce = 'false', contact, lang } = script.dataset
  const { botd = `${key.startsWith('pk_live_')}` } = script.dataset
  return {
    key,
    endpoint: (!siteKey && endpoint) || endpointOf(script.src),
    worker: worker && workerOf(worker, script.baseURI),
    action: action || undefined,
    field: field || undefined,
    enforce: enforce !== 'false',
    botd: botd !== 'false',
    contact,
    language: lang,
    // The attribute reads empty once the page is parsed; the property keeps the nonce.
    nonce: script.nonce,
  }
}
