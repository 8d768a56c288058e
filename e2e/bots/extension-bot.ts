import { join } from 'node:path'
import { ANSWER_WITHIN, type Bot } from '../support/driver.js'
import { startChild } from '../support/machine/child.js'
import { onDisplay, quietFlags } from '../support/machine/chromium.js'
import { repoRoot, requireTool } from '../support/machine/tools.js'

const EXTENSION = join(repoRoot, 'e2e', 'support', 'extensions', 'form-filler')

/** An ordinary window without debugging, and an extension in it that fills in the form and clicks its button. */
export const extensionBot: Bot = {
  name: 'extension-bot',
  kind: 'bot',
  hook: 'page',
  expected: ['challenge', 'block'],
  async run(site) {
    const flags = [...quietFlags(site.folder), `--load-extension=${EXTENSION}`, '--disable-features=DisableLoadExtensionCommandLineSwitch']
    const window = startChild(requireTool('chromium'), [...flags, site.url], { env: onDisplay(site.display) })
    try {
      await site.opened(30_000)
      // It types some 40 keys before it sends.
      await site.answer(30_000 + ANSWER_WITHIN)
      return {}
    } finally {
      await window.stop()
    }
  },
}
