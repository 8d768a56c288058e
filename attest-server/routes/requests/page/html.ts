/** The page that sends lists to `POST /batch_score`. Without JavaScript it says that it needs it. */
export const BATCH_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Score a list of requests</title>
<link rel="stylesheet" href="/batch/page.css">
<script src="/batch/page.js" defer></script>
</head>
<body>
<main>
<h1>Score a list of requests</h1>
<p>Up to 500 at once. What you paste goes to this server and to no other; the key is kept nowhere.</p>
<noscript><p role="alert">This page needs JavaScript. <code>POST /batch_score</code> does not.</p></noscript>
<form id="form" novalidate>
<p><label for="key">API key</label>
<input id="key" type="password" autocomplete="off" spellcheck="false" aria-describedby="key-help" required>
<small id="key-help">It begins with <code>afk_</code>. Each request of the list counts against its limit.</small></p>
<p><label for="list">Requests</label>
<textarea id="list" rows="8" spellcheck="false" autocapitalize="off" aria-describedby="list-help" required></textarea>
<small id="list-help">A JSON array as <code>POST /batch_score</code> takes it; or CSV: a user agent a line, or columns named in the first line (<code>useragent</code> or <code>User-Agent</code>, <code>ip</code>, …).</small></p>
<p><label for="file">or a file with them</label>
<input id="file" type="file" accept=".json,.csv,.txt,application/json,text/csv,text/plain"></p>
<p><button id="send" type="submit">Score</button></p>
</form>
<p id="status" role="status"></p>
<section id="result" aria-labelledby="caption" hidden>
<p><button id="export" type="button">Save as JSON</button></p>
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table role="table">
<caption id="caption"></caption>
<thead role="rowgroup"><tr id="columns" role="row"><th scope="col" role="columnheader">#</th><th scope="col" role="columnheader">Request</th><th scope="col" role="columnheader">Decision</th><th scope="col" role="columnheader">p_is_invalid</th><th scope="col" role="columnheader">Rule hits</th></tr></thead>
<tbody id="rows" role="rowgroup"></tbody>
</table>
</div>
</section>
</main>
</body>
</html>
`
