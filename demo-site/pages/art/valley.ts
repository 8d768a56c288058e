import { html } from 'hono/html'

/** A postwoman on her way up a valley, early in the day. */
export const valley = html`<svg class="valley" viewBox="0 0 1200 440" preserveAspectRatio="xMidYMax slice" role="img" aria-label="A postwoman walks up a winding path through hills towards a lone house.">
  <rect class="sky" width="1200" height="440"/>
  <circle class="sun" cx="905" cy="128" r="58"/>
  <g class="birds"><path d="M640 92q10-11 20 0q10-11 20 0"/><path d="M706 66q8-9 16 0q8-9 16 0"/><path d="M742 104q7-8 14 0q7-8 14 0"/></g>
  <path class="hill-4" d="M0 250C120 178 214 150 318 196s168 46 262-16 190-74 296-18 196 42 324-24V440H0Z"/>
  <path class="hill-3" d="M0 300c146-64 268-62 392-20s236 30 348-26 250-58 460 24V440H0Z"/>
  <g class="house"><path class="roof" d="m846 226 34-28 34 28Z"/><path class="wall" d="M852 226h56v34h-56Z"/><path class="chimney" d="M892 200h9v17h-9Z"/><path class="lamp" d="M863 236h10v10h-10Zm24 0h10v10h-10Z"/><path class="smoke" d="M897 193c-8-10 8-15 0-26s7-13 2-23"/></g>
  <path class="hill-2" d="M0 352c188-74 352-74 540-26s380 26 660-42V440H0Z"/>
  <path class="path" d="M300 440c70-34 220-36 250-62s-96-30-60-52 180-10 250-28 66-32 122-38c-40 10-38 30-92 46s-180 16-196 30 84 24 52 54-150 26-196 50Z"/>
  <g class="trees"><path d="m120 330 17-54 17 54Z"/><path d="m150 340 15-46 15 46Z"/><path d="m1010 306 15-48 15 48Z"/><path d="m1040 300 18-60 18 60Z"/><path d="m1076 298 13-42 13 42Z"/><path d="m676 280 9-28 9 28Z"/></g>
  <path class="hill-1" d="M0 404c240-40 460-20 640-2s380 6 560-30v68H0Z"/>
  <g class="walker" transform="translate(448 318)">
    <path class="leg" d="M27 62 18 92l-9 3M29 62l9 16 1 17 9 1"/>
    <path class="coat" d="M19 26c5-6 17-6 21 1l5 32c-10 6-22 6-31 1Z"/>
    <path class="strap" d="m22 26 20 24"/>
    <path class="bag" d="M33 44h24v18H33Z"/><path class="flap" d="m33 44 12 10 12-10"/>
    <path class="arm" d="m38 32 9 13 12-7"/>
    <path class="letter" d="m55 30 13-4 4 10-13 5Z"/>
    <circle class="head" cx="29" cy="14" r="8.5"/><path class="cap" d="M19.500 12c0-12 19-13 20-1l6 2-26 2Z"/>
  </g>
</svg>`
