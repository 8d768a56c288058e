import { html } from 'hono/html'

/** The site's mark. */
export const envelope = html`<svg class="mark" viewBox="0 0 40 30" width="40" height="30" aria-hidden="true" focusable="false">
  <rect class="sheet" x="1.5" y="1.5" width="37" height="27" rx="3"/>
  <path class="fold" d="M3 4.5 18 16.4a3.4 3.4 0 0 0 4 0L37 4.5"/>
  <circle class="seal" cx="20" cy="17.5" r="4.6"/>
</svg>`
