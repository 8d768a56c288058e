import type { Bot, Site } from '../support/driver.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { MissingError } from '../support/machine/tools.js'
import { driverUrl } from './drivers.js'
import type { Ending, Job, Step } from './job.js'
import { missingIn } from './missing.js'
import { createOnlooker } from './onlooker.js'
import { openDisplay } from './open-display.js'
import { plain } from './plain.js'

/**
 * One run of one driver, in a process of its own: whatever a driver leaves behind ends with it. It is told its job by the process that
 * started it, and ends with that. `process.exit` has the driver's browsers ended, which are groups of processes of their own.
 */
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal as 'SIGTERM', () => process.exit(1))
process.once('message', (job) => {
  const answered = (ending: Ending) => process.send?.(ending, () => process.exit())
  perform(job as Job).then(answered, (error) => answered({ outcome: 'broke', fault: plain(error) }))
})
process.send?.('ready')

async function perform(job: Job): Promise<Ending> {
  let bot: Bot
  try {
    bot = await load(job.driver)
  } catch (error) {
    return { outcome: 'missing', needs: missingIn(error) }
  }
  const tell = job.isWatched ? (step: Step) => void process.send?.(step) : undefined
  const onlooker = createOnlooker({ origin: new URL(job.url).origin, form: job.form, texts: job.texts, tell })
  const { sighting } = onlooker
  const shown = () => (sighting.screenshot ? { screenshot: Buffer.from(sighting.screenshot).toString('base64') } : {})
  try {
    // Not stopped: it ends with this process, as the browsers do.
    const display = job.display === 'own' ? (await openDisplay(process.env))?.name : job.display
    await withTemporaryFolder((folder) => bot.run(siteOf({ ...job, display }, folder, onlooker)))
    return { outcome: 'seen', verdict: sighting.verdict, ...shown() }
  } catch (error) {
    if (error instanceof MissingError)
      return { outcome: 'missing', needs: error.tool ? { program: error.tool } : { said: plain(error.message) } }
    if (sighting.screened) return { outcome: 'seen', verdict: sighting.screened, ...shown() }
    return { outcome: 'broke', fault: plain((error as Error)?.message ?? error), ...shown() }
  }
}

/** The driver's bundle, which exports it under its own name. @param name of the list, which is of files of ours */
async function load(name: string): Promise<Bot> {
  const module = (await import(driverUrl(name))) as Record<string, Bot>
  const bot = Object.values(module).find((each) => each.name === name)
  if (!bot) throw new Error(`${name}.mjs has no driver of its name`)
  return bot
}

function siteOf({ url, attest, siteKey, display }: Job, folder: string, onlooker: Site['onlooker']): Site {
  return {
    url,
    attest,
    siteKey,
    folder,
    ...(onlooker && { onlooker }),
    get display(): string {
      if (display === undefined) throw new MissingError('a display, for a window', 'Xvfb')
      return display
    },
    opened: async () => undefined,
    answer: async () => undefined,
  }
}
