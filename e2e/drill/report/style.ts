/** The report's looks. System colours and fonts where they do; two colours of our own, readable on both grounds (WCAG 2.2, 1.4.3). */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --card: #fff; --ink: #1d1c1a; --soft: #5c5850; --line: #dcd8cf; --good: #17603a; --poor: #a3271d;
  --good-ground: #e2f2e8; --poor-ground: #fbe6e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614; --card: #201f1c; --ink: #efece5; --soft: #b3aea2; --line: #3b3833; --good: #86d8a8; --poor: #ffa79c;
    --good-ground: #17362455; --poor-ground: #4a1f1a55;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3rem) clamp(1rem, 4vw, 2rem) 4rem; }
.kicker { margin: 0; color: var(--soft); font-size: .875rem; letter-spacing: .04em; text-transform: uppercase; }
h1 { margin: .25rem 0 1rem; font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.15; text-wrap: balance; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
.share { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin: 0 0 1.25rem; }
.share strong { font-size: 1.25rem; }
.share.good strong { color: var(--good); } .share.poor strong { color: var(--poor); }
meter { inline-size: min(20rem, 60vw); block-size: 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin: 0; }
.facts dt { color: var(--soft); font-size: .8125rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.wide:focus-visible, summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { padding: .5rem clamp(.5rem, 2.5vw, .9rem); text-align: start; white-space: nowrap; }
thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; }
tbody th { font-weight: 500; }
tbody tr { border-top: 1px solid var(--line); }
.wide :is(td, tbody th) { white-space: normal; }
.wide tbody th { min-inline-size: 7rem; overflow-wrap: break-word; }
.time { white-space: nowrap; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.chip { display: inline-block; padding: .05rem .6rem; white-space: nowrap; border: 1px solid currentColor; border-radius: 1rem; font-size: .875rem; }
.chip.good { color: var(--good); background: var(--good-ground); } .chip.poor { color: var(--poor); background: var(--poor-ground); }
details { margin: 0 0 .5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
summary { padding: .65rem .9rem; cursor: pointer; }
.evidence { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.25rem; padding: .25rem .9rem 1rem; }
.weights { margin-top: 1rem; } .weights caption { padding-bottom: .35rem; color: var(--soft); font-size: .8125rem; text-align: start; }
.weights th, .weights td { padding: .25rem .5rem .25rem 0; white-space: normal; overflow-wrap: anywhere; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
figure { margin: 0; } img { display: block; inline-size: 100%; block-size: auto; border: 1px solid var(--line); border-radius: .35rem; }
ul { padding-inline-start: 1.2rem; } li { margin-bottom: .35rem; }
code { white-space: pre-wrap; font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
@media print { details { break-inside: avoid; } }
`
