import type { StdioOptions } from 'node:child_process'
import type { Outcome, Sight, Site } from '../driver.js'
import { startChild } from '../machine/child.js'
import { onDisplay, quietFlags } from '../machine/chromium.js'
import { requireTool } from '../machine/tools.js'
import { poll } from '../robots/robot.js'
import { openDevToolsPipe } from './devtools-pipe.js'

/** A tab under the bare DevTools protocol: no `Runtime.enable`, no script in the page. */
export interface CdpPage extends Sight {
  send(method: string, parameters?: object): Promise<Record<string, unknown>>
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>
  action(within: number): Promise<string | undefined>
  /** Where an element is in the window's content, in CSS px. */
  box(selector: string): Promise<Area>
  scrollTo(selector: string): Promise<void>
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Opens a window with a tab to drive, and closes it after `use`. The pipe would set `navigator.webdriver`; the Blink switch takes that
 * back, so that the environment is as clean as that of a debugging port.
 */
export async function withCdpPage(site: Site, use: (page: CdpPage) => Promise<Outcome>): Promise<Outcome> {
  const args = [...quietFlags(site.folder), '--remote-debugging-pipe', '--disable-blink-features=AutomationControlled', 'about:blank']
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe']
  const browser = startChild(requireTool('chromium'), args, { env: onDisplay(site.display), stdio })
  try {
    const pipe = openDevToolsPipe(browser)
    const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true })
    const send: CdpPage['send'] = (method, parameters) => pipe.send(method, parameters, String(sessionId))
    const open = async (url: string) => {
      await send('Page.enable')
      const loaded = pipe.once('Page.loadEventFired')
      await send('Page.navigate', { url })
      await loaded
    }
    return await use({ send, open, ...sight(send), ...onlooking(send) })
  } finally {
    await browser.stop()
  }
}

/** For those who look on: nothing here is done unless they ask. */
function onlooking(send: CdpPage['send']): Sight {
  return {
    async evaluate(expression) {
      const { result } = (await send('Runtime.evaluate', { expression, returnByValue: true })) as { result?: { value?: unknown } }
      return result?.value
    },
    async screenshot() {
      const { data } = await send('Page.captureScreenshot', { format: 'jpeg', quality: 60 })
      return Buffer.from(String(data), 'base64')
    },
  }
}

/** What the DOM domain tells about the page. */
function sight(send: CdpPage['send']): Pick<CdpPage, 'action' | 'box' | 'scrollTo'> {
  const find = async (selector: string) => {
    const { root } = (await send('DOM.getDocument', { depth: 0 })) as { root: { nodeId: number } }
    const { nodeId } = (await send('DOM.querySelector', { nodeId: root.nodeId, selector })) as { nodeId: number }
    return nodeId
  }
  const attribute = async (selector: string, name: string) => {
    const { attributes } = (await send('DOM.getAttributes', { nodeId: await find(selector) })) as { attributes: string[] }
    const at = attributes.indexOf(name)
    return at < 0 ? undefined : attributes[at + 1]
  }
  return {
    action: (within) => poll(() => attribute('html', 'data-vouchsafe-action'), within),
    async box(selector) {
      const { model } = (await send('DOM.getBoxModel', { nodeId: await find(selector) })) as { model: { content: number[] } }
      const [x = 0, y = 0, right = 0, , , bottom = 0] = model.content
      return { x, y, width: right - x, height: bottom - y }
    },
    async scrollTo(selector) {
      await send('DOM.scrollIntoViewIfNeeded', { nodeId: await find(selector) })
    },
  }
}
