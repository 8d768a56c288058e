import { join } from 'node:path'
import { byForm, checkBackend } from '../harness/check-backend.js'
import type { Example } from '../harness/example.js'
import type { Stage } from '../harness/stage.js'
import { apart } from '../harness/workplace.js'
import { serve } from './backend.js'

const PATIENCE = 60_000

/** The form of a Server Action, in a real browser: sent twice, each time with a verdict of its own. */
async function tryAction(stage: Stage, url: string): Promise<void> {
  const { page, complaints } = await stage.page()
  await page.goto(url)
  await page.waitForSelector('html[data-vouchsafe-action="allow"]', { timeout: PATIENCE })
  for (const name of ['ada', 'grace']) {
    await page.fill('[name=email]', `${name}@shop.example`)
    await page.click('button')
    await page.waitForFunction((text) => document.querySelector('[role=status]')?.textContent === text, `Welcome, ${name}@shop.example!`, {
      timeout: PATIENCE,
    })
  }
  if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join(' | ').slice(0, 500)}`)
  await page.context().close()
}

/** By its development server: a build of its own takes longer than all other examples. */
const run = (stage: Stage) =>
  serve(
    {
      name: 'next',
      folder: 'next',
      place: apart,
      prepare: ({ folder, port, settings }) => [
        {
          command: process.execPath,
          args: [join(folder, 'node_modules', 'next', 'dist', 'bin', 'next'), 'dev', '-p', String(port), '-H', '127.0.0.1'],
          env: { SITE_ORIGIN: `${settings.SITE_ORIGIN} http://127.0.0.1:${port}`, NEXT_TELEMETRY_DISABLED: '1' },
        },
      ],
    },
    stage,
    async (url, relay) => {
      const found = await checkBackend(stage, relay, byForm(`${url}/sign-up`))
      await tryAction(stage, `${url}/`)
      return `route handler: ${found}; Server Action: 2 submissions`
    },
  )

export const next: Example = { name: 'next', needs: ['chromium'], isSlow: true, run }
