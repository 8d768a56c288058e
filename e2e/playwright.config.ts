import { defineConfig } from 'playwright/test'
import { sandboxFlags } from './support/chromium.js'
import { requireTool } from './support/tools.js'

/**
 * Two projects, which `run.mjs` runs one after the other: `together` in two workers, and `alone` for what depends on timing: people,
 * and the measurements of pace. A spec is alone when its file is named here.
 */
const ALONE = /(people|pace)\.spec\.ts$/

export default defineConfig({
  testDir: 'scenarios',
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  timeout: 60_000,
  use: {
    launchOptions: {
      executablePath: requireTool('chromium'),
      args: ['--disable-background-networking', '--disable-quic', ...sandboxFlags()],
    },
  },
  projects: [
    { name: 'together', testIgnore: ALONE, workers: 2 },
    { name: 'alone', testMatch: ALONE, workers: 1, fullyParallel: false },
  ],
})
