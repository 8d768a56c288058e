import { readItems } from './read-items.js'

/** What the page does. Texts of strangers become text nodes, never markup. */
export const BATCH_SCRIPT = `'use strict';
const readItems = ${readItems.toString()};
const at = (id) => document.getElementById(id);
let busy = false;
let last;

function say(text) { at('status').textContent = text; }

function wrong(field, text) {
  say(text);
  field.setAttribute('aria-invalid', 'true');
  field.focus();
}

/** On a narrow screen each cell stands in a line of its own, after its column's name; roles keep it a table there. */
function cell(row, text, name, column) {
  const made = document.createElement(name);
  if (name === 'th') made.scope = 'row';
  made.setAttribute('role', name === 'th' ? 'rowheader' : 'cell');
  if (column) made.dataset.name = column;
  made.textContent = text;
  row.append(made);
}

const titleOf = (item) => {
  const told = item && typeof item === 'object' ? item.useragent || item.ip || JSON.stringify(item) : String(item);
  return String(told).slice(0, 300);
};

function wordsOf(answer) {
  if (answer.error) return ['error', '', answer.error.map((one) => one.field + ': ' + one.message).join('; ')];
  return [answer.decision, answer.p_is_invalid.toFixed(4), answer.rule_hits.join(', ')];
}

function show({ items, ignored = [] }, answers) {
  const columns = [...at('columns').children].map((one) => one.textContent);
  const rows = answers.map((answer, i) => {
    const row = document.createElement('tr');
    row.setAttribute('role', 'row');
    cell(row, String(i + 1), 'th');
    [titleOf(items[i]), ...wordsOf(answer)].forEach((text, k) => cell(row, text, 'td', columns[k + 1]));
    return row;
  });
  const counts = {};
  for (const answer of answers) counts[answer.decision || 'error'] = (counts[answer.decision || 'error'] || 0) + 1;
  const summary = Object.keys(counts).sort().map((name) => counts[name] + ' ' + name).join(', ');
  at('caption').textContent = 'Scores of ' + answers.length + ' requests: ' + summary;
  at('rows').replaceChildren(...rows);
  at('result').hidden = false;
  last = items.map((request, i) => ({ request, answer: answers[i] }));
  say('Done: ' + summary + '.' + (ignored.length > 0 ? ' Columns that were not read: ' + ignored.join(', ') + '.' : ''));
}

function whyOf(status, body) {
  const detail = body && body.detail;
  const text = Array.isArray(detail) ? detail.map((one) => one.loc.join('.') + ': ' + one.msg).join('; ') : detail;
  return (text || 'The server answered ' + status) + (status === 429 ? '. Each request of the list counts.' : '');
}

async function send(key, read) {
  const headers = { 'Content-Type': 'application/json', 'X-API-Key': key };
  const response = await fetch('/batch_score', { method: 'POST', headers, body: JSON.stringify(read.items), credentials: 'omit' });
  const body = await response.json().catch(() => undefined);
  if (!response.ok) return response.status === 401 ? wrong(at('key'), whyOf(401, body)) : say(whyOf(response.status, body));
  show(read, body);
}

at('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  if (busy) return;
  for (const id of ['key', 'list']) at(id).removeAttribute('aria-invalid');
  const key = at('key').value.trim();
  if (!/^[\\x21-\\x7e]+$/.test(key)) return wrong(at('key'), 'The key is missing, or holds what no key does.');
  const read = readItems(at('list').value);
  if (read.fault) return wrong(at('list'), read.fault);
  busy = true;
  at('send').setAttribute('aria-disabled', 'true');
  say('Scoring ' + read.items.length + ' requests …');
  try {
    await send(key, read);
  } catch {
    say('The server cannot be reached.');
  } finally {
    busy = false;
    at('send').removeAttribute('aria-disabled');
  }
});

at('file').addEventListener('change', async () => {
  const file = at('file').files[0];
  if (!file) return;
  if (file.size > 2097152) return say('The file has more than 2 MB.');
  at('list').value = await file.text();
  say('Read ' + file.name + '.');
});

at('export').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(last, null, 2)], { type: 'application/json' }));
  link.download = 'scores.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
`
