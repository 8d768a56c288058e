/** What the page may set on its root: a colour, which the screens then use for buttons, progress and focus. Custom properties reach into shadows. */
export const ACCENT = '--vouchsafe-accent'

/** The accent with another lightness: dark enough for white text, or bright enough for dark text, whatever the page has chosen. */
const accent = (lightness: string, chroma = 'c'): string => `oklch(from var(${ACCENT}) ${lightness} ${chroma} h/1)`

/**
 * The screens' own style sheet. Lengths in `em` from `medium`, the visitor's own text size, whatever the page has made of `rem`.
 * Contrast in both schemes: text at least 4.5:1, controls at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const styles = `
:host{all:initial!important;display:contents!important;color-scheme:light dark!important}
*,*::before{box-sizing:border-box}
dialog{--card:#fff;--ink:#16202e;--soft:#46546a;--line:#d9e0ea;--edge:#7b889c;--main:#1f5eff;--press:#1747c7;--on:#fff;--tint:#eaf0ff;--warm:#8a4b00;--warm-tint:#fff2e0;--good:#0c6b45;--good-tint:#e3f6ec;
position:fixed;inset:0;z-index:2147483647;width:100%;height:100%;max-width:none;max-height:none;margin:0;border:0;padding:1em;overflow:auto;overscroll-behavior:contain;
background:rgb(22 32 46/.55);color:var(--ink);font:medium/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-backdrop-filter:blur(8px);backdrop-filter:blur(8px);text-align:start}
dialog.accent{--main:${accent('min(l,.5)')};--press:${accent('min(l - .08,.42)')};--tint:${accent('.955', 'min(c,.03)')}}
dialog[open]{display:flex}
dialog::backdrop{background:none}
dialog.firm{background:#eef2f8;-webkit-backdrop-filter:none;backdrop-filter:none}
.card{width:100%;max-width:29em;margin:auto;padding:2.25em 2.25em 1.5em;border:1px solid transparent;border-radius:1.25em;background:var(--card);box-shadow:0 1px 2px rgb(22 32 46/.12),0 1.5em 4em -1em rgb(22 32 46/.35)}
.firm .card{box-shadow:0 1px 2px rgb(22 32 46/.08),0 1em 3em -1.5em rgb(22 32 46/.25)}
.icon{display:block;width:3.5em;height:3.5em;padding:.8em;margin-bottom:1.25em;border-radius:1em;background:var(--tint);color:var(--main);fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.icon.stop{background:var(--warm-tint);color:var(--warm)}
.icon.done{background:var(--good-tint);color:var(--good)}
h2{margin:0 0 .5em;font-size:1.5em;line-height:1.25;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
h2:focus{outline:none}
p{margin:0 0 .75em;color:var(--soft);text-wrap:pretty}
.act{display:flex;align-items:center;justify-content:center;width:100%;min-height:3.125em;margin-top:.75em;padding:.5em 1.25em;border:1px solid transparent;border-radius:.75em;background:none;color:var(--ink);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.main{border-color:var(--main);background:var(--main);color:var(--on)}
.main:not([aria-disabled]):is(:hover,:active){border-color:var(--press);background:var(--press)}
.quiet{border-color:var(--edge)}
.quiet:hover{background:var(--tint)}
.act[aria-disabled]{border-color:var(--line);background:var(--line);color:var(--soft);cursor:default}
:focus-visible{outline:3px solid var(--main);outline-offset:3px}
.busy{min-height:3.75em;padding-top:1.25em}
.status{margin:.5em 0 0;font-size:.9375em;line-height:1.4}
.status:empty{margin:0}
progress{display:block;width:100%;height:.5em;border:0;border-radius:1em;overflow:hidden;appearance:none;-webkit-appearance:none;background:var(--line);color:var(--main)}
progress::-webkit-progress-bar{background:var(--line)}
progress::-webkit-progress-value{border-radius:1em;background:var(--main);transition:inline-size .2s}
progress::-moz-progress-bar{border-radius:1em;background:var(--main)}
progress:indeterminate{background:linear-gradient(90deg,var(--line) 30%,var(--main) 50%,var(--line) 70%) 0/300% 100%;animation:flow 1.6s linear infinite}
progress:indeterminate::-webkit-progress-bar{background:none}
progress:indeterminate::-moz-progress-bar{background:none}
@keyframes flow{from{background-position:100% 0}to{background-position:0 0}}
[hidden]{display:none!important}
.reference{display:flex;flex-wrap:wrap;align-items:center;gap:.25em .75em;margin:1.25em 0 .5em;padding:.5em;padding-inline-start:1em;border:1px solid var(--line);border-radius:.75em}
[dir=rtl] code{text-align:right}
.reference span{flex:1 1 9em;min-width:0;color:var(--soft);font-size:.875em}
.reference code{display:block;color:var(--ink);font:600 1.1429em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all}
.reference .act{width:auto;min-height:2.75em;margin:0;border-color:var(--edge);background:none;color:var(--ink)}
.reference .act:hover{background:var(--tint)}
.actions{padding-top:.5em}
.actions:empty{padding:0}
details{margin-top:.75em;border-top:1px solid var(--line)}
summary{display:flex;align-items:center;min-height:3em;color:var(--soft);font-size:.9375em;cursor:pointer;border-radius:.5em;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";flex:none;width:.45em;height:.45em;margin-inline:.15em .75em;border:solid currentColor;border-width:0 .13em .13em 0;transform:rotate(-45deg)}
[dir=rtl] summary::before{transform:rotate(135deg)}
[open]>summary::before{transform:rotate(45deg)!important}
summary:hover{color:var(--ink)}
details p{font-size:.9375em}
details .act:last-child{margin-bottom:.75em}
@media (max-width:30em){dialog{padding:.75em}.card{padding:1.5em 1.25em .75em;border-radius:1em}h2{font-size:1.375em}}
@media (prefers-color-scheme:dark){
dialog{--card:#18202c;--ink:#f1f5fb;--soft:#bcc7d8;--line:#354153;--edge:#8492a8;--main:#8fb1ff;--press:#b3caff;--on:#0c1a3a;--tint:#243150;--warm:#ffc078;--warm-tint:#40301c;--good:#7fdcae;--good-tint:#17382b;background:rgb(4 8 14/.7)}
dialog.accent{--main:${accent('max(l,.8)')};--press:${accent('max(l + .05,.86)')};--tint:${accent('.31', 'min(c,.05)')};--on:#0e141d}
dialog.firm{background:#0e141d}
.card{border-color:#2a3546}}
@media (prefers-reduced-motion:no-preference){dialog[open]{animation:show .18s ease-out}.card{animation:rise .22s ease-out}}
@media (prefers-reduced-motion:reduce){progress:indeterminate{animation-duration:8s}progress::-webkit-progress-value{transition:none}}
@keyframes show{from{opacity:0}}
@keyframes rise{from{transform:translateY(.75em)}}
@media (forced-colors:active){.card,.act,progress,.icon{border:1px solid CanvasText}.main{border:2px solid ButtonText;background:ButtonText;forced-color-adjust:none}dialog,dialog.accent{--tint:Canvas;--warm-tint:Canvas;--good-tint:Canvas;--main:Highlight;--press:ButtonText;--on:ButtonFace;--line:Canvas}.act[aria-disabled]{border-color:GrayText;color:GrayText}progress{forced-color-adjust:none;height:.75em}}
`
