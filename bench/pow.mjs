import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { brotliCompressSync } from 'node:zlib'
import { asUrl, bundle } from './bundle.mjs'
import { inWorker } from './chromium.mjs'
import { atLeast, atMost, told } from './lib/row.mjs'
import { peersOf } from './pow/peers-of.mjs'
import { race } from './race.mjs'

const ROUNDS = 9

/** @param {number} count */
function openssl(count) {
  const message = Buffer.alloc(40)
  for (let i = 0; i < count; i++) {
    message.writeUInt32BE(i, 36)
    createHash('sha256').update(message).digest()
  }
}

/**
 * What an attacker has without writing a line: OpenSSL in a loop of its own, on all cores, over messages as long as ours.
 *
 * @returns {number | undefined} hashes a second; undefined where there is no `openssl`
 */
function native() {
  const BYTES = 40
  const measured = ['-mr', '-elapsed', '-seconds', '1', '-bytes', String(BYTES), '-multi', String(availableParallelism())]
  const { stdout } = spawnSync('openssl', ['speed', ...measured, '-evp', 'sha256'], { encoding: 'utf8' })
  const last = [...(stdout ?? '').matchAll(/^\+F:\d+:sha256:([\d.]+)/gm)].at(-1)
  return last && Number(last[1]) / BYTES
}

/** A solver in Rust, and SHA-256 in JavaScript that others use. Their rows are left out where they are not installed. */
const peers = {
  cap: { name: '@cap.js/wasm', file: 'node_modules/@cap.js/wasm/browser/cap_wasm.js', take: ['initSync', 'solve_pow'], bar: 1 },
  noble: { name: '@noble/hashes', file: 'node_modules/@noble/hashes/sha2.js', take: ['sha256'], bar: 7 },
}
const WASM = new URL('../node_modules/@cap.js/wasm/browser/cap_wasm_bg.wasm', import.meta.url)

function installedPeers() {
  const installed = Object.entries(peers).filter(([, { file }]) => existsSync(new URL(`../${file}`, import.meta.url)))
  for (const [key, { name }] of Object.entries(peers))
    if (!installed.some(([one]) => one === key)) console.log(`Left out: the row beside ${name}, which is not installed.`)
  return installed
}

/** In one worker of Chromium, all in turns. @param {Readonly<Record<string, string>>} parts @param {ReturnType<typeof installedPeers>} installed */
async function raceInChromium(parts, installed) {
  const taken = Object.fromEntries(installed.flatMap(([, { file, take }]) => take.map((name) => [name, file])))
  const wasm = taken.solve_pow ? readFileSync(WASM).toString('base64') : ''
  // Theirs as they are published: our minifier shortens names that they need.
  const theirs = `${installed.length > 0 ? await bundle(taken, 'iife', []) : 'var bundle = {}'};var peers = (${peersOf})(bundle, '${wasm}')`
  return inWorker(`${theirs};${await bundle(parts, 'iife')};(${race})(bundle, peers, ${ROUNDS}).then(postMessage)`)
}

/** @param {string} name @param {number} value @param {string} against @param {number} floor @param {number} bar */
const speed = (name, value, against, floor, bar) =>
  atLeast({ name: `proof of work: ${name}`, value, unit: 'hashes/s' }, { name: against, value: floor }, bar)

/**
 * How fast the solver is, against floors in the same run: Node's OpenSSL called once a hash, and SHA-256 as it is written in a book
 * (`shared/sha256.ts`, called as verifiers call it). How far ahead whoever has the whole machine is. And what it weighs.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchPow() {
  const parts = { search: 'collector/pow/search.ts', puzzleOf: 'collector/pow/puzzle.ts', solves: 'shared/pow.ts', K: 'shared/sha256.ts' }
  const solver = await bundle({ createSolver: 'collector/pow/solver.ts' })
  const node = await race(await import(asUrl(await bundle(parts))), { openssl }, ROUNDS)
  const rows = [
    speed('Node', node.solver ?? 0, 'OpenSSL, one hash a call', node.openssl ?? 0, 2),
    speed('Node', node.solver ?? 0, 'SHA-256 by the book', node.reference ?? 0, 10),
  ]
  const installed = installedPeers()
  const browser = await raceInChromium(parts, installed)
  if (browser) {
    rows.push(speed('Chromium', browser.solver, 'SHA-256 by the book', browser.reference, 10))
    for (const [key, { name, bar }] of installed) rows.push(speed('Chromium', browser.solver, name, browser[key], bar))
  }
  const all = native()
  const one = browser ? { name: 'Chromium, one worker', value: browser.solver } : { name: 'Node', value: node.solver ?? 0 }
  if (all) rows.push(told({ name: 'proof of work: OpenSSL, all cores', value: all, unit: 'hashes/s' }, one))
  const size = { name: 'proof of work: solver', value: brotliCompressSync(solver).length, unit: 'bytes' }
  return [...rows, atMost(size, { name: '1.5 KB brotli', value: 1536 })]
}
