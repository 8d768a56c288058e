/** The greys of the other pages; decisions differ by their words, and not by colours. */
export const BATCH_STYLE = `:root{color-scheme:light dark;--ink:#16202e;--soft:#46546a;--paper:#eef2f8;--card:#fff;--line:#8391a7}
@media(prefers-color-scheme:dark){:root{--ink:#f1f5fb;--soft:#bcc7d8;--paper:#0e141d;--card:#18202c;--line:#64748c}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem 1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
label{display:block;font-weight:600}
small{display:block;color:var(--soft)}
input,textarea{width:100%;padding:.6rem .75rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card);color:var(--ink);font:inherit}
textarea,code{font-family:ui-monospace,monospace;font-size:.9375rem}
button{min-height:2.75rem;padding:.6rem 1.5rem;border:2px solid var(--ink);border-radius:.75rem;background:var(--ink);color:var(--card);font:inherit;font-weight:600;cursor:pointer}
button[aria-disabled=true]{opacity:.6;cursor:default}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
[hidden]{display:none}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.6rem;background:var(--card)}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
caption{padding:.75rem;text-align:start;font-weight:600}
th,td{padding:.5rem .75rem;border-top:1px solid var(--line);text-align:start;vertical-align:top}
th[scope=row],td{overflow-wrap:anywhere;min-width:4.5rem}
td:nth-child(2){min-width:14rem}
@media(max-width:40rem){
.scroll{overflow-x:visible}
table,caption,tbody,tr{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.5rem .75rem;border-top:1px solid var(--line)}
th[scope=row],td,td:nth-child(2){display:block;min-width:0;padding:.125rem 0;border:0}
td:empty{display:none}
td::before{content:attr(data-name) ": ";color:var(--soft);font-weight:600}
}
`
