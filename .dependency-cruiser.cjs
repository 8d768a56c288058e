// Who may import whom (docs: CONTRIBUTING.md, "The shape of the code"). Tests may import what they test and the test libraries.
const tests = '\\.test\\.ts$'
const types = ['type-only', 'type-import']
const source = '^(shared|collector|attest-server|verify|demo-site|e2e|bench|tools)/'

/**
 * Files under `from` may import what matches one of `to`, and nothing else.
 * @param {string} name
 * @param {string} comment
 * @param {string} from
 * @param {readonly string[]} to
 */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: to },
})

const npm = (...names) => `node_modules/(${names.join('|')})/`

/** Frameworks that a page may have, and we have not. */
const peers = '^(react|vue)$'

/** What the demo's page is served of `shared/words`, built. */
const WORDS = '^/words\\.js$'

module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'A cycle has no first file to read.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      comment: 'Names a file or package that is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [peers, WORDS] },
    },
    {
      name: 'not-to-dev-dep',
      comment: 'What ships may only need what is installed with it.',
      severity: 'error',
      // The dashboard's page ships as it is built, its packages within.
      from: {
        path: '^(shared|collector|attest-server|verify)/',
        pathNot: [tests, '/testing/', '/contract/', '^attest-server/dashboard/page/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: types },
    },
    only('shared', 'The language of both sides imports only itself.', '^shared/', ['^shared/']),
    only('collector', 'The Attester knows shared and idb-keyval; its components a framework.', '^collector/', [
      '^collector/',
      '^shared/',
      npm('idb-keyval'),
      peers,
    ]),
    {
      name: 'collector-client-card-only',
      comment: 'Weights of what the server sees never reach a browser.',
      severity: 'error',
      from: { path: '^collector/' },
      to: { path: '^shared/scorecard/(server-card|fact-rows)' },
    },
    only('server-core', 'Decisions are pure: no Hono, no database, no I/O.', '^attest-server/core/', [
      '^attest-server/core/',
      '^attest-server/stores/ports\\.ts$',
      '^attest-server/stores/ports/',
      '^attest-server/facts/fact\\.ts$',
      '^shared/',
      npm('jose'),
    ]),
    {
      name: 'server-core-port-types-only',
      comment: 'Of ports and facts, core knows the types.',
      severity: 'error',
      from: { path: '^attest-server/core/', pathNot: tests },
      to: { path: '^attest-server/(stores|facts)/', dependencyTypesNot: types },
    },
    only('server-routes', 'A route parses, calls core and answers.', '^attest-server/routes/', [
      '^attest-server/(routes|core)/',
      '^attest-server/(stores/ports|facts/fact)\\.ts$',
      '^attest-server/stores/ports/',
      '^attest-server/dashboard/wire/',
      '^shared/',
      npm('hono', 'zod', '@hono/[^/]+'),
    ]),
    {
      name: 'server-routes-port-types-only',
      comment: 'Stores and facts reach a route as arguments.',
      severity: 'error',
      from: { path: '^attest-server/routes/', pathNot: tests },
      to: { path: '^attest-server/(stores|facts)/', dependencyTypesNot: types },
    },
    {
      name: 'server-edges',
      comment: 'Stores, facts, keys and logins know their ports, not who calls them.',
      severity: 'error',
      from: { path: '^attest-server/(stores|facts|keys|logins)/', pathNot: tests },
      to: { path: '^attest-server/(routes/|app\\.ts|main\\.ts|cli/)' },
    },
    {
      name: 'server-edges-core-types-only',
      comment: 'Stores, facts and keys take types from core, never decisions.',
      severity: 'error',
      from: { path: '^attest-server/(stores|facts|keys)/', pathNot: tests },
      to: { path: '^attest-server/core/', dependencyTypesNot: types },
    },
    {
      name: 'server-not-to-others',
      comment: 'The Verifier knows shared, and no other part.',
      severity: 'error',
      from: { path: '^attest-server/', pathNot: '^attest-server/dashboard/page/' },
      to: { path: '^(collector|verify|demo-site|e2e|bench|tools)/' },
    },
    only('dashboard-page', 'The page knows what it may ask, and the language of rules, which is pure.', '^attest-server/dashboard/page/', [
      '^attest-server/dashboard/(page|wire)/',
      '^attest-server/core/rules/(compile|fields|language)/',
      '^shared/',
      npm('preact', '@codemirror/[^/]+', '@lezer/highlight', '@simplewebauthn/browser'),
    ]),
    {
      name: 'dashboard-page-alone',
      comment: 'It runs in a browser: nothing of the server builds on it.',
      severity: 'error',
      from: { pathNot: '^attest-server/dashboard/page/' },
      to: { path: '^attest-server/dashboard/page/' },
    },
    only('verify', 'A backend installs little: the wire format and jose.', '^verify/', ['^verify/', '^shared/', npm('jose')]),
    {
      name: 'verify-shared-wire-only',
      comment: 'Of shared, verify knows the wire format with its letters, and the types that it is written in.',
      severity: 'error',
      from: { path: '^verify/', pathNot: tests },
      to: { path: '^shared/', pathNot: ['^shared/wire/', '^shared/base64url[.]ts$'], dependencyTypesNot: types },
    },
    {
      name: 'demo-site',
      comment: 'The demo is a customer: it sees the built package only.',
      severity: 'error',
      from: { path: '^demo-site/', pathNot: [tests, '/testing/'] },
      to: { path: source, pathNot: '^demo-site/' },
    },
    {
      name: 'demo-site-tests',
      comment: 'Its tests sign verdicts of their own.',
      severity: 'error',
      from: { path: '^demo-site/(.*/testing/|.*\\.test\\.ts$)' },
      to: { path: source, pathNot: ['^demo-site/', '^verify/testing/'] },
    },
    {
      name: 'e2e',
      comment:
        'End-to-end tests see the running product, the types of what it sends, and what visitors read in each language, on the page without scripts too.',
      severity: 'error',
      from: { path: '^e2e/', pathNot: '^e2e/attackers/' },
      to: {
        path: source,
        pathNot: [
          ...['^e2e/', '^shared/wire/', '^tools/rollup/import-typescript\\.mjs$'],
          ...['^collector/enforce/texts/', '^attest-server/routes/noscript/(page|texts)\\.ts$'],
        ],
      },
    },
    {
      name: 'e2e-attackers',
      comment:
        'Attackers have read what every browser is given, and what may be computed beforehand of the server: what refuses, and what is known again.',
      severity: 'error',
      from: { path: '^e2e/attackers/' },
      to: { path: source, pathNot: ['^e2e/', '^shared/', '^collector/pow/', '^attest-server/core/(checks/identities|sketches)/'] },
    },
    {
      name: 'e2e-attackers-client-card-only',
      comment: 'What the server weighs is not given to browsers.',
      severity: 'error',
      from: { path: '^e2e/attackers/' },
      to: { path: '^shared/scorecard/(server-card|fact-rows)' },
    },
    {
      name: 'e2e-wire-types-only',
      comment: 'End-to-end tests see the running product, and the types of what it sends.',
      severity: 'error',
      from: { path: '^e2e/', pathNot: '^e2e/attackers/' },
      to: { path: '^shared/wire/', dependencyTypesNot: types },
    },
    {
      name: 'tools-before-packages',
      comment: 'npm start and npm test begin in a bare clone: what they load at once must need no package.',
      severity: 'error',
      from: { path: '^tools/(bootstrap|start|test|setup-tests)\\.mjs$|^tools/lib/', pathNot: '\\.test\\.mjs$' },
      to: { dependencyTypes: ['npm', 'npm-dev'], dynamic: false },
    },
    {
      name: 'not-to-test',
      comment: 'Nothing builds on a test.',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file and it imports nobody: dead, or missing from its list.',
      severity: 'error',
      from: {
        orphan: true,
        path: source,
        pathNot: [
          '\\.d\\.ts$',
          '^e2e/playwright\\.config\\.ts$',
          '\\.mjs$',
          '^demo-site/(pages|assets|public|client)/',
          '^e2e/support/extensions/',
          '^tools/docs-site/theme/',
        ],
      },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.types.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.dist-)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
}
