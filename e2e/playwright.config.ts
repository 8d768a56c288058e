import { defineConfig } from 'playwright/test'
import { sandboxFlags } from './support/machine/chromium.js'
import { requireTool } from './support/machine/tools.js'

/**
 * Three projects, which `run.mjs` runs one after the other: `together` in two workers; `people`, who are idle most of the time; and `alone` for what depends on
 * timing: measurements of pace, and drills and the tour, whose bots meet a page that fails open where its verdict takes too long. A spec is alone when its file is named here.
 */
const PEOPLE = /(^|[/])people\.spec\.ts$/
const ALONE = /(pace|drill|tour)\.spec\.ts$/

/** `npm run matrix -- --at-once N`. Each has a screen of their own, and a replay that came late does not count: it is made again. */
const PEOPLE_AT_ONCE = Number(process.env.VOUCHSAFE_E2E_AT_ONCE ?? 3)

export default defineConfig({
  testDir: 'scenarios',
  outputDir: '../test-results',
  globalSetup: './support/site/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: Math.max(2, PEOPLE_AT_ONCE),
  reporter: 'list',
  timeout: 60_000,
  use: {
    launchOptions: {
      executablePath: requireTool('chromium'),
      args: ['--disable-background-networking', '--disable-quic', ...sandboxFlags()],
    },
  },
  projects: [
    { name: 'together', testIgnore: [PEOPLE, ALONE], workers: 2 },
    { name: 'people', testMatch: PEOPLE, workers: PEOPLE_AT_ONCE },
    { name: 'alone', testMatch: ALONE, workers: 1, fullyParallel: false },
  ],
})
