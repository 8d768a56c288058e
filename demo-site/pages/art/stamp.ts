import { html } from 'hono/html'

/** A stamp and its postmark, for the corner of a form. */
export const stamp = html`<svg class="stamp" viewBox="0 0 190 120" width="190" height="120" aria-hidden="true" focusable="false">
  <g class="paper"><path d="M92 8h84v100H92Z"/><path class="teeth" d="M92 8h84v100H92Z"/></g>
  <rect class="picture" x="101" y="17" width="66" height="82"/>
  <path class="far" d="M101 70c18-22 36-22 66-6v35h-66Z"/><path class="near" d="M101 84c22-12 44-8 66 2v13h-66Z"/><circle class="sun" cx="146" cy="41" r="10"/>
  <text class="price" x="107" y="32">1st</text>
  <g class="postmark"><circle cx="66" cy="62" r="37"/><circle cx="66" cy="62" r="29"/><path d="M104 44q10-7 20 0t20 0 20 0M106 57q10-7 20 0t20 0 20 0M106 70q10-7 20 0t20 0 20 0M104 83q10-7 20 0t20 0 20 0"/>
  <text x="66" y="56">SLOW</text><text x="66" y="68">POST</text><text class="date" x="66" y="79">No. 41</text></g>
</svg>`
