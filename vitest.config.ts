import { defineConfig } from 'vitest/config'

const testsOf = (...folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,mjs}`)

/** The one part of the server that runs in a browser. */
const PAGE = 'attest-server/dashboard/page'

export default defineConfig({
  test: {
    // Tests start servers and count on nobody else's clock; two processors are what a CI has.
    testTimeout: 10_000,
    // One for each processor: of two, one would be left idle.
    maxWorkers: '100%',
    projects: [
      // Pages have globals, which tests put in place of Node's: each file has its own.
      { extends: true, test: { name: 'pages', include: testsOf('collector', 'verify', 'demo-site', PAGE) } },
      // To load the server's modules anew for each file takes longer than half of the tests.
      {
        extends: true,
        test: {
          name: 'servers',
          include: testsOf('shared', 'attest-server', 'e2e', 'bench', 'tools'),
          exclude: [`${PAGE}/**`],
          isolate: false,
          pool: 'threads',
        },
      },
    ],
  },
})
