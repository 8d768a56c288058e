// Imports every module of the package that needs no framework beside it, and verifies a verdict with it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as agents from 'vouchsafe/agents'
import { createCollector } from 'vouchsafe/collector'
import { runDrill } from 'vouchsafe/drill'
import * as edge from 'vouchsafe/edge'
import * as server from 'vouchsafe/server'
import { vouchsafe as forSvelte } from 'vouchsafe/svelte'
import { vouchsafeFixtures } from 'vouchsafe/testing'
import { createVerifier } from 'vouchsafe/verify'
import { vouchsafe as forExpress } from 'vouchsafe/verify/express'
import { vouchsafe as forFastify } from 'vouchsafe/verify/fastify'
import { vouchsafe as forFetch } from 'vouchsafe/verify/fetch'
import { vouchsafe as forHono } from 'vouchsafe/verify/hono'
import { vouchsafe as forNest } from 'vouchsafe/verify/nest'
import { forActions, vouchsafe as forNext } from 'vouchsafe/verify/next'
import * as wire from 'vouchsafe/wire'

const { verify } = createVerifier({ issuer: 'https://a.example', audience: 'pk_a', origin: 'https://b.example', jwks: { keys: [] } })
const result = await verify('no token')
assert.equal(result.ok === false && result.error.code, 'malformed')
const functions = [createCollector, runDrill, forActions, forExpress, forFastify, forFetch, forHono, forNest, forNext, forSvelte]
for (const each of functions) assert.equal(typeof each, 'function')
for (const each of [agents, edge, server, wire, vouchsafeFixtures]) assert.ok(Object.keys(each).length > 0)

// Traces in other people's logs lead to lines of ours; what a page loads names no map.
const dist = new URL('./node_modules/vouchsafe/dist/', import.meta.url)
for (const file of ['verify.mjs', 'server.mjs', 'cjs/verify.js'])
  assert.match(readFileSync(new URL(file, dist), 'utf8'), /\n\/\/# sourceMappingURL=/)
for (const file of ['collector.js', 'senses.js', 'worker.js', 'enforce.js']) {
  assert.doesNotMatch(readFileSync(new URL(file, dist), 'utf8'), /sourceMappingURL/)
  assert.ok(JSON.parse(readFileSync(new URL(`${file}.map`, dist), 'utf8')).sources.length > 0)
}
