import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { drilled } from './e2e/lib/drilled.mjs'
import { constants, inString, integrity } from './tools/rollup/constants.mjs'
import { dashboardPage } from './tools/rollup/dashboard-page.mjs'
import { dialectOf } from './tools/rollup/dialect.mjs'
import { letForConst } from './tools/rollup/let-for-const.mjs'
import { minify } from './tools/rollup/minify.mjs'
import { serverOnly } from './tools/rollup/server-only.mjs'
import { typescript } from './tools/rollup/typescript.mjs'

/** `npm run build` points this elsewhere and swaps the folders when all is well. */
const out = process.env.VOUCHSAFE_BUILD_DIR ?? 'dist'
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** What `npm run build -- --dialect` has made; none: the wire's plain form. @type {import('./tools/rollup/dialect.mjs').Dialect | undefined} */
const dialect = process.env.VOUCHSAFE_BUILD_DIALECT && JSON.parse(readFileSync(process.env.VOUCHSAFE_BUILD_DIALECT, 'utf8'))

const BUILD = () => dialect?.build ?? version
const BIND_INTEGRITY = () => integrity(join(out, 'bind.js'))
const COMPAT_INTEGRITY = () => integrity(join(out, 'compat.js'))
const ENFORCE_INTEGRITY = () => integrity(join(out, 'enforce.js'))
const SENSES_INTEGRITY = () => integrity(join(out, 'senses.js'))
const WORKER_INTEGRITY = () => integrity(join(out, 'worker.js'))
const WORKER_SOURCE = () => inString(readFileSync(join(out, 'worker.js'), 'utf8'))

/** TypeScript's helpers for `#private` start with `this &&`, which maps to no line of ours. */
const harmless = ['THIS_IS_UNDEFINED', 'SOURCEMAP_ERROR']

/** A warning is a bundle that will not work: a missing export, an import that cannot be found, a cycle. */
const onwarn = (/** @type {import('rollup').RollupLog} */ warning) => {
  if (!harmless.includes(warning.code ?? '')) throw new Error(warning.message)
}

/** What runs at every visit, nearly all of it. */
const EAGER = ['collector.js', 'senses.js']

/** One carries the other's text. */
const ALIKE = ['collector.js', 'collector.mjs', 'worker.js']

/** Components, each for those who have the framework. */
const FRAMEWORKS = /^(react|vue|svelte)\.mjs$/

/** The half that the module loads when it needs it: a file beside it, under a name that bundlers can read. */
const isSenses = (/** @type {string} */ id) => /\/senses\/start-sensing\.[jt]s$/.test(id)

/** What stays outside of a framework's component: the framework, and the collector, of which a page has one. */
const isBeside = (/** @type {string} */ id) => /^(react|vue)$|\/collector\/create-collector\.[jt]s$/.test(id)

/** Where it finds what stays outside. */
const pathOf = (/** @type {string} */ id) => (isSenses(id) ? './senses.mjs' : id.includes('/create-collector.') ? './collector.mjs' : id)

/**
 * @param {string} input
 * @param {string} file
 * @param {'iife' | 'es'} format
 * @param {Record<string, () => string>} values
 */
const browser = (input, file, format, values) => ({
  input,
  onwarn,
  external: (/** @type {string} */ id, /** @type {string | undefined} */ importer) =>
    importer !== undefined && format === 'es' && (isSenses(id) || (FRAMEWORKS.test(file) && isBeside(id))),
  plugins: [
    typescript({ target: 'ES2020', project: 'tsconfig.browser.json' }),
    serverOnly(),
    dialectOf(dialect),
    nodeResolve({ browser: true }),
    constants(values),
    letForConst(),
    minify({ module: format === 'es', eager: EAGER.includes(file), alike: ALIKE.includes(file) }),
  ],
  // Maps lie beside the bundles without a comment that names them: no page asks for a file that its server may not serve.
  output: { file: join(out, file), format, sourcemap: 'hidden', paths: pathOf },
})

/** Which of what runs in Node can be required, too. */
const REQUIRED = ['verify', 'verify/express', 'verify/fastify', 'verify/hono', 'verify/fetch', 'verify/next', 'verify/nest', 'wire']

/** What runs in Node: one build, so that code they share exists once. Packages stay outside. @type {import('rollup').RollupOptions & { input: Record<string, string> }} */
const node = {
  input: {
    verify: 'verify/index.ts',
    'verify/express': 'verify/express.ts',
    'verify/fastify': 'verify/fastify.ts',
    'verify/hono': 'verify/hono.ts',
    'verify/fetch': 'verify/fetch.ts',
    'verify/next': 'verify/next.ts',
    'verify/nest': 'verify/nest.ts',
    wire: 'shared/wire/index.ts',
    agents: 'attest-server/core/agents/sign/index.ts',
    server: 'attest-server/index.ts',
    edge: 'attest-server/edge/index.ts',
    cli: 'attest-server/cli/index.ts',
    testing: 'e2e/fixture/index.ts',
    drill: 'e2e/drill/index.ts',
    'drill-run': 'e2e/drill/run-one.ts',
    ...Object.fromEntries(drilled().map((name) => [`drill/${name}`, `e2e/bots/${name}.ts`])),
    'demo-site/server': 'demo-site/server.ts',
  },
  onwarn,
  external: (/** @type {string} */ id, /** @type {string | undefined} */ importer) => importer !== undefined && !/^[./]/.test(id),
  plugins: [typescript({ target: 'ES2022' }), constants({ BUILD: () => version })],
  output: {
    dir: out,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    // In the same folder as the entries: code that finds its neighbours by `import.meta.url` cannot tell in which it has landed.
    chunkFileNames: '[name]-[hash].mjs',
  },
}

/**
 * The same for `require`: what a backend verifies with, in a folder that says of itself that it is CommonJS. jose has no such form, and
 * Node has not always been able to require modules, so it is within.
 * @type {import('rollup').RollupOptions & { input: Record<string, string> }}
 */
const commonjs = {
  input: Object.fromEntries(REQUIRED.map((name) => [name, node.input[name] ?? ''])),
  onwarn,
  external: (/** @type {string} */ id) => id.startsWith('node:'),
  plugins: [typescript({ target: 'ES2022' }), nodeResolve(), constants({ BUILD: () => version })],
  output: { dir: join(out, 'cjs'), format: 'cjs', sourcemap: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
}

const DASHBOARD = 'attest-server/dashboard/page'

/** What operators look at. What only some views need is loaded when they are opened. @type {import('rollup').RollupOptions & { input: Record<string, string> }} */
const dashboard = {
  input: { main: `${DASHBOARD}/main.tsx` },
  onwarn,
  plugins: [
    typescript({ target: 'ES2022', project: `${DASHBOARD}/tsconfig.json` }),
    nodeResolve({ browser: true, exportConditions: ['browser', 'module', 'import', 'default'] }),
    minify({ module: true, isPlain: true }),
    dashboardPage(DASHBOARD),
  ],
  output: {
    dir: join(out, 'dashboard'),
    format: 'es',
    sourcemap: 'hidden',
    entryFileNames: 'assets/[name]-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
  },
}

/** What is observed, in words: the demo serves it beside what it serves as it stands. @type {import('rollup').RollupOptions & { input: string }} */
const words = {
  input: 'shared/words/index.ts',
  onwarn,
  plugins: [typescript({ target: 'ES2022', project: 'shared/tsconfig.json' })],
  output: { file: join(out, 'demo-site', 'public', 'words.js'), format: 'es', sourcemap: 'hidden' },
}

// The order matters: the collector carries the integrity values of those before it.
export default [
  browser('collector/compat/index.ts', 'compat.js', 'iife', { BUILD }),
  browser('collector/bind/index.ts', 'bind.js', 'iife', { BUILD }),
  browser('collector/enforce/index.ts', 'enforce.js', 'iife', { BUILD }),
  browser('collector/environment/worker.ts', 'worker.js', 'iife', { BUILD }),
  browser('collector/senses/index.ts', 'senses.js', 'iife', { BUILD }),
  browser('collector/auto.ts', 'collector.js', 'iife', {
    BUILD,
    BIND_INTEGRITY,
    COMPAT_INTEGRITY,
    ENFORCE_INTEGRITY,
    SENSES_INTEGRITY,
    WORKER_INTEGRITY,
    WORKER_SOURCE,
  }),
  browser('collector/senses/start-sensing.ts', 'senses.mjs', 'es', { BUILD }),
  browser('collector/index.ts', 'collector.mjs', 'es', { BUILD, BIND_INTEGRITY, ENFORCE_INTEGRITY, WORKER_INTEGRITY, WORKER_SOURCE }),
  browser('collector/frameworks/react.ts', 'react.mjs', 'es', {}),
  browser('collector/frameworks/vue.ts', 'vue.mjs', 'es', {}),
  browser('collector/frameworks/svelte.ts', 'svelte.mjs', 'es', {}),
  node,
  commonjs,
  dashboard,
  words,
]
