import { html } from 'hono/html'

/** The thing on sale: a box with paper, envelopes and a pencil. */
export const box = html`<svg class="box" viewBox="0 0 320 220" role="img" aria-label="An open box with writing paper, envelopes and a pencil.">
  <ellipse class="shade" cx="160" cy="200" rx="132" ry="12"/>
  <path class="lid" d="M40 78 150 34l134 22-26 26H58Z"/>
  <path class="inside" d="M48 82h224l-14 42H62Z"/>
  <path class="paper-back" d="m86 58 96-16 14 70-104 8Z"/><path class="paper-front" d="m104 66 96-10 8 64H108Z"/>
  <path class="lines" d="m118 80 66-7m-64 19 66-6m-65 18 46-3"/>
  <path class="env" d="m176 74 76 8-6 46h-74Z"/><path class="env-fold" d="m176 74 35 28 41-20"/>
  <path class="pencil" d="m232 46 12 8-44 66-12-8Z"/><path class="tip" d="m232 46 10-10 2 18Z"/>
  <path class="front" d="M40 104h240l-10 92a8 8 0 0 1-8 6H58a8 8 0 0 1-8-6Z"/><path class="band" d="M140 104h40v98h-40Z"/><circle class="seal" cx="160" cy="150" r="17"/><path class="seal-mark" d="m152 150 6 6 11-12"/>
</svg>`
