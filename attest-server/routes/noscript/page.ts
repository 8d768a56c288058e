import { sha256 } from '../../../shared/sha256.js'
import type { ProblemCode } from '../../../shared/wire/problem.js'
import { type Language, texts } from './texts.js'

/** What the visitor meets. */
export type PageState =
  | { readonly kind: 'wait' | 'early'; readonly ticket: string }
  /** `again` leads to a new form. */
  | { readonly kind: 'expired' | 'used'; readonly again: string }
  /** The link itself is wrong: `code` is for whoever made it. */
  | { readonly kind: 'refused'; readonly code: ProblemCode }

export interface PageOptions {
  readonly state: PageState
  readonly language: Language
  /** `mailto:` or `https:`. */
  readonly contact: string | undefined
}

// The greys of the collector's screens. No accent: the page stands for whatever site sends its visitors here.
const STYLE = `
:root{color-scheme:light dark;--ink:#16202e;--soft:#46546a;--paper:#eef2f8;--card:#fff;--line:#d9e0ea}
@media(prefers-color-scheme:dark){:root{--ink:#f1f5fb;--soft:#bcc7d8;--paper:#0e141d;--card:#18202c;--line:#2a3546}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:29rem;width:100%;border:1px solid var(--line);border-radius:1.25rem;padding:2.25rem;background:var(--card)}
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}
p{margin:0 0 1rem;color:var(--soft)}
p[role=alert]{color:var(--ink)}
button,.again{display:inline-block;min-height:2.75rem;padding:.6rem 1.5rem;border:2px solid var(--ink);border-radius:.75rem;background:var(--ink);color:var(--card);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
@media(max-width:24rem){body{padding:.75rem}main{padding:1.5rem 1.25rem}}
.help{margin:1.5rem 0 0;font-size:.9375rem}
.help a{color:inherit}
`

const STYLE_HASH = `sha256-${btoa(String.fromCharCode(...sha256(Uint8Array.from(STYLE, (c) => c.charCodeAt(0)))))}`

/** Nothing but this style, this form, and the way back: browsers apply `form-action` to the redirect that answers the form, too. */
export function pagePolicy(returnOrigin: string | undefined): string {
  const back = returnOrigin === undefined ? '' : ` ${returnOrigin}`
  return `default-src 'none'; style-src '${STYLE_HASH}'; form-action 'self'${back}; base-uri 'none'; frame-ancestors 'none'`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c]!)

function mainOf({ state, language }: PageOptions): string {
  const t = texts[language]
  if (state.kind === 'refused') return `<p>${t.refused}</p><p><small><code dir="ltr">${state.code}</code></small></p>`
  if ('again' in state) {
    return `<p>${t[state.kind]}</p><p><a class="again" href="${escapeHtml(state.again)}">${t.again}</a></p>`
  }
  const news = state.kind === 'early' ? `<p role="alert"><strong>${t.early}</strong></p>` : ''
  return `${news}<p>${t.why}</p><p id="wait">${t.wait}</p>
<form method="post" action="noscript"><input type="hidden" name="ticket" value="${escapeHtml(state.ticket)}"><button type="submit" aria-describedby="wait">${t.button}</button></form>`
}

/** A whole page: no script, no image, no font, nothing from elsewhere. */
export function noscriptPage(options: PageOptions): string {
  const { language, contact } = options
  const t = texts[language]
  const help = contact === undefined ? '' : `<p class="help"><a href="${escapeHtml(contact)}">${t.help}</a></p>`
  return `<!doctype html>
<html lang="${t.lang}" dir="${t.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${t.title}</title><style>${STYLE}</style></head>
<body><main><h1>${t.title}</h1>${mainOf(options)}${help}</main></body>
</html>
`
}
