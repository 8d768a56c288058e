import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { type Plugin, rollup } from 'rollup'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../testing/free-port.js'
import { evidenceFor, postTo, verdictOf } from '../testing/page-load.js'

const root = join(import.meta.dirname, '..', '..')
const example = join(root, 'docs', 'edge')
/** The runtime itself: the program beside it would leave it behind when it is ended. */
const { default: workerd } = createRequire(import.meta.url)('workerd') as { readonly default: string }
const SITE_KEY = 'pk_AAAAAAAAAAAAAAAAAAAAAA'

/** Sources as they are, as the package would have them built. */
const sources: Plugin = {
  name: 'sources',
  resolveId(id, importer) {
    if (id === 'vouchsafe/edge') return join(root, 'attest-server', 'edge', 'index.ts')
    const file = importer === undefined ? id : resolve(dirname(importer), id).replace(/\.js$/, '.ts')
    return id.startsWith('.') && existsSync(file) ? file : null
  },
  transform(code, id) {
    if (id.endsWith('.json')) return `export default ${code}`
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
    return id.endsWith('.ts') ? ts.transpileModule(code, { compilerOptions }).outputText : null
  },
}

/** The example in one file. @returns what it needs besides */
async function bundleExample(file: string): Promise<readonly string[]> {
  const missing: string[] = []
  const plugins = [sources, nodeResolve({ browser: true })]
  const onLog = (_: string, { code = '', exporter = '' }) => void (code === 'UNRESOLVED_IMPORT' && missing.push(exporter))
  const bundle = await rollup({ input: join(example, 'worker.js'), plugins, onLog })
  await bundle.write({ file, format: 'es', inlineDynamicImports: true })
  await bundle.close()
  return missing
}

let folder: string
let runtime: ChildProcess
let url: string
let missing: readonly string[]
let said = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-edge-'))
  missing = await bundleExample(join(folder, 'bundle.js'))
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const config = readFileSync(join(example, 'workerd.capnp'), 'utf8')
    .replaceAll('127.0.0.1:8787', `127.0.0.1:${port}`)
    .replace('json = "{}"', 'json = "{\\"pow\\":{\\"count\\":4,\\"difficulty\\":2}}"')
  writeFileSync(join(folder, 'workerd.capnp'), config)
  runtime = spawn(workerd, ['serve', join(folder, 'workerd.capnp')])
  for (const stream of [runtime.stdout!, runtime.stderr!]) stream.on('data', (text: Buffer) => (said += String(text)))
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status, said).toBe(200), { timeout: 20_000, interval: 100 })
}, 40_000)
afterAll(async () => {
  const ended = once(runtime, 'close')
  if (runtime.kill('SIGKILL')) await ended
  rmSync(folder, { recursive: true, force: true })
})

describe('the example for the edge, on workerd', () => {
  it('needs no package, and of Node what signs', () => {
    expect(missing).toEqual([])
    expect(readFileSync(join(folder, 'bundle.js'), 'utf8')).not.toMatch(/from ['"](?:node:(?!crypto)|@node-rs|libsql|pg|ioredis)/)
  })

  it('gives evidence a verdict that is verified offline', async () => {
    const { verdict } = await verdictOf(url, await evidenceFor(url, SITE_KEY))
    const jwks = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as JSONWebKeySet
    const { payload } = await jwtVerify(verdict.token, createLocalJWKSet(jwks), { issuer: url, audience: SITE_KEY })
    expect(payload).toMatchObject({ action: verdict.action, origin: 'http://localhost:3000', assurance: 'signed' })
  })

  it('gives one verdict for a challenge, of many that ask at once', async () => {
    const body = await evidenceFor(url, SITE_KEY)
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await postTo(`${url}/v1/attest`, body)).status))
    expect(statuses.sort(), said).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
  })

  it('turns forged evidence away in the words of the server', async () => {
    const body = { ...(await evidenceFor(url, SITE_KEY)), challenge: 'e30.e30.AA' }
    const response = await postTo(`${url}/v1/attest`, body)
    expect([response.status, await response.json()]).toEqual([403, expect.objectContaining({ code: 'evidence-refused' })])
  })

  it('knows no secret key, and says so', async () => {
    const headers = { authorization: `Bearer sk_${'A'.repeat(11)}_${'A'.repeat(32)}` }
    expect((await fetch(`${url}/v1/verdicts/7K3VM-Q2XR9`, { headers })).status).toBe(401)
  })
})
