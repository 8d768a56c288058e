import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { freePort } from '../../support/machine/free-port.js'
import { repoRoot, requireTool } from '../../support/machine/tools.js'
import { byHeader } from '../harness/check-backend.js'
import type { Example } from '../harness/example.js'
import { perform } from '../harness/perform.js'
import { backend, type Place, type Program } from './backend.js'

const node = (file: string, env: Readonly<Record<string, string>> = {}): Program => ({ command: process.execPath, args: [file], env })

/** Puts values into a file of a copy: what a user would write there. @throws Error where it has not what is to be replaced */
function edit(file: string, changes: readonly (readonly [from: string, to: string])[]): void {
  const edited = changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
      return text.replaceAll(from, to)
    },
    readFileSync(file, 'utf8'),
  )
  writeFileSync(file, edited)
}

const onNode = (name: string): Example => backend({ name, folder: name, needs: [], prepare: () => [node('server.mjs')] })

const python = { folder: 'python', needs: ['python3-examples'] } as const

async function prepareNginx({ folder, port, settings }: Place): Promise<readonly Program[]> {
  const [auth, site] = [await freePort(), await freePort()]
  const file = join(folder, 'nginx.conf')
  edit(file, [
    ['127.0.0.1:8000', `127.0.0.1:${port}`],
    ['127.0.0.1:8001', `127.0.0.1:${auth}`],
    ['127.0.0.1:8002', `127.0.0.1:${site}`],
  ])
  for (const name of ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, name), { recursive: true })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')
  edit(file, [['http {\n', `http {\n  access_log off; ${temporary}\n`]])
  const directives = `daemon off; pid ${folder}/nginx.pid; error_log stderr;${process.getuid?.() === 0 ? ' user root;' : ''}`
  return [
    { ...node('auth.mjs', { ...settings, PORT: String(auth) }), port: auth },
    siteIn(folder, site),
    { command: requireTool('nginx'), args: ['-e', 'stderr', '-p', folder, '-c', file, '-g', directives] },
  ]
}

/** What stands behind a guard: it takes a form by whichever address, breaks where it was told no score, and answers with the one that it was told. */
const SITE = `import { createServer } from 'node:http'
createServer(({ method, headers }, response) => {
  const score = headers['vouchsafe-score'] || headers['vouchsafe_score'] || ''
  response.writeHead(method === 'POST' && !score ? 500 : 200).end(score)
}).listen(Number(process.env.PORT), '127.0.0.1')
`

function siteIn(folder: string, port: number): Program {
  writeFileSync(join(folder, 'site.mjs'), SITE)
  return { ...node('site.mjs', { PORT: String(port) }), port }
}

async function prepareWorker({ folder, port, settings }: Place): Promise<readonly Program[]> {
  const site = await freePort()
  const bundle = await rollup({ input: join(folder, 'worker.js'), plugins: [nodeResolve({ browser: true })] })
  await bundle.write({ file: join(folder, 'bundle.js'), format: 'es', inlineDynamicImports: true })
  await bundle.close()
  const claims = join(folder, 'claims')
  mkdirSync(claims, { recursive: true })
  edit(join(folder, 'workerd.capnp'), [
    ['127.0.0.1:8000', `127.0.0.1:${port}`],
    ['127.0.0.1:8001', `127.0.0.1:${site}`],
    ['/var/lib/claims', claims],
    ['https://attest.shop.example', settings.VOUCHSAFE_URL ?? ''],
    ['pk_…', settings.VOUCHSAFE_KEY ?? ''],
    ['(name = "SITE_ORIGIN"', `(name = "VOUCHSAFE_JWKS", text = "${settings.VOUCHSAFE_JWKS}"), (name = "SITE_ORIGIN"`],
    ['https://shop.example', settings.SITE_ORIGIN ?? ''],
  ])
  const { default: workerd } = createRequire(import.meta.url)('workerd') as { readonly default: string }
  return [siteIn(folder, site), { command: workerd, args: ['serve', join(folder, 'workerd.capnp')] }]
}

async function prepareGo({ folder }: Place): Promise<readonly Program[]> {
  const go = requireTool('go')
  const env = { GOFLAGS: '-mod=mod', GOPROXY: 'off', GOCACHE: join(folder, '..', 'go-cache') }
  await perform(
    folder,
    go,
    ['mod', 'edit', '-replace', 'github.com/golang-jwt/jwt/v4=/usr/share/gocode/src/github.com/golang-jwt/jwt'],
    env,
  )
  await perform(folder, go, ['vet', './...'], env)
  await perform(folder, go, ['build', '-o', 'sign-up', '.'], env)
  return [{ command: join(folder, 'sign-up'), args: [] }]
}

async function prepareNest({ folder }: Place): Promise<readonly Program[]> {
  await perform(folder, process.execPath, [join(repoRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'])
  return [node(join('dist', 'main.js'))]
}

/** What a user changes who has Nest on Fastify. */
function prepareNestOnFastify(place: Place): Promise<readonly Program[]> {
  edit(join(place.folder, 'main.ts'), [
    [
      "import { NestFactory } from '@nestjs/core'\n",
      "import { NestFactory } from '@nestjs/core'\nimport { FastifyAdapter } from '@nestjs/platform-fastify'\n",
    ],
    ['NestFactory.create(App, {', 'NestFactory.create(App, new FastifyAdapter(), {'],
  ])
  return prepareNest(place)
}

/** Back ends, each with its own runtime. */
export const backends: readonly Example[] = [
  onNode('express'),
  onNode('fastify'),
  onNode('hono'),
  backend({ name: 'nest', folder: 'nest', needs: [], prepare: prepareNest }),
  backend({ name: 'nest/fastify', folder: 'nest', needs: [], prepare: prepareNestOnFastify }),
  backend({
    name: 'worker',
    folder: 'worker',
    needs: [],
    prepare: prepareWorker,
    guards: { spellings: ['/Sign-Up', '/sign-up/', '//sign-up', '/%73ign-up', '/another'], open: '/' },
  }),
  backend({
    name: 'nginx',
    folder: 'nginx',
    needs: ['nginx'],
    prepare: prepareNginx,
    send: (url) => byHeader(`${url}/api/sign-up`),
    guards: { spellings: ['/API/sign-up', '/%61pi/sign-up', '//api/sign-up', '/api'], open: '/' },
  }),
  backend({
    name: 'python/fastapi',
    ...python,
    prepare: ({ port }) => [
      {
        command: requireTool('python3-examples'),
        args: ['-m', 'uvicorn', 'fastapi_app:app', '--port', String(port), '--log-level', 'warning'],
      },
    ],
  }),
  backend({
    name: 'python/django',
    ...python,
    prepare: ({ port }) => [
      {
        command: requireTool('python3-examples'),
        args: ['django_app.py', 'runserver', '--noreload', String(port)],
        env: { DJANGO_SECRET_KEY: 'of this test' },
      },
    ],
  }),
  backend({ name: 'go', folder: 'go', needs: ['go'], prepare: prepareGo }),
  backend({
    name: 'php',
    folder: 'php',
    needs: ['php'],
    prepare: ({ folder, port }) => {
      const env = { VOUCHSAFE_STORE: join(folder, 'store'), PHP_CLI_SERVER_WORKERS: '4' }
      return [{ command: requireTool('php'), args: ['-S', `127.0.0.1:${port}`, 'sign-up.php'], env }]
    },
  }),
  backend({
    name: 'ruby',
    folder: 'ruby',
    needs: ['rackup'],
    prepare: ({ port }) => [{ command: requireTool('rackup'), args: ['-s', 'webrick', '-o', '127.0.0.1', '-p', String(port), '-q'] }],
    guards: { spellings: ['/Sign-Up', '/sign-up.html', '//sign-up', '/%73ign-up'] },
  }),
]
